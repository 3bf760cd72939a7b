public import Domain
public import Hummingbird

/// The part of an address after `?`: filters, search words, the place in a list.
///
/// A missing or empty value is nil. A value that a filter does not know is an error (400), never an unfiltered list.
///
/// The notice of a redirect is no part of it, so no link that is made from a query shows that notice again.
public struct Query: Sendable {
    /// What a redirect says in the address of the page it leads to, once: the notice, and the number in its sentence.
    public static let noticeKey = "melding"
    public static let noticeCountKey = "aantal"

    private let pairs: [FormData.Pair]

    /// - Throws: ``MalformedRequest`` when the query is no text.
    public init(_ request: Request) throws {
        pairs = try URLEncoded.parse(Array((request.uri.query ?? "").utf8))
            .filter { ![Self.noticeKey, Self.noticeCountKey].contains($0.name) }
    }

    public init(pairs: [(String, String)]) {
        self.pairs = pairs.map { FormData.Pair(name: $0.0, value: $0.1) }
    }

    /// Free text, such as search words, without white space around it.
    public func text(_ name: String, maxLength: Int = 100) throws -> String? {
        guard let text = value(name) else { return nil }
        guard text.count <= maxLength else { throw unknown(name) }
        return text
    }

    public func int(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        try parsed(name) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    public func date(_ name: String) throws -> CalendarDate? {
        try parsed(name) { CalendarDate(dutch: $0) }
    }

    /// A checkbox: present (also as `1`, `ja`, `on`) is true; `0` and `nee` are false.
    public func flag(_ name: String) throws -> Bool {
        try parsed(name) { ["1": true, "ja": true, "on": true, "0": false, "nee": false][$0] } ?? false
    }

    public func choice<Value: RawRepresentable>(
        _ name: String,
        _ type: Value.Type = Value.self
    ) throws -> Value? where Value.RawValue == String {
        try parsed(name) { Value(rawValue: $0) }
    }

    /// Every value of a filter that may stand more than once, in the order of the address.
    public func choices<Value: RawRepresentable>(
        _ name: String,
        _ type: Value.Type = Value.self
    ) throws -> [Value] where Value.RawValue == String {
        try pairs.filter { $0.name == name && !$0.value.isEmpty }.map {
            guard let value = Value(rawValue: $0.value) else { throw unknown(name) }
            return value
        }
    }

    /// Every value of a filter that may stand more than once, of a list that is data.
    public func texts(_ name: String, isKnown: (String) -> Bool) throws -> [String] {
        try pairs.filter { $0.name == name && !$0.value.isEmpty }.map {
            guard isKnown($0.value) else { throw unknown(name) }
            return $0.value
        }
    }

    /// Names and values in the order of the address.
    public var fields: [(name: String, value: String)] { pairs.map { ($0.name, $0.value) } }

    public func reference(_ name: String) throws -> Reference? {
        try parsed(name) { Reference(typed: $0) }
    }

    public func cursor(_ name: String) throws -> PageCursor? {
        try parsed(name) { PageCursor(token: $0) }
    }

    /// A value that another type knows how to read.
    public func parsed<Value>(_ name: String, parse: (String) -> Value?) throws -> Value? {
        guard let text = value(name) else { return nil }
        guard let value = parse(text) else { throw unknown(name) }
        return value
    }

    /// The same query with one value for `name`, as `?…` for a link.
    public func replacing(_ name: String, with value: String) -> String {
        Self.link(pairs.filter { $0.name != name } + [FormData.Pair(name: name, value: value)])
    }

    /// The same query without `name`, or without one of its values: the link behind a removable filter.
    public func removing(_ name: String, value: String? = nil) -> String {
        Self.link(pairs.filter { $0.name != name || (value != nil && $0.value != value) })
    }

    /// The whole query as `?…`; empty when there is nothing in it.
    public var link: String { Self.link(pairs) }

    private static func link(_ pairs: [FormData.Pair]) -> String {
        let text = pairs.filter { !$0.value.isEmpty }
            .map { "\(URLEncoded.encode($0.name))=\(URLEncoded.encode($0.value))" }
            .joined(separator: "&")
        return text.isEmpty ? "" : "?\(text)"
    }

    private func value(_ name: String) -> String? {
        let text = (pairs.first { $0.name == name }?.value ?? "").trimmed
        return text.isEmpty ? nil : text
    }

    private func unknown(_ name: String) -> MalformedRequest {
        MalformedRequest("Het filter “\(name)” in het adres kennen we zo niet. Haal het weg of kies het opnieuw.")
    }
}

extension Request {
    /// The path and query to come back to this page, without the notice it showed.
    public var addressToReturnTo: String {
        uri.path + ((try? Query(self))?.link ?? "")
    }
}

/// Where a page of a list begins: the sort keys of the last row before it, opaque in the address.
public struct PageCursor: Hashable, Sendable {
    public let keys: [String]
    private static let separator: Character = "\u{1F}"

    public init(_ keys: [String]) {
        self.keys = keys
    }

    /// Reads a ``token``; nil when it is none. The keys come from outside: parse them like any input.
    public init?(token: String) {
        guard token.utf8.count <= 1_000, let bytes = Base64URL.decode(token),
            let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0)
        else { return nil }
        keys = text.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    }

    public var token: String {
        Base64URL.encode(Array(keys.joined(separator: String(Self.separator)).utf8))
    }
}
