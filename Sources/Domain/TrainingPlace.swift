/// One offer of a practice for one start window (*opleidingsplek*).
public enum TrainingPlace {
    public typealias ID = Identifier<TrainingPlace>
}

/// One seat of a training place; occupations in time lie on it.
public enum Seat {
    public typealias ID = Identifier<Seat>
}

/// Whether a training place can be found.
public enum TrainingPlaceState: String, Coded {
    case draft
    case open
    case paused
    case closed

    public var dutchName: String {
        switch self {
        case .draft: "concept"
        case .open: "open"
        case .paused: "gepauzeerd"
        case .closed: "gesloten"
        }
    }
}

/// What an occupation of a seat is: held until a moment, taken, or given back.
public enum OccupationState: String, Coded {
    case held
    case taken
    case released

    public var dutchName: String {
        switch self {
        case .held: "vastgehouden"
        case .taken: "bezet"
        case .released: "vrijgegeven"
        }
    }
}

/// How often an activity can be practised at a place.
public enum Frequency: Int, CaseIterable, Sendable, Codable, Hashable, Comparable {
    case never = 0
    case sometimes = 1
    case weekly = 2
    case daily = 3

    public var dutchName: String {
        switch self {
        case .never: "niet"
        case .sometimes: "af en toe"
        case .weekly: "elke week"
        case .daily: "elke dag"
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
