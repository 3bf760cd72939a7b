public import Domain

/// One cell of a file for a spreadsheet, written the way Dutch Excel reads it.
public enum DelimitedValue: Hashable, Sendable {
    case empty
    case text(String)
    case int(Int)
    /// A number with a fixed count of decimals: `.decimal(125, decimals: 1)` is `12,5`.
    case decimal(Int, decimals: Int)
    case date(CalendarDate)
    case bool(Bool)
}

/// Comma-separated files: written for Dutch Excel, read from whatever a coordinator has.
public enum DelimitedText {
    /// A byte order mark, `;`, CR LF, decimal commas, `dd-mm-jjjj`, and no formula that a spreadsheet would run.
    public static func write(header: [String], rows: some Sequence<[DelimitedValue]>) -> [UInt8] {
        var text = line(header.map(quoted))
        for row in rows {
            text += line(row.map(cell))
        }
        return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    /// A text cell that begins with one of these could be run as a formula; Excel shows the `'` before it as nothing.
    private static let formulaStarts: Set<UInt8> = Set("=+-@\t\r".utf8)

    private static func line(_ cells: [String]) -> String { cells.joined(separator: ";") + "\r\n" }

    private static func cell(_ value: DelimitedValue) -> String {
        switch value {
        case .empty: ""
        case .text(let text): quoted(text)
        case .int(let number): String(number)
        case .decimal(let number, let decimals): decimals > 0 ? "\"\(decimal(number, decimals))\"" : String(number)
        case .date(let date): date.dutchNumeric
        case .bool(let isTrue): isTrue ? "ja" : "nee"
        }
    }

    /// What another program may take for the end of a cell: LibreOffice splits at commas and tabs too, unless told otherwise.
    private static let separators: Set<UInt8> = Set(";,\"\t\r\n".utf8)

    /// Text with its formula disarmed, in quotes where it needs them.
    private static func quoted(_ text: String) -> String {
        let safe = needsApostrophe(text) ? "'\(text)" : text
        let special = safe.utf8.contains(where: separators.contains)
        let hasOuterSpace = safe.first?.isWhitespace == true || safe.last?.isWhitespace == true
        return special || hasOuterSpace ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
    }

    /// True for a formula, and for text that already looks like our disarmed form, so that reading is exact.
    private static func needsApostrophe(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return formulaStarts.contains(first) || (first == UInt8(ascii: "'") && isDisarmed(text))
    }

    /// One or more `'` before a character that starts a formula.
    private static func isDisarmed(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "'") else { return false }
        return text.utf8.first { $0 != UInt8(ascii: "'") }.map(formulaStarts.contains) ?? false
    }

    /// Takes away the `'` that ``write(header:rows:)`` put before a formula, and no other.
    static func rearmed(_ text: String) -> String {
        isDisarmed(text) ? String(text.dropFirst()) : text
    }

    private static func decimal(_ number: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return String(number) }
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(number < 0 ? "-" : "")\(padded.dropLast(decimals)),\(padded.suffix(decimals))"
    }
}
