import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What a practice and a visitor do by a link they were mailed, in SQL of one's own choice: the one thing the link is for, once,
/// and only with its token.
@Suite struct LinkRoadTests {
    /// An open proposal with a link, and another one.
    private struct Asked {
        let (id, other): (Proposal.ID, Proposal.ID)
        let version: Int
        let token = [UInt8](repeating: 7, count: 32)

        init(_ test: TestWorld) async throws {
            let now = test.world.now()
            let found: [(Proposal.ID, Int)] = try await test.owner.withConnection { connection in
                try await connection.query(
                    """
                    select id, version from proposals where state = 'open' and due_on >= \(test.world.today)
                    order by id limit 2
                    """
                ) { row in (try row.next(), try row.next()) }
            }
            (id, version) = try #require(found.first)
            other = try #require(found.last).0
            let (token, id) = (token, id)
            try await test.world.database.transaction(as: .visitor) { connection in
                try await MailLinkStore.insert(
                    tokenHash: token,
                    .practiceAnswer,
                    for: .proposal(id),
                    at: now,
                    until: now + 3_600,
                    on: connection
                )
            }
        }
    }

    private func refusal(_ test: TestWorld, as acting: Acting, _ statement: SQL) async throws -> String {
        do {
            return try await test.world.database.transaction(as: acting) { connection in
                try await connection.query(statement) { row in try row.nextOptional(String.self) ?? "done" }.first
                    ?? "done"
            }
        } catch let error as DatabaseError {
            return error.constraint ?? error.sqlState ?? "\(error)"
        }
    }

    @Test func `a practice answers with the token of its own link, and with nothing else`() async throws {
        try await withWorld { test in
            let asked = try await Asked(test)
            let (now, due) = (test.world.now(), test.world.today + 5)
            func call(_ acting: Acting, token: [UInt8]? = nil, version: Int? = nil) async throws -> String {
                try await refusal(
                    test,
                    as: acting,
                    """
                    select answer_by_link(\(Data(token ?? asked.token)), \(version ?? asked.version), 'declined', null,
                        'no_room', null, '', null, \(due), \(now))::text
                    """
                )
            }
            let over = "proposals_transition"
            #expect(try await call(.practice(asked.id), token: Array(repeating: 8, count: 32)) == over)
            #expect(try await call(.practice(asked.other)) == over)
            #expect(try await call(.practice(test.world.newID())) == over)
            #expect(try await call(.visitor) == over)
            #expect(try await call(.practice(asked.id), version: asked.version + 1) == over)
            #expect(try await call(.practice(asked.id)) == "")
            #expect(try await call(.practice(asked.id), version: asked.version + 1) == over)
        }
    }

    private static func impossible(on today: CalendarDate) -> [SQL] {
        [
            "'agreed', null, 'no_room', null, '', \(today + 3)", "'withdrawn', null, null, null, '', null",
            "'interview', \(today + 200), null, null, '', \(today + 3)",
            "'interview', null, null, null, '', \(today + 3)",
            "'agreed', null, null, null, '', \(today + 900)", "'agreed', null, null, null, '', null",
            "'agreed', null, null, null, null, \(today + 3)", "'not_now', null, null, \(today - 1), '', null",
            "'declined', null, 'no_room', null, repeat('x', 501), null",
        ]
    }

    @Test func `no answer comes through that the page does not offer`() async throws {
        try await withWorld { test in
            let asked = try await Asked(test)
            for arguments in Self.impossible(on: test.world.today) {
                let said = try await refusal(
                    test,
                    as: .practice(asked.id),
                    """
                    select answer_by_link(\(Data(asked.token)), \(asked.version), \(sql: arguments), \(test.world.today + 5),
                        \(test.world.now()))::text
                    """
                )
                #expect(said == "proposals_answer", "\(arguments)")
            }
        }
    }

    @Test func `a visitor begins a file with the token that proves an address, once, where a team covers the town`()
        async throws
    {
        try await withWorld { test in
            let (now, token) = (test.world.now(), [UInt8](repeating: 9, count: 32))
            let mail = try #require(EmailAddress("nieuw@walls.example"))
            try await test.world.database.transaction(as: .visitor) { connection in
                try await MailLinkStore.insert(
                    tokenHash: token,
                    .candidateRegistration,
                    for: .mail(mail),
                    at: now,
                    until: now + 3_600,
                    on: connection
                )
            }
            let (town, team, far): (String, Team.ID, Team.ID) = try #require(
                try await test.owner.withConnection { connection in
                    try await connection.first(
                        """
                        select m.code, t.id, (select f.id from teams f where f.region_code <> x.region_code order by f.id limit 1)
                        from municipalities m cross join lateral teams_covering(m.code, \(test.world.today)) as t (id)
                        join teams x on x.id = t.id
                        order by m.code, t.id limit 1
                        """
                    ) { row in (try row.next(), try row.next(), try row.next()) }
                }
            )
            func begin(_ acting: Acting, _ token: [UInt8], _ team: Team.ID, _ reference: String) async throws -> String
            {
                try await refusal(
                    test,
                    as: acting,
                    """
                    select begin_own_file(\(Data(token)), \(reference), \(team), 'student', \(town), 'bike', 10, null, 'Vera', '',
                        'Verzonnen', '2004-05-06', '', '', '', '', \(now))::text
                    """
                )
            }
            let newcomer = Acting.candidate(test.world.newID())
            #expect(try await begin(.visitor, token, team, "ABCDEFG1") == "own_file_begins")
            #expect(try await begin(newcomer, token, far, "ABCDEFG1") == "own_file_begins")
            #expect(try await begin(newcomer, Array(repeating: 1, count: 32), team, "ABCDEFG1") == "false")
            #expect(try await begin(newcomer, token, team, "ABCDEFG1") == "true")
            #expect(try await begin(.candidate(test.world.newID()), token, team, "ABCDEFG2") == "false")
            let kept = try await test.owner.withConnection {
                try await $0.value(
                    "select count(*) from candidate_identities where mail = \(mail.rawValue)",
                    as: Int.self
                )
            }
            #expect(kept == 1)
        }
    }
}
