public import Foundation

/// The clock on the wall in the Netherlands: the only zone in which Doorwijzer counts days.
public struct AmsterdamTime: Sendable {
    private let calendar: Calendar

    public init() {
        var calendar = Calendar(identifier: .gregorian)
        // The zone ships with every system that runs Swift; without its data winter time is the least wrong.
        if let zone = TimeZone(identifier: "Europe/Amsterdam") ?? TimeZone(secondsFromGMT: 3600) {
            calendar.timeZone = zone
        }
        self.calendar = calendar
    }

    /// The day it is at a moment.
    public func today(at moment: Date) -> CalendarDate {
        let seconds = moment.timeIntervalSince1970 + Double(calendar.timeZone.secondsFromGMT(for: moment))
        return CalendarDate(daysSince1970: Int32((seconds / 86_400).rounded(.down)))
    }

    /// The moment a day begins: local midnight. A due date lapses at the start of the next day.
    public func startOfDay(_ date: CalendarDate) -> Date {
        let midnight = Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400)
        // The offset at local midnight; one correction is enough, since the clock never changes at midnight.
        let guess = midnight - Double(calendar.timeZone.secondsFromGMT(for: midnight))
        return midnight - Double(calendar.timeZone.secondsFromGMT(for: guess))
    }

    /// `14:05`.
    public func clock(_ moment: Date) -> String {
        let seconds = Int((moment.timeIntervalSince1970).rounded(.down)) + calendar.timeZone.secondsFromGMT(for: moment)
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        return CalendarDate.padded(minutes / 60, to: 2) + ":" + CalendarDate.padded(minutes % 60, to: 2)
    }

    /// `di 24 nov 14:05`.
    public func dutchShort(_ moment: Date) -> String { "\(today(at: moment).dutchShort) \(clock(moment))" }

    /// `di 24 nov 2027 14:05`.
    public func dutchShortWithYear(_ moment: Date) -> String {
        "\(today(at: moment).dutchShortWithYear) \(clock(moment))"
    }
}
