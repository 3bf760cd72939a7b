import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// The own file of a candidate, by hand-written SQL as the application's role.
struct OwnFileWallTests {
    /// Every table with rows of a candidate, and the column by which they are the candidate's.
    private static let tables: [(name: String, owner: SQL)] = [
        ("candidates", "id"), ("candidate_identities", "candidate_id"), ("candidate_regions", "candidate_id"),
        ("consents", "candidate_id"), ("case_files", "candidate_id"), ("assessments", "candidate_id"),
        ("referrals", "candidate_id"), ("candidate_reads", "candidate_id"),
        ("case_events", "(select candidate_id from case_files f where f.id = case_id)"),
        ("case_spans", "(select candidate_id from case_files f where f.id = case_id)"),
        ("case_contacts", "(select candidate_id from case_files f where f.id = case_id)"),
        ("proposals", "(select candidate_id from case_files f where f.id = case_id)"),
        ("assessment_scores", "(select candidate_id from assessments a where a.id = assessment_id)"),
        ("assessment_levels", "(select candidate_id from assessments a where a.id = assessment_id)"),
    ]

    @Test func `a candidate sees every own row, and none of anyone else`() async throws {
        try await withWorld { test in
            let people = try await Self.people(test)
            for (name, owner) in Self.tables {
                let counted: SQL = "select count(*) from \(ident: name) where \(sql: owner) = \(people.me)"
                let mine = try await test.owner.withConnection { try await $0.value(counted, as: Int.self) }
                let (seen, own) = try await test.world.database.transaction(as: .candidate(people.me)) { connection in
                    (
                        try await connection.value("select count(*) from \(ident: name)", as: Int.self),
                        try await connection.value(counted, as: Int.self)
                    )
                }
                #expect(own == mine, "\(name)")
                #expect(seen == mine, "\(name)")
            }
        }
    }

    @Test func `what a candidate writes reaches the own rows only`() async throws {
        try await withWorld { test in
            let people = try await Self.people(test)
            let updates: [(String, SQL)] = [
                ("candidates", "update candidates set travel_limit_km = 1, version = version + 1"),
                ("candidate_identities", "update candidate_identities set phone = ''"),
                ("consents", "update consents set withdrawn_at = \(test.world.now()) where withdrawn_at is null"),
                ("assessments", "update assessments set candidate_remark = 'weg'"),
            ]
            for (name, update) in updates {
                let others: SQL = "\(sql: update) \(sql: name == "consents" ? "and" : "where")"
                let column: SQL = name == "candidates" ? "id" : "candidate_id"
                let touched = try await test.world.database.transaction(as: .candidate(people.me)) { connection in
                    try await connection.execute("\(sql: others) \(sql: column) <> \(people.me)")
                }
                #expect(touched == 0, "\(name)")
            }
        }
    }

    @Test func `a candidate cannot score as an assessor, write in another's case or skip a step`() async throws {
        try await withWorld { test in
            let people = try await Self.people(test)
            let forbidden: [SQL] = [
                """
                insert into case_events (id, case_id, team_id, sequence, happened_at, kind, facts)
                select \(UUID()), f.id, f.team_id, 1, \(test.world.now()), 'edited', '{}'
                from case_files f where f.id = \(people.otherCase)
                """,
                """
                insert into assessors (id, assessment_id, team_id, kind)
                select \(UUID()), a.id, a.team_id, 'assessor' from assessments a where a.candidate_id = \(people.me) limit 1
                """,
                """
                update assessment_scores set score = 5 where assessor_id in
                    (select id from assessors where kind = 'assessor')
                """,
                "update assessment_levels set level = 50",
                "update case_files set state = 'placed' where candidate_id = \(people.me)",
                """
                insert into candidate_reads (id, candidate_id, team_id, read_at, purpose)
                select \(UUID()), \(people.other), team_id, \(test.world.now()), 'own_copy' from candidates limit 1
                """,
                "delete from case_events",
            ]
            for sql in forbidden {
                let changed = try? await test.world.database.transaction(as: .candidate(people.me)) { connection in
                    try await connection.execute(sql)
                }
                #expect(changed ?? 0 == 0, "\(sql)")
            }
        }
    }

    private struct People {
        let me: Candidate.ID
        let other: Candidate.ID
        let otherCase: CaseFile.ID
    }

    private static func people(_ test: TestWorld) async throws -> People {
        let rows: [(Candidate.ID, CaseFile.ID)] = try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select candidate_id, id from case_files
                where reference = any(\([DemoStory().waitingInFullRegion.text, DemoStory().waitingWithRoom.text]))
                order by reference <> \(DemoStory().waitingInFullRegion)
                """
            ) { row in (try row.next(), try row.next()) }
        }
        try #require(rows.count == 2)
        return People(me: rows[0].0, other: rows[1].0, otherCase: rows[1].1)
    }
}
