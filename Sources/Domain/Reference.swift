/// The public reference people read and type (*kenmerk*): seven random Crockford characters and a check character.
///
/// The check is Σ (i+1)·vᵢ mod 31 over the seven; a single wrong character and a swap of two neighbours are noticed,
/// except where a value differs by exactly 31.
public struct Reference: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The eight characters, e.g. `7F3K2M9Q`.
    public let text: String

    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// A reference from 35 random bits; higher bits are ignored.
    public init(randomValue: UInt64) {
        let values = (0..<7).map { Int(randomValue >> (UInt64(6 - $0) * 5) & 31) }
        let characters = values.map { Self.alphabet[$0] } + [Self.alphabet[Self.check(values)]]
        text = String(characters)
    }

    /// Reads what someone typed: any case, spaces and hyphens ignored, I and L as 1, O as 0; nil when it is no reference.
    public init?(typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        var values: [Int] = []
        for character in typed.uppercased() where character != " " && character != "-" {
            let plain: Character = character == "I" || character == "L" ? "1" : character == "O" ? "0" : character
            guard values.count < 8, let value = Self.alphabet.firstIndex(of: plain) else { return nil }
            values.append(value)
        }
        guard values.count == 8, values[7] == Self.check(Array(values.prefix(7))) else { return nil }
        text = String(values.map { Self.alphabet[$0] })
    }

    public var description: String { text }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func check(_ values: [Int]) -> Int {
        values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % 31
    }
}

extension Reference: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reference = Self(typed: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a reference")
        }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
