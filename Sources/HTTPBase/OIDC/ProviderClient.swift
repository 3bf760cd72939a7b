public import Foundation

/// Our side of signing in through one provider: OpenID Connect with the authorization code, PKCE and a client secret.
public struct ProviderClient: Sendable {
    /// How we are known at the provider.
    public struct Registration: Sendable {
        public let issuer: String
        public let clientID: String
        /// The name of our secret in the configuration.
        let secretName: String
        /// Where the browser comes back, the same address as registered there.
        public let returnAddress: String

        public init(issuer: String, clientID: String, secretName: String, returnAddress: String) {
            self.issuer = issuer
            self.clientID = clientID
            self.secretName = secretName
            self.returnAddress = returnAddress
        }
    }

    private let registration: Registration
    private let directory: ProviderDirectory
    private let now: @Sendable () -> Date

    public init(_ registration: Registration, directory: ProviderDirectory, now: @escaping @Sendable () -> Date) {
        self.registration = registration
        self.directory = directory
        self.now = now
    }

    /// The address at the provider to send the browser to.
    ///
    /// - Throws: ``ProviderFailure``.
    public func address(for request: AuthorizationRequest) async throws -> String {
        _ = try await directory.secret(registration.secretName)
        let provider = try await directory.metadata(of: registration.issuer)
        return request.address(
            at: provider.authorizationEndpoint,
            clientID: registration.clientID,
            returnAddress: registration.returnAddress
        )
    }

    /// Exchanges the code for an identity token, verifies it and says who it is about: the subject, unique and lasting
    /// within this issuer.
    ///
    /// - Parameters:
    ///   - code: as the browser brought it.
    ///   - answeringIssuer: the parameter `iss` of the same answer, when it was there.
    ///   - codeVerifier: of the ``AuthorizationRequest`` that began the attempt, as is `nonce`.
    /// - Throws: ``ProviderFailure``.
    public func subject(
        code: String,
        answeringIssuer: String?,
        codeVerifier: String,
        nonce: String
    ) async throws -> String {
        let provider = try await directory.metadata(of: registration.issuer)
        guard answeringIssuer == provider.issuer || (answeringIssuer == nil && !provider.namesItselfInAnswer) else {
            throw ProviderFailure.wrongIssuer
        }
        let token = try IdentityToken(try await exchange(code, codeVerifier, at: provider))
        return try token.subject(
            keys: try await directory.keys(of: provider, for: token),
            expecting: IdentityToken.Expectation(
                issuer: provider.issuer,
                clientID: registration.clientID,
                nonce: nonce,
                now: now()
            )
        )
    }

    private func exchange(_ code: String, _ verifier: String, at provider: ProviderMetadata) async throws -> String {
        var fields = [
            (name: "grant_type", value: "authorization_code"), ("code", code),
            ("redirect_uri", registration.returnAddress), ("code_verifier", verifier),
        ]
        let secret = try await directory.secret(registration.secretName)
        var authorization: String?
        switch provider.authentication {
        case .basic:
            let pair = "\(URLEncoded.encode(registration.clientID)):\(URLEncoded.encode(secret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        case .post:
            fields += [("client_id", registration.clientID), ("client_secret", secret)]
        }
        let answer = try await directory.client(.exchange).post(
            provider.tokenEndpoint,
            fields: fields,
            authorization: authorization,
            for: .exchange
        )
        guard answer.status == 200 else { throw ProviderFailure.codeRefused }
        guard let document = try? JSONDecoder().decode(TokenAnswer.self, from: Data(answer.body)) else {
            throw ProviderFailure.malformed(.exchange)
        }
        return document.id_token
    }

    /// The access token beside it is not even read: we ask nothing more.
    private struct TokenAnswer: Decodable {
        let id_token: String
    }
}
