/// The kind of place where someone learns.
public enum PracticeKind: String, Coded {
    case practice
    case serviceCentre = "service_centre"
    case outOfHoursPost = "out_of_hours_post"

    public var dutchName: String {
        switch self {
        case .practice: "huisartsenpraktijk"
        case .serviceCentre: "servicecentrum"
        case .outOfHoursPost: "huisartsenpost"
        }
    }
}

/// A practice, service centre or out-of-hours post that offers training places.
public enum Practice {
    public typealias ID = Identifier<Practice>
}

/// Someone who guides learners at a practice (*praktijkopleider*).
public enum Supervisor {
    public typealias ID = Identifier<Supervisor>
}

/// Who employs a learner on the BBL route.
public enum EmployerOfRecord: String, Coded {
    case practice
    case rho
    case none

    public var dutchName: String {
        switch self {
        case .practice: "de praktijk"
        case .rho: "de huisartsenorganisatie"
        case .none: "nog geen werkgever"
        }
    }
}

/// The state of an SBB recognition as a learning company (*erkend leerbedrijf*).
public enum RecognitionState: String, Coded {
    case recognised
    case requested
    case withdrawn
    case lapsed
    case notRecognised = "not_recognised"

    public var dutchName: String {
        switch self {
        case .recognised: "erkend"
        case .requested: "aangevraagd"
        case .withdrawn: "ingetrokken"
        case .lapsed: "verlopen"
        case .notRecognised: "niet erkend"
        }
    }
}
