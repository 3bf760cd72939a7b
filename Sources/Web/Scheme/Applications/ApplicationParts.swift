import PageKit

/// One section of an ``ApplicationSheetPage``.
struct SheetSection: Sendable {
    let id: String
    let title: String
    let paragraphs: [String]
    let items: [String]
    let hasItems: Bool
    let facts: Facts?
    let checks: [SheetCheck]
    let hasChecks: Bool
    let table: SheetTable?
    let timeline: Timeline?
    let actions: [SheetAction]
    let hasActions: Bool
    let form: SheetForm?

    /// - Parameter id: names the section in the address, such as `partners`.
    init(
        _ id: String,
        _ title: String,
        paragraphs: [String] = [],
        items: [String] = [],
        facts: Facts? = nil,
        checks: [SheetCheck] = [],
        table: SheetTable? = nil,
        timeline: Timeline? = nil,
        actions: [SheetAction] = [],
        form: SheetForm? = nil
    ) {
        self.id = id
        self.title = title
        self.paragraphs = paragraphs
        self.items = items
        hasItems = !items.isEmpty
        self.facts = facts
        self.checks = checks
        hasChecks = !checks.isEmpty
        self.table = table
        self.timeline = timeline
        self.actions = actions
        hasActions = !actions.isEmpty
        self.form = form
    }
}

/// A rule with its verdict, and where to mend it.
struct SheetCheck: Sendable {
    let number: String
    let demand: String
    let verdict: Tag
    let finding: String
    let repair: PageLink?

    init(number: Int, demand: String, isMet: Bool, finding: String, repair: PageLink? = nil) {
        self.number = String(number)
        self.demand = demand
        verdict = isMet ? Tag("in orde", .ok) : Tag("nog niet", .waiting)
        self.finding = finding
        self.repair = isMet ? nil : repair
    }
}

/// A table whose first column names the row.
struct SheetTable: Sendable {
    struct Column: Sendable {
        let title: String
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    struct Row: Sendable {
        let head: String
        let url: String?
        let texts: [String]

        /// - Parameter texts: one per column behind the first.
        init(_ head: String, url: String? = nil, _ texts: [String]) {
            self.head = head
            self.url = url
            self.texts = texts
        }
    }

    struct Cell: Sendable {
        let label: String
        let text: String
        let isNumber: Bool
    }

    struct Line: Sendable {
        let head: String
        let url: String?
        let cells: [Cell]
    }

    let caption: String
    let columns: [Column]
    let rows: [Line]
    let foot: Line?

    init(_ caption: String, columns: [Column], rows: [Row], foot: Row? = nil) {
        self.caption = caption
        self.columns = columns
        func line(_ row: Row) -> Line {
            Line(
                head: row.head,
                url: row.url,
                cells: zip(columns.dropFirst(), row.texts).map {
                    Cell(label: $0.title, text: $1, isNumber: $0.isNumber)
                }
            )
        }
        self.rows = rows.map(line)
        self.foot = foot.map(line)
    }
}

/// Where something can be done, as a button.
struct SheetAction: Sendable {
    let text: String
    let url: String
    let isSecondary: Bool

    init(_ text: String, _ url: String, isSecondary: Bool = false) {
        self.text = text
        self.url = url
        self.isSecondary = isSecondary
    }
}

/// One button that posts, with a text beside it when that is useful.
struct SheetForm: Sendable {
    let action: String
    let submissionID: String
    let hidden: [HiddenField]
    let area: TextArea?
    let button: String

    init(
        action: String,
        submissionID: String,
        hidden: [HiddenField] = [],
        area: TextArea? = nil,
        button: String
    ) {
        self.action = action
        self.submissionID = submissionID
        self.hidden = hidden
        self.area = area
        self.button = button
    }
}

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

extension [String] {
    /// The paragraphs of a text that someone typed: lines that are not empty.
    static func paragraphs(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
