import Domain

/// Everything an import would do, before it does anything.
public struct ImportPreview: Sendable {
    public let kind: ImportKind
    public let header: [String]
    public let rows: [ImportRow]
    /// Words that we do not know, each to be explained once.
    public let unknownWords: [UnknownWords]
    /// Cells as they stand in the file, by line: what a file of faulty rows gives back.
    let cells: [Int: [String]]

    public var good: [ImportRow] { rows.filter { $0.verdict == .good } }
    public var faulty: [ImportRow] { rows.filter { $0.verdict == .faulty } }
    /// Probably there already; saved only when chosen.
    public var known: [ImportRow] { rows.filter { if case .known = $0.verdict { true } else { false } } }
    /// Certainly there already.
    public var present: [ImportRow] { rows.filter { if case .present = $0.verdict { true } else { false } } }

    /// What was filled in because the file does not say, in the order of the fields, with the number of rows.
    public struct FilledIn: Hashable, Sendable {
        public let label: String
        public let text: String
        public let rows: Int
        /// Whether it is so for every row that comes in: the file has no column for it.
        public let isEverywhere: Bool

        /// Whether it is the recognition of which nothing is known: then nothing is filled in, and the place cannot open.
        public var isRecognition: Bool { label == PlaceRowReader.recognitionLabel }
    }

    public var filledIn: [FilledIn] {
        var order: [ImportRow.Default] = []
        var counts: [ImportRow.Default: Int] = [:]
        for row in rows where row.draft != nil {
            for value in row.defaults {
                if counts[value] == nil { order.append(value) }
                counts[value, default: 0] += 1
            }
        }
        let all = rows.count { $0.draft != nil }
        return order.map {
            FilledIn(label: $0.label, text: $0.text, rows: counts[$0] ?? 0, isEverywhere: counts[$0] == all)
        }
    }

    /// What the summary of a row shows.
    public static func columns(_ kind: ImportKind) -> [String] {
        switch kind {
        case .candidates: ["Naam", "Geboren", "Woonplaats", "Leerweg", "Start", "Dagen en uren", "Reizen"]
        case .places: ["Praktijk", "Plaats", "Soort", "Leerweg", "Start", "Dagen en uren", "Wordt"]
        }
    }

    /// The column that is added to the file of faulty rows.
    public static let reasonColumn = "wat er mis is"

    /// The faulty rows as they stood, with what is wrong with them: to mend and send again.
    public func faultyFile() -> [UInt8] {
        let kept = header.indices.filter { PlainText.key(header[$0]) != PlainText.key(Self.reasonColumn) }
        return DelimitedText.write(
            header: kept.map { header[$0] } + [Self.reasonColumn],
            rows: faulty.map { row in
                let cells = cells[row.line] ?? []
                return kept.map { cells.indices.contains($0) ? .text(cells[$0]) : .empty }
                    + [.text(row.problems.map(\.line).joined(separator: " "))]
            }
        )
    }
}

extension CellProblem {
    /// `Geboortedatum “31-2-2005”: dit is geen datum. …`
    public var line: String {
        guard let column else { return sentence }
        return value.isEmpty ? "\(column): \(sentence)" : "\(column) “\(value.prefix(60))”: \(sentence)"
    }
}
