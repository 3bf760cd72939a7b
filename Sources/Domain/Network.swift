/// The national learning network (DOMAIN, section 10).
public enum NetworkMember {
    public typealias ID = Identifier<NetworkMember>
}

public enum Meeting {
    public typealias ID = Identifier<Meeting>
}

public enum NetworkQuestion {
    public typealias ID = Identifier<NetworkQuestion>
}

public enum NetworkAnswer {
    public typealias ID = Identifier<NetworkAnswer>
}

public enum GoodPractice {
    public typealias ID = Identifier<GoodPractice>
}

/// The field's own words for its meetings; there are no English ones.
public enum MeetingKind: String, Coded {
    case leertafel
    case regiotafel
    case onderwijstafel
    case leernetwerkbijeenkomst

    public var dutchName: String { rawValue }
}

public enum MeetingState: String, Coded {
    case planned
    case cancelled
    case held

    public var dutchName: String {
        switch self {
        case .planned: "gepland"
        case .cancelled: "gaat niet door"
        case .held: "geweest"
        }
    }
}

public enum SignupState: String, Coded {
    case coming
    case waiting
    case cancelled

    public var dutchName: String {
        switch self {
        case .coming: "komt"
        case .waiting: "staat op de wachtlijst"
        case .cancelled: "afgemeld"
        }
    }
}

public enum GoodPracticeState: String, Coded {
    case draft
    case submitted
    case returned
    case published
    case retired

    public var dutchName: String {
        switch self {
        case .draft: "concept"
        case .submitted: "wacht op een tweede lezer"
        case .returned: "terug bij de schrijver"
        case .published: "openbaar"
        case .retired: "niet meer in gebruik"
        }
    }
}

/// What came of copying.
public enum CopyOutcome: String, Coded {
    case worked
    case workedInPart = "worked_in_part"
    case didNotWork = "did_not_work"
    case tooEarly = "too_early"

    public var dutchName: String {
        switch self {
        case .worked: "werkt ook hier"
        case .workedInPart: "werkt deels"
        case .didNotWork: "werkt hier niet"
        case .tooEarly: "te vroeg om te zeggen"
        }
    }
}

public enum ToolboxKind: String, Coded {
    case draaiboek
    case form
    case supervisorCourse = "supervisor_course"
    case supervisorPool = "supervisor_pool"
    case other

    public var dutchName: String {
        switch self {
        case .draaiboek: "draaiboek"
        case .form: "formulier"
        case .supervisorCourse: "cursus voor begeleiders"
        case .supervisorPool: "gedeelde begeleiding"
        case .other: "anders"
        }
    }
}
