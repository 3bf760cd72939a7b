/// A value that is used but never shown: printing, logging or dumping it gives three dots.
struct Secret<Value: Sendable>: Sendable {
    private let value: Value

    init(_ value: Value) { self.value = value }

    /// The value itself, for the one place that needs it.
    var exposed: Value { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "…" }
    var debugDescription: String { "…" }
    var customMirror: Mirror { Mirror(self, children: []) }
}

/// A key with a name of its own, so that what was made with an old key still says with which.
struct NamedKey: Sendable {
    let id: String
    let bytes: Secret<[UInt8]>

    /// Reads `2026a:0f3c…`: an id of at most 16 letters, digits or hyphens, and at least 64 hexadecimal digits.
    ///
    /// - Parameter anonymousID: the id of a key that is written without one; nil when a key must have one.
    init?(_ text: String, anonymousID: String? = nil) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let id: String
        switch (parts.count, anonymousID) {
        case (2, _): id = String(parts[0])
        case (1, let anonymousID?): id = anonymousID
        default: return nil
        }
        guard (1...16).contains(id.count), id.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0.isLetterOrDigit }),
            let digits = parts.last, digits.count >= 64, let bytes = Self.bytes(ofHexadecimal: digits)
        else { return nil }
        self.id = id
        self.bytes = Secret(bytes)
    }

    private static func bytes(ofHexadecimal digits: Substring) -> [UInt8]? {
        let digits = Array(digits.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index].hexadecimalValue, let low = digits[index + 1].hexadecimalValue else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// A key that somebody typed, such as `000…` or `abab…`, has few different bytes; 32 random ones have about 30.
    var looksRandom: Bool { Set(bytes.exposed).count >= 16 }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
