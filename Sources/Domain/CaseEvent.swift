/// What can happen to a case, as the append-only log knows it. Facts beside it are ids, codes and dates: never names or text.
public enum CaseEventKind: String, Coded {
    case registered
    case edited
    case searching
    case watching
    case withdrawn
    case started
    case completed
    case stopped
    case assessed
    /// The candidate asked for a second assessor.
    case secondAssessorAsked = "second_assessor_asked"
    case handlersChanged = "handlers_changed"
    case proposed
    case proposalAnswered = "proposal_answered"
    case callWanted = "call_wanted"
    case proposalWithdrawn = "proposal_withdrawn"
    case proposalLapsed = "proposal_lapsed"
    case introductionAgreed = "introduction_agreed"
    case candidateAgreed = "candidate_agreed"
    case schoolAgreed = "school_agreed"
    case placed
    case placeLost = "place_lost"
    case referred
    case referralAccepted = "referral_accepted"
    case referralDeclined = "referral_declined"
    case referralLapsed = "referral_lapsed"
    case referralWithdrawn = "referral_withdrawn"
    case factRecorded = "fact_recorded"
    case consentGiven = "consent_given"
    case consentWithdrawn = "consent_withdrawn"
    case joined

    public var dutchName: String {
        switch self {
        case .registered: "aangemeld"
        case .edited: "gegevens gewijzigd"
        case .searching: "zoekt een plek"
        case .watching: "we blijven zoeken"
        case .withdrawn: "teruggetrokken"
        case .started: "gestart"
        case .completed: "afgerond"
        case .stopped: "gestopt"
        case .assessed: "beoordeling opgeslagen"
        case .secondAssessorAsked: "kandidaat vraagt een tweede beoordelaar"
        case .handlersChanged: "coördinator of waarnemer gewijzigd"
        case .proposed: "voorgesteld aan een praktijk"
        case .proposalAnswered: "antwoord van de praktijk"
        case .callWanted: "praktijk wil gebeld worden"
        case .proposalWithdrawn: "voorstel ingetrokken"
        case .proposalLapsed: "voorstel verlopen zonder antwoord"
        case .introductionAgreed: "kandidaat wil kennismaken met de praktijk"
        case .candidateAgreed: "kandidaat zegt ja"
        case .schoolAgreed: "school zegt ja"
        case .placed: "geplaatst"
        case .placeLost: "plek weggevallen"
        case .referred: "doorverwezen"
        case .referralAccepted: "overgenomen door een andere regio"
        case .referralDeclined: "teruggegeven door een andere regio"
        case .referralLapsed: "doorverwijzing verlopen zonder antwoord"
        case .referralWithdrawn: "doorverwijzing ingetrokken"
        case .factRecorded: "nieuw feit vastgelegd"
        case .consentGiven: "toestemming gegeven"
        case .consentWithdrawn: "toestemming ingetrokken"
        case .joined: "samengevoegd met een ander traject"
        }
    }
}

/// Who was spoken to, or tried.
public enum ContactParty: String, Coded {
    case candidate
    case practice
    case school
    case region

    public var dutchName: String {
        switch self {
        case .candidate: "kandidaat"
        case .practice: "praktijk"
        case .school: "school"
        case .region: "andere regio"
        }
    }
}

/// How someone was spoken to.
public enum ContactChannel: String, Coded {
    case phone
    case mail
    case visit
    case message

    public var dutchName: String {
        switch self {
        case .phone: "telefoon"
        case .mail: "mail"
        case .visit: "bezoek"
        case .message: "bericht"
        }
    }
}

/// Who ended a placement early.
public enum StopParty: String, Coded {
    case candidate
    case practice
    case school
    case team

    public var dutchName: String {
        switch self {
        case .candidate: "de kandidaat"
        case .practice: "de praktijk"
        case .school: "de school"
        case .team: "ons team"
        }
    }
}
