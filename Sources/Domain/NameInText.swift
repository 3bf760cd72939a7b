extension PersonName {
    /// Whether a text that others will read names this person: the given name or the family name as a whole word. Short
    /// particles do not count, since they are ordinary words.
    public func occurs(in text: String) -> Bool {
        let words = Self.words(text)
        return [givenName, familyName].contains { name in
            let parts = Self.words(name)
            guard let first = parts.first, parts.joined().count > 2 else { return false }
            return words.indices.contains { words[$0] == first && Array(words[$0...].prefix(parts.count)) == parts }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
