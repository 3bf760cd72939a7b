import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Synchronization
import TestSupport

@testable import HTTPBase

/// A provider of identities on this machine, that does it well or wrong on purpose.
final class StubProvider: Sendable {
    enum Flaw: String, Sendable, CaseIterable {
        case otherIssuerInDocument, insecureEndpoint, noPKCE, documentIsNoJSON, documentIsHuge, documentMoved
        case codeRefused, exchangeFails, exchangeIsSlow, exchangeIsHuge
        case otherIssuer, otherAudience, secondAudience, otherNonce, noNonce, expired, fromTheFuture, noSubject
        case algorithmNone, unknownKey, forged, keysAreHuge, keysAreAway, answerWithoutIssuer, answerOfAnotherIssuer
    }

    private struct Grant {
        let nonce: String
        let challenge: String
        let returnAddress: String
        let subject: String
    }

    private struct State {
        var flaw: Flaw?
        var port = 0
        var grants: [String: Grant] = [:]
        var key = P256.Signing.PrivateKey()
        var keyID = "first"
        var keyReads = 0
    }

    static let clientID = "doorwijzer & co"
    static let clientSecret = "s3cret:+/é"

    private let state = Mutex(State())
    private let now: @Sendable () -> Date
    /// What a slow answer and the client's deadline wait by: the slow answer is always too late.
    fileprivate let patience = RacingClock()

    init(now: @escaping @Sendable () -> Date = { TestClock.start }) { self.now = now }

    var issuer: String { state.withLock { "http://127.0.0.1:\($0.port)" } }
    var keyReads: Int { state.withLock { $0.keyReads } }

    func does(_ flaw: Flaw?) { state.withLock { $0.flaw = flaw } }

    /// Signs with a new key from now on; the old one is forgotten.
    func changeKeys() {
        state.withLock {
            $0.key = P256.Signing.PrivateKey()
            $0.keyID += "x"
        }
    }

    /// The browser at the provider's page: someone signs in there and is sent back.
    ///
    /// - Returns: our path with the answer in its query, and what was asked.
    func signIn(_ address: String, as subject: String) throws -> (path: String, asked: [String: String]) {
        let asked = Self.query(address)
        guard address.hasPrefix(issuer + "/authorize?"), asked["client_id"] == Self.clientID,
            asked["response_type"] == "code", asked["scope"] == "openid", asked["code_challenge_method"] == "S256",
            let challenge = asked["code_challenge"], let nonce = asked["nonce"], let state = asked["state"],
            let returnAddress = asked["redirect_uri"], let path = URLComponents(string: returnAddress)?.path
        else { throw Misuse(asked: asked) }
        let code = "code-\(UUID().uuidString)"
        let flaw = self.state.withLock {
            $0.grants[code] = Grant(nonce: nonce, challenge: challenge, returnAddress: returnAddress, subject: subject)
            return $0.flaw
        }
        var fields = [(name: "code", value: code), ("state", state)]
        if flaw != .answerWithoutIssuer {
            fields.append(("iss", flaw == .answerOfAnotherIssuer ? "https://other.example" : issuer))
        }
        return (path + "?" + URLEncoded.encode(fields), asked)
    }

    struct Misuse: Error { let asked: [String: String] }

    static func query(_ address: String) -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }

    // MARK: What it answers

    fileprivate func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/.well-known/openid-configuration") { _, _ in self.document() }
        router.get("/keys") { _, _ in self.keySet() }
        router.post("/token") { request, _ in
            let body = try await request.body.collect(upTo: 100_000)
            return try await self.exchange(
                String(buffer: body),
                authorization: request.headers[.authorization] ?? ""
            )
        }
        return router
    }

    private func document() -> Response {
        let (flaw, issuer) = (state.withLock { $0.flaw }, issuer)
        switch flaw {
        case .documentIsNoJSON: return Self.json("<html>")
        case .documentIsHuge: return Self.json(Self.huge)
        case .documentMoved: return Response(status: .found, headers: [.location: issuer + "/elsewhere"])
        default: break
        }
        let named = flaw == .otherIssuerInDocument ? "https://other.example" : issuer
        let token = flaw == .insecureEndpoint ? "http://login.example/token" : issuer + "/token"
        let methods = flaw == .noPKCE ? "plain" : "S256"
        return Self.json(
            """
            {"issuer":"\(named)","authorization_endpoint":"\(issuer)/authorize","token_endpoint":"\(token)",
            "jwks_uri":"\(issuer)/keys","response_types_supported":["code"],
            "code_challenge_methods_supported":["\(methods)"],"authorization_response_iss_parameter_supported":true}
            """
        )
    }

    private func keySet() -> Response {
        let (flaw, id, bytes) = state.withLock {
            $0.keyReads += 1
            return ($0.flaw, $0.keyID, Array($0.key.publicKey.rawRepresentation))
        }
        if flaw == .keysAreHuge { return Self.json(Self.huge) }
        if flaw == .keysAreAway { return Response(status: .badGateway) }
        let (x, y) = (Base64URL.encode(Array(bytes[..<32])), Base64URL.encode(Array(bytes[32...])))
        return Self.json(
            """
            {"keys":[{"kty":"oct","k":"AAAA"},{"kty":"EC","crv":"P-256","kid":"\(id)","use":"sig","x":"\(x)","y":"\(y)"}]}
            """
        )
    }

    private func exchange(_ body: String, authorization: String) async throws -> Response {
        let fields = Dictionary(
            try URLEncoded.parse(Array(body.utf8)).map { ($0.name, $0.value) }
        ) { first, _ in first }
        // The name and secret are written as a form writes them (RFC 6749, section 2.3.1).
        let expected = "\(URLEncoded.encode(Self.clientID)):\(URLEncoded.encode(Self.clientSecret))"
        let (flaw, grant) = state.withLock { ($0.flaw, $0.grants.removeValue(forKey: fields["code"] ?? "")) }
        guard authorization == "Basic \(Data(expected.utf8).base64EncodedString())", let grant, flaw != .codeRefused,
            fields["grant_type"] == "authorization_code", fields["redirect_uri"] == grant.returnAddress,
            Base64URL.encode(Array(SHA256.hash(data: Array((fields["code_verifier"] ?? "").utf8)))) == grant.challenge
        else { return Self.json(#"{"error":"invalid_grant"}"#, status: .badRequest) }
        switch flaw {
        case .exchangeFails: return Response(status: .internalServerError)
        case .exchangeIsSlow: try await patience.sleep(for: .seconds(30))
        case .exchangeIsHuge: return Self.json(Self.huge)
        default: break
        }
        return Self.json(#"{"access_token":"x","token_type":"Bearer","id_token":"\#(try token(grant, flaw))"}"#)
    }

    private func token(_ grant: Grant, _ flaw: Flaw?) throws -> String {
        let (key, keyID) = state.withLock { ($0.key, $0.keyID) }
        let now = Int(self.now().timeIntervalSince1970) + (flaw == .fromTheFuture ? 600 : 0)
        let audience = flaw == .otherAudience ? "other" : Self.clientID
        let claims = [
            #""iss":"\#(flaw == .otherIssuer ? "https://other.example" : issuer)""#,
            flaw == .secondAudience ? #""aud":["\#(audience)","other"]"# : #""aud":"\#(audience)""#,
            #""iat":\#(now)"#, #""exp":\#(flaw == .expired ? now - 300 : now + 300)"#,
            flaw == .noNonce ? nil : #""nonce":"\#(flaw == .otherNonce ? "other" : grant.nonce)""#,
            flaw == .noSubject ? #""sub":"""# : #""sub":"\#(grant.subject)""#,
        ].compactMap(\.self).joined(separator: ",")
        let head =
            flaw == .algorithmNone
            ? #"{"alg":"none"}"# : #"{"alg":"ES256","kid":"\#(flaw == .unknownKey ? "invented" : keyID)"}"#
        let message = [head, "{\(claims)}"].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
        guard flaw != .algorithmNone else { return message + "." }
        let signer = flaw == .forged ? P256.Signing.PrivateKey() : key
        let signature = try signer.signature(for: Array(message.utf8))
        return message + "." + Base64URL.encode(Array(signature.rawRepresentation))
    }

    private static let huge = #"{"x":"\#(String(repeating: "x", count: 400_000))"}"#

    private static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    fileprivate func listens(on port: Int) { state.withLock { $0.port = port } }
}

/// Runs the body with a provider that really listens, and with a client to talk to it.
func withProvider<Value: Sendable>(
    now: @escaping @Sendable () -> Date = { TestClock.start },
    _ body: @escaping @Sendable (StubProvider, ProviderHTTP) async throws -> Value
) async throws -> Value {
    let provider = StubProvider(now: now)
    let http = ProviderHTTP(clock: provider.patience)
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "provider")
    logger.logLevel = .critical
    let application = Application(
        router: provider.router(),
        configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
            found.yield(channel.localAddress?.port ?? 0)
            found.finish()
        },
        logger: logger
    )
    let result = await Result {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                var ports = ports.makeAsyncIterator()
                provider.listens(on: await ports.next() ?? 0)
                return try await body(provider, http)
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }
    await http.shutdown()
    return try result.get()
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
