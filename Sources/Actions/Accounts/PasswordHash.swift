import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: scrypt (RFC 7914) with its parameters and salt in one line of text, so that they can be
/// raised later. `$scrypt$ln=16,r=8,p=2$salt$hash`, both in base64 without padding.
struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    static let saltByteCount = 16
    private static let hashByteCount = 32

    /// Takes the time and memory of the cost; call it through ``PasswordHasher``.
    init(_ password: String, cost: PasswordCost, salt: [UInt8]) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password, cost, salt)
    }

    /// Reads what was stored; nil for anything else.
    init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = PasswordCost(text: parts[2]),
            let salt = Self.bytes(parts[3]), let hash = Self.bytes(parts[4]), hash.count == Self.hashByteCount,
            !salt.isEmpty
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    var description: String { "$scrypt$\(cost.text)$\(Self.text(salt))$\(Self.text(hash))" }

    /// Takes as long for a wrong password as for the right one.
    func matches(_ password: String) throws -> Bool {
        OneTimeCode.isSame(try Self.derive(password, cost, salt), hash)
    }

    private static func derive(_ password: String, _ cost: PasswordCost, _ salt: [UInt8]) throws -> [UInt8] {
        // The same letters typed on another keyboard are the same password (NIST SP 800-63B-4, 3.1.1.2); nothing is longer
        // than any password, and the library reads no empty input.
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes.isEmpty ? [0] : bytes,
            salt: salt,
            outputByteCount: hashByteCount,
            rounds: 1 << cost.logN,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return key.withUnsafeBytes { Array($0) }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().filter { $0 != "=" }
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)).map(Array.init)
    }
}

/// How dear a guess is. Memory is 128 · 2^logN · blockSize bytes, time grows with parallelism as well.
public struct PasswordCost: Hashable, Sendable {
    let logN: Int
    let blockSize: Int
    let parallelism: Int

    /// 64 MB and about a quarter of a second: N = 2^16, r = 8, p = 2, one of the settings of equal strength that the
    /// OWASP Password Storage Cheat Sheet names.
    public static let standard = PasswordCost(logN: 16, blockSize: 8, parallelism: 2)
    /// For tests that sign in a thousand times; protects nothing.
    public static let lowest = PasswordCost(logN: 4, blockSize: 1, parallelism: 1)

    private init(logN: Int, blockSize: Int, parallelism: Int) {
        self.logN = logN
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Reads `ln=16,r=8,p=2`; nil when it is another text or asks for more than a gigabyte.
    init?(text: Substring) {
        let values = text.split(separator: ",").map { $0.split(separator: "=") }
        guard values.count == 3, values.allSatisfy({ $0.count == 2 }), values.map(\.[0]) == ["ln", "r", "p"],
            let logN = Int(values[0][1]), let blockSize = Int(values[1][1]), let parallelism = Int(values[2][1]),
            (1...20).contains(logN), (1...8).contains(blockSize), (1...16).contains(parallelism)
        else { return nil }
        self.init(logN: logN, blockSize: blockSize, parallelism: parallelism)
    }

    var text: String { "ln=\(logN),r=\(blockSize),p=\(parallelism)" }
    /// Blocks that are computed: what a guess costs.
    var work: Int { parallelism * blockSize << logN }
}
