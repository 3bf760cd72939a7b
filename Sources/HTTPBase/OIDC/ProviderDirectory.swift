public import Foundation

/// What providers said about themselves and their keys, kept for a while.
///
/// A token signed with a key that is not known here makes us look once more, since providers change keys at any hour;
/// at most once a minute, so that invented key ids do not make us a nuisance.
public actor ProviderDirectory {
    private struct Kept<Value> {
        let value: Value
        let readAt: Date
    }

    /// Seconds that a document and keys are believed without asking again.
    private static let lifetime: TimeInterval = 3_600
    private static let secondLook: TimeInterval = 60

    /// Nil where no conversation with the outside is possible, e.g. in most tests.
    private let http: ProviderHTTP?
    private let secrets: [String: String]
    private let now: @Sendable () -> Date
    private var documents: [String: Kept<ProviderMetadata>] = [:]
    private var keys: [String: Kept<[VerificationKey]>] = [:]

    /// - Parameter secrets: our secret at each provider, by the name under which the provider is registered here.
    public init(http: ProviderHTTP?, secrets: [String: String] = [:], now: @escaping @Sendable () -> Date) {
        self.http = http
        self.secrets = secrets
        self.now = now
    }

    func secret(_ name: String) throws -> String {
        guard let secret = secrets[name] else { throw ProviderFailure.noSecret }
        return secret
    }

    /// Asks a provider what it says of itself and reads its keys, as the first sign-in would.
    ///
    /// - Throws: ``ProviderFailure``.
    public func check(_ issuer: String) async throws {
        let provider = try await metadata(of: issuer)
        guard try await !readKeys(of: provider).isEmpty else { throw ProviderFailure.malformed(.keys) }
    }

    func metadata(of issuer: String) async throws -> ProviderMetadata {
        if let kept = documents[issuer], now().timeIntervalSince(kept.readAt) < Self.lifetime { return kept.value }
        guard ProviderAddress.isIssuer(issuer) else { throw ProviderFailure.insecureAddress }
        let answer = try await client(.discovery).get(ProviderMetadata.address(of: issuer), for: .discovery)
        guard answer.status == 200 else { throw ProviderFailure.malformed(.discovery) }
        let document = try ProviderMetadata(json: answer.body, issuer: issuer)
        documents[issuer] = Kept(value: document, readAt: now())
        return document
    }

    /// The keys of a provider, among which the one that this token names, when it exists.
    func keys(of provider: ProviderMetadata, for token: IdentityToken) async throws -> [VerificationKey] {
        if let kept = keys[provider.issuer] {
            let age = now().timeIntervalSince(kept.readAt)
            let isKnown = kept.value.contains(where: token.isMeant)
            if age < (isKnown ? Self.lifetime : Self.secondLook) { return kept.value }
        }
        return try await readKeys(of: provider)
    }

    private func readKeys(of provider: ProviderMetadata) async throws -> [VerificationKey] {
        let answer = try await client(.keys).get(provider.keysAddress, for: .keys)
        guard answer.status == 200 else { throw ProviderFailure.malformed(.keys) }
        let found = try VerificationKey.set(json: answer.body)
        keys[provider.issuer] = Kept(value: found, readAt: now())
        return found
    }

    func client(_ step: ProviderFailure.Step) throws -> ProviderHTTP {
        guard let http else { throw ProviderFailure.unreachable(step) }
        return http
    }
}
