/// A learner who looks for a place, or found one.
public enum Candidate {
    public typealias ID = Identifier<Candidate>
}

/// One candidate, one route, looking for one placement (*traject*).
public enum CaseFile {
    public typealias ID = Identifier<CaseFile>
}

/// The states of a case and the only ways between them: the same rows as the table `case_transitions`.
///
/// There is no state "rejected": a case ends as completed or withdrawn (DOMAIN, section 7, "No empty no").
public enum CaseState: String, Coded {
    case registered
    case searching
    case proposed
    case interview
    case agreed
    case placed
    case started
    case completed
    case stopped
    case referring
    case watching
    case withdrawn

    public var dutchName: String {
        switch self {
        case .registered: "aangemeld"
        case .searching: "zoekt plek"
        case .proposed: "voorgesteld"
        case .interview: "klikgesprek"
        case .agreed: "akkoord praktijk"
        case .placed: "geplaatst"
        case .started: "gestart"
        case .completed: "afgerond"
        case .stopped: "gestopt"
        case .referring: "wordt doorverwezen"
        case .watching: "we blijven zoeken"
        case .withdrawn: "teruggetrokken"
        }
    }

    /// States that this one may become, in the order of the cases.
    public var next: [Self] {
        switch self {
        case .registered: [.searching, .withdrawn]
        case .searching: [.proposed, .agreed, .referring, .watching, .withdrawn]
        case .proposed: [.searching, .interview, .agreed, .withdrawn]
        case .interview: [.searching, .agreed, .withdrawn]
        case .agreed: [.searching, .placed, .withdrawn]
        case .placed: [.searching, .started, .withdrawn]
        case .started: [.completed, .stopped, .withdrawn]
        case .stopped: [.searching, .withdrawn]
        case .referring: [.searching, .withdrawn]
        case .watching: [.searching, .withdrawn]
        case .completed, .withdrawn: []
        }
    }

    public func canBecome(_ other: Self) -> Bool { next.contains(other) }

    /// Nothing follows any more.
    public var isTerminal: Bool { next.isEmpty }

    /// Something still has to happen.
    public var isOpen: Bool { !isTerminal }

    /// Who can be the one that has to act; the first is the usual one.
    public var owners: [CaseOwner] {
        switch self {
        case .registered, .searching, .placed, .stopped, .referring, .watching: [.team]
        case .proposed, .started: [.practice]
        case .interview: [.practice, .candidate]
        case .agreed: [.candidate, .school]
        case .completed, .withdrawn: [.nobody]
        }
    }
}

/// Who has to act next.
public enum CaseOwner: String, Coded {
    case team
    case practice
    case candidate
    case school
    case nobody

    public var dutchName: String {
        switch self {
        case .team: "team"
        case .practice: "praktijk"
        case .candidate: "kandidaat"
        case .school: "school"
        case .nobody: "niemand"
        }
    }
}

public enum WithdrawalReason: String, Coded {
    case byCandidate = "by_candidate"
    case unreachable
    case stoppedAfterStart = "stopped_after_start"
    case joined
    case erased

    public var dutchName: String {
        switch self {
        case .byCandidate: "door de kandidaat zelf"
        case .unreachable: "niet bereikbaar na drie pogingen"
        case .stoppedAfterStart: "gestopt na de start"
        case .joined: "samengevoegd met een ander traject"
        case .erased: "gewist op verzoek"
        }
    }
}

/// Why a case waits for new places: nobody may be put there without one of these.
public enum WatchReason: String, Coded {
    case noneWithinLimits = "none_within_limits"
    case noConsent = "no_consent"
    case chainExhausted = "chain_exhausted"

    public var dutchName: String {
        switch self {
        case .noneWithinLimits: "geen plek binnen de grenzen van de kandidaat"
        case .noConsent: "geen toestemming voor de regio's met een plek"
        case .chainExhausted: "alle doorverwijzingen zijn geprobeerd"
        }
    }
}
