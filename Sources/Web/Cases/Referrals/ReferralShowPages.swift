import PageKit
import Site

/// `/doorverwijzingen/{kenmerk}`: for the receiver a card without identity, for the sender how it stands.
struct ReferralShowPage: Page {
    static let template = "referrals/show"

    struct Place: Sendable {
        let name: String
        let url: String
        let detail: String
        let fit: FitBar?
        let shownFit: String
        let isHeld: Bool

        init(name: String, url: String, detail: String, fit: FitBar?, shownFit: String, isHeld: Bool) {
            self.name = name
            self.url = url
            self.detail = detail
            self.fit = fit
            self.shownFit = shownFit
            self.isHeld = isHeld
        }
    }

    /// The no that carries something: a reason, and another place where there is one.
    struct Decline: Sendable {
        let action: String
        let reason: SelectField
        let alternative: TextField
        let note: TextArea
        let version: String
        let submissionID: String

        init(
            action: String,
            reason: SelectField,
            alternative: TextField,
            note: TextArea,
            version: Int,
            submissionID: String
        ) {
            self.action = action
            self.reason = reason
            self.alternative = alternative
            self.note = note
            self.version = String(version)
            self.submissionID = submissionID
        }
    }

    let header: PageHeader
    let problem: Notice?
    let status: String
    let motivation: String
    let card: Facts?
    let profile: ProfileFigure?
    let places: [Place]
    let chain: ChainFigure
    let phones: Facts
    let actions: [ActionForm]
    let hasActions: Bool
    let decline: Decline?
    let nextLink: PageLink?

    init(
        header: PageHeader,
        problem: Notice?,
        status: String,
        motivation: String,
        card: Facts?,
        profile: ProfileFigure?,
        places: [Place],
        chain: ChainFigure,
        phones: Facts,
        actions: [ActionForm],
        decline: Decline?,
        nextLink: PageLink?
    ) {
        self.header = header
        self.problem = problem
        self.status = status
        self.motivation = motivation
        self.card = card
        self.profile = profile
        self.places = places
        self.chain = chain
        self.phones = phones
        self.actions = actions
        hasActions = !actions.isEmpty
        self.decline = decline
        self.nextLink = nextLink
    }
}

/// The receiver's page of a referral that was taken back: that it was, and nothing else.
struct ReferralTakenBackPage: Page {
    static let template = "referrals/taken-back"

    let header: PageHeader
    let text: String

    init(region: String, when: String) {
        header = PageHeader(
            title: "Deze doorverwijzing is ingetrokken",
            back: PageLink("Terug naar de doorverwijzingen", "/doorverwijzingen")
        )
        text = "\(region) trok deze doorverwijzing in op \(when). Je hoeft niets meer te doen. De plek is weer vrij."
    }
}
