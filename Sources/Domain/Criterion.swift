/// What a fit is made of, in the order in which ties are broken (DOMAIN, section 6).
public enum Criterion: String, Coded {
    case learningNeeds = "learning_needs"
    case supervision
    case travel
    case period
    case continuity
    case wishes

    public var dutchName: String {
        switch self {
        case .learningNeeds: "leerbehoefte"
        case .supervision: "begeleiding"
        case .travel: "reisafstand"
        case .period: "periode en dagen"
        case .continuity: "continuïteit"
        case .wishes: "wensen"
        }
    }

    /// Position in the fixed order, 0…5.
    public var index: Int {
        switch self {
        case .learningNeeds: 0
        case .supervision: 1
        case .travel: 2
        case .period: 3
        case .continuity: 4
        case .wishes: 5
        }
    }
}

/// What makes a pair impossible, in the order in which it is told.
public enum Limit: String, Coded {
    case kind
    case route
    case qualification
    case studyYear = "study_year"
    case school
    case startWindow = "start_window"
    case weeks
    case weekdays
    case hours
    case seat
    case employer
    case supervision
    case distance
    case recognition

    public var dutchName: String {
        switch self {
        case .kind: "soort plek"
        case .route: "leerweg"
        case .qualification: "functie of kwalificatie"
        case .studyYear: "leerjaar"
        case .school: "school"
        case .startWindow: "startperiode"
        case .weeks: "aantal weken"
        case .weekdays: "weekdagen"
        case .hours: "uren per week"
        case .seat: "vrije plek"
        case .employer: "werkgever"
        case .supervision: "begeleiding"
        case .distance: "afstand"
        case .recognition: "erkenning"
        }
    }
}
