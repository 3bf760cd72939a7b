public import Foundation
public import Store

/// Everything held about one candidate at one moment: as a file for machines, and in words for a page.
public struct OwnData: Sendable {
    /// The rows of one table.
    public struct Section: Sendable {
        public let table: OwnDataStore.Table
        /// Values by the key of their column.
        public let rows: [[String: JSONValue]]
    }

    public let madeAt: Date
    /// Every table, also the empty ones: "nothing" is an answer too.
    public let sections: [Section]
    /// Sentences of the closed list of wishes by their bit.
    let wishes: [Int: String]

    /// UTF-8 JSON with Dutch keys: `tabellen` by key, each with `titel`, `waarvoor`, `weggelaten` and `rijen`. Times are UTC
    /// (RFC 3339), dates `jjjj-mm-dd`, codes are as the documentation of the service has them.
    public func json() throws -> [UInt8] {
        let tables = sections.map { section in
            (
                section.table.key,
                JSONValue.object([
                    "titel": .text(section.table.title),
                    "waarvoor": .text(section.table.purpose),
                    "weggelaten": .object(section.table.leftOut.mapValues { .text($0) }),
                    "rijen": .list(section.rows.map { .object($0) }),
                ])
            )
        }
        let whole = JSONValue.object([
            "formaat": .text("doorwijzer-eigen-gegevens"),
            "versie": .number(1),
            "gemaaktOp": .text(madeAt.ISO8601Format()),
            "tabellen": .object(Dictionary(tables, uniquingKeysWith: { first, _ in first })),
        ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(whole))
    }
}

/// A value of a JSON document.
public enum JSONValue: Hashable, Sendable, Codable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            if let whole = Int(exactly: value) { try container.encode(whole) } else { try container.encode(value) }
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }
}
