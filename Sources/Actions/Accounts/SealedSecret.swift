import Crypto
import Foundation

/// A secret as the database holds it: AES-GCM with a key from outside the database, bound to its owner so that a row
/// cannot be moved to someone else.
enum SealedSecret {
    /// Nonce, ciphertext and tag.
    static func seal(_ secret: [UInt8], for owner: String, key: [UInt8], nonce: [UInt8]) throws -> Data {
        let box = try AES.GCM.seal(
            secret,
            using: Self.key(key),
            nonce: AES.GCM.Nonce(data: nonce),
            authenticating: Array(owner.utf8)
        )
        return box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
    }

    static func open(_ sealed: Data, for owner: String, key: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return Array(try AES.GCM.open(box, using: Self.key(key), authenticating: Array(owner.utf8)))
    }

    static let nonceByteCount = 12

    /// A key of any length of at least 32 bytes becomes one of exactly 256 bits, for this purpose only.
    private static func key(_ bytes: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes),
            info: Array("doorwijzer second factor".utf8),
            outputByteCount: 32
        )
    }
}
