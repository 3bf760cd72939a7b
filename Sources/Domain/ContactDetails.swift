import Foundation

/// A mail address as a person types it: one `@`, a domain with a dot, no spaces, at most 254 characters.
///
/// Kept as typed but for the domain, which is lower case. Whether it exists is found out by mailing.
public struct EmailAddress: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init?(rawValue: String) { self.init(rawValue) }

    public init?(_ typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return nil }
        let forbidden = CharacterSet.whitespacesAndNewlines.union(.controlCharacters)
            .union(CharacterSet(charactersIn: "<>()[]\\,;:\""))
        guard text.unicodeScalars.allSatisfy({ !forbidden.contains($0) }) else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.first != "-" && $0.last != "-" }),
            !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains("..")
        else { return nil }
        rawValue = parts[0] + "@" + parts[1].lowercased()
    }

    public var description: String { rawValue }
}

/// A telephone number in international form, e.g. `+31612345678`.
public struct PhoneNumber: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init?(rawValue: String) { self.init(rawValue) }

    /// Reads `06-12 34 56 78`, `(010) 123 45 67`, `0031 6 …`, `+31 (0)6 …`; a number from abroad needs its `+`.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 40 else { return nil }
        var text = typed.replacing("(0)", with: "").filter { !" -.()/\u{A0}\t".contains($0) }
        if text.hasPrefix("00") { text = "+" + text.dropFirst(2) }
        if text.hasPrefix("0") { text = "+31" + text.dropFirst() }
        if text.hasPrefix("+310") { text = "+31" + text.dropFirst(4) }
        let digits = text.dropFirst()
        guard text.hasPrefix("+"), digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0" else {
            return nil
        }
        guard text.hasPrefix("+31") ? digits.count == 11 : (8...15).contains(digits.count) else { return nil }
        rawValue = text
    }

    /// How people in the Netherlands read it: `06 12 34 56 78`, `010 123 45 67`, `0111 123 456`.
    public var description: String {
        guard rawValue.hasPrefix("+31") else { return rawValue }
        let national = "0" + rawValue.dropFirst(3)
        let sizes = national.hasPrefix("06") ? [2, 2, 2, 2, 2] : Self.isLongArea(national) ? [4, 3, 3] : [3, 3, 2, 2]
        var (rest, groups) = (Substring(national), [Substring]())
        for size in sizes {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: " ")
    }

    // Dutch area codes of three digits, as the national numbering plan (Besluit nummerplan telefoon- en ISDN-diensten)
    // lists them; all others have four.
    private static let shortAreas: Set<String> = [
        "010", "013", "014", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045",
        "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079", "085",
        "088", "091",
    ]

    private static func isLongArea(_ national: String) -> Bool { !shortAreas.contains(String(national.prefix(3))) }
}

/// A Dutch postcode, e.g. `1011 AB`.
public struct Postcode: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Without the space: `1011AB`.
    public let rawValue: String

    public init?(rawValue: String) { self.init(rawValue) }

    public init?(_ typed: String) {
        let text = typed.uppercased().filter { !$0.isWhitespace }
        let (digits, letters) = (text.prefix(4), text.dropFirst(4))
        guard text.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0",
            letters.utf8.allSatisfy({ (65...90).contains($0) }), !["SA", "SD", "SS"].contains(letters)
        else { return nil }
        rawValue = text
    }

    public var description: String { rawValue.prefix(4) + " " + rawValue.dropFirst(4) }
}

/// A Chamber of Commerce number: eight digits.
public struct ChamberOfCommerceNumber: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    public let rawValue: String

    public init?(rawValue: String) { self.init(rawValue) }

    public init?(_ typed: String) {
        let text = typed.filter { !" .-".contains($0) }
        guard text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rawValue = text
    }

    public var description: String { rawValue }
}

/// A citizen service number (BSN) may not be stored here; this finds one in what people type.
public enum CitizenServiceNumber {
    /// True when the text holds nine digits, also with spaces, dots or hyphens between them, that pass the eleven test:
    /// 9·d₁ + 8·d₂ + … + 2·d₈ − d₉ is a multiple of 11 (Besluit burgerservicenummer).
    public static func occurs(in text: String) -> Bool {
        var run: [Int] = []
        var gap = 0
        for scalar in text.unicodeScalars {
            if (48...57).contains(scalar.value) {
                run.append(Int(scalar.value) - 48)
                gap = 0
            } else if " .-".unicodeScalars.contains(scalar), gap == 0, !run.isEmpty {
                gap += 1
            } else {
                if passes(run) { return true }
                (run, gap) = ([], 0)
            }
        }
        return passes(run)
    }

    private static func passes(_ digits: [Int]) -> Bool {
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset == 8 ? -1 : 9 - $1.offset) }
        return sum % 11 == 0
    }
}
