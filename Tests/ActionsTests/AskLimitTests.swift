import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@testable import Actions

/// Whoever asks for mails in someone else's name gets nothing by it, and keeps nobody out.
@Suite struct AskLimitTests {
    private static let mail = "slachtoffer@mens.example"

    private static func ask(_ test: TestWorld, _ mail: String = Self.mail, from line: String, block: String? = nil)
        async -> Bool
    {
        do {
            guard let mail = EmailAddress(mail) else { return false }
            let source = RequestSource(line: line, block: block ?? "block of \(line)")
            try await RequestOwnLink(world: test.world).toSignIn(mail, from: source)
            return true
        } catch {
            return false
        }
    }

    @Test func `a stranger who asks again and again stops only the stranger`() async throws {
        try await withWorld { test in
            var allowed = 0
            for _ in 0..<10 where await Self.ask(test, from: "stranger") { allowed += 1 }

            #expect(allowed == 3)
            #expect(await Self.ask(test, from: "home"))
        }
    }

    @Test func `a flood from one network stops there, not elsewhere and not for other mails`() async throws {
        try await withWorld { test in
            var allowed = 0
            for number in 0..<310
            where await Self.ask(test, "n\(number)@mens.example", from: "line \(number)", block: "theirs") {
                allowed += 1
            }

            #expect(allowed == 300)
            #expect(await Self.ask(test, from: "home", block: "ours"))
            let mail = try #require(EmailAddress(Self.mail))
            let theirs = RequestSource(line: "line 900", block: "theirs")
            try await RequestOwnLink(world: test.world).toRegister(mail, from: theirs)
            try await ResetPassword(world: test.world).request(mail: mail, from: theirs)
        }
    }

    @Test func `what visitors ask for does not keep a coordinator from sending a link`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let (reference, mail): (Reference, String) = try #require(
                try await test.owner.withConnection { connection in
                    try await connection.first(
                        """
                        select f.reference, i.mail from case_files f
                        join candidate_identities i on i.candidate_id = f.candidate_id
                        where f.team_id = \(actor.teamID) and i.mail <> '' and f.closed_at is null order by f.id limit 1
                        """
                    ) { row in (try row.next(), try row.next()) }
                }
            )
            for number in 0..<30 { _ = await Self.ask(test, mail, from: "line \(number)") }

            let path = try await RequestOwnLink(world: test.world).toSignIn(reference, by: actor, submission: nil)
            #expect(path == "/kandidaten/\(reference)")
        }
    }

    @Test func `two at once that count the same things in another order both get through`() async throws {
        try await withWorld { test in
            let limits = (0..<6).map { number in
                (limit: GuessLimit(kind: .address, allowances: [(1_000, 900)]), subject: "\(number)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<60 {
                    group.addTask {
                        _ = try await test.world.count(round.isMultiple(of: 2) ? limits : limits.reversed())
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a new hash key does not make anyone's tries forgotten`() async throws {
        try await withWorld { test in
            for _ in 0..<3 { #expect(await Self.ask(test, from: "stranger")) }
            let old = test.world
            let rotated = World(
                database: old.database,
                matcherDatabase: old.matcherDatabase,
                now: old.now,
                randomBytes: old.randomBytes,
                secrets: Secrets(
                    form: old.secrets.form,
                    seals: old.secrets.seals,
                    hash: .init(id: "2", bytes: Array(repeating: 3, count: 32)),
                    olderHashes: [old.secrets.hash]
                ),
                publicOrigin: old.publicOrigin
            )
            let mail = try #require(EmailAddress(Self.mail))
            await #expect(throws: TooManyGuesses.self) {
                try await RequestOwnLink(world: rotated).toSignIn(
                    mail,
                    from: RequestSource(line: "stranger", block: "x")
                )
            }
        }
    }
}
