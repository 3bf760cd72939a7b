/// Days of the week as a bit mask: monday 1, tuesday 2, wednesday 4 … sunday 64.
public struct WeekdaySet: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0x7F }

    public static let monday = Self(rawValue: 1)
    public static let tuesday = Self(rawValue: 2)
    public static let wednesday = Self(rawValue: 4)
    public static let thursday = Self(rawValue: 8)
    public static let friday = Self(rawValue: 16)
    public static let saturday = Self(rawValue: 32)
    public static let sunday = Self(rawValue: 64)
    public static let workweek = Self(rawValue: 31)
    public static let all = Self(rawValue: 127)

    static let dutchShortNames = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    static let dutchLongNames = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]

    /// Reads `ma, di`, `ma di`, `maandag en dinsdag`, `ma-vr` and `ma t/m vr`; nil when any word is not a day.
    public init?(dutch text: String) {
        let plain = text.lowercased().replacing("t/m", with: "-").replacing("tot en met", with: "-")
        var days: WeekdaySet = []
        var last: Int?
        var isRange = false
        for token in plain.replacing("-", with: " - ").split(whereSeparator: { " ,;+&/".contains($0) }) {
            switch token {
            case "en": continue
            case "-":
                guard last != nil, !isRange else { return nil }
                isRange = true
            default:
                guard let index = Self.index(of: String(token)) else { return nil }
                let first = isRange ? last ?? index : index
                guard first <= index else { return nil }
                for day in first...index { days.insert(Self(rawValue: 1 << UInt8(day))) }
                (last, isRange) = (index, false)
            }
        }
        guard !days.isEmpty, !isRange else { return nil }
        self = days
    }

    private static func index(of name: String) -> Int? {
        dutchShortNames.firstIndex(of: name) ?? dutchLongNames.firstIndex(of: name)
    }

    /// How many days.
    public var count: Int { rawValue.nonzeroBitCount }

    /// The single days, monday first.
    public var days: [WeekdaySet] { (0..<7).map { Self(rawValue: 1 << UInt8($0)) }.filter(contains) }

    /// `ma, di, do`; empty for no day.
    public var dutchName: String { names(Self.dutchShortNames).joined(separator: ", ") }

    /// `maandag, dinsdag`.
    public var dutchLongName: String { names(Self.dutchLongNames).joined(separator: ", ") }

    private func names(_ all: [String]) -> [String] {
        (0..<7).filter { rawValue & (1 << UInt8($0)) != 0 }.map { all[$0] }
    }
}
