/// A table read from a file: the names of the columns and the rows that hold anything.
public struct DelimitedTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// The line of the file on which the row begins, from 1, as a text editor counts.
        public let line: Int
        /// As many cells as the header has columns, without white space around them.
        public let cells: [String]

        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    public let separator: Character
    /// `UTF-8` or `Windows-1252`, to say it in the preview.
    public let encodingName: String
    public let header: [String]
    public let rows: [Row]
}

/// Why a file cannot be read as a table, as a Dutch sentence that says what to do.
public struct DelimitedTextError: Error, Hashable, Sendable {
    /// The line of the file, when it is about one.
    public let line: Int?
    public let sentence: String

    public init(line: Int?, sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}

/// What a file may hold at most.
public struct DelimitedTextLimits: Sendable {
    public let bytes: Int
    public let rows: Int
    public let columns: Int

    public static let standard = DelimitedTextLimits(bytes: 5_000_000, rows: 20_000, columns: 200)

    public init(bytes: Int, rows: Int, columns: Int) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
    }
}
