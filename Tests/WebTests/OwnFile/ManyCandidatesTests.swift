import Actions
import Domain
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Many candidates look at the same moment.
struct ManyCandidatesTests {
    @Test(.timeLimit(.minutes(10)), arguments: ["/mijn", "/"])
    func `two hundred candidates who open a page at once all get it`(_ path: String) async throws {
        // As many connections as the program has.
        try await withWorld(connections: 20) { test in
            let site = try await TestSite(test)
            let tokens = try await Self.signIn(200, site)

            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for token in tokens {
                    group.addTask {
                        try await site.visit { client in
                            client.setCookie(SessionToken.cookieName, token.text)
                            return try await client.send("GET", path, followRedirects: false).status
                        }
                    }
                }
                return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
            }

            #expect(statuses == [200: 200])
        }
    }

    /// A session for each of so many candidates.
    private static func signIn(_ count: Int, _ site: TestSite) async throws -> [SessionToken] {
        let cases = try await site.copies(of: DemoStory().waitingWithRoom, count: count)
        let candidates = try await site.rows(
            "select candidate_id from case_files where reference = any(\(cases.map(\.text)))"
        ) { try $0.next(Candidate.ID.self) }
        let sessions = DatabaseSessions(world: site.world.world)
        var tokens: [SessionToken] = []
        for candidate in candidates {
            tokens.append(try await sessions.begin(for: .candidate(candidate), device: "proef"))
        }
        return tokens
    }
}
