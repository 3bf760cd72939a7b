/// Why signing in through a provider did not work. Holds nothing that came from outside, so it may be logged.
public enum ProviderFailure: Error, Equatable {
    /// Which conversation with the provider it was.
    public enum Step: String, Sendable {
        case discovery, keys, exchange
    }

    /// What is wrong with an identity token.
    public enum TokenFault: String, Sendable {
        case malformed, algorithm, unknownKey, signature, issuer, audience, authorizedParty, expired, issuedAt, nonce,
            subject
    }

    /// No connection, no answer in time, or an answer of the 5xx kind.
    case unreachable(Step)
    /// An answer that the specification does not know, or one that is too large.
    case malformed(Step)
    /// The provider calls itself by another name than the one it is registered under.
    case wrongIssuer
    /// An address that is not https.
    case insecureAddress
    /// The provider does not give codes with PKCE, or wants a way of signing in that we do not have.
    case unsupported
    /// The configuration lacks our secret at this provider.
    case noSecret
    /// The provider does not accept the code, or our secret.
    case codeRefused
    case badToken(TokenFault)

    /// Whether the provider, not the person who signs in, is the cause: trying later may help.
    public var isOutage: Bool {
        switch self {
        case .unreachable, .malformed, .wrongIssuer, .insecureAddress, .unsupported, .noSecret: true
        case .codeRefused, .badToken: false
        }
    }
}
