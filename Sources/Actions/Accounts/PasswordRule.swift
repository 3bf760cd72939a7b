import Foundation

/// What a password must be: long, and not what everyone tries first. No rule about capitals or digits, and no end date:
/// those make passwords worse (NIST SP 800-63B-4, 3.1.1.2; NCSC, "Gebruik sterke wachtwoorden").
public struct PasswordRule: Sendable {
    static let lengths = 12...128

    private let words: Set<String>

    /// - Parameter words: what everyone tries first, in small letters, without digits at the ends.
    public init(words: Set<String>) { self.words = words }

    /// The list that comes with the program.
    public static let standard = PasswordRule(words: CommonPasswords.words)

    /// Why this is no good password; nil when it is.
    ///
    /// - Parameter context: names that a guesser knows: of the service, the organisation, the person, the mail address.
    func objection(to password: String, context: [String]) -> String? {
        let text = password.precomposedStringWithCanonicalMapping
        if text.count < Self.lengths.lowerBound {
            return
                "Kies een wachtwoord van minstens \(Self.lengths.lowerBound) tekens. Een zin van vier woorden is goed."
        }
        if text.count > Self.lengths.upperBound {
            return "Kies een wachtwoord van hoogstens \(Self.lengths.upperBound) tekens."
        }
        let known = words.union(context.flatMap(Self.words))
        if isGuessable(text, known) {
            return "Dit wachtwoord wordt als eerste geraden. Kies bijvoorbeeld vier woorden die niet bij elkaar horen."
        }
        return nil
    }

    private func isGuessable(_ text: String, _ known: Set<String>) -> Bool {
        let plain = Self.folded(text)
        if Set(plain).count < 5 || Self.isRun(plain) || Self.isRepeated(plain) { return true }
        if !plain.contains(where: \.isLetter) { return known.contains(plain) || Self.isDateOrNumber(plain) }
        // "Welkom2026!!", "W3lk0m-w3lk0m" and "!!wachtwoord123" are all the same word to a guesser.
        let core = Self.withoutEnds(plain)
        return [core, Self.withoutDisguise(core), Self.withoutEnds(Self.withoutDisguise(plain))].contains { candidate in
            let pieces = candidate.split { !$0.isLetter }.map(String.init)
            if known.contains(pieces.joined()) { return true }
            return Set(pieces).count == 1 && pieces.allSatisfy { isKnownOrRepeated($0, known) }
        }
    }

    private func isKnownOrRepeated(_ piece: String, _ known: Set<String>) -> Bool {
        if known.contains(piece) { return true }
        return (2...4).contains { times in
            guard piece.count % times == 0 else { return false }
            let unit = String(piece.prefix(piece.count / times))
            return String(repeating: unit, count: times) == piece && known.contains(unit)
        }
    }

    /// "Huisartsen Twente" → huisartsen, twente, huisartsentwente.
    private static func words(_ name: String) -> [String] {
        let pieces = folded(name).split { !$0.isLetter }.map(String.init)
        return pieces.filter { $0.count >= 3 } + [pieces.joined()]
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "nl_NL"))
            .lowercased()
    }

    /// Without the digits and signs before the first letter and after the last.
    private static func withoutEnds(_ text: String) -> String {
        guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else {
            return ""
        }
        return String(text[first...last])
    }

    private static func withoutDisguise(_ text: String) -> String {
        let letters: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l",
        ]
        return String(text.map { letters[$0] ?? $0 })
    }

    /// "abcdefghijkl", "987654321098", and the rows of the keyboard.
    private static func isRun(_ text: String) -> Bool {
        let rows = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "12345678901234567890", "qwertyuiopasdfghjklzxcvbnm",
        ]
        let columns = ["1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp"]
        return (rows + columns).contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    /// Made of one piece of at most six characters, again and again.
    private static func isRepeated(_ text: String) -> Bool {
        (1...6).contains { size in
            text.count >= 2 * size
                && zip(text, text.dropFirst(size)).allSatisfy { $0 == $1 }
        }
    }

    /// Digits and signs that read as a day, a telephone number or a sequence: no list can hold them all.
    private static func isDateOrNumber(_ text: String) -> Bool {
        text.filter(\.isNumber).count >= text.count - 3
    }
}
