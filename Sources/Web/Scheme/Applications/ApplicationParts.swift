import PageKit
import Site

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

extension [String] {
    /// The paragraphs of a text that someone typed: lines that are not empty.
    static func paragraphs(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
