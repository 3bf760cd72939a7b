import Domain

/// The stimuleringsregeling: a few shapes of pages that applicant and fund share. What stands on them is said in Web.
public enum ApplicationPages {
    static let all: [any Page.Type] = [
        ApplicationSheetPage.self, ApplicationFormPage.self, ApplicationListPage.self, ApplicationLetterPage.self,
    ]
}

/// Facts, texts, tables and what can be done, in sections below each other.
public struct ApplicationSheetPage: Page {
    public static let template = "applications/sheet"

    public let header: PageHeader
    let notices: [Notice]
    let tabs: Tabs?
    let steps: Steps?
    let stats: Stats?
    let budget: BudgetBar?
    let sections: [SheetSection]
    let isPrintable: Bool

    public init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        steps: Steps? = nil,
        stats: Stats? = nil,
        budget: BudgetBar? = nil,
        sections: [SheetSection],
        isPrintable: Bool = false
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.steps = steps
        self.stats = stats
        self.budget = budget
        self.sections = sections
        self.isPrintable = isPrintable
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(
                    title: "Stagebureau Voorbeeldstad",
                    back: PageLink("Terug naar je aanvragen", "/subsidie/aanvragen")
                ),
                notices: [
                    Notice(.warning, title: "Voorwaarde niet vervuld", text: "Er doen 2 partners mee, nodig zijn er 3.")
                ],
                tabs: Tabs(label: "Stappen", [Tab("Project", url: "/stap/1", isCurrent: true)]),
                steps: Steps(current: 1, of: 5, title: "Het project"),
                stats: Stats([StatTile(number: "12", label: "aanvragen", url: nil)]),
                budget: BudgetBar(
                    id: "budget",
                    title: "Budget 2026",
                    ceiling: .init(euros: 200_000),
                    parts: [.init("Toegekend", .init(euros: 120_000), .granted)]
                ),
                sections: [.sample],
                isPrintable: true
            ),
            Self(header: PageHeader(title: "Leeg"), sections: []),
        ]
    }
}

/// A form in groups: every kind of field, in the order of the page.
public struct ApplicationFormPage: Page {
    public static let template = "applications/form"

    public let header: PageHeader
    let notices: [Notice]
    let tabs: Tabs?
    let steps: Steps?
    let budget: BudgetBar?
    let paragraphs: [String]
    let action: String
    let submissionID: String
    let hidden: [HiddenField]
    let groups: [FormGroup]
    let buttons: [FormButton]
    let history: FormHistory?

    public init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        steps: Steps? = nil,
        budget: BudgetBar? = nil,
        paragraphs: [String] = [],
        action: String,
        submissionID: String,
        hidden: [HiddenField] = [],
        groups: [FormGroup] = [],
        buttons: [FormButton],
        history: FormHistory? = nil
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.steps = steps
        self.budget = budget
        self.paragraphs = paragraphs
        self.action = action
        self.submissionID = submissionID
        self.hidden = hidden
        self.groups = groups
        self.buttons = buttons
        self.history = history
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Stap 1", back: PageLink("Terug", "/subsidie/aanvragen")),
                notices: [Notice(.info, text: "Je kunt tussendoor stoppen.")],
                tabs: Tabs(label: "Stappen", [Tab("Project", url: "/stap/1", isCurrent: true)]),
                steps: Steps(current: 1, of: 5, title: "Het project"),
                budget: BudgetBar(
                    id: "budget",
                    title: "Budget 2026",
                    ceiling: .init(euros: 10_000),
                    parts: [
                        .init("Toegekend", .init(euros: 9_000), .granted), .init("Nu", .init(euros: 2_000), .asked),
                    ]
                ),
                paragraphs: ["Vul in wat je weet."],
                action: "/subsidie/aanvragen/7F3K2M9Q/stap/1",
                submissionID: "1",
                hidden: [HiddenField(name: "versie", value: "1")],
                groups: [.sample, FormGroup([.text(TextField(name: "los", label: "Los"))])],
                buttons: [FormButton("Bewaar en ga verder"), FormButton("Stop", value: "stop", isDanger: true)],
                history: .sample
            )
        ]
    }
}

/// A work list: what waits, how long, and the next step.
public struct ApplicationListPage: Page {
    public static let template = "applications/list"

    public struct Row: Sendable {
        /// A number of days, or another short mark.
        let mark: String
        let markText: String
        let title: String
        let url: String
        let text: String
        let detail: String
        let tags: [Tag]
        let action: PageLink?
        let modifier: String

        /// - Parameter kind: decides the colour of the side.
        public init(
            mark: String,
            markText: String,
            title: String,
            url: String,
            text: String,
            detail: String,
            tags: [Tag] = [],
            action: PageLink? = nil,
            kind: Kind = .waiting
        ) {
            self.mark = mark
            self.markText = markText
            self.title = title
            self.url = url
            self.text = text
            self.detail = detail
            self.tags = tags
            self.action = action
            modifier = kind.rawValue
        }
    }

    public enum Kind: String, Sendable {
        case overdue, today, incoming, waiting
    }

    public struct Group: Sendable {
        let title: String
        let rows: [Row]
        let hasRows: Bool
        let empty: EmptyState?

        public init(_ title: String, _ rows: [Row], empty: EmptyState? = nil) {
            self.title = title
            self.rows = rows
            hasRows = !rows.isEmpty
            self.empty = rows.isEmpty ? empty : nil
        }
    }

    public let header: PageHeader
    let notices: [Notice]
    let tabs: Tabs?
    let budget: BudgetBar?
    let groups: [Group]
    let links: [PageLink]
    let hasLinks: Bool

    public init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        budget: BudgetBar? = nil,
        groups: [Group],
        links: [PageLink] = []
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.budget = budget
        self.groups = groups
        self.links = links
        hasLinks = !links.isEmpty
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Je aanvragen"),
                notices: [Notice(.info, text: "De regeling is open.")],
                tabs: Tabs(label: "Jaren", [Tab("2026", url: "/fonds/aanvragen?jaar=2026", isCurrent: true)]),
                budget: BudgetBar(id: "budget", title: "Budget 2026", ceiling: .init(euros: 100), parts: []),
                groups: [
                    Group(
                        "Wacht op jou",
                        [
                            Row(
                                mark: "3",
                                markText: "dagen",
                                title: "Stagebureau",
                                url: "/subsidie/aanvragen/7F3K2M9Q",
                                text: "Geef antwoord op de vraag.",
                                detail: "Kenmerk 7F3K2M9Q",
                                tags: [Tag("vraag", .waiting)],
                                action: PageLink("Geef antwoord", "/subsidie/aanvragen/7F3K2M9Q/antwoord"),
                                kind: .today
                            )
                        ]
                    ),
                    Group("De rest", [], empty: EmptyState(title: "Niets", text: "Er is niets.")),
                ],
                links: [PageLink("De regels per jaar", "/fonds/regeling")]
            )
        ]
    }
}

/// A letter on one page of paper.
public struct ApplicationLetterPage: Page {
    public static let template = "applications/letter"

    public let header: PageHeader
    let to: [String]
    let date: String
    let facts: Facts
    let subject: String
    let paragraphs: [String]
    let signer: String

    public init(
        header: PageHeader,
        to: [String],
        date: String,
        facts: Facts,
        subject: String,
        paragraphs: [String],
        signer: String
    ) {
        self.header = header
        self.to = to
        self.date = date
        self.facts = facts
        self.subject = subject
        self.paragraphs = paragraphs
        self.signer = signer
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Brief over de toekenning", back: PageLink("Terug", "/subsidie/aanvragen")),
                to: ["Huisartsenzorg Voorbeeld", "t.a.v. Sanne de Wit"],
                date: "24 november 2026",
                facts: Facts([Fact("Kenmerk", "7F3K2M9Q")]),
                subject: "Je aanvraag is toegekend",
                paragraphs: ["Beste Sanne de Wit,", "Je krijgt € 20.000."],
                signer: "Het fonds"
            )
        ]
    }
}
