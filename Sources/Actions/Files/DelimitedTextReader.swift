extension DelimitedText {
    /// Reads a file with a header line; `;`, `,` or tab between cells, RFC 4180 quotes, with or without byte order
    /// mark, UTF-8 or else Windows-1252. A line `sep=;` before the header is obeyed. Empty lines are skipped.
    ///
    /// - Throws: ``DelimitedTextError`` on the first thing that makes the rest unreliable.
    public static func read(
        _ bytes: [UInt8],
        limits: DelimitedTextLimits = .standard
    ) throws(DelimitedTextError) -> DelimitedTable {
        guard bytes.count <= limits.bytes else {
            throw DelimitedTextError(
                line: nil,
                sentence: "Het bestand is te groot. Het mag hoogstens \(limits.bytes / 1_000_000) MB zijn."
            )
        }
        var (text, encodingName) = try decoded(bytes)
        var firstLine = 1
        let separator: UInt8
        if let (announced, rest) = announcedSeparator(text) {
            (separator, text, firstLine) = (announced, rest, 2)
        } else {
            separator = likelySeparator(text)
        }

        var parser = RecordParser(text: text, separator: separator, line: firstLine, maxColumns: limits.columns)
        var header: [String]?
        var rows: [DelimitedTable.Row] = []
        while let record = try parser.next() {
            let cells = record.cells.map { rearmed(trimmed($0)) }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            guard let names = header else {
                header = try checkedHeader(cells, line: record.line)
                continue
            }
            guard rows.count < limits.rows else {
                throw DelimitedTextError(
                    line: record.line,
                    sentence: "Het bestand heeft te veel regels. Het mogen er hoogstens \(limits.rows) zijn."
                )
            }
            rows.append(.init(line: record.line, cells: try fitted(cells, to: names.count, line: record.line)))
        }
        guard let header else {
            throw DelimitedTextError(line: nil, sentence: "Het bestand is leeg. Zet op de eerste regel de namen.")
        }
        return DelimitedTable(
            separator: Character(Unicode.Scalar(separator)),
            encodingName: encodingName,
            header: header,
            rows: rows
        )
    }

    // MARK: Bytes to text

    private static func decoded(
        _ bytes: [UInt8]
    ) throws(DelimitedTextError) -> (text: Substring.UTF8View, encodingName: String) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw DelimitedTextError(
                line: nil,
                sentence: "Het bestand is bewaard als Unicode-tekst. Bewaar het als “CSV UTF-8”."
            )
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw DelimitedTextError(
                line: nil,
                sentence: "Dit is een Excel-bestand. Bewaar het in Excel als “CSV UTF-8” en kies dat bestand."
            )
        }
        if let zero = bytes.firstIndex(of: 0) {
            let line = bytes[..<zero].count { $0 == 10 } + 1
            throw DelimitedTextError(line: line, sentence: "Er staat een onleesbaar teken (NUL) in het bestand.")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) {
            return (text[...].utf8, "UTF-8")
        }
        let scalars = content.map { byte in
            (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return (String(text)[...].utf8, "Windows-1252")
    }

    /// What Windows-1252 has at 0x80…0x9F (WHATWG Encoding); the five bytes without a character stay control codes.
    private static let windows1252: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    // MARK: The separator

    private static func announcedSeparator(_ text: Substring.UTF8View) -> (UInt8, Substring.UTF8View)? {
        guard text.prefix(4).elementsEqual("sep=".utf8), let separator = text.dropFirst(4).first else { return nil }
        let rest = text.dropFirst(5).drop { $0 == 13 }
        guard rest.first == 10, [9, UInt8(ascii: ";"), UInt8(ascii: ",")].contains(separator) else { return nil }
        return (separator, rest.dropFirst())
    }

    /// The one that stands most in the first line that is not empty, outside quotes; `;` when nothing does.
    private static func likelySeparator(_ text: Substring.UTF8View) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text.drop(while: { $0 == 10 || $0 == 13 }) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 9]
        let most = candidates.map { counts[$0] ?? 0 }.max() ?? 0
        return candidates.first { (counts[$0] ?? 0) == most } ?? UInt8(ascii: ";")
    }

    // MARK: Rows

    private static func checkedHeader(_ names: [String], line: Int) throws(DelimitedTextError) -> [String] {
        var names = names
        while names.last?.isEmpty == true { names.removeLast() }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name.lowercased()).inserted {
            throw DelimitedTextError(
                line: line,
                sentence: "De kolom “\(name)” staat er twee keer. Geef elke kolom een eigen naam."
            )
        }
        return names
    }

    /// Short rows are filled up, since spreadsheets leave off empty cells; text beyond the last column is an error.
    private static func fitted(
        _ cells: [String],
        to count: Int,
        line: Int
    ) throws(DelimitedTextError) -> [String] {
        guard cells.dropFirst(count).allSatisfy(\.isEmpty) else {
            throw DelimitedTextError(
                line: line,
                sentence: "Deze regel heeft \(cells.count) vakjes, maar er zijn \(count) kolommen. "
                    + "Staat er ergens een puntkomma of komma te veel?"
            )
        }
        return Array(cells.prefix(count)) + Array(repeating: "", count: max(0, count - cells.count))
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// Splits text into records by RFC 4180, one at a time. Works on bytes: every character that matters is ASCII.
private struct RecordParser {
    private var rest: Substring.UTF8View
    private let separator: UInt8
    private var line: Int
    private let maxColumns: Int

    init(text: Substring.UTF8View, separator: UInt8, line: Int, maxColumns: Int) {
        rest = text
        self.separator = separator
        self.line = line
        self.maxColumns = maxColumns
    }

    /// The next record and the line on which it begins; nil at the end.
    mutating func next() throws(DelimitedTextError) -> (line: Int, cells: [String])? {
        guard !rest.isEmpty else { return nil }
        let begin = line
        var cells: [String] = []
        repeat {
            cells.append(try cell())
            guard cells.count <= maxColumns else {
                throw DelimitedTextError(
                    line: begin,
                    sentence: "Deze regel heeft meer dan \(maxColumns) kolommen. Dat kunnen we niet lezen."
                )
            }
        } while take(separator)
        endLine()
        return (begin, cells)
    }

    private mutating func cell() throws(DelimitedTextError) -> String {
        guard rest.first == UInt8(ascii: "\"") else {
            let end = rest.firstIndex { $0 == separator || $0 == 10 || $0 == 13 } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(Substring(rest[..<end]))
        }
        let begin = line
        rest.removeFirst()
        var text = ""
        while true {
            guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")) else {
                throw DelimitedTextError(
                    line: begin,
                    sentence: "Een aanhalingsteken op deze regel wordt nergens gesloten. Haal het weg."
                )
            }
            let part = rest[..<quote]
            line += part.count { $0 == 10 }
            text += Substring(part)
            rest = rest[rest.index(after: quote)...]
            guard take(UInt8(ascii: "\"")) else { break }
            text += "\""
        }
        // Spaces between a closing quote and the separator mean nothing; anything else is a typing error.
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        guard rest.first.map({ $0 == separator || $0 == 10 || $0 == 13 }) ?? true else {
            throw DelimitedTextError(
                line: begin,
                sentence: "Na een aanhalingsteken staat nog tekst. Zet in een vakje twee aanhalingstekens naast elkaar."
            )
        }
        return text
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// CR LF, LF or CR alone.
    private mutating func endLine() {
        let hadReturn = take(13)
        if take(10) || hadReturn { line += 1 }
    }
}
