/// `/doorverwijzingen/{kenmerk}`: for the receiver a card without identity, for the sender how it stands.
public struct ReferralShowPage: Page {
    public static let template = "referrals/show"

    public struct Place: Sendable {
        let name: String
        let url: String
        let detail: String
        let fit: FitBar?
        let shownFit: String
        let isHeld: Bool

        public init(name: String, url: String, detail: String, fit: FitBar?, shownFit: String, isHeld: Bool) {
            self.name = name
            self.url = url
            self.detail = detail
            self.fit = fit
            self.shownFit = shownFit
            self.isHeld = isHeld
        }
    }

    /// The no that carries something: a reason, and another place where there is one.
    public struct Decline: Sendable {
        let action: String
        let reason: SelectField
        let alternative: TextField
        let note: TextArea
        let version: String
        let submissionID: String

        public init(
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

    public let header: PageHeader
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

    public init(
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

    public static var samples: [ReferralShowPage] {
        [
            ReferralShowPage(
                header: PageHeader(title: "Doorverwijzing uit Twente", tags: [Tag("wacht op antwoord", .waiting)]),
                problem: Notice(.warning, text: "Kijk het kenmerk na."),
                status: "Antwoord voor di 1 dec.",
                motivation: "Bij ons is alles vol.",
                card: Facts([Fact("Leerweg", "BBL")]),
                profile: ProfileFigure(
                    id: "profiel",
                    title: "Wat deze kandidaat kan",
                    rows: [
                        ProfileFigure.Area(area: "Communiceren", level: 34, selfScore: 30, target: 40),
                        ProfileFigure.Area(area: "Organiseren", level: 20, isAssessed: false, target: 30),
                    ]
                ),
                places: [
                    Place(
                        name: "De Beuk, Zwolle",
                        url: "/plekken/4D8N1X0V",
                        detail: "18 km",
                        fit: .sample(),
                        shownFit: "78",
                        isHeld: true
                    )
                ],
                chain: ChainFigure(
                    id: "keten",
                    stops: [
                        ChainFigure.Stop(region: "Twente", when: "3 nov", answer: "verwijst door", kind: .past),
                        ChainFigure.Stop(region: "Zwolle", when: "10 nov", answer: "is aan zet", kind: .current),
                        ChainFigure.Stop(region: "Drenthe", when: "daarna", answer: "", kind: .next),
                    ]
                ),
                phones: Facts([Fact("Team Twente", "053 000 00 00", url: "tel:0530000000")]),
                actions: [
                    ActionForm(
                        action: "/doorverwijzingen/7F3K2M9Q/overnemen",
                        explanation: "Daarna zie je de naam.",
                        button: "Neem deze kandidaat over van Twente",
                        version: 1,
                        submissionID: "1"
                    )
                ],
                decline: Decline(
                    action: "/doorverwijzingen/7F3K2M9Q/teruggeven",
                    reason: SelectField(
                        name: "reden",
                        label: "Waarom niet?",
                        options: [Option(value: "full", label: "vol")]
                    ),
                    alternative: TextField(
                        name: "andere_plek",
                        label: "Kenmerk van een andere plek",
                        isRequired: false
                    ),
                    note: TextArea(name: "notitie", label: "Toelichting", isRequired: false),
                    version: 1,
                    submissionID: "2"
                ),
                nextLink: PageLink("Kies een andere regio", "/kandidaten/7F3K2M9Q/doorverwijzen")
            )
        ]
    }
}

/// The receiver's page of a referral that was taken back: that it was, and nothing else.
public struct ReferralTakenBackPage: Page {
    public static let template = "referrals/taken-back"

    public let header: PageHeader
    let text: String

    public init(region: String, when: String) {
        header = PageHeader(
            title: "Deze doorverwijzing is ingetrokken",
            back: PageLink("Terug naar de doorverwijzingen", "/doorverwijzingen")
        )
        text = "\(region) trok deze doorverwijzing in op \(when). Je hoeft niets meer te doen. De plek is weer vrij."
    }

    public static var samples: [ReferralTakenBackPage] { [ReferralTakenBackPage(region: "Twente", when: "di 24 nov")] }
}
