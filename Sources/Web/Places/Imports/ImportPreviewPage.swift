import PageKit
import Site

/// `/invoer/{soort}/{id}`: every row as it would be saved, and what is wrong with the others. Nothing is saved yet.
struct ImportPreviewPage: Page {
    static let template = "imports/preview"

    /// A row that cannot be saved, with what is wrong in each cell.
    struct Faulty: Sendable {
        struct Problem: Sendable {
            let column: String
            let value: String
            let sentence: String
        }

        let line: String
        let title: String?
        let problems: [Problem]

        /// - Parameter title: who the row is about, when it says.
        init(line: Int, title: String?, problems: [(column: String, value: String, sentence: String)]) {
            self.line = "\(line)"
            self.title = title
            self.problems = problems.map { Problem(column: $0.column, value: $0.value, sentence: $0.sentence) }
        }
    }

    /// A row as it would be saved.
    struct Row: Sendable {
        struct Cell: Sendable {
            let label: String
            let text: String
        }

        let line: String
        let name: String
        let cells: [Cell]
        let notes: [String]
        let hasNotes: Bool

        /// - Parameter cells: one for each column; the first is the row's heading.
        init(line: Int, columns: [String], cells: [String], notes: [String]) {
            self.line = "\(line)"
            name = cells.first ?? ""
            self.cells = zip(columns, cells).dropFirst().map { Cell(label: $0.0, text: $0.1) }
            self.notes = notes
            hasNotes = !notes.isEmpty
        }
    }

    /// What was filled in because the file does not say.
    struct FilledIn: Sendable {
        let label: String
        let text: String

        /// - Parameter text: "Niet in je bestand: we vullen 1 februari 2027 in."
        init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    /// Words that we do not know, with the choice of what they mean.
    struct Words: Sendable {
        struct Field: Sendable {
            let select: SelectField
            let keyName: String
            let key: String

            /// - Parameter key: says which words the choice is about, whatever changed meanwhile.
            init(select: SelectField, keyName: String, key: String) {
                self.select = select
                self.keyName = keyName
                self.key = key
            }
        }

        let action: String
        let fields: [Field]

        init(action: String, fields: [Field]) {
            self.action = action
            self.fields = fields
        }
    }

    struct Content: Sendable {
        var fileName = ""
        var path = ""
        var submissionID = ""
        var stats = Stats([])
        var nameColumn = ""
        var columns: [String] = []
        var rows: [Row] = []
        /// "En nog 140 andere." when not all are shown.
        var moreRows: String?
        var words: Words?
        /// Whether answers on words were given that can be forgotten.
        var hasAnswers = false
        var faulty: [Faulty] = []
        var moreFaulty: String?
        /// Rows that are probably there already, to be chosen one by one.
        var known: Choices?
        /// Rows that are there already and stay as they are.
        var present: String?
        var filledIn: [FilledIn] = []
        /// Nil when there is nothing to save.
        var button: String?
        var nothing: String?
        var errors: [ErrorLink] = []

        init() {}
    }

    let header: PageHeader
    let steps: Steps
    let stats: Stats
    let words: Words?
    let forget: String?
    let faulty: [Faulty]
    let hasFaulty: Bool
    let moreFaulty: String?
    let faultyURL: String
    let known: Choices?
    let present: String?
    let filledIn: [FilledIn]
    let hasFilledIn: Bool
    let nameColumn: String
    let columns: [String]
    let rows: [Row]
    let hasRows: Bool
    let moreRows: String?
    let button: String?
    let nothing: String?
    let action: String
    let columnsURL: String
    let removeAction: String
    let submissionID: String

    init(_ content: Content) {
        header = PageHeader(
            title: "Kijk na wat we overnemen",
            lead: "Er is nog niets bewaard.",
            breadcrumbs: [PageLink("Invoeren", "/invoer")],
            back: PageLink("Kolommen wijzigen", content.path + "/kolommen"),
            errors: content.errors
        )
        steps = Steps(current: 2, of: 2, title: content.fileName)
        stats = content.stats
        words = content.words
        forget = content.hasAnswers ? content.path + "/woorden" : nil
        faulty = content.faulty
        hasFaulty = !content.faulty.isEmpty
        moreFaulty = content.moreFaulty
        faultyURL = content.path + "/fouten"
        known = content.known
        present = content.present
        filledIn = content.filledIn
        hasFilledIn = !content.filledIn.isEmpty
        nameColumn = content.nameColumn
        columns = content.columns
        rows = content.rows
        hasRows = !content.rows.isEmpty
        moreRows = content.moreRows
        button = content.button
        nothing = content.nothing
        action = content.path
        columnsURL = content.path + "/kolommen"
        removeAction = content.path + "/weg"
        submissionID = content.submissionID
    }
}
