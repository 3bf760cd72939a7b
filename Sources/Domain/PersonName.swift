/// A name in the three fields in which Dutch people write it.
public struct PersonName: Hashable, Sendable, Codable {
    public let givenName: String
    /// The prefix (*tussenvoegsel*), e.g. `van den`; empty when there is none.
    public let prefix: String
    public let familyName: String

    /// Spaces at the ends and doubled spaces are dropped.
    public init(givenName: String, prefix: String = "", familyName: String) {
        self.givenName = Self.tidy(givenName)
        self.prefix = Self.tidy(prefix)
        self.familyName = Self.tidy(familyName)
    }

    /// `Anna van den Berg`.
    public var full: String { [givenName, prefix, familyName].filter { !$0.isEmpty }.joined(separator: " ") }

    /// `Berg, Anna van den`: for lists, by the family name.
    public var sorted: String {
        let rest = [givenName, prefix].filter { !$0.isEmpty }.joined(separator: " ")
        return rest.isEmpty ? familyName : "\(familyName), \(rest)"
    }

    private static func tidy(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
