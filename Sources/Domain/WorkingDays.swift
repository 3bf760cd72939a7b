/// Which days count, and what a term of so many working days leads to.
///
/// Not counted: weekends, the days of article 3 of the Algemene termijnenwet, and closed ranges passed in
/// (school holidays of the region, closing days of the practice). The first day that counts is the day after.
public struct WorkingDays: Sendable {
    /// Ranges in which nothing counts, both ends included.
    public let closed: [ClosedRange<CalendarDate>]

    public init(closed: [ClosedRange<CalendarDate>] = []) { self.closed = closed }

    public func counts(_ date: CalendarDate) -> Bool {
        date.weekdayIndex < 5 && DutchHolidays.name(of: date) == nil && !closed.contains { $0.contains(date) }
    }

    /// The day on which a term that starts now ends; 0 days is the day itself. Endless closing is cut off after two years.
    public func adding(workingDays: Int, to date: CalendarDate) -> CalendarDate {
        var (day, left) = (date, workingDays)
        let last = date + 730 + workingDays * 3
        while left > 0, day < last {
            day = day + 1
            if counts(day) { left -= 1 }
        }
        return day
    }

    /// How many counting days lie after the first up to and including the second; 0 when it is not later.
    public func count(after first: CalendarDate, through last: CalendarDate) -> Int {
        guard last > first else { return 0 }
        return (1...(last - first)).count { counts(first + $0) }
    }
}

/// The days that article 3 of the Algemene termijnenwet names, computed for any year.
///
/// Good Friday is not a general holiday but is put on a par with one by the second paragraph of that article.
public enum DutchHolidays {
    /// The Dutch name of the holiday, nil on other days.
    public static func name(of date: CalendarDate) -> String? {
        switch (date.month, date.day) {
        case (1, 1): return "Nieuwjaarsdag"
        case (5, 5): return "Bevrijdingsdag"
        case (12, 25): return "eerste kerstdag"
        case (12, 26): return "tweede kerstdag"
        case (4, _) where date == kingsDay(date.year): return "Koningsdag"
        default: break
        }
        guard (3...6).contains(date.month) else { return nil }
        switch date - easter(date.year) {
        case -2: return "Goede Vrijdag"
        case 0: return "eerste paasdag"
        case 1: return "tweede paasdag"
        case 39: return "Hemelvaartsdag"
        case 49: return "eerste pinksterdag"
        case 50: return "tweede pinksterdag"
        default: return nil
        }
    }

    /// All holidays of a year, in order.
    public static func all(in year: Int) -> [(date: CalendarDate, name: String)] {
        guard let first = CalendarDate(year: year, month: 1, day: 1) else { return [] }
        return (0..<366).compactMap { offset in
            let date = first + offset
            return date.year == year ? name(of: date).map { (date, $0) } : nil
        }
    }

    /// 27 April, or 26 April when that is a Sunday.
    static func kingsDay(_ year: Int) -> CalendarDate {
        let date = Self.date(year, 4, 27)
        return date.weekdayIndex == 6 ? date - 1 : date
    }

    /// Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
    static func easter(_ year: Int) -> CalendarDate {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let month = (h + l - 7 * m + 114) / 31
        let day = (h + l - 7 * m + 114) % 31 + 1
        return date(year, month, day)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
    }
}
