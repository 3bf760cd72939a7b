/// The pages about proposing a place and what came of it.
public enum ProposalPages {
    static let all: [any Page.Type] = [ProposalNewPage.self, ProposalShowPage.self]
}

/// A small form with one button on a page that has more of them.
public struct ActionForm: Sendable {
    let action: String
    let explanation: String
    let button: String
    let buttonClass: String
    let version: String
    let submissionID: String
    let select: SelectField?

    public init(
        action: String,
        explanation: String,
        button: String,
        isSecondary: Bool = false,
        version: Int,
        submissionID: String,
        select: SelectField? = nil
    ) {
        self.action = action
        self.explanation = explanation
        self.button = button
        buttonClass = isSecondary ? "button button--secondary" : "button"
        self.version = String(version)
        self.submissionID = submissionID
        self.select = select
    }
}

/// A place with how well it fits, in a short list.
public struct FittingPlace: Sendable {
    let name: String
    let detail: String
    let url: String
    let button: String
    let fit: FitBar

    public init(name: String, detail: String, url: String, button: String, fit: FitBar) {
        self.name = name
        self.detail = detail
        self.url = url
        self.button = button
        self.fit = fit
    }
}

/// `/kandidaten/{kenmerk}/voorstellen/{kenmerk}`: why the place fits, which days, and the button that holds the seat.
public struct ProposalNewPage: Page {
    public static let template = "proposals/new"

    /// What is asked for before the seat is held.
    public struct Entry: Sendable {
        let action: String
        let days: Choices
        let reason: TextArea?
        let version: String
        let submissionID: String
        let held: String

        /// - Parameter held: until when the seat is held, in words.
        public init(action: String, days: Choices, reason: TextArea?, version: Int, submissionID: String, held: String)
        {
            self.action = action
            self.days = days
            self.reason = reason
            self.version = String(version)
            self.submissionID = submissionID
            self.held = held
        }
    }

    public let header: PageHeader
    let problem: Notice?
    let fit: FitBar?
    let facts: Facts
    let sentences: [String]
    let entry: Entry?
    let alternatives: [FittingPlace]
    let hasAlternatives: Bool
    let rankingURL: String

    public init(
        header: PageHeader,
        problem: Notice?,
        fit: FitBar?,
        facts: Facts,
        sentences: [String],
        entry: Entry?,
        alternatives: [FittingPlace],
        rankingURL: String
    ) {
        self.header = header
        self.problem = problem
        self.fit = fit
        self.facts = facts
        self.sentences = sentences
        self.entry = entry
        self.alternatives = alternatives
        hasAlternatives = !alternatives.isEmpty
        self.rankingURL = rankingURL
    }

    public static var samples: [ProposalNewPage] {
        [
            ProposalNewPage(
                header: PageHeader(
                    title: "Stel De Linde voor",
                    back: PageLink("Terug naar de plekken", "/kandidaten/7F3K2M9Q/plekken"),
                    errors: [ErrorLink(fieldID: "dagen", text: "Kies minstens 2 dagen.")]
                ),
                problem: Notice(.warning, title: "Deze plek is net bezet", text: "Kies een andere plek."),
                fit: .sample(),
                facts: Facts([Fact("Start", "di 1 dec")]),
                sentences: ["18 km reizen."],
                entry: Entry(
                    action: "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V",
                    days: Choices(
                        name: "dagen",
                        legend: "Dagen",
                        kind: .checkbox,
                        options: [Option(value: "1", label: "maandag")]
                    ),
                    reason: TextArea(name: "reden", label: "Waarom niet de eerste plek?"),
                    version: 1,
                    submissionID: "1",
                    held: "di 8 dec"
                ),
                alternatives: [.sample],
                rankingURL: "/kandidaten/7F3K2M9Q/plekken"
            )
        ]
    }
}

/// `/voorstellen/{kenmerk}`: where the proposal stands, whom to call, and what can be recorded.
public struct ProposalShowPage: Page {
    public static let template = "proposals/show"

    /// A condition for placing: who, and whether it is there.
    public struct Go: Sendable {
        let who: String
        let tag: Tag
        let detail: String

        public init(who: String, tag: Tag, detail: String) {
            self.who = who
            self.tag = tag
            self.detail = detail
        }
    }

    /// The practice's answer as the coordinator records it.
    public struct Answer: Sendable {
        let action: String
        let kinds: Choices
        let interviewOn: TextField
        let notBeforeOn: TextField
        let reason: SelectField
        let note: TextArea
        let version: String
        let submissionID: String

        public init(
            action: String,
            kinds: Choices,
            interviewOn: TextField,
            notBeforeOn: TextField,
            reason: SelectField,
            note: TextArea,
            version: Int,
            submissionID: String
        ) {
            self.action = action
            self.kinds = kinds
            self.interviewOn = interviewOn
            self.notBeforeOn = notBeforeOn
            self.reason = reason
            self.note = note
            self.version = String(version)
            self.submissionID = submissionID
        }
    }

    public let header: PageHeader
    let problem: Notice?
    let next: String
    let contacts: Facts
    let hasContacts: Bool
    let facts: Facts
    let goes: [Go]
    let answer: Answer?
    let actions: [ActionForm]
    let hasActions: Bool

    public init(
        header: PageHeader,
        problem: Notice?,
        next: String,
        contacts: [Fact],
        facts: Facts,
        goes: [Go],
        answer: Answer?,
        actions: [ActionForm]
    ) {
        self.header = header
        self.problem = problem
        self.next = next
        self.contacts = Facts(contacts)
        hasContacts = !contacts.isEmpty
        self.facts = facts
        self.goes = goes
        self.answer = answer
        self.actions = actions
        hasActions = !actions.isEmpty
    }

    public static var samples: [ProposalShowPage] {
        [
            ProposalShowPage(
                header: PageHeader(title: "Voorstel aan De Linde", tags: [Tag("wacht op antwoord", .waiting)]),
                problem: Notice(.error, text: "De praktijk is nog niet erkend."),
                next: "Bel de praktijk voor do 3 dec.",
                contacts: [Fact("Marit", "06 00 00 00 00", url: "tel:0600000000")],
                facts: Facts([Fact("Start", "di 1 dec")]),
                goes: [Go(who: "Praktijk", tag: Tag("ja", .ok), detail: "di 24 nov")],
                answer: Answer(
                    action: "/voorstellen/4D8N1X0V/antwoord",
                    kinds: Choices(
                        name: "antwoord",
                        legend: "Wat zei de praktijk?",
                        kind: .radio,
                        options: [Option(value: "agreed", label: "Akkoord")]
                    ),
                    interviewOn: TextField(name: "klikgesprek", label: "Dag van het klikgesprek", kind: .date),
                    notBeforeOn: TextField(name: "vanaf", label: "Wel vanaf", kind: .date),
                    reason: SelectField(
                        name: "reden",
                        label: "Reden",
                        options: [Option(value: "no_room", label: "geen ruimte")]
                    ),
                    note: TextArea(name: "notitie", label: "Notitie"),
                    version: 1,
                    submissionID: "1"
                ),
                actions: [
                    ActionForm(
                        action: "/voorstellen/4D8N1X0V/intrekken",
                        explanation: "De plek komt vrij.",
                        button: "Trek het voorstel in",
                        version: 1,
                        submissionID: "2",
                        select: SelectField(
                            name: "kandidaat_reden",
                            label: "Reden",
                            options: [Option(value: "other", label: "anders")]
                        )
                    )
                ]
            )
        ]
    }
}

extension FitBar {
    /// Points of a fit, for the samples of pages that show one.
    static func sample(id: String = "past") -> FitBar {
        FitBar(
            id: id,
            total: 78,
            parts: [
                Part(name: "leerbehoefte", weight: 30, points: 720, share: 22),
                Part(name: "begeleiding", weight: 20, points: 1000, share: 20),
            ],
            isLabelled: true
        )
    }
}

extension FittingPlace {
    static var sample: FittingPlace {
        FittingPlace(
            name: "Praktijk De Beuk, Zwolle",
            detail: "18 km · start di 1 dec",
            url: "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V",
            button: "Stel deze plek voor",
            fit: .sample(id: "past-2")
        )
    }
}
