public import Domain

/// A column that looks as if it matters and is not used.
public struct ColumnQuestion: Hashable, Sendable {
    public let index: Int
    public let title: String
    /// "datums" or "getallen".
    let content: String

    /// What is asked about it.
    public var question: String {
        "De kolom “\(title)” bevat \(content) en wordt niet gebruikt. Klopt dat? Kies wat erin staat, of kies “Niet gebruiken, dat klopt”."
    }
}

extension KeepImport.Kept {
    /// Columns with dates or numbers that are not used while nobody said so. A file of our own, with a kenmerk in it, has many
    /// of which we know that they do not come back.
    public func columnsToAsk(_ mapping: ColumnMapping, today: CalendarDate) -> [ColumnQuestion] {
        guard mapping.column(of: CandidateColumnNames.reference) == nil else { return [] }
        return table.header.indices.compactMap { index in
            guard mapping.fields[index] == nil, mapping.ignored?.contains(index) != true else { return nil }
            let values = table.rows.lazy.map { $0.cells[index] }.filter { !$0.isEmpty }.prefix(50)
            guard !values.isEmpty else { return nil }
            let content: String
            if values.allSatisfy({ Self.isDate($0, today: today) }) {
                content = "datums"
            } else if values.allSatisfy(Self.isNumber) {
                content = "getallen"
            } else {
                return nil
            }
            let title = table.header[index]
            return ColumnQuestion(index: index, title: title.isEmpty ? "kolom \(index + 1)" : title, content: content)
        }
    }

    private static func isDate(_ text: String, today: CalendarDate) -> Bool {
        (try? CellValues.date(text, today: today, isBirth: false)) != nil
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || " .,-+%()".contains($0) }
    }
}

extension ImportKind {
    /// What is said of a column that we do not keep on purpose; nil for others.
    public func remark(on title: String) -> String? {
        guard self == .candidates,
            ["opmerking", "opmerkingen", "notitie", "notities", "bijzonderheden", "toelichting", "memo", "info"]
                .contains(PlainText.key(title))
        else { return nil }
        return "Opmerkingen nemen we niet over: daar staat vaak iets over gezondheid of privé in, en dat mogen we niet "
            + "bewaren. Zet wat nodig is na de invoer bij een contact."
    }
}
