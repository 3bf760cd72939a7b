import Foundation

/// What a provider says about itself at `/.well-known/openid-configuration`, as far as we use it.
struct ProviderMetadata: Sendable, Equatable {
    /// How our secret is sent with the code (RFC 6749, section 2.3.1).
    enum ClientAuthentication: Sendable { case basic, post }

    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String
    let authentication: ClientAuthentication
    /// Whether the browser comes back with `iss` (RFC 9207), which then must be there.
    let namesItselfInAnswer: Bool

    /// Where the document of an issuer stands.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Reads the document; every address in it must be safe to call and the issuer must be the one that was asked.
    init(json: [UInt8], issuer: String) throws(ProviderFailure) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(json)) else {
            throw .malformed(.discovery)
        }
        guard document.issuer == issuer else { throw .wrongIssuer }
        let addresses = [document.authorization_endpoint, document.token_endpoint, document.jwks_uri]
        guard addresses.allSatisfy({ ProviderAddress.isEndpoint($0, of: issuer) }) else { throw .insecureAddress }
        // Entra ID does PKCE without saying so; a provider that does say what it can must know S256.
        guard document.code_challenge_methods_supported?.contains("S256") ?? true,
            document.response_types_supported?.contains("code") ?? true
        else { throw .unsupported }
        let methods = document.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        if methods.contains("client_secret_basic") {
            authentication = .basic
        } else if methods.contains("client_secret_post") {
            authentication = .post
        } else {
            throw .unsupported
        }
        self.issuer = issuer
        authorizationEndpoint = document.authorization_endpoint
        tokenEndpoint = document.token_endpoint
        keysAddress = document.jwks_uri
        namesItselfInAnswer = document.authorization_response_iss_parameter_supported ?? false
    }

    /// The names are those of OpenID Connect Discovery 1.0, section 3.
    private struct Document: Decodable {
        let issuer: String
        let authorization_endpoint: String
        let token_endpoint: String
        let jwks_uri: String
        let response_types_supported: [String]?
        let token_endpoint_auth_methods_supported: [String]?
        let code_challenge_methods_supported: [String]?
        let authorization_response_iss_parameter_supported: Bool?
    }
}
