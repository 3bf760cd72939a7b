/// `/invoer/{soort}/{id}`: every row as it would be saved, and what is wrong with the others. Nothing is saved yet.
public struct ImportPreviewPage: Page {
    public static let template = "imports/preview"

    /// A row that cannot be saved, with what is wrong in each cell.
    public struct Faulty: Sendable {
        struct Problem: Sendable {
            let column: String
            let value: String
            let sentence: String
        }

        let line: String
        let title: String?
        let problems: [Problem]

        /// - Parameter title: who the row is about, when it says.
        public init(line: Int, title: String?, problems: [(column: String, value: String, sentence: String)]) {
            self.line = "\(line)"
            self.title = title
            self.problems = problems.map { Problem(column: $0.column, value: $0.value, sentence: $0.sentence) }
        }
    }

    /// A row as it would be saved.
    public struct Row: Sendable {
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
        public init(line: Int, columns: [String], cells: [String], notes: [String]) {
            self.line = "\(line)"
            name = cells.first ?? ""
            self.cells = zip(columns, cells).dropFirst().map { Cell(label: $0.0, text: $0.1) }
            self.notes = notes
            hasNotes = !notes.isEmpty
        }
    }

    /// What was filled in because the file does not say.
    public struct FilledIn: Sendable {
        let label: String
        let text: String

        /// - Parameter text: "Niet in je bestand: we vullen 1 februari 2027 in."
        public init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    /// Words that we do not know, with the choice of what they mean.
    public struct Words: Sendable {
        public struct Field: Sendable {
            let select: SelectField
            let keyName: String
            let key: String

            /// - Parameter key: says which words the choice is about, whatever changed meanwhile.
            public init(select: SelectField, keyName: String, key: String) {
                self.select = select
                self.keyName = keyName
                self.key = key
            }
        }

        let action: String
        let fields: [Field]

        public init(action: String, fields: [Field]) {
            self.action = action
            self.fields = fields
        }
    }

    public struct Content: Sendable {
        public var fileName = ""
        public var path = ""
        public var submissionID = ""
        public var stats = Stats([])
        public var nameColumn = ""
        public var columns: [String] = []
        public var rows: [Row] = []
        /// "En nog 140 andere." when not all are shown.
        public var moreRows: String?
        public var words: Words?
        /// Whether answers on words were given that can be forgotten.
        public var hasAnswers = false
        public var faulty: [Faulty] = []
        public var moreFaulty: String?
        /// Rows that are probably there already, to be chosen one by one.
        public var known: Choices?
        /// Rows that are there already and stay as they are.
        public var present: String?
        public var filledIn: [FilledIn] = []
        /// Nil when there is nothing to save.
        public var button: String?
        public var nothing: String?
        public var errors: [ErrorLink] = []

        public init() {}
    }

    public let header: PageHeader
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

    public init(_ content: Content) {
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

    public static var samples: [ImportPreviewPage] {
        var full = Content()
        full.fileName = "lijst.csv"
        full.path = "/invoer/kandidaten/0190"
        full.submissionID = "0190"
        full.stats = Stats([StatTile(number: "57", label: "goed", url: "#goed", kind: .ok)])
        full.nameColumn = "Naam"
        full.columns = ["Geboren"]
        full.rows = [
            Row(line: 2, columns: ["Naam", "Geboren"], cells: ["Sanne Voorbeeld", "14-03-2005"], notes: ["Let op"])
        ]
        full.moreRows = "En nog 56 andere."
        full.faulty = [
            Faulty(line: 12, title: "Sanne Voorbeeld", problems: [("Geboortedatum", "31-2-2005", "Dit is geen datum.")])
        ]
        full.hasAnswers = true
        full.words = Words(
            action: "/invoer/kandidaten/0190/woorden",
            fields: [
                .init(
                    select: SelectField(
                        name: "woord-0",
                        label: "Vervoer: “OV / fiets” (19 rijen)",
                        options: [Option(value: "fiets", label: "fiets")],
                        isRequired: false
                    ),
                    keyName: "over-0",
                    key: "vervoer|OV / fiets"
                )
            ]
        )
        full.moreFaulty = "En nog 2 andere."
        full.known = Choices(
            name: "ook",
            legend: "Staan er waarschijnlijk al",
            kind: .checkbox,
            options: [Option(value: "4", label: "Bram Voorbeeld (regel 4)", description: "Kenmerk 7F3K2M9Q.")],
            isRequired: false
        )
        full.present = "3 kandidaten staan er al."
        full.filledIn = [FilledIn(label: "Aantal weken", text: "Niet in je bestand: we vullen 20 in.")]
        full.button = "Neem 57 rijen over"
        full.errors = [ErrorLink(fieldID: "ook", text: "Kies een rij.")]
        var empty = Content()
        empty.path = full.path
        empty.nothing = "60 kandidaten staan er al. Er verandert niets."
        return [ImportPreviewPage(full), ImportPreviewPage(empty)]
    }
}
