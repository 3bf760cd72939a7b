import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What tests of privacy need: people with a long history, and marks of them in every table.
struct PrivacyWorld {
    let test: TestWorld
    var world: World { test.world }
    var cases: CaseWorld { CaseWorld(test: test) }

    /// A candidate with the team that has the file.
    struct Person {
        let id: Candidate.ID
        let actor: Actor
    }

    /// Candidates with a case in this state, those with the longest history first.
    func people(in state: CaseState, limit: Int = 3) async throws -> [Person] {
        try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select f.candidate_id, f.team_id, f.region_code,
                    (select r.staff_member_id from staff_roles r where r.team_id = f.team_id order by r.staff_member_id limit 1)
                from case_files f
                where f.state = \(state)
                order by (select count(*) from proposals p where p.case_id = f.id)
                    + 3 * (select count(*) from referrals r where r.case_id = f.id) desc, f.id
                limit \(limit)
                """
            ) { row in
                let id: Candidate.ID = try row.next()
                let (team, region): (Team.ID, RegionCode) = (try row.next(), try row.next())
                return Person(
                    id: id,
                    actor: Actor(staffMemberID: try row.next(), teamID: team, regionCode: region)
                )
            }
        }
    }

    /// Leaves a mark of the candidate in every table that a busy life could touch, so that no table is empty by accident.
    func fill(_ person: Person) async throws {
        let world = world
        try await test.owner.transaction { connection in
            let (id, team, now) = (person.id, person.actor.teamID, world.now())
            // First of all: another address ends sessions and links.
            _ = try await connection.execute(
                """
                update candidate_identities set given_name = 'Xanthippe', family_name = 'Quibbelstein',
                    mail = 'xanthippe.quibbelstein@example.nl', phone = '0612340987' where candidate_id = \(id)
                """
            )
            // The demo gives one kenmerk to things of different kinds; these are this person's alone.
            for (table, column) in [
                ("candidates", "id"), ("case_files", "candidate_id"), ("referrals", "candidate_id"),
            ] {
                let ids = try await connection.values(
                    "select id from \(ident: table) where \(ident: column) = \(id)",
                    as: UUID.self
                )
                for row in ids {
                    _ = try await connection.execute(
                        "update \(ident: table) set reference = \(world.newReference()) where id = \(row)"
                    )
                }
            }
            let asked = try await connection.values(
                "select id from proposals where case_id in (select id from case_files where candidate_id = \(id))",
                as: UUID.self
            )
            for row in asked {
                _ = try await connection.execute(
                    "update proposals set reference = \(world.newReference()) where id = \(row)"
                )
            }
            _ = try await connection.execute(
                """
                insert into retention_consents (id, candidate_id, team_id, text_version, channel, given_at)
                values (\(world.newUUID()), \(id), \(team), 1, 'phone', \(now))
                """
            )
            _ = try await connection.execute(
                """
                insert into retention_warnings (candidate_id, team_id, erase_on, warned_at)
                values (\(id), \(team), \(world.today + 14), \(now))
                """
            )
            _ = try await connection.execute(
                """
                insert into candidate_duplicates (id, candidate_id, other_candidate_id, found_at)
                select \(world.newUUID()), \(id), c.id, \(now) from candidates c where c.id <> \(id) limit 1
                """
            )
            _ = try await connection.execute(
                """
                insert into sessions (id, token_sha256, candidate_id, device, created_at, last_seen_at, expires_at, ends_at)
                values (\(world.newUUID()), \(Data(world.randomBytes(32))), \(id), 'Firefox', \(now), \(now), \(now), \(now))
                """
            )
            _ = try await connection.execute(
                """
                insert into kept_forms (id, browser_sha256, visitor_hash, candidate_id, content, kept_at, expires_at)
                values (\(world.newUUID()), \(Data(world.randomBytes(32))), \(Data(world.randomBytes(32))), \(id), 'x', \(now),
                    \(now.addingTimeInterval(3600)))
                """
            )
            _ = try await connection.execute(
                """
                insert into submissions (id, candidate_id, action, submitted_at, result)
                values (\(world.newUUID()), \(id), 'correct', \(now), '/mijn')
                """
            )
            _ = try await connection.execute(
                """
                insert into submissions (id, staff_member_id, action, submitted_at, result)
                select \(world.newUUID()), \(person.actor.staffMemberID), 'edit', \(now), '/kandidaten/' || reference
                from case_files where candidate_id = \(id) limit 1
                """
            )
            _ = try await connection.execute(
                """
                insert into mail_links (token_sha256, purpose, candidate_id, created_at, expires_at)
                values (\(Data(world.randomBytes(32))), 'candidate_sign_in', \(id), \(now), \(now.addingTimeInterval(1800)))
                """
            )
            _ = try await connection.execute(
                """
                insert into mail_links (token_sha256, purpose, proposal_id, created_at, expires_at)
                select sha256(p.id::text::bytea), 'practice_answer', p.id, \(now), \(now.addingTimeInterval(1800))
                from proposals p join case_files f on f.id = p.case_id where f.candidate_id = \(id) limit 1
                """
            )
            _ = try await connection.execute(
                """
                insert into outbox (id, kind, case_id, facts, created_at, available_at)
                select gen_random_uuid(), 'proposal_answered', f.id, jsonb_build_object('reference', f.reference), \(now), \(now)
                from case_files f where f.candidate_id = \(id)
                """
            )
            _ = try await connection.execute(
                """
                insert into outbox (id, kind, facts, created_at, available_at)
                select gen_random_uuid(), 'referral_answered', jsonb_build_object('referral', r.reference), \(now), \(now)
                from referrals r where r.candidate_id = \(id)
                """
            )
            _ = try await connection.execute(
                """
                insert into candidate_reads (id, candidate_id, team_id, staff_member_id, read_at, purpose)
                values (\(world.newUUID()), \(id), \(team), \(person.actor.staffMemberID), \(now), 'case_page')
                """
            )
            _ = try await connection.execute(
                """
                insert into case_facts (id, case_id, team_id, kind, recorded_at)
                select gen_random_uuid(), f.id, f.team_id, 'wider_limit', \(now) from case_files f
                where f.candidate_id = \(id)
                """
            )
        }
        _ = try await KeepPersonKeys(world: world)()
    }

    /// By what this person could be known again in the database.
    func marks(of id: Candidate.ID) async throws -> [String] {
        try await test.owner.withConnection { connection in
            try await connection.values(
                """
                select \(id)::text
                union all select reference from candidates where id = \(id)
                union all select id::text from case_files where candidate_id = \(id)
                union all select reference from case_files where candidate_id = \(id)
                union all select p.reference from proposals p join case_files f on f.id = p.case_id
                    where f.candidate_id = \(id)
                union all select reference from referrals where candidate_id = \(id)
                """,
                as: String.self
            )
        } + ["Xanthippe", "Quibbelstein", "0612340987"]
    }
}
