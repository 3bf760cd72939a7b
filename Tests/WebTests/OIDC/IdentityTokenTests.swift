import Foundation
import TestSupport
import Testing

@testable import HTTPBase

struct IdentityTokenTests {
    private static let expected = IdentityToken.Expectation(
        issuer: "https://login.example",
        clientID: "doorwijzer",
        nonce: "n-1",
        now: TestClock.start
    )

    private static func subject(
        _ name: String,
        _ change: (inout String) -> Void = { _ in },
        expecting expected: IdentityToken.Expectation = expected
    ) throws -> String {
        var text = try #require(TokenVectors.tokens[name])
        change(&text)
        return try IdentityToken(text).subject(
            keys: try VerificationKey.set(json: Array(TokenVectors.keys.utf8)),
            expecting: expected
        )
    }

    @Test(arguments: ["RS256", "PS256", "ES256"])
    func `a token signed by another implementation is believed`(name: String) throws {
        #expect(try Self.subject(name) == "anna-1")
    }

    @Test(arguments: ["none", "HS256", "RS512"])
    func `an algorithm that is not on the list is refused before any key is looked at`(name: String) {
        #expect(throws: ProviderFailure.badToken(.algorithm)) { try Self.subject(name) }
    }

    @Test func `a key that is too short is no key`() {
        #expect(throws: ProviderFailure.badToken(.unknownKey)) { try Self.subject("short") }
    }

    @Test(arguments: ["RS256", "PS256", "ES256"])
    func `a changed claim breaks the signature`(name: String) throws {
        let forged = Base64URL.encode(
            Array(
                """
                {"iss":"https://login.example","aud":"doorwijzer","sub":"the-boss","nonce":"n-1",\
                "iat":1795510800,"exp":1795514400}
                """.utf8
            )
        )
        #expect(throws: ProviderFailure.badToken(.signature)) {
            try Self.subject(name) { text in
                let parts = text.split(separator: ".")
                text = "\(parts[0]).\(forged).\(parts[2])"
            }
        }
    }

    @Test(arguments: ["", "a.b", "a.b.c", "....", "e30.e30.e30", String(repeating: "A", count: 20_000)])
    func `what is no token is refused`(text: String) {
        #expect(throws: ProviderFailure.badToken(.malformed)) { try IdentityToken(text) }
    }

    private struct Mismatch: Sendable {
        var issuer = "https://login.example"
        var clientID = "doorwijzer"
        var nonce = "n-1"
        var seconds: TimeInterval = 0
        let fault: ProviderFailure.TokenFault
    }

    @Test(arguments: [
        Mismatch(issuer: "https://login.example/", fault: .issuer), Mismatch(clientID: "other", fault: .audience),
        Mismatch(nonce: "n-2", fault: .nonce), Mismatch(seconds: 3_600 + 121, fault: .expired),
        Mismatch(seconds: -121, fault: .issuedAt), Mismatch(seconds: 600 + 121, fault: .issuedAt),
    ])
    private func `a token for someone or something else is refused`(mismatch: Mismatch) {
        let expected = IdentityToken.Expectation(
            issuer: mismatch.issuer,
            clientID: mismatch.clientID,
            nonce: mismatch.nonce,
            now: TestClock.start + mismatch.seconds
        )
        #expect(throws: ProviderFailure.badToken(mismatch.fault)) { try Self.subject("ES256", expecting: expected) }
    }

    @Test(arguments: [-119.0, 0, 119, 600])
    func `clocks may differ by two minutes`(seconds: TimeInterval) throws {
        let expected = IdentityToken.Expectation(
            issuer: "https://login.example",
            clientID: "doorwijzer",
            nonce: "n-1",
            now: TestClock.start + seconds
        )
        #expect(try Self.subject("RS256", expecting: expected) == "anna-1")
    }

    @Test(arguments: [
        ("https://login.example", true), ("https://login.example/tenant/v2.0", true), ("http://127.0.0.1:9400", true),
        ("http://login.example", false), ("https://login.example?a=b", false), ("https://user@login.example", false),
        ("https://login.example#x", false), ("http://127.0.0.1.example", false), ("ftp://127.0.0.1", false),
        ("https://", false), ("login.example", false), ("", false),
    ])
    func `an issuer is called by https, or is this machine`(text: String, isGood: Bool) {
        #expect(ProviderAddress.isIssuer(text) == isGood)
    }

    /// RFC 7636, appendix B.
    @Test func `the challenge is that of the specification`() {
        #expect(
            AuthorizationRequest.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        )
    }
}
