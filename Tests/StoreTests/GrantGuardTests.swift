import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What the database refuses when money is granted, also when two do it at the same moment.
@Suite struct GrantGuardTests {
    private static let year = 2031

    /// A year of its own with a ceiling, and applications that wait for a decision.
    private func withApplications(
        _ requested: [Int],
        cost: Int = 60_000,
        partners: Int = 3,
        ceiling: Int,
        _ body: (TestWorld, Acting, [UUID]) async throws -> Void
    ) async throws {
        try await withWorld { test in
            let ids = requested.map { _ in test.world.newUUID() }
            let fund: StaffMember.ID? = try await test.owner.transaction { connection in
                try await connection.execute(
                    """
                    insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                        closes_on, source, version)
                    values (\(Self.year), \(ceiling * 100), 50, 2500000, 3, '2031-01-01', '2031-12-31', 'test', 1)
                    """
                )
                for (index, id) in ids.enumerated() {
                    try await connection.execute(
                        """
                        insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach,
                            plan, summary, cost_cents, requested_cents, starts_on, ends_on, created_at, submitted_at,
                            is_fictional, version)
                        select \(id), \("GRANT00\(index)"), \(Self.year), r.organisation_id, r.staff_member_id, 'submitted', 'n',
                            'p', 'a', 'p', 's', \(cost * 100), \(requested[index] * 100), '2031-02-01', '2031-12-01',
                            \(test.world.now()), \(test.world.now()), true, 1
                        from staff_roles r where r.role = 'project_leader' order by r.id limit 1
                        """
                    )
                    for number in 0..<partners {
                        try await connection.execute(
                            """
                            insert into application_partners (id, application_id, name, kind, contribution, joined_on)
                            values (\(test.world.newUUID()), \(id), \("Partner \(number)"), 'school', '', '2031-01-01')
                            """
                        )
                    }
                }
                return try await connection.value(
                    "select staff_member_id from staff_roles where role = 'fund' order by id limit 1",
                    as: StaffMember.ID.self
                )
            }
            let person = try #require(fund)
            try await body(test, Acting(staffMemberID: person, role: "fund"), ids)
        }
    }

    /// Grants; the name of what refuses, nil when it is granted.
    private func grant(_ euros: Int, to id: UUID, _ test: TestWorld, as fund: Acting) async throws -> String? {
        do {
            let changed = try await test.world.database.transaction(as: fund) { connection in
                try await connection.execute(
                    """
                    update applications set state = 'granted', granted_cents = \(euros * 100), decided_at = \(test.world.now()),
                        decided_by_id = \(fund.staffMemberID), decision_reason = 'r', version = version + 1
                    where id = \(id) and state = 'submitted'
                    """
                )
            }
            return changed == 1 ? nil : "not there"
        } catch let error as DatabaseError {
            return error.constraint ?? error.description
        }
    }

    @Test func `two grants at once that together pass the ceiling: one succeeds, a hundred times`() async throws {
        try await withApplications([20_000, 20_000], ceiling: 30_000) { test, fund, ids in
            for round in 1...100 {
                async let first = grant(20_000, to: ids[0], test, as: fund)
                async let second = grant(20_000, to: ids[1], test, as: fund)
                let outcomes = try await [first, second]

                #expect(outcomes.count { $0 == nil } == 1, "round \(round)")
                #expect(outcomes.contains("applications_over_ceiling"), "round \(round)")
                // As if nothing was decided, for the next round.
                try await test.owner.transaction { connection in
                    try await connection.executeScript(
                        """
                        set local session_replication_role = replica;
                        update applications set state = 'submitted', granted_cents = null, decided_at = null,
                            decided_by_id = null, decision_reason = null, previous_state = null where year = 2031;
                        """
                    )
                }
            }
        }
    }

    @Test func `what is left after one grant goes to the next, and not a cent more`() async throws {
        try await withApplications([20_000, 11_000, 10_000], ceiling: 30_000) { test, fund, ids in
            var outcomes: [String?] = []
            for (id, euros) in zip(ids, [20_000, 11_000, 10_000]) {
                outcomes.append(try await grant(euros, to: id, test, as: fund))
            }
            #expect(outcomes == [nil, "applications_over_ceiling", nil])
        }
    }

    @Test func `more than was asked for is refused`() async throws {
        try await withApplications([10_000], ceiling: 100_000) { test, fund, ids in
            let outcome = try await grant(10_001, to: ids[0], test, as: fund)
            #expect(outcome == "applications_over_request")
        }
    }

    @Test func `with two partners nothing is granted`() async throws {
        try await withApplications([10_000], partners: 2, ceiling: 100_000) { test, fund, ids in
            let outcome = try await grant(10_000, to: ids[0], test, as: fund)
            #expect(outcome == "applications_too_few_partners")
        }
    }

    @Test(arguments: [(25_001, 60_000, "applications_over_maximum"), (20_000, 39_999, "applications_over_share")])
    func `no application asks for more than the maximum or the share of its cost`(
        requested: Int,
        cost: Int,
        name: String
    ) async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await withApplications([requested], cost: cost, ceiling: 100_000) { _, _, _ in }
        }
        #expect(error?.constraint == name)
    }

    @Test func `a ceiling does not fall under what was granted`() async throws {
        try await withApplications([20_000], ceiling: 30_000) { test, fund, ids in
            let outcome = try await grant(20_000, to: ids[0], test, as: fund)
            #expect(outcome == nil)
            let error = await #expect(throws: DatabaseError.self) {
                try await test.owner.withConnection {
                    try await $0.execute("update scheme_years set ceiling_cents = 1999999 where year = 2031")
                }
            }
            #expect(error?.constraint == "scheme_years_over_ceiling")
        }
    }
}
