import PageKit
import Site

/// What a candidate fills in or confirms: signing in, registering, correcting, stopping, erasing. All have one shape.
struct OwnFormPage: Page {
    static let template = "own/form"

    /// One field of any kind.
    enum Field: Sendable {
        case text(TextField)
        case area(TextArea)
        case select(SelectField)
        case choices(Choices)
    }

    /// Fields under one heading.
    struct Group: Sendable {
        let legend: String
        let text: String?
        let quote: String?
        let rows: [CandidateFormPage.Row]

        /// - Parameters:
        ///   - text: a sentence before the fields.
        ///   - quote: a text that is agreed to, word for word.
        init(_ legend: String, text: String? = nil, quote: String? = nil, _ fields: [Field]) {
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
    struct Hidden: Sendable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    let header: PageHeader
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
    struct Change: Sendable {
        let name: String
        let value: String
        let text: String

        init(_ name: String, _ value: String, text: String) {
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
    init(
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
}

/// Something is done or over; what happens next, in order, and whom to call.
struct OwnMessagePage: Page {
    static let template = "own/message"

    let header: PageHeader
    let paragraphs: [String]
    let steps: [String]
    let hasSteps: Bool
    let phones: Facts?
    let links: [PageLink]
    let hasLinks: Bool

    /// - Parameters:
    ///   - steps: what happens next.
    ///   - phones: whom to call.
    init(
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
}
