import Domain
import PageKit

/// Fields of an ``ApplicationFormPage`` that belong together.
struct FormGroup: Sendable {
    /// One field; exactly one of the four is there.
    struct Part: Sendable {
        let text: TextField?
        let area: TextArea?
        let select: SelectField?
        let choices: Choices?

        private init(text: TextField? = nil, area: TextArea? = nil, select: SelectField? = nil, choices: Choices? = nil)
        {
            self.text = text
            self.area = area
            self.select = select
            self.choices = choices
        }

        static func text(_ field: TextField) -> Part { Part(text: field) }
        static func area(_ field: TextArea) -> Part { Part(area: field) }
        static func select(_ field: SelectField) -> Part { Part(select: field) }
        static func choices(_ field: Choices) -> Part { Part(choices: field) }
    }

    let legend: String?
    let note: String?
    let parts: [Part]
    let isRow: Bool
    let isPlain: Bool

    /// Fields below each other.
    init(_ parts: [Part]) {
        legend = nil
        note = nil
        self.parts = parts
        isRow = false
        isPlain = true
    }

    /// A fieldset.
    ///
    /// - Parameter isRow: puts the fields beside each other where there is room.
    init(_ legend: String, note: String? = nil, isRow: Bool = false, _ parts: [Part]) {
        self.legend = legend
        self.note = note
        self.parts = parts
        self.isRow = isRow
        isPlain = false
    }
}

/// A button of an ``ApplicationFormPage``; its value is sent under the name `knop`.
struct FormButton: Sendable {
    let text: String
    let value: String
    let modifier: String

    init(_ text: String, value: String = "verder", isSecondary: Bool = false, isDanger: Bool = false) {
        self.text = text
        self.value = value
        modifier = isDanger ? " button--danger" : isSecondary ? " button--secondary" : ""
    }
}

/// A form in groups: every kind of field, in the order of the page.
struct ApplicationFormPage: Page {
    static let template = "applications/form"

    let header: PageHeader
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

    init(
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
}
