import Foundation

/// What two registrations of one person have in common, however the name was typed. Only a keyed hash of it is kept.
public enum PersonKey {
    /// One line of text from name and birth date.
    ///
    /// - Case, accents and widths do not count (`É` is `e`), nor do hyphens, apostrophes, dots and spaces.
    /// - Letters that do not come apart are written out: `ß` ss, `ø` o, `æ` ae, `œ` oe, `ł` l, `đ` d, `þ` th, `ĳ` ij.
    /// - *Tussenvoegsels* (van, van den, de, ten, el …) do not count, in whichever field they were typed.
    /// - Of several given names only the first counts; of the family name all parts.
    public static func text(_ name: PersonName, bornOn: CalendarDate) -> String {
        let given = words(name.givenName).first ?? ""
        let family = words(name.familyName)
        let meaningful = family.filter { !particles.contains($0) }
        return [given, (meaningful.isEmpty ? family : meaningful).joined(), bornOn.iso8601].joined(separator: "|")
    }

    private static func words(_ text: String) -> [String] {
        let plain = text.lowercased().map { letters[$0] ?? String($0) }.joined()
            .folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        // An apostrophe joins (`d'Arc`), everything else that is no letter parts.
        return plain.filter { !"'’‘`".contains($0) }.split { !$0.isLetter }.map(String.init)
    }

    private static let letters: [Character: String] = [
        "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ĳ": "ij",
    ]

    /// As the official list of prefixes has them (Landelijke tabel 36, Voorvoegsels), each word apart.
    private static let particles: Set<String> = [
        "af", "al", "am", "aan", "auf", "aus", "aufm", "bij", "bin", "boven", "ben", "d", "da", "dal", "dalla", "das",
        "de",
        "deca", "dei", "del", "della", "den", "der", "des", "di", "die", "do", "don", "dos", "du", "el", "het", "i",
        "im", "in", "l", "la", "las", "le", "les", "lo", "los", "of", "onder", "op", "over", "s", "t", "te", "ten",
        "ter", "tho", "thoe", "thor", "to", "toe", "tot", "uijt", "uit", "unter", "van", "ver", "vom", "von", "voor",
        "vor", "zu", "zum", "zur",
    ]
}

/// Whether two files are of one person, as the candidate says.
public enum DuplicateChoice: String, Coded {
    case same
    case different

    public var dutchName: String {
        switch self {
        case .same: "dat ben ik ook"
        case .different: "dat ben ik niet"
        }
    }
}

/// Two files that may be of one person.
public enum CandidateDuplicate {
    public typealias ID = Identifier<CandidateDuplicate>
}

/// The agreement that a file is kept for a year.
public enum RetentionConsent {
    public typealias ID = Identifier<RetentionConsent>
}
