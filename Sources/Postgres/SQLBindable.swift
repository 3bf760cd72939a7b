public import Foundation

/// A value that can be a parameter. It is sent in text format as `$n::sqlType`.
///
/// Enumerations and ids that are `RawRepresentable` by a bindable value need only declare the conformance.
public protocol SQLBindable: Sendable {
    /// The type in the cast, such as `uuid` or `bigint`.
    static var sqlType: String { get }
    /// The value in PostgreSQL's text format; nil is NULL.
    var sqlText: String? { get }
}

extension RawRepresentable where Self: SQLBindable, RawValue: SQLBindable {
    public static var sqlType: String { RawValue.sqlType }
    public var sqlText: String? { rawValue.sqlText }
}

extension String: SQLBindable {
    public static var sqlType: String { "text" }
    public var sqlText: String? { self }
}

extension Bool: SQLBindable {
    public static var sqlType: String { "boolean" }
    public var sqlText: String? { self ? "t" : "f" }
}

extension Int: SQLBindable {
    public static var sqlType: String { "bigint" }
    public var sqlText: String? { String(self) }
}

extension Int16: SQLBindable {
    public static var sqlType: String { "smallint" }
    public var sqlText: String? { String(self) }
}

extension Int32: SQLBindable {
    public static var sqlType: String { "integer" }
    public var sqlText: String? { String(self) }
}

extension Int64: SQLBindable {
    public static var sqlType: String { "bigint" }
    public var sqlText: String? { String(self) }
}

extension Double: SQLBindable {
    public static var sqlType: String { "double precision" }
    public var sqlText: String? {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description
    }
}

extension Decimal: SQLBindable {
    public static var sqlType: String { "numeric" }
    /// `Decimal.description` always uses a point, whatever the locale.
    public var sqlText: String? { description }
}

extension UUID: SQLBindable {
    public static var sqlType: String { "uuid" }
    public var sqlText: String? { uuidString.lowercased() }
}

extension Date: SQLBindable {
    public static var sqlType: String { "timestamptz" }
    /// UTC, rounded to microseconds.
    public var sqlText: String? { TimestampText.format(self) }
}

extension Data: SQLBindable {
    public static var sqlType: String { "bytea" }
    public var sqlText: String? { ByteaText.format(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    public static var sqlType: String { Wrapped.sqlType }
    public var sqlText: String? { flatMap(\.sqlText) }
}

extension Array: SQLBindable where Element: SQLBindable {
    public static var sqlType: String { Element.sqlType + "[]" }
    /// One dimension; nil elements are NULL.
    public var sqlText: String? { ArrayText.format(map(\.sqlText)) }
}

/// A JSON document, bound as `jsonb`. A type of its own, so that text and JSON are never mistaken for each other.
public struct JSONText: Sendable, Hashable, SQLBindable {
    public let text: String

    /// - Parameter text: a JSON document; the server refuses anything else.
    public init(_ text: String) {
        self.text = text
    }

    /// Keys in sorted order, dates in ISO 8601.
    public init(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(text.utf8))
    }

    public static var sqlType: String { "jsonb" }
    public var sqlText: String? { text }
}
