public import Domain

/// One value that a limit compares, as candidate or place has it.
public enum LimitValue: Hashable, Sendable {
    /// A code or id; nil when there is none.
    case code(String?)
    case codes([String])
    case number(Int)
    /// From the first to the last, both included.
    case range(Int, Int)
    /// Weekdays, of which at least so many.
    case weekdays(WeekdaySet, least: Int?)
    /// From the first to the last day, both included; nil means without end.
    case window(CalendarDate?, CalendarDate?)
    /// A state that holds until a day, e.g. a recognition or a reservation.
    case state(String, until: CalendarDate?)
}

/// A hard limit that a pair fails, with what both sides have.
public struct FailedLimit: Hashable, Sendable {
    public let limit: Limit
    public let candidate: LimitValue
    public let place: LimitValue

    public init(_ limit: Limit, candidate: LimitValue, place: LimitValue) {
        self.limit = limit
        self.candidate = candidate
        self.place = place
    }
}

extension LimitValue: Encodable {
    private enum Key: String, CodingKey { case from, until, weekdays, least, state }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .code(let code):
            var container = encoder.singleValueContainer()
            try container.encode(code)
        case .codes(let codes):
            var container = encoder.singleValueContainer()
            try container.encode(codes)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .range(let first, let last):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(first, forKey: .from)
            try container.encode(last, forKey: .until)
        case .weekdays(let weekdays, let least):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(weekdays, forKey: .weekdays)
            try container.encodeIfPresent(least, forKey: .least)
        case .window(let first, let last):
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeIfPresent(first, forKey: .from)
            try container.encodeIfPresent(last, forKey: .until)
        case .state(let state, let until):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(state, forKey: .state)
            try container.encodeIfPresent(until, forKey: .until)
        }
    }
}

extension FailedLimit: Encodable {
    private enum Key: String, CodingKey { case limit, candidate, place, sentence }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(limit, forKey: .limit)
        try container.encode(candidate, forKey: .candidate)
        try container.encode(place, forKey: .place)
        try container.encode(dutchSentence(for: .candidate), forKey: .sentence)
    }
}
