/// One filled-in assessment of a case.
public enum Assessment {
    public typealias ID = Identifier<Assessment>

    /// An assessment counts for this many months.
    public static let validMonths = 24
}

public enum AssessmentForm: String, Coded {
    case short
    case full

    public var dutchName: String {
        switch self {
        case .short: "kort (tien minuten)"
        case .full: "volledig"
        }
    }
}

public enum AssessorKind: String, Coded {
    case candidate = "self"
    case assessor

    public var dutchName: String {
        switch self {
        case .candidate: "kandidaat zelf"
        case .assessor: "beoordelaar"
        }
    }
}

/// The supervision scale; "not seen" is the absence of a level.
public enum SupervisionLevel: Int, CaseIterable, Sendable, Codable, Hashable, Comparable {
    case notDone = 1
    case together = 2
    case helpOnCall = 3
    case independent = 4
    case teaches = 5

    public var dutchName: String {
        switch self {
        case .notDone: "nog niet gedaan"
        case .together: "samen met iemand"
        case .helpOnCall: "met hulp op afroep"
        case .independent: "zelfstandig"
        case .teaches: "kan het anderen leren"
        }
    }

    /// What people see where an assessor could not score.
    public static let notSeenDutchName = "niet gezien"

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The seven areas of the doctor's assistant's profile, in their fixed order.
public enum CompetenceArea: String, Coded {
    case professionalPractice = "professional_practice"
    case communication
    case cooperation
    case organisation
    case society
    case learning
    case professionalism

    public var dutchName: String {
        switch self {
        case .professionalPractice: "vakinhoudelijk handelen"
        case .communication: "communiceren"
        case .cooperation: "samenwerken"
        case .organisation: "organiseren"
        case .society: "maatschappelijk handelen"
        case .learning: "leren en ontwikkelen"
        case .professionalism: "professioneel handelen"
        }
    }

    /// Position in the fixed order, 0…6.
    public var index: Int {
        switch self {
        case .professionalPractice: 0
        case .communication: 1
        case .cooperation: 2
        case .organisation: 3
        case .society: 4
        case .learning: 5
        case .professionalism: 6
        }
    }

    public static let count = 7
}
