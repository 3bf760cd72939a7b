import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What the database lets an applicant and the fund change of an application, at each moment.
@Suite struct ApplicationGuardTests {
    private struct Undone: Error {}

    /// An application per state in which the applicant still has a part, of someone who leads projects.
    private func withApplications(
        _ body: (TestWorld, _ leader: Acting, _ fund: Acting) async throws -> Void
    ) async throws {
        try await withWorld { test in
            let now = test.world.now().ISO8601Format()
            let (leader, fund) = try await test.owner.transaction { connection in
                try await connection.executeScript(
                    """
                    insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                        closes_on, source, version)
                    select y, 3000000, 50, 2500000, 3, '2031-01-01', '2031-12-31', 'test', 1 from generate_series(2031, 2032) y;
                    insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach,
                        plan, summary, cost_cents, requested_cents, starts_on, ends_on, created_at, submitted_at, is_fictional,
                        version)
                    select gen_random_uuid(), 'GVARD00' || nr, 2031, r.organisation_id, r.staff_member_id, state, 'n', 'p', 'a',
                        'p', 's', 3000000, 1000000, '2031-02-01', '2031-12-01', '\(now)',
                        case when state <> 'draft' then timestamptz '\(now)' end, true, 1
                    from (select organisation_id, staff_member_id from staff_roles where role = 'project_leader'
                        order by id limit 1) r
                    cross join (values ('draft', 1), ('submitted', 2), ('asked', 3)) as s (state, nr);
                    insert into application_partners (id, application_id, name, kind, contribution, joined_on)
                    select gen_random_uuid(), id, 'Partner', 'school', '', '2031-01-01' from applications where year = 2031;
                    """
                )
                let leaders = try await connection.query(
                    """
                    select staff_member_id, organisation_id from staff_roles where role = 'project_leader' order by id limit 1
                    """
                ) { row in
                    Acting(
                        staffMemberID: try row.next(),
                        role: StaffRole.projectLeader.rawValue,
                        organisationID: try row.next()
                    )
                }
                let funds = try await connection.query(
                    "select staff_member_id from staff_roles where role = 'fund' order by id limit 1"
                ) { row in Acting(staffMemberID: try row.next(), role: StaffRole.fund.rawValue) }
                return (try #require(leaders.first), try #require(funds.first))
            }
            try await body(test, leader, fund)
        }
    }

    /// The name of what refuses, nil when it gets through; nothing stays.
    private func outcome(_ changes: SQL, of state: String, as acting: Acting, _ test: TestWorld) async throws -> String?
    {
        do {
            try await test.world.database.transaction(as: acting) { connection in
                let changed = try await connection.execute(
                    "update applications set \(sql: changes) where year = 2031 and state = \(state)"
                )
                #expect(changed == 1)
                throw Undone()
            }
            return nil
        } catch is Undone {
            return nil
        } catch let error as DatabaseError {
            return error.constraint ?? error.description
        }
    }

    @Test func `an applicant changes the text while it is a draft or asked about, never its place in the row`()
        async throws
    {
        try await withApplications { test, leader, _ in
            let attempts: [(String, String, String?)] = [
                ("name = 'x', plan = 'x', requested_cents = 900000, ends_on = '2031-12-24'", "draft", nil),
                ("year = 2032", "draft", nil),
                ("submitted_at = '2031-01-01'", "draft", "applications_text_fixed"),
                ("is_fictional = false", "draft", "applications_text_fixed"),
                ("name = 'x', routes = 1, starts_on = '2031-03-01', leader_id = leader_id", "asked", nil),
                ("year = 2032", "asked", "applications_text_fixed"),
                ("submitted_at = '2031-01-01'", "asked", "applications_text_fixed"),
                ("state = 'submitted', submitted_at = '2031-01-01'", "asked", "applications_text_fixed"),
                ("plan = ''", "asked", "applications_story_complete"),
                ("starts_on = null", "asked", "applications_money_complete"),
                ("starts_on = '2031-03-01'", "submitted", "applications_text_fixed"),
                ("ends_on = '2032-03-01'", "submitted", "applications_text_fixed"),
                ("submitted_at = '2031-01-01'", "submitted", "applications_text_fixed"),
                ("state = 'withdrawn', name = 'x'", "submitted", "applications_text_fixed"),
                ("state = 'withdrawn'", "submitted", nil),
                ("state = 'refused'", "asked", "applications_decided_by_fund"),
            ]
            for (changes, state, refusal) in attempts {
                let outcome = try await outcome(SQL(stringLiteral: changes), of: state, as: leader, test)
                #expect(outcome == refusal, "\(changes) in \(state)")
            }
        }
    }

    @Test func `the fund decides and takes a question back, and leaves the words of the applicant alone`() async throws
    {
        try await withApplications { test, _, fund in
            let decided = """
                decided_at = '\(test.world.now().ISO8601Format())', decided_by_id = acting_staff(), decision_reason = 'r'
                """
            let attempts: [(String, String, String?)] = [
                ("name = 'x'", "submitted", "applications_text_fixed"),
                ("summary = 'x'", "asked", "applications_text_fixed"),
                ("requested_cents = 900000", "asked", "applications_text_fixed"),
                ("submitted_at = '2031-01-01'", "submitted", "applications_text_fixed"),
                ("decision_reason = 'x'", "submitted", "applications_text_fixed"),
                ("state = 'refused', advice = 'x', \(decided)", "submitted", nil),
                ("state = 'refused', advice = 'x', \(decided)", "asked", nil),
                ("state = 'refused', name = 'x', \(decided)", "asked", "applications_text_fixed"),
                ("state = 'waiting', \(decided)", "asked", "applications_previous_state_state_fkey"),
                // With one partner of three: what the applicant was halfway with does not hold the fund up.
                ("state = 'submitted'", "asked", nil),
                ("state = 'submitted', plan = 'x'", "asked", "applications_text_fixed"),
            ]
            for (changes, state, refusal) in attempts {
                let outcome = try await outcome(SQL(stringLiteral: changes), of: state, as: fund, test)
                #expect(outcome == refusal, "\(changes) in \(state)")
            }
        }
    }

    @Test func `a draft begins without a day of submitting`() async throws {
        try await withApplications { test, leader, _ in
            let error = await #expect(throws: DatabaseError.self) {
                try await test.world.database.transaction(as: leader) { connection in
                    try await connection.execute(
                        """
                        insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach,
                            plan, summary, created_at, submitted_at, is_fictional, version)
                        values (gen_random_uuid(), 'GVARD009', 2031, \(leader.organisationID), \(leader.staffMemberID), 'draft',
                            'n', '', '', '', '', \(test.world.now()), '2031-01-01', true, 1)
                        """
                    )
                }
            }
            #expect(error?.constraint == "applications_begin_as_draft")
        }
    }

    @Test func `that a partner left is neither undone nor deleted`() async throws {
        try await withApplications { test, leader, _ in
            try await test.owner.transaction { connection in
                try await connection.execute(
                    """
                    update application_partners set left_on = '2031-02-01', left_reason = 'x'
                    where application_id = (select id from applications where year = 2031 and state = 'asked')
                    """
                )
            }
            for statement in [
                "delete from application_partners where left_on is not null",
                "update application_partners set left_on = null, left_reason = null where left_on = '2031-02-01'",
            ] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await test.world.database.transaction(as: leader) { try await $0.executeScript(statement) }
                }
                #expect(error?.constraint == "application_partners_left", "\(statement)")
            }
        }
    }
}
