public import Domain
import Store

/// What is wrong with one cell, or with a row as a whole.
public struct CellProblem: Hashable, Sendable {
    /// The head of the column, as the file has it; nil when no column holds it.
    public let column: String?
    public let value: String
    public let sentence: String
    /// The field whose words we do not know, when saying once what they mean would mend it.
    let unknownIn: String?
}

/// What a row will be when it is saved.
public enum ImportDraft: Hashable, Sendable {
    case candidate(CandidateDraft)
    case place(PracticeDraft, TrainingPlaceDraft)
}

/// One row of the file, as it was understood.
public struct ImportRow: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case good
        case faulty
        /// Probably there already: skipped unless chosen. The sentence says where.
        case known(String)
        /// Certainly there already, by its kenmerk: never saved again.
        case present(String)
    }

    /// The line of the file, as a text editor counts.
    public let line: Int
    /// Who or what the row is about, also when it is faulty; empty when it does not say.
    public let title: String
    public let verdict: Verdict
    /// Nil for a faulty row, and for one that is present.
    public let draft: ImportDraft?
    public let problems: [CellProblem]
    /// What was left out or read in a way worth knowing.
    public let notes: [CellProblem]
    /// What is shown of it, in the order of ``ImportPreview/columns(_:)``.
    public let summary: [String]
    /// What was filled in because the file does not say.
    let defaults: [Default]

    struct Default: Hashable, Sendable {
        let label: String
        let text: String
        /// The field, when it is one that counts in matching.
        let field: String?
    }

    /// Fields that the file did not say.
    var assumed: [String] { defaults.compactMap(\.field) }
}

/// Reads the cells of one row and keeps what is wrong with them.
struct RowReader {
    let row: DelimitedTable.Row
    let header: [String]
    let mapping: ColumnMapping
    private(set) var problems: [CellProblem] = []
    private(set) var notes: [CellProblem] = []
    private(set) var defaults: [ImportRow.Default] = []

    init(row: DelimitedTable.Row, header: [String], mapping: ColumnMapping) {
        self.row = row
        self.header = header
        self.mapping = mapping
    }

    /// What the file has in this field; empty when it has no such column, or nothing meaningful in it.
    func text(_ field: String) -> String {
        guard let column = mapping.column(of: field), row.cells.indices.contains(column) else { return "" }
        let text = mapping.meaning(of: row.cells[column], in: field) ?? row.cells[column]
        return ["-", "--", "?", "n.v.t.", "nvt", "onbekend", "n/a"].contains(text.lowercased()) ? "" : text
    }

    /// What stands in the file, also where somebody said what it means.
    func written(_ field: String) -> String {
        mapping.column(of: field).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
    }

    func has(_ field: String) -> Bool { !text(field).isEmpty }

    /// A value, when the cell has one; nil and a problem when it cannot be read.
    mutating func value<Value>(_ field: String, _ parse: (String) throws -> Value) -> Value? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        do {
            return try parse(text)
        } catch {
            let sentence = (error as? CellFault)?.sentence ?? "Dit kunnen we niet lezen."
            add(problem(field, sentence, unknownIn: field))
            return nil
        }
    }

    /// A value, or what is filled in instead; the preview says so.
    mutating func value<Value>(
        _ field: String,
        otherwise value: Value,
        said label: String,
        _ text: String,
        _ parse: (String) throws -> Value
    ) -> Value {
        if has(field) { return self.value(field, parse) ?? value }
        defaults.append(.init(label: label, text: text, field: field))
        return value
    }

    /// Free text of at most so many characters.
    mutating func freeText(_ field: String, most: Int = 500) -> String {
        value(field) { try CellValues.freeText($0, most: most) } ?? ""
    }

    mutating func fillIn(_ label: String, _ text: String, field: String? = nil) {
        defaults.append(.init(label: label, text: text, field: field))
    }

    mutating func reject(_ field: String, _ sentence: String) {
        add(problem(field, sentence))
    }

    private mutating func add(_ problem: CellProblem) {
        guard !problems.contains(where: { $0.column == problem.column && $0.column != nil }) else { return }
        problems.append(problem)
    }

    /// Something that does not stop the row.
    mutating func note(_ field: String, _ sentence: String) {
        notes.append(problem(field, sentence))
    }

    /// Says it when a number had something behind the comma: hours, weeks and kilometres are whole here.
    mutating func noteRounding(_ field: String) {
        guard let whole = CellValues.wholePart(of: text(field)) else { return }
        note(field, "We rekenen met hele getallen en nemen \(whole).")
    }

    /// The name in the row as the file has it.
    func title(_ kind: ImportKind) -> String {
        switch kind {
        case .candidates:
            let parts = [CandidateDraft.Field.givenName, .namePrefix, .familyName].map { text($0.rawValue) }
            let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
            return String((name.isEmpty ? text(CandidateColumnNames.fullName) : name).prefix(100))
        case .places: return String(text("praktijk").prefix(100))
        }
    }

    private func problem(_ field: String, _ sentence: String, unknownIn: String? = nil) -> CellProblem {
        let column = mapping.column(of: field)
        return CellProblem(
            column: column.flatMap { header.indices.contains($0) ? header[$0] : nil },
            value: written(field),
            sentence: sentence,
            unknownIn: unknownIn
        )
    }
}

/// What rows are read with.
struct ImportContext: Sendable {
    let reference: ReferenceData
    let names: PlaceNames
    let today: CalendarDate
    let region: RegionCode

    /// The usual start: 1 September or 1 February, at least four weeks ahead.
    var nextStart: CalendarDate {
        let soonest = today + 28
        let options = (today.year...today.year + 1).flatMap { year in
            [CalendarDate(year: year, month: 2, day: 1), CalendarDate(year: year, month: 9, day: 1)].compactMap { $0 }
        }
        return options.first { $0 >= soonest } ?? soonest
    }

    /// A role by its word or code.
    func role(_ text: String) throws(CellFault) -> String {
        let key = PlainText.key(text)
        if let role = reference.roles.first(where: { [PlainText.key($0.name), PlainText.key($0.code)].contains(key) }) {
            return role.code
        }
        throw CellFault(
            "Deze functie kennen we niet. Kies uit: \(reference.roles.map(\.name).joined(separator: ", "))."
        )
    }

    /// The role that most people in GP care learn, and its qualification.
    var usualRole: String {
        reference.roles.first { $0.code == "doctors_assistant" }?.code ?? reference.roles.first?.code ?? ""
    }

    func crebo(of role: String) -> String? {
        let key = PlainText.key(reference.roleName(role))
        return reference.qualifications.first { PlainText.key($0.name) == key }?.crebo
    }

    func readCrebo(_ text: String) throws(CellFault) -> String {
        let figures = text.filter(\.isNumber)
        guard PracticeDraft.isCrebo(figures) else { throw CellFault("Een crebo heeft vijf cijfers, zoals 25473.") }
        return figures
    }
}
