import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPBase

struct ProviderClientTests {
    private static func directory(
        _ http: ProviderHTTP?,
        secret: String? = StubProvider.clientSecret,
        now: @escaping @Sendable () -> Date = { TestClock.start }
    ) -> ProviderDirectory {
        ProviderDirectory(http: http, secrets: secret.map { ["STUB": $0] } ?? [:], now: now)
    }

    /// One sign-in from begin to end.
    private static func subject(
        _ provider: StubProvider,
        _ directory: ProviderDirectory,
        changing request: (AuthorizationRequest) -> AuthorizationRequest = { $0 }
    ) async throws -> String {
        let client = ProviderClient(
            ProviderClient.Registration(
                issuer: provider.issuer,
                clientID: StubProvider.clientID,
                secretName: "STUB",
                returnAddress: "https://doorwijzer.example/oidc/terug"
            ),
            directory: directory,
            now: { TestClock.start }
        )
        let begun = AuthorizationRequest { count in (0..<count).map { _ in .random(in: 0...255) } }
        let (path, asked) = try provider.signIn(try await client.address(for: begun), as: "anna-1")
        #expect(path.hasPrefix("/oidc/terug?") && asked["state"] == begun.state.text)
        let answer = StubProvider.query(path)
        let ended = request(begun)
        return try await client.subject(
            code: try #require(answer["code"]),
            answeringIssuer: answer["iss"],
            codeVerifier: ended.codeVerifier,
            nonce: ended.nonce
        )
    }

    @Test func `whoever signs in at the provider is known by the subject`() async throws {
        try await withProvider { provider, http in
            let directory = Self.directory(http)
            let first = try await Self.subject(provider, directory)
            let again = try await Self.subject(provider, directory)
            #expect(first == "anna-1" && again == "anna-1")
            #expect(provider.keyReads == 1)
        }
    }

    private static let failures: [StubProvider.Flaw: ProviderFailure] = [
        .otherIssuerInDocument: .wrongIssuer, .insecureEndpoint: .insecureAddress, .noPKCE: .unsupported,
        .documentIsNoJSON: .malformed(.discovery), .documentIsHuge: .malformed(.discovery),
        .documentMoved: .malformed(.discovery), .codeRefused: .codeRefused, .exchangeFails: .unreachable(.exchange),
        .exchangeIsSlow: .unreachable(.exchange), .exchangeIsHuge: .malformed(.exchange),
        .otherIssuer: .badToken(.issuer), .otherAudience: .badToken(.audience),
        .secondAudience: .badToken(.authorizedParty), .otherNonce: .badToken(.nonce), .noNonce: .badToken(.nonce),
        .expired: .badToken(.expired), .fromTheFuture: .badToken(.issuedAt), .noSubject: .badToken(.subject),
        .algorithmNone: .badToken(.algorithm), .unknownKey: .badToken(.unknownKey), .forged: .badToken(.signature),
        .keysAreHuge: .malformed(.keys), .keysAreAway: .unreachable(.keys), .answerWithoutIssuer: .wrongIssuer,
        .answerOfAnotherIssuer: .wrongIssuer,
    ]

    @Test(arguments: StubProvider.Flaw.allCases)
    func `everything a provider can do wrong is refused by name`(flaw: StubProvider.Flaw) async throws {
        try await withProvider { provider, http in
            provider.does(flaw)
            let expected = try #require(Self.failures[flaw])
            await #expect(throws: expected) {
                try await Self.subject(provider, Self.directory(http))
            }
        }
    }

    @Test func `a code is worth nothing without our secret, our verifier and our nonce`() async throws {
        try await withProvider { provider, http in
            let directory = Self.directory(http)
            let other = AuthorizationRequest { Array(repeating: 1, count: $0) }
            await #expect(throws: ProviderFailure.codeRefused) {
                try await Self.subject(provider, Self.directory(http, secret: "guess"))
            }
            await #expect(throws: ProviderFailure.noSecret) {
                try await Self.subject(provider, Self.directory(http, secret: nil))
            }
            await #expect(throws: ProviderFailure.codeRefused) {
                try await Self.subject(provider, directory) { _ in other }
            }
        }
    }

    @Test func `a provider that is away is told apart from one that lies`() async throws {
        let directory = Self.directory(nil)
        await #expect(throws: ProviderFailure.unreachable(.discovery)) {
            try await Self.subject(StubProvider(), directory)
        }
        #expect(ProviderFailure.unreachable(.keys).isOutage && !ProviderFailure.badToken(.nonce).isOutage)
    }

    @Test func `new keys are found at once, invented ones asked for once a minute`() async throws {
        try await withProvider { provider, http in
            let clock = TestClock()
            let directory = Self.directory(http) { clock.now }
            _ = try await Self.subject(provider, directory)
            provider.does(.unknownKey)
            for _ in 1...3 {
                await #expect(throws: ProviderFailure.badToken(.unknownKey)) {
                    try await Self.subject(provider, directory)
                }
            }
            #expect(provider.keyReads == 1)
            provider.does(nil)
            provider.changeKeys()
            clock.advance(minutes: 2)
            let subject = try await Self.subject(provider, directory)
            #expect(subject == "anna-1")
            #expect(provider.keyReads == 2)
        }
    }
}
