/// The pages of a candidate about the own file.
public enum OwnFilePages {
    static let all: [any Page.Type] = [
        OwnFormPage.self, OwnMessagePage.self, OwnCasePage.self, OwnPlacePage.self, OwnAssessmentPage.self,
        OwnScoresPage.self, OwnAssessmentDocumentPage.self, OwnConsentsPage.self, OwnDataPage.self, OwnReadsPage.self,
        OwnExportPage.self, OwnDuplicatesPage.self,
    ]
}

/// `/mijn`: where my case is, who has to act, by when, and whom to call.
public struct OwnCasePage: Page {
    public static let template = "own/case"

    /// A place that was proposed for me.
    public struct Place: Sendable {
        let practice: String
        let url: String
        let state: Tag
        let text: String

        public init(practice: String, url: String, state: Tag, text: String) {
            self.practice = practice
            self.url = url
            self.state = state
            self.text = text
        }
    }

    public struct Content: Sendable {
        public var title = "Mijn traject"
        public var standing = ""
        public var state = Tag("")
        public var nextAction: PageLink?
        public var back: PageLink?
        public var lateness: Notice?
        public var helper = Facts([])
        public var wanted = Facts([])
        public var places: [Place] = []
        public var clock: ClockFigure?
        public var chain: ChainFigure?
        public var history = Timeline([])
        /// Earlier cases, each a link with its dates.
        public var others: [PageLink] = []
        public var actions: [PageLink] = []

        public init() {}
    }

    public let header: PageHeader
    let lateness: Notice?
    let helper: Facts
    let wanted: Facts
    let places: [Place]
    let hasPlaces: Bool
    let clock: ClockFigure?
    let chain: ChainFigure?
    let history: Timeline
    let others: [PageLink]
    let hasOthers: Bool
    let actions: [PageLink]
    let hasActions: Bool

    public init(_ content: Content) {
        header = PageHeader(
            title: content.title,
            lead: content.standing,
            back: content.back,
            action: content.nextAction,
            tags: [content.state]
        )
        lateness = content.lateness
        helper = content.helper
        wanted = content.wanted
        places = content.places
        hasPlaces = !content.places.isEmpty
        clock = content.clock
        chain = content.chain
        history = content.history
        others = content.others
        hasOthers = !content.others.isEmpty
        actions = content.actions
        hasActions = !content.actions.isEmpty
    }

    public static var samples: [OwnCasePage] {
        var content = Content()
        content.standing = "We zoeken een plek voor je."
        content.state = Tag("zoekt plek", .waiting)
        content.nextAction = PageLink("Zeg ja tegen De Linde", "/mijn/plekken/4D8N1X0V")
        content.back = PageLink("Terug naar mijn traject", "/mijn")
        content.lateness = Notice(.warning, text: "Dit duurt langer dan afgesproken. Bel gerust je team.")
        content.helper = Facts([Fact("Team", "Team Twente"), Fact("Bel", "074 123 45 67", url: "tel:+31741234567")])
        content.wanted = Facts([Fact("Leerweg", "BBL, jaar 1")])
        content.places = [
            Place(
                practice: "De Linde, Zwolle",
                url: "/mijn/plekken/4D8N1X0V",
                state: Tag("wacht op antwoord", .waiting),
                text: "De praktijk antwoordt uiterlijk do 3 dec."
            )
        ]
        content.clock = ClockFigure(
            id: "klok",
            title: "Wie aan zet was",
            spans: [.init(owner: .team, label: "aangemeld", days: 2)]
        )
        content.chain = ChainFigure(
            id: "keten",
            stops: [.init(region: "Twente", when: "vanaf 3 nov", answer: "zoekt een plek", kind: .current)]
        )
        content.history = Timeline([
            TimelineItem(
                when: "di 24 nov",
                datetime: "2026-11-24",
                title: "Je bent aangemeld",
                who: "Team Twente",
                detail: "Zelf."
            )
        ])
        content.others = [PageLink("BOL, jaar 1: afgerond op 3 jul 2025", "/mijn/trajecten/7F3K2M9Q")]
        content.actions = [PageLink("Stop met zoeken", "/mijn/stoppen")]
        return [OwnCasePage(content), OwnCasePage(Content())]
    }
}

/// `/mijn/plekken/{kenmerk}`: one place, what is asked of me, and what I can answer.
public struct OwnPlacePage: Page {
    public static let template = "own/place"

    /// A button with what it does.
    public struct Answer: Sendable {
        let action: String
        let explanation: String
        let button: String

        public init(action: String, explanation: String, button: String) {
            self.action = action
            self.explanation = explanation
            self.button = button
        }
    }

    public struct Refusal: Sendable {
        let action: String
        let reason: Choices

        public init(action: String, reason: Choices) {
            self.action = action
            self.reason = reason
        }
    }

    public let header: PageHeader
    let facts: Facts
    let answers: [Answer]
    let refusal: Refusal?
    let version: String
    let submissionID: String

    public init(
        header: PageHeader,
        facts: Facts,
        answers: [Answer],
        refusal: Refusal?,
        version: Int,
        submissionID: String
    ) {
        self.header = header
        self.facts = facts
        self.answers = answers
        self.refusal = refusal
        self.version = String(version)
        self.submissionID = submissionID
    }

    public static var samples: [OwnPlacePage] {
        [
            OwnPlacePage(
                header: PageHeader(title: "De Linde, Zwolle", tags: [Tag("akkoord", .ok)]),
                facts: Facts([Fact("Start", "ma 1 feb")]),
                answers: [
                    Answer(
                        action: "/mijn/plekken/4D8N1X0V/ja",
                        explanation: "De praktijk zegt ja. Zeg jij ook ja?",
                        button: "Zeg ja tegen De Linde"
                    )
                ],
                refusal: Refusal(
                    action: "/mijn/plekken/4D8N1X0V/nee",
                    reason: Choices(
                        name: "reden",
                        legend: "Waarom niet?",
                        kind: .radio,
                        options: [Option(value: "too_far", label: "De plek is te ver weg.")]
                    )
                ),
                version: 2,
                submissionID: "1"
            )
        ]
    }
}
