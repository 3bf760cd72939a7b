/// A case handed on to another region; the sender stays responsible until someone there accepts.
public enum Referral {
    public typealias ID = Identifier<Referral>

    /// The most hops in one chain (DOMAIN, section 8).
    public static let mostHops = 4
}

public enum ReferralState: String, Coded {
    case open
    case accepted
    case declined
    case lapsed
    case withdrawn

    public var dutchName: String {
        switch self {
        case .open: "wacht op antwoord"
        case .accepted: "aangenomen"
        case .declined: "teruggegeven"
        case .lapsed: "geen antwoord, terug bij afzender"
        case .withdrawn: "ingetrokken"
        }
    }
}

public enum ReferralDeclineReason: String, Coded {
    case full
    case placeGone = "place_gone"
    case noSupervision = "no_supervision"
    case tooFar = "too_far"
    case startDoesNotFit = "start_does_not_fit"
    case schoolDoesNotSupervise = "school_does_not_supervise"
    case other

    public var dutchName: String {
        switch self {
        case .full: "regio is vol"
        case .placeGone: "plek is niet meer vrij"
        case .noSupervision: "geen begeleiding"
        case .tooFar: "te ver voor de kandidaat"
        case .startDoesNotFit: "start past niet"
        case .schoolDoesNotSupervise: "school begeleidt hier niet"
        case .other: "anders"
        }
    }
}

/// A candidate's yes to sharing with a receiving region.
public enum Consent {
    public typealias ID = Identifier<Consent>
}

/// How a consent was given.
public enum ConsentChannel: String, Coded {
    case onScreen = "on_screen"
    case phone
    case letter
    case mail

    public var dutchName: String {
        switch self {
        case .onScreen: "op het scherm"
        case .phone: "per telefoon"
        case .letter: "per brief"
        case .mail: "per mail"
        }
    }
}
