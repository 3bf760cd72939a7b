/// Every mail there is: what the outbox calls it, and the name of its template.
public enum MailKind: String, CaseIterable, Sendable, Codable {
    // To staff, about their account.
    case invitation
    case passwordReset = "password_reset"
    case passwordChanged = "password_changed"
    case secondFactorChanged = "second_factor_changed"
    // To a candidate, about the own file.
    case candidateSignIn = "candidate_sign_in"
    case candidateRegistration = "candidate_registration"
    case candidateRegistered = "candidate_registered"
    case candidateMailChange = "candidate_mail_change"
    case candidateMailChanged = "candidate_mail_changed"
    case fileMoved = "file_moved"
    case introductionAsked = "introduction_asked"
    case duplicateFound = "duplicate_found"
    case retentionWarning = "retention_warning"
    case erased
    // To a practice.
    case proposalAsked = "proposal_asked"
    case proposalReminder = "proposal_reminder"
    // To a team.
    case proposalAnswered = "proposal_answered"
    case callWanted = "call_wanted"
    case referralReceived = "referral_received"
    case referralAnswered = "referral_answered"
    case consentWithdrawn = "consent_withdrawn"
    case mailFailed = "mail_failed"
    case referralErased = "referral_erased"
    case fileErased = "file_erased"
    case filesJoined = "files_joined"
    // About an application for the stimuleringsregeling: to its leader, to the fund, or to both.
    case applicationSubmitted = "application_submitted"
    case applicationArrived = "application_arrived"
    case applicationQuestion = "application_question"
    case applicationReminder = "application_reminder"
    case applicationQuestionTakenBack = "application_question_taken_back"
    case applicationAnswered = "application_answered"
    case applicationGranted = "application_granted"
    case applicationWaiting = "application_waiting"
    case applicationRefused = "application_refused"
    case projectPageReady = "project_page_ready"
    case projectHandedOver = "project_handed_over"
    case pageHeldBack = "page_held_back"
    case pageReleased = "page_released"
    case pageRemoved = "page_removed"
    case reportAsked = "report_asked"
    case reportArrived = "report_arrived"
    case partnersBelowMinimum = "partners_below_minimum"
    // To a member of the learning network.
    case meetingJoined = "meeting_joined"
    case meetingSeat = "meeting_seat"
    case meetingReminder = "meeting_reminder"
    case meetingChanged = "meeting_changed"
    case questionsAsked = "questions_asked"
    case questionAnswered = "question_answered"
    case practiceDecided = "practice_decided"
    case practiceConfirmation = "practice_confirmation"
    case copyOutcome = "copy_outcome"
    case textHeldBack = "text_held_back"
}

/// What a mail says: finished Dutch sentences in stored properties, as templates want them.
public protocol Letter: Sendable {
    var kind: MailKind { get }
    /// One line; never the name of a candidate.
    var subject: String { get }
    /// Where to end such mail, below our own origin; nil for mail about one's own affairs.
    var unsubscribePath: String? { get }
    /// Examples that together have every kind and fill every optional.
    static var samples: [Self] { get }
}

extension Letter {
    public var unsubscribePath: String? { nil }
}

/// Every type of letter.
public enum LetterCatalog {
    static let types: [any Letter.Type] = [
        AccountLetter.self, CandidateLetter.self, PracticeLetter.self, TeamLetter.self, SchemeLetter.self,
        NetworkLetter.self,
    ]
}
