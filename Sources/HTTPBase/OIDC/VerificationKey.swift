import Crypto
import CryptoExtras
import Foundation

/// How identity tokens may be signed. A list of what is allowed: `none` and the HMAC family do not exist here.
enum SigningAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
}

/// A public key of a provider, from its JSON Web Key Set (RFC 7517).
struct VerificationKey: Sendable {
    private enum Material: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    let id: String?
    /// The one algorithm the key is meant for, when the provider says so.
    private let algorithm: String?
    private let material: Material

    /// The keys of a set that can verify a signature; keys of other kinds and for other uses are left out.
    static func set(json: [UInt8]) throws(ProviderFailure) -> [VerificationKey] {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(json)) else { throw .malformed(.keys) }
        return document.keys.prefix(100).compactMap { VerificationKey($0) }
    }

    private init?(_ key: Document.Key) {
        guard key.use == nil || key.use == "sig" else { return nil }
        func bytes(_ text: String?) -> [UInt8]? { text.flatMap(Base64URL.decode) }
        switch key.kty {
        case "RSA":
            // Below 2048 bits the library refuses the key.
            guard let modulus = bytes(key.n), let exponent = bytes(key.e), modulus.count <= 1_024, exponent.count <= 8,
                let rsa = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
            else { return nil }
            material = .rsa(rsa)
        case "EC" where key.crv == "P-256":
            guard let x = bytes(key.x), let y = bytes(key.y), x.count == 32, y.count == 32,
                let p256 = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            material = .p256(p256)
        default:
            return nil
        }
        id = key.kid
        algorithm = key.alg
    }

    /// Whether this key made the signature over these bytes, by this algorithm (RFC 7518, sections 3.3 to 3.5).
    func verifies(_ signature: [UInt8], of message: [UInt8], by algorithm: SigningAlgorithm) -> Bool {
        guard self.algorithm == nil || self.algorithm == algorithm.rawValue else { return false }
        switch (material, algorithm) {
        case (.rsa(let key), .rs256):
            return key.isValidSignature(.init(rawRepresentation: signature), for: message, padding: .insecurePKCS1v1_5)
        case (.rsa(let key), .ps256):
            return key.isValidSignature(.init(rawRepresentation: signature), for: message, padding: .PSS)
        case (.p256(let key), .es256):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: message)
        default:
            return false
        }
    }

    private struct Document: Decodable {
        /// The names are those of RFC 7517 and RFC 7518, section 6.
        struct Key: Decodable {
            let kty: String
            let kid: String?
            let use: String?
            let alg: String?
            let n: String?
            let e: String?
            let crv: String?
            let x: String?
            let y: String?
        }

        let keys: [Key]
    }
}
