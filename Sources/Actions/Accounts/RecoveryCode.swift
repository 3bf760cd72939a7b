import Crypto
import Foundation

/// A code on paper for whoever lost the telephone: works once, and is stored hashed.
///
/// Fifty random bits behind the same limits as any second factor, so a plain hash is enough.
public enum RecoveryCode {
    public static let count = 10
    static let byteCount = 7
    /// Without letters that look like digits, and without i, l, o and u.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// `xxxxx-xxxxx` from random bytes, of which it needs ``byteCount``.
    static func text(randomBytes: [UInt8]) -> String {
        let number = randomBytes.prefix(byteCount).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let letters = (0..<10).map { alphabet[Int(number >> (5 * UInt64($0)) & 31)] }
        return String(letters[..<5]) + "-" + String(letters[5...])
    }

    /// The hash of what was typed; capitals, spaces and hyphens do not matter. Nil when it cannot be a code.
    static func hash(of typed: String) -> [UInt8]? {
        let letters = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
            .replacing("o", with: "0").replacing("i", with: "1").replacing("l", with: "1")
        guard letters.count == 10, letters.allSatisfy(alphabet.contains) else { return nil }
        return Array(SHA256.hash(data: Array(letters.utf8)))
    }
}
