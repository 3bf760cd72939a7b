/// A project that other regions can learn from.
public enum Project {
    public typealias ID = Identifier<Project>
}

/// Why a project stands in the list. Only what is known to be granted by the stimuleringsregeling carries that name.
public enum ProjectLabel: String, Coded {
    case scheme
    case fundPilot = "fund_pilot"
    case regional
    case other

    public var dutchName: String {
        switch self {
        case .scheme: "stimuleringsregeling"
        case .fundPilot: "met geld van het fonds"
        case .regional: "regionaal project"
        case .other: "ander project"
        }
    }
}

public enum ProjectState: String, Coded {
    case planned
    case running
    case ended
    case stopped
    case unknown

    public var dutchName: String {
        switch self {
        case .planned: "begint nog"
        case .running: "loopt"
        case .ended: "afgerond"
        case .stopped: "gestopt"
        case .unknown: "onbekend of het nog loopt"
        }
    }
}

public enum Publication: String, Coded {
    case published
    case heldBack = "held_back"
    case removed

    public var dutchName: String {
        switch self {
        case .published: "openbaar"
        case .heldBack: "tegengehouden"
        case .removed: "weggehaald"
        }
    }
}

public enum LinkKind: String, Coded {
    case document
    case film
    case page

    public var dutchName: String {
        switch self {
        case .document: "document"
        case .film: "film"
        case .page: "pagina"
        }
    }
}
