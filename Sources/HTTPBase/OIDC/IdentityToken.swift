import Foundation

/// An identity token as it came: read, not yet believed.
struct IdentityToken {
    /// What must stand in the token for this sign-in.
    struct Expectation {
        let issuer: String
        let clientID: String
        let nonce: String
        let now: Date
    }

    /// Clocks may differ by this much.
    static let toleratedSkew: TimeInterval = 120
    /// We ask for a token and get it at once: an older one was made for something else.
    static let greatestAge: TimeInterval = 600
    private static let greatestLength = 16 * 1024

    let keyID: String?
    private let algorithm: SigningAlgorithm
    private let signed: [UInt8]
    private let signature: [UInt8]
    private let payload: [UInt8]

    /// Takes a token apart (RFC 7515, compact serialisation) and refuses every algorithm that is not on the list.
    init(_ text: String) throws(ProviderFailure) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.greatestLength, parts.count == 3,
            let head = Base64URL.decode(String(parts[0])), let payload = Base64URL.decode(String(parts[1])),
            let signature = Base64URL.decode(String(parts[2])),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head)), header.crit == nil
        else { throw .badToken(.malformed) }
        guard let algorithm = SigningAlgorithm(rawValue: header.alg) else { throw .badToken(.algorithm) }
        keyID = header.kid
        self.algorithm = algorithm
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
        self.payload = payload
    }

    /// Whether one of these keys may be the one that signed: by its id where the token gives one.
    func isMeant(for key: VerificationKey) -> Bool { keyID == nil || key.id == keyID }

    /// The subject, once signature and claims hold (OpenID Connect Core 1.0, section 3.1.3.7).
    func subject(keys: [VerificationKey], expecting expected: Expectation) throws(ProviderFailure) -> String {
        let candidates = keys.filter(isMeant)
        guard !candidates.isEmpty else { throw .badToken(.unknownKey) }
        guard candidates.contains(where: { $0.verifies(signature, of: signed, by: algorithm) }) else {
            throw .badToken(.signature)
        }
        guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)) else {
            throw .badToken(.malformed)
        }
        try claims.check(expected)
        return claims.sub
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        /// Extensions that we would have to understand; we know none.
        let crit: [String]?
    }

    private struct Claims: Decodable {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double
        let nbf: Double?
        let nonce: String?

        func check(_ expected: Expectation) throws(ProviderFailure) {
            let now = expected.now.timeIntervalSince1970
            guard iss == expected.issuer else { throw .badToken(.issuer) }
            guard aud.names.contains(expected.clientID) else { throw .badToken(.audience) }
            guard azp == expected.clientID || (azp == nil && aud.names.count == 1) else {
                throw .badToken(.authorizedParty)
            }
            guard exp + toleratedSkew > now else { throw .badToken(.expired) }
            guard iat - toleratedSkew <= now, iat + greatestAge + toleratedSkew >= now,
                (nbf ?? iat) - toleratedSkew <= now
            else { throw .badToken(.issuedAt) }
            guard nonce == expected.nonce else { throw .badToken(.nonce) }
            guard (1...255).contains(sub.utf8.count), sub.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw .badToken(.subject)
            }
        }
    }

    /// One name, or a list of them.
    private struct Audience: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                names = [one]
            } else {
                names = try container.decode([String].self)
            }
        }
    }
}
