/// A candidate offered to a practice; it holds its seats.
public enum Proposal {
    public typealias ID = Identifier<Proposal>
}

public enum ProposalState: String, Coded {
    case open
    case interview
    case agreed
    case declined
    case notNow = "not_now"
    case lapsed
    case withdrawn

    public var dutchName: String {
        switch self {
        case .open: "wacht op antwoord"
        case .interview: "klikgesprek"
        case .agreed: "akkoord"
        case .declined: "nee"
        case .notNow: "nu niet"
        case .lapsed: "verlopen"
        case .withdrawn: "ingetrokken"
        }
    }
}

/// Why a practice says no; the reasons come from the field.
public enum PracticeDeclineReason: String, Coded {
    case noRoom = "no_room"
    case noSupervision = "no_supervision"
    case noBudget = "no_budget"
    case expectedQuality = "expected_quality"
    case leavesAfterTraining = "leaves_after_training"
    case teamNotReady = "team_not_ready"
    case noTime = "no_time"
    case startMoved = "start_moved"
    case alreadyFilled = "already_filled"
    case other

    public var dutchName: String {
        switch self {
        case .noRoom: "geen ruimte"
        case .noSupervision: "geen begeleiding"
        case .noBudget: "geen budget"
        case .expectedQuality: "twijfel over de kwaliteit"
        case .leavesAfterTraining: "vertrekt na de opleiding"
        case .teamNotReady: "team is er niet klaar voor"
        case .noTime: "geen tijd"
        case .startMoved: "start is verschoven"
        case .alreadyFilled: "plek is al bezet"
        case .other: "anders"
        }
    }
}
