/// What a training place offers and a case looks for.
public enum PlacementKind: String, Coded {
    case placement
    case learningJob = "learning_job"
    case taster
    case trial

    public var dutchName: String {
        switch self {
        case .placement: "stage (BPV)"
        case .learningJob: "leerbaan"
        case .taster: "snuffelstage"
        case .trial: "proefplaatsing"
        }
    }

    /// Tasters and trials need no assessment, no school and no recognition.
    public var isShort: Bool { self == .taster || self == .trial }
}

/// The learning routes of vocational education.
public enum LearningRoute: String, Coded {
    case bol
    case bbl
    case thirdRoute = "third_route"

    public var dutchName: String {
        switch self {
        case .bol: "BOL"
        case .bbl: "BBL"
        case .thirdRoute: "derde leerweg"
        }
    }

    /// This route's bit in a ``RouteSet``.
    public var set: RouteSet {
        switch self {
        case .bol: .bol
        case .bbl: .bbl
        case .thirdRoute: .thirdRoute
        }
    }

    /// BOL and BBL need an SBB recognition that is valid on the start date.
    public var needsRecognition: Bool { self != .thirdRoute }
}

/// Which routes a place accepts: bol 1, bbl 2, third route 4.
public struct RouteSet: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bol = Self(rawValue: 1)
    public static let bbl = Self(rawValue: 2)
    public static let thirdRoute = Self(rawValue: 4)
    public static let all: Self = [.bol, .bbl, .thirdRoute]

    public init(_ routes: some Sequence<LearningRoute>) {
        self = routes.reduce(into: []) { $0.formUnion($1.set) }
    }

    /// The routes in the order of ``LearningRoute``.
    public var routes: [LearningRoute] { LearningRoute.allCases.filter { contains($0.set) } }

    public var dutchName: String { routes.map(\.dutchName).joined(separator: ", ") }

    /// For things that are for every route unless some were named.
    public var dutchNameOrAll: String { isEmpty || self == .all ? "alle routes" : dutchName }
}

/// Which study years a place accepts: year n is bit n − 1; years run from 1 to 8.
public struct StudyYearSet: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ years: some Sequence<Int>) {
        self = years.reduce(into: []) { $0.formUnion(.year($1)) }
    }

    /// The set of one year, empty outside 1…8.
    public static func year(_ year: Int) -> Self {
        (1...8).contains(year) ? Self(rawValue: 1 << UInt8(year - 1)) : []
    }

    /// The years, ascending.
    public var years: [Int] { (1...8).filter { contains(.year($0)) } }

    public var dutchName: String { years.map { "jaar \($0)" }.joined(separator: ", ") }
}

/// Where a candidate comes from.
public enum CandidateBackground: String, Coded {
    case student
    case careerSwitcher = "career_switcher"
    case returner

    public var dutchName: String {
        switch self {
        case .student: "student"
        case .careerSwitcher: "zij-instromer"
        case .returner: "herintreder"
        }
    }
}

/// How a candidate travels.
public enum TravelMeans: String, Coded {
    case bike
    case publicTransport = "public_transport"
    case car

    public var dutchName: String {
        switch self {
        case .bike: "fiets"
        case .publicTransport: "openbaar vervoer"
        case .car: "auto"
        }
    }
}

/// Who pays the course.
public enum CoursePayer: String, Coded {
    case candidate = "self"
    case employer
    case uwv
    case municipality

    public var dutchName: String {
        switch self {
        case .candidate: "kandidaat zelf"
        case .employer: "werkgever"
        case .uwv: "UWV"
        case .municipality: "gemeente"
        }
    }
}
