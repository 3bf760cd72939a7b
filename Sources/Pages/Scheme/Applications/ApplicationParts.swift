/// One section of an ``ApplicationSheetPage``.
public struct SheetSection: Sendable {
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
    public init(
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

    static var sample: SheetSection {
        SheetSection(
            "partners",
            "Partners",
            paragraphs: ["Deze organisaties doen mee."],
            items: ["Twente"],
            facts: Facts([Fact("Kenmerk", "7F3K2M9Q")]),
            checks: [
                SheetCheck(
                    number: 1,
                    demand: "Er is een naam.",
                    isMet: false,
                    finding: "Die is er niet.",
                    repair: PageLink("Vul aan", "/1")
                )
            ],
            table: SheetTable(
                "Partners",
                columns: [.init("Naam"), .init("Bedrag", isNumber: true)],
                rows: [.init("ROC Voorbeeld", url: "/x", ["€ 100"]), .init("Praktijk", ["€ 50"])],
                foot: .init("Samen", ["€ 150"])
            ),
            timeline: Timeline([
                TimelineItem(
                    when: "di 24 nov",
                    datetime: "2026-11-24",
                    title: "Ingediend",
                    who: "Sanne",
                    detail: "x",
                    kind: .done
                )
            ]),
            actions: [SheetAction("Meld de start", "/start"), SheetAction("Trek in", "/intrekken", isSecondary: true)],
            form: SheetForm(
                action: "/verslagen/1",
                submissionID: "1",
                hidden: [HiddenField(name: "versie", value: "1")],
                area: TextArea(name: "opmerking", label: "Opmerking", isRequired: false),
                button: "Gelezen"
            )
        )
    }
}

/// A rule with its verdict, and where to mend it.
public struct SheetCheck: Sendable {
    let number: String
    let demand: String
    let verdict: Tag
    let finding: String
    let repair: PageLink?

    public init(number: Int, demand: String, isMet: Bool, finding: String, repair: PageLink? = nil) {
        self.number = String(number)
        self.demand = demand
        verdict = isMet ? Tag("in orde", .ok) : Tag("nog niet", .waiting)
        self.finding = finding
        self.repair = isMet ? nil : repair
    }
}

/// A table whose first column names the row.
public struct SheetTable: Sendable {
    public struct Column: Sendable {
        let title: String
        let isNumber: Bool

        public init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    public struct Row: Sendable {
        let head: String
        let url: String?
        let texts: [String]

        /// - Parameter texts: one per column behind the first.
        public init(_ head: String, url: String? = nil, _ texts: [String]) {
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

    public init(_ caption: String, columns: [Column], rows: [Row], foot: Row? = nil) {
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
public struct SheetAction: Sendable {
    let text: String
    let url: String
    let isSecondary: Bool

    public init(_ text: String, _ url: String, isSecondary: Bool = false) {
        self.text = text
        self.url = url
        self.isSecondary = isSecondary
    }
}

/// One button that posts, with a text beside it when that is useful.
public struct SheetForm: Sendable {
    let action: String
    let submissionID: String
    let hidden: [HiddenField]
    let area: TextArea?
    let button: String

    public init(
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
public struct FormGroup: Sendable {
    /// One field; exactly one of the four is there.
    public struct Part: Sendable {
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

        public static func text(_ field: TextField) -> Part { Part(text: field) }
        public static func area(_ field: TextArea) -> Part { Part(area: field) }
        public static func select(_ field: SelectField) -> Part { Part(select: field) }
        public static func choices(_ field: Choices) -> Part { Part(choices: field) }
    }

    let legend: String?
    let note: String?
    let parts: [Part]
    let isRow: Bool
    let isPlain: Bool

    /// Fields below each other.
    public init(_ parts: [Part]) {
        legend = nil
        note = nil
        self.parts = parts
        isRow = false
        isPlain = true
    }

    /// A fieldset.
    ///
    /// - Parameter isRow: puts the fields beside each other where there is room.
    public init(_ legend: String, note: String? = nil, isRow: Bool = false, _ parts: [Part]) {
        self.legend = legend
        self.note = note
        self.parts = parts
        self.isRow = isRow
        isPlain = false
    }

    static var sample: FormGroup {
        FormGroup(
            "Het project",
            note: "Schrijf kort.",
            isRow: true,
            [
                .text(TextField(name: "naam", label: "Naam", error: "Vul de naam in.")),
                .area(TextArea(name: "probleem", label: "Probleem")),
                .select(SelectField(name: "soort", label: "Soort", options: [Option(value: "1", label: "school")])),
                .choices(
                    Choices(
                        name: "regio",
                        legend: "Regio",
                        kind: .checkbox,
                        options: [Option(value: "1", label: "Twente")]
                    )
                ),
            ]
        )
    }
}

/// A button of an ``ApplicationFormPage``; its value is sent under the name `knop`.
public struct FormButton: Sendable {
    let text: String
    let value: String
    let modifier: String

    public init(_ text: String, value: String = "verder", isSecondary: Bool = false, isDanger: Bool = false) {
        self.text = text
        self.value = value
        modifier = isDanger ? " button--danger" : isSecondary ? " button--secondary" : ""
    }
}

extension [String] {
    /// The paragraphs of a text that someone typed: lines that are not empty.
    public static func paragraphs(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
