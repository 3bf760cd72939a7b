/// What a candidate fills in or confirms: signing in, registering, correcting, stopping, erasing. All have one shape.
public struct OwnFormPage: Page {
    public static let template = "own/form"

    /// One field of any kind.
    public enum Field: Sendable {
        case text(TextField)
        case area(TextArea)
        case select(SelectField)
        case choices(Choices)
    }

    /// Fields under one heading.
    public struct Group: Sendable {
        let legend: String
        let text: String?
        let quote: String?
        let rows: [CandidateFormPage.Row]

        /// - Parameters:
        ///   - text: a sentence before the fields.
        ///   - quote: a text that is agreed to, word for word.
        public init(_ legend: String, text: String? = nil, quote: String? = nil, _ fields: [Field]) {
            self.legend = legend
            self.text = text
            self.quote = quote
            rows = fields.map { field in
                switch field {
                case .text(let text): CandidateFormPage.Row(text: text)
                case .area(let area): CandidateFormPage.Row(area: area)
                case .select(let select): CandidateFormPage.Row(select: select)
                case .choices(let choices): CandidateFormPage.Row(choices: choices)
                }
            }
        }
    }

    /// What the form carries along without being seen.
    public struct Hidden: Sendable {
        let name: String
        let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public let header: PageHeader
    let steps: Steps?
    let warning: Notice?
    let paragraphs: [String]
    let items: [String]
    let hasItems: Bool
    let summary: Facts?
    let change: Change?
    let action: String
    let groups: [Group]
    let hidden: [Hidden]
    let submissionID: String
    let button: String
    let buttonClass: String
    let cancel: PageLink?
    let links: [PageLink]
    let hasLinks: Bool

    /// A second button that goes back to the form, with everything that was entered.
    public struct Change: Sendable {
        let name: String
        let value: String
        let text: String

        public init(_ name: String, _ value: String, text: String) {
            self.name = name
            self.value = value
            self.text = text
        }
    }

    /// - Parameters:
    ///   - paragraphs: before the fields; what happens, and what does not.
    ///   - items: the same as a list.
    ///   - summary: what was entered, to check.
    ///   - isDangerous: what cannot be taken back.
    public init(
        header: PageHeader,
        steps: Steps? = nil,
        warning: Notice? = nil,
        paragraphs: [String] = [],
        items: [String] = [],
        summary: Facts? = nil,
        change: Change? = nil,
        action: String,
        groups: [Group] = [],
        hidden: [Hidden] = [],
        submissionID: String,
        button: String,
        isDangerous: Bool = false,
        cancel: PageLink? = nil,
        links: [PageLink] = []
    ) {
        self.header = header
        self.steps = steps
        self.warning = warning
        self.paragraphs = paragraphs
        self.items = items
        hasItems = !items.isEmpty
        self.summary = summary
        self.change = change
        self.action = action
        self.groups = groups
        self.hidden = hidden
        self.submissionID = submissionID
        self.button = button
        buttonClass = isDangerous ? "button button--danger" : "button"
        self.cancel = cancel
        self.links = links
        hasLinks = !links.isEmpty
    }

    public static var samples: [OwnFormPage] {
        [
            OwnFormPage(
                header: PageHeader(
                    title: "Kloppen je gegevens?",
                    errors: [ErrorLink(fieldID: "team", text: "Kies welke organisatie je mag helpen.")]
                ),
                steps: Steps(current: 3, of: 3, title: "Controleren en inschrijven"),
                warning: Notice(.warning, text: "Met dit mailadres sta je al ingeschreven."),
                paragraphs: ["Kijk alles na."],
                items: ["Je team belt je."],
                summary: Facts([Fact("Naam", "Anna van den Berg")]),
                change: Change("stap", "wijzig", text: "Wijzig mijn gegevens"),
                action: "/kandidaat-worden/abc",
                groups: [
                    Group(
                        "Wie helpt je",
                        text: "In jouw gemeente werken twee organisaties.",
                        quote: "Een andere regio mag mijn kaart zien.",
                        [
                            .text(TextField(name: "voornaam", label: "Voornaam", error: "Vul je voornaam in.")),
                            .area(TextArea(name: "opmerking", label: "Opmerking")),
                            .select(
                                SelectField(
                                    name: "gemeente",
                                    label: "Woonplaats",
                                    options: [Option(value: "GM0153", label: "Enschede")]
                                )
                            ),
                            .choices(
                                Choices(
                                    name: "team",
                                    legend: "Organisatie",
                                    kind: .radio,
                                    options: [Option(value: "1", label: "RHO Voorbeeld")],
                                    error: "Kies welke organisatie je mag helpen."
                                )
                            ),
                        ]
                    )
                ],
                hidden: [Hidden("start", "1-2-2027")],
                submissionID: "1",
                button: "Schrijf me in",
                cancel: PageLink("Stop zonder te bewaren", "/"),
                links: [PageLink("Ik wil me aanmelden", "/mijn/aanmelden")]
            ),
            OwnFormPage(
                header: PageHeader(title: "Wis al mijn gegevens"),
                action: "/mijn/wissen",
                submissionID: "2",
                button: "Wis alles",
                isDangerous: true
            ),
        ]
    }
}

/// Something is done or over; what happens next, in order, and whom to call.
public struct OwnMessagePage: Page {
    public static let template = "own/message"

    public let header: PageHeader
    let paragraphs: [String]
    let steps: [String]
    let hasSteps: Bool
    let phones: Facts?
    let links: [PageLink]
    let hasLinks: Bool

    /// - Parameters:
    ///   - steps: what happens next.
    ///   - phones: whom to call.
    public init(
        header: PageHeader,
        paragraphs: [String],
        steps: [String] = [],
        phones: Facts? = nil,
        links: [PageLink] = []
    ) {
        self.header = header
        self.paragraphs = paragraphs
        self.steps = steps
        hasSteps = !steps.isEmpty
        self.phones = phones
        self.links = links
        hasLinks = !links.isEmpty
    }

    public static var samples: [OwnMessagePage] {
        [
            OwnMessagePage(
                header: PageHeader(title: "Je bent ingeschreven"),
                paragraphs: ["We zoeken met je mee."],
                steps: ["Je team belt je uiterlijk do 26 nov."],
                phones: Facts([Fact("Team Twente", "074 123 45 67", url: "tel:+31741234567")]),
                links: [PageLink("Naar mijn traject", "/mijn")]
            ),
            OwnMessagePage(header: PageHeader(title: "Kijk in je mail"), paragraphs: []),
        ]
    }
}
