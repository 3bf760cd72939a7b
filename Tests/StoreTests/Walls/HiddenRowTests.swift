import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Whoever writes to a row behind the walls is answered as if it did not exist.
@Suite struct HiddenRowTests {
    /// The world's moment, and a day soon after it.
    private static let moment = "timestamptz '\(TestClock.start.ISO8601Format())'"
    private static let day = "(\(moment) at time zone 'Europe/Amsterdam')::date + 5"

    /// Writes that hang on something of a case; `$` stands for its id. All other values are the stranger's own or made up.
    private static let writes: [(parent: String, statement: String)] = [
        ("candidates", "insert into candidate_identities (candidate_id, team_id) values ('$', acting_team())"),
        ("candidates", "insert into candidate_regions values ('$', acting_team(), 'RA0205')"),
        (
            "candidates",
            "insert into consents (id, candidate_id, team_id) values (gen_random_uuid(), '$', acting_team())"
        ),
        (
            "candidates",
            "insert into case_files (id, candidate_id, team_id, region_code, origin_team_id, origin_region_code) "
                + "values (gen_random_uuid(), '$', acting_team(), acting_region(), acting_team(), acting_region())"
        ),
        (
            "candidates",
            "insert into assessments (id, candidate_id, team_id) values (gen_random_uuid(), '$', acting_team())"
        ),
        (
            "candidates",
            "insert into candidate_reads values (gen_random_uuid(), '$', acting_team(), acting_staff(), \(moment), 'card')"
        ),
        ("candidates", "update candidates set version = version + 1 where id = '$'"),
        ("candidates", "delete from candidate_regions where candidate_id = '$'"),
        (
            "case_files",
            "insert into case_stops values (gen_random_uuid(), '$', acting_team(), \(moment), 'candidate', 'other')"
        ),
        (
            "case_files",
            "insert into case_facts (id, case_id, team_id, kind, recorded_at) "
                + "values (gen_random_uuid(), '$', acting_team(), 'wider_limit', \(moment))"
        ),
        (
            "case_files",
            "insert into case_contacts (id, case_id, team_id, contacted_at, party, channel, was_reached, note) "
                + "values (gen_random_uuid(), '$', acting_team(), \(moment), 'candidate', 'phone', true, '')"
        ),
        (
            "case_files",
            "insert into case_events (id, case_id, team_id, sequence, happened_at, kind, facts) "
                + "values (gen_random_uuid(), '$', acting_team(), 1, \(moment), 'x', '{}')"
        ),
        ("case_files", "insert into proposals (id, case_id, team_id) values (gen_random_uuid(), '$', acting_team())"),
        (
            "case_files",
            "insert into referrals (id, case_id, team_id, sending_team_id) "
                + "values (gen_random_uuid(), '$', acting_team(), acting_team())"
        ),
        ("case_files", "update case_files set state = 'searching' where id = '$'"),
        (
            "assessments",
            "insert into assessors (id, assessment_id, team_id, kind) values (gen_random_uuid(), '$', acting_team(), 'self')"
        ),
        ("assessments", "insert into assessment_levels values ('$', acting_team(), 'x', 30, 3, 1)"),
        ("assessments", "delete from assessment_scores where assessment_id = '$'"),
        (
            "proposals",
            "insert into placement_parts (id, proposal_id, team_id) values (gen_random_uuid(), '$', acting_team())"
        ),
        ("proposals", "insert into seat_occupations (id, proposal_id) values (gen_random_uuid(), '$')"),
        ("proposals", "update proposals set state = 'withdrawn' where id = '$'"),
        ("referrals", "insert into seat_occupations (id, referral_id) values (gen_random_uuid(), '$')"),
        ("referrals", "insert into referral_places (referral_id) values ('$')"),
        ("referrals", "update referrals set state = 'accepted' where id = '$'"),
        ("referrals", "select hand_over('$', null, \(moment), \(day))"),
        ("referrals", "select return_case('$', gen_random_uuid(), \(moment), \(day))"),
        ("referrals", "select hop from referral_chain('$')"),
    ]

    @Test func `an answer is the same for what is hidden and for what does not exist`() async throws {
        try await withWorld { test in
            for (parent, statement) in Self.writes {
                // An open letter, a proposal: where a guard would have most to say.
                let row = try #require(
                    try await test.owner.withConnection { connection in
                        try await connection.first(
                            """
                            select p.id, t.id, t.region_code, r.staff_member_id from \(ident: parent) p
                            join teams t on t.id <> p.team_id and t.region_code not in (
                                select receiving_region_code from referrals union
                                select region_code from teams where id = p.team_id)
                            join staff_roles r on r.team_id = t.id
                            order by to_jsonb(p) ->> 'state' = 'open' desc, p.id, t.id, r.id limit 1
                            """
                        ) { row in
                            (
                                try row.next(UUID.self), try row.next(Team.ID.self), try row.next(RegionCode.self),
                                try row.next(StaffMember.ID.self)
                            )
                        }
                    }
                )
                let stranger = Acting(staffMemberID: row.3, teamID: row.1, regionCode: row.2, role: "coordinator")
                func answer(_ id: UUID) async throws -> String {
                    // The statements of this file.
                    let statement = statement.replacing("$", with: id.uuidString.lowercased())
                    do {
                        return try await test.world.database.transaction(as: stranger) { connection in
                            "\(try await connection.execute("\(unsafe: statement)"))"
                        }
                    } catch let error as DatabaseError {
                        return
                            "\(error.sqlState ?? "") \(error.constraint ?? "") \(error.message) \(error.detail ?? "")"
                            .replacing(id.uuidString.lowercased(), with: "$")
                    }
                }
                let (hidden, unknown) = (try await answer(row.0), try await answer(UUID()))
                #expect(hidden == unknown, "\(statement)")
                #expect(!hidden.hasPrefix("42601") && !hidden.hasPrefix("42703"), "\(statement): \(hidden)")
            }
        }
    }
}
