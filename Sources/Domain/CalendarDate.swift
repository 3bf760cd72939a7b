/// A day on the (proleptic) Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01; earlier days are negative.
    public let daysSince1970: Int32

    public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

    /// A day that exists, in the years 1…9999; nil otherwise.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, of: year)
        else { return nil }
        daysSince1970 = Int32(Self.days(year: year, month: month, day: day))
    }

    /// Reads `2026-11-24`, nothing else.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Self.number(parts[0]), let month = Self.number(parts[1]), let day = Self.number(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads what Dutch people type: `24-11-2026`, `4-1-2026`, also with `/`, `.` or spaces, and `2026-11-24`.
    public init?(dutch text: String) {
        let separators: Set<Character> = ["-", "/", ".", " "]
        let parts = text.split { separators.contains($0) }
        guard parts.count == 3, text.utf8.count <= 40 else { return nil }
        let numbers = parts.compactMap { Self.number($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].utf8.count == 4 {
            self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        } else {
            guard parts[2].utf8.count == 4, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else { return nil }
            self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        }
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// Monday 0 … Sunday 6.
    public var weekdayIndex: Int {
        let shifted = (Int(daysSince1970) + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    /// The set that holds just this day's weekday.
    public var weekday: WeekdaySet { WeekdaySet(rawValue: 1 << UInt8(weekdayIndex)) }

    /// `2026-11-24`.
    public var iso8601: String {
        let date = civil
        return Self.padded(date.year, to: 4) + "-" + Self.padded(date.month, to: 2) + "-" + Self.padded(date.day, to: 2)
    }

    public var description: String { iso8601 }

    public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }
    public static func + (date: Self, days: Int) -> Self { Self(daysSince1970: date.daysSince1970 + Int32(days)) }
    public static func - (date: Self, days: Int) -> Self { Self(daysSince1970: date.daysSince1970 - Int32(days)) }

    /// Days from the second to the first; negative when the first is earlier.
    public static func - (left: Self, right: Self) -> Int { Int(left.daysSince1970) - Int(right.daysSince1970) }

    /// The same day so many months later, or the last day of that month.
    public func adding(months: Int) -> Self {
        let date = civil
        let total = date.year * 12 + date.month - 1 + months
        let (year, month) = (total / 12, total % 12 + 1)
        let day = min(date.day, Self.daysIn(month: month, of: year))
        return Self(daysSince1970: Int32(Self.days(year: year, month: month, day: day)))
    }

    /// Whole years from this day to another, as an age counts.
    public func wholeYears(until other: Self) -> Int {
        let (birth, now) = (civil, other.civil)
        let hadBirthday = (now.month, now.day) >= (birth.month, birth.day)
        return now.year - birth.year - (hadBirthday ? 0 : 1)
    }

    static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Both ways after Howard Hinnant, "chrono-compatible low-level date algorithms" (2021): years begin in March,
    // so that the leap day comes last; eras have 400 years.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = Self(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date like 2026-11-24")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }
}

extension CalendarDate {
    static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    static let dutchShortMonths = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]

    /// `di 24 nov`.
    public var dutchShort: String {
        "\(WeekdaySet.dutchShortNames[weekdayIndex]) \(day) \(Self.dutchShortMonths[month - 1])"
    }

    /// `di 24 nov 2027`.
    public var dutchShortWithYear: String { "\(dutchShort) \(year)" }

    /// `di 24 nov` in the year of `today`, otherwise `di 24 nov 2027`.
    public func dutchShort(seenOn today: CalendarDate) -> String {
        year == today.year ? dutchShort : dutchShortWithYear
    }

    /// `24 november 2026`.
    public var dutchLong: String { "\(day) \(Self.dutchMonths[month - 1]) \(year)" }

    /// `24-11-2026`, the way people type it.
    public var dutchNumeric: String {
        "\(Self.padded(day, to: 2))-\(Self.padded(month, to: 2))-\(Self.padded(year, to: 4))"
    }
}
