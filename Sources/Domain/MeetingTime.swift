public import Foundation

extension AmsterdamTime {
    /// The moment at which clocks in the Netherlands show this, on the day that clocks change too.
    ///
    /// - Parameter minutes: since midnight by the clock, 0…1439.
    public func moment(_ date: CalendarDate, minutes: Int) -> Date {
        let guess = startOfDay(date) + Double(minutes) * 60
        // Between midnight and now the clock may have been moved by an hour.
        var missing = minutes - minutesOfDay(guess)
        // The hour may have carried the guess over midnight.
        if missing > 720 { missing -= 1_440 }
        if missing < -720 { missing += 1_440 }
        return guess + Double(missing) * 60
    }

    /// Minutes since midnight by the clock in the Netherlands.
    public func minutesOfDay(_ moment: Date) -> Int {
        let parts = clock(moment).split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : 0
    }

    /// Reads `14:00`, `14.00`, `9:30` or `14` as minutes since midnight; nil when it is no time.
    public static func minutes(typed text: String) -> Int? {
        let parts = text.replacing(".", with: ":").split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
            let hour = Int(parts[0]), (0...23).contains(hour)
        else { return nil }
        guard parts.count == 2 else { return hour * 60 }
        guard parts[1].count == 2, let minute = Int(parts[1]), (0...59).contains(minute) else { return nil }
        return hour * 60 + minute
    }
}
