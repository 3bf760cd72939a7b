import Domain

/// Takes a name apart into the three fields in which Dutch people write it.
enum NameParts {
    private static let prefixes: Set<String> = [
        "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "op", "in", "aan", "bij", "uit", "la", "le",
        "el",
        "al", "d'", "d’", "von", "zu", "da", "di", "dos", "du", "des", "'s", "’s", "v.d.", "vd", "v/d", "ben",
    ]

    /// `Sanne van der Voorbeeld`, `Voorbeeld, Sanne van der`, `Voorbeeld, van der, Sanne`; nil when there is one word.
    static func split(_ text: String) -> PersonName? {
        let parts = text.split(separator: ",").map { words(String($0)) }.filter { !$0.isEmpty }
        if parts.count == 3 {
            return PersonName(
                givenName: parts[2].joined(separator: " "),
                prefix: parts[1].joined(separator: " "),
                familyName: parts[0].joined(separator: " ")
            )
        }
        if parts.count == 2 {
            let given = Array(parts[1].prefix { !isPrefix($0) })
            guard !given.isEmpty else { return nil }
            return family(
                parts[1].dropFirst(given.count) + parts[0],
                given: given.joined(separator: " ")
            )
        }
        let all = words(text)
        guard all.count >= 2 else { return nil }
        // Everything before the prefix is a given name; without a prefix the first word is.
        let start = all.dropFirst().firstIndex(where: isPrefix) ?? 1
        guard start < all.count - 1 || !isPrefix(all[start]) else { return nil }
        return family(all[start...], given: all[..<start].joined(separator: " "))
    }

    /// A family name with its prefix still before it: `van der Voorbeeld`. Written with a capital it is part of the name.
    static func split(familyName: String, givenName: String, prefix: String) -> PersonName {
        guard prefix.isEmpty else { return PersonName(givenName: givenName, prefix: prefix, familyName: familyName) }
        return family(words(familyName)[...], given: givenName)
    }

    private static func family(_ words: some Collection<String>, given: String) -> PersonName {
        var prefix = Array(words.prefix(while: isPrefix))
        // Somebody is called "Den" after all.
        if prefix.count == words.count { prefix.removeAll() }
        return PersonName(
            givenName: given,
            prefix: prefix.joined(separator: " "),
            familyName: words.dropFirst(prefix.count).joined(separator: " ")
        )
    }

    private static func isPrefix(_ word: String) -> Bool {
        prefixes.contains(word)
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
