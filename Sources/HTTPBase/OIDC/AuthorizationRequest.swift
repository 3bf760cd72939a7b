import Crypto

/// The secrets of one attempt to sign in through a provider, and the address the browser is sent to.
public struct AuthorizationRequest: Sendable {
    /// Comes back through the browser; stored hashed.
    public let state: ProviderSecret
    /// Comes back inside the identity token.
    public let nonce: String
    /// Proves at the exchange that we asked for the code (RFC 7636).
    public let codeVerifier: String

    /// A new attempt; `randomBytes` gives as many fresh bytes as it is asked for.
    public init(randomBytes: (_ count: Int) -> [UInt8]) {
        state = ProviderSecret(bytes: randomBytes(ProviderSecret.byteCount))
        nonce = Base64URL.encode(randomBytes(32))
        codeVerifier = Base64URL.encode(randomBytes(32))
    }

    /// Only `openid` is asked for: who it is for this provider, and nothing else about the person.
    func address(at endpoint: String, clientID: String, returnAddress: String) -> String {
        let query = URLEncoded.encode([
            ("response_type", "code"), ("client_id", clientID), ("redirect_uri", returnAddress), ("scope", "openid"),
            ("state", state.text), ("nonce", nonce), ("code_challenge", Self.challenge(of: codeVerifier)),
            ("code_challenge_method", "S256"),
        ])
        // A plus is a space to some and a plus to others.
        .replacing("+", with: "%20")
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    static func challenge(of verifier: String) -> String {
        Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8))))
    }
}
