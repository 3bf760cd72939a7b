import Foundation

/// Text as it is compared: people write the same thing in many ways.
enum PlainText {
    /// Lower case, without accents, spaces or signs: `Été, Sint-Jan` is `etesintjan`.
    static func key(_ text: String) -> String {
        var key = ""
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        for scalar in folded.unicodeScalars where CharacterSet.alphanumerics.contains(scalar) {
            key.unicodeScalars.append(scalar)
        }
        return key
    }

    /// The words of a text in lower case, numbers apart from letters, signs dropped.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var last: Bool?
        for character in text.lowercased() {
            guard character.isLetter || character.isNumber else {
                last = nil
                continue
            }
            if last == character.isNumber, !words.isEmpty {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
            last = character.isNumber
        }
        return words
    }

    /// How many letters differ, counted up to `most`; more than that is `most + 1`.
    static func distance(_ left: String, _ right: String, most: Int) -> Int {
        let (a, b) = (Array(left), Array(right))
        guard abs(a.count - b.count) <= most else { return most + 1 }
        var previous = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var current = [i + 1]
            for (j, y) in b.enumerated() {
                current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return min(previous[b.count], most + 1)
    }
}
