/// What a coordinator's own file can hold.
public enum ImportKind: String, CaseIterable, Sendable {
    case candidates
    /// Each row a place, with its practice.
    case places

    /// How an address names it.
    public var slug: String {
        switch self {
        case .candidates: "kandidaten"
        case .places: "plekken"
        }
    }

    public init?(slug: String) {
        guard let kind = Self.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = kind
    }

    /// `1 kandidaat`, `57 kandidaten`.
    public func counted(_ number: Int) -> String {
        switch self {
        case .candidates: "\(number) \(number == 1 ? "kandidaat" : "kandidaten")"
        case .places: "\(number) \(number == 1 ? "plek" : "plekken")"
        }
    }
}

/// Something a column can hold.
public struct ImportField: Hashable, Sendable {
    /// Stays the same: it stands in stored mappings, in our own exports and on the command line.
    public let name: String
    /// What people read.
    public let label: String
    /// Other words for it in the head of a column.
    let synonyms: [String]
    public let isRequired: Bool
    /// A value as in the example file; empty when the example leaves it out.
    let example: String

    init(_ name: String, _ label: String, _ synonyms: [String] = [], isRequired: Bool = false, example: String = "") {
        self.name = name
        self.label = label
        self.synonyms = synonyms
        self.isRequired = isRequired
        self.example = example
    }
}

/// Which column of a file holds which field.
public struct ColumnMapping: Hashable, Sendable, Codable {
    /// Field names by the index of the column; a column that is not used is not in it.
    public var fields: [Int: String]
    /// Columns that somebody said are not used, so that they are not asked about again.
    public var ignored: Set<Int>?
    /// What somebody said that words mean which we did not know, by field: `["vervoer": ["OV / fiets": "fiets"]]`.
    public var meanings: [String: [String: String]]?

    public init(fields: [Int: String] = [:]) {
        self.fields = fields
    }

    /// What a cell of a field means, if somebody said so.
    func meaning(of text: String, in field: String) -> String? { meanings?[field]?[text] }

    /// The column that holds a field.
    func column(of field: String) -> Int? {
        fields.filter { $0.value == field }.keys.min()
    }

    /// Reads the head of a file: every column that is called by a name, label or synonym of a field, each field once.
    public static func recognised(header: [String], as fields: [ImportField]) -> ColumnMapping {
        var names: [String: String] = [:]
        for field in fields {
            for word in [field.name, field.label] + field.synonyms where names[PlainText.key(word)] == nil {
                names[PlainText.key(word)] = field.name
            }
        }
        var mapping = ColumnMapping()
        var used: Set<String> = []
        for (index, title) in header.enumerated() {
            // "Geboortedatum (dd-mm-jjjj)" is a date of birth.
            let short = title.prefix { $0 != "(" && $0 != "[" && $0 != ":" && $0 != "*" }
            guard let name = names[PlainText.key(title)] ?? names[PlainText.key(String(short))],
                used.insert(name).inserted
            else { continue }
            mapping.fields[index] = name
        }
        return mapping
    }

    private static let absent = "Staat die niet in je bestand? Voeg hem dan toe en kies het bestand opnieuw."

    /// What is missing or doubled, as Dutch sentences; empty when the rows can be read.
    public func problems(for kind: ImportKind, fields all: [ImportField]) -> [String] {
        var found: [String] = []
        let chosen = Set(fields.values)
        for field in all where field.isRequired && !chosen.contains(field.name) {
            found.append("Kies de kolom met: \(field.label.lowercased()). \(Self.absent)")
        }
        if kind == .candidates, !chosen.contains("kenmerk") || chosen.count > 1 {
            let hasName = chosen.contains("naam") || (chosen.contains("voornaam") && chosen.contains("achternaam"))
            if !hasName {
                found.append(
                    "Kies de kolom met de naam, of de kolommen met de voornaam en de achternaam. \(Self.absent)"
                )
            }
        }
        if kind == .places, !chosen.contains("plaats"), !chosen.contains("gemeente") {
            found.append("Kies de kolom met de plaats of de gemeente van de praktijk. \(Self.absent)")
        }
        for field in all where fields.values.filter({ $0 == field.name }).count > 1 {
            found.append("\(field.label) is bij meer dan één kolom gekozen. Kies het één keer.")
        }
        return found
    }
}
