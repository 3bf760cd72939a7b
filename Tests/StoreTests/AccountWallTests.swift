import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What the application's own role sees and changes of accounts, by SQL alone: the walls stand without the application.
@Suite struct AccountWallTests {
    /// Two colleagues, their administrator, and someone elsewhere.
    private struct People {
        let own: StaffMember.ID
        let team: Team.ID
        let administrator: StaffMember.ID
        let stranger: StaffMember.ID
        let strangersTeam: Team.ID

        init(_ test: TestWorld) async throws {
            let row = try await test.owner.withConnection { connection in
                try await connection.first(
                    """
                    select a.staff_member_id, a.team_id, m.staff_member_id, b.staff_member_id, b.team_id
                    from staff_roles a
                    join teams t on t.id = a.team_id
                    join staff_roles m on m.role = 'organisation_administrator' and m.organisation_id = t.organisation_id
                        and m.staff_member_id <> a.staff_member_id
                    join teams u on u.organisation_id <> t.organisation_id
                    join staff_roles b on b.role = 'coordinator' and b.team_id = u.id
                    where a.role = 'coordinator' and (select count(*) from staff_roles s
                            where s.staff_member_id = a.staff_member_id) = 1
                        and (select count(*) from staff_roles s where s.staff_member_id = b.staff_member_id) = 1
                    order by a.id, b.id limit 1
                    """
                ) { row in
                    (
                        try row.next(StaffMember.ID.self), try row.next(Team.ID.self),
                        try row.next(StaffMember.ID.self),
                        try row.next(StaffMember.ID.self), try row.next(Team.ID.self)
                    )
                }
            }
            (own, team, administrator, stranger, strangersTeam) = try #require(row)
        }

        /// Everybody has a password, a session and a recovery code.
        func open(_ test: TestWorld) async throws {
            for id in [own, administrator, stranger] {
                try await test.owner.transaction { connection in
                    let now = test.clock.now
                    try await AccountStore.setPassword("$scrypt$…", of: id, at: now, on: connection)
                    try await AccountStore.replaceRecoveryCodes(
                        of: id,
                        with: [(id: test.world.newUUID(), hash: test.world.randomBytes(32))],
                        on: connection
                    )
                    try await SessionStore.insert(
                        test.world.newUUID(),
                        tokenHash: test.world.randomBytes(32),
                        of: .staff(id),
                        role: nil,
                        through: nil,
                        device: "proef",
                        at: now,
                        until: now + 60,
                        endingAt: now + 60,
                        on: connection
                    )
                }
            }
        }
    }

    private func count(_ test: TestWorld, as acting: Acting, _ sql: SQL) async throws -> Int {
        try await test.world.database.transaction(as: acting) { try await $0.value(sql) } ?? -1
    }

    private func isRefused(_ test: TestWorld, as acting: Acting, _ sql: SQL) async -> Bool {
        do {
            return try await test.world.database.transaction(as: acting) { try await $0.execute(sql) } == 0
        } catch { return error is DatabaseError }
    }

    @Test func `secrets of an account are seen by the person and by nobody else`() async throws {
        try await withWorld { test in
            let people = try await People(test)
            try await people.open(test)
            for table in ["staff_accounts", "recovery_codes"] {
                let sql: SQL = "select count(*) from \(ident: table)"
                for acting in [
                    Acting.visitor, .worker, Acting(teamID: people.team),
                    Acting(teamID: people.team, role: "fund_administrator"), .candidate(test.world.newID()),
                ] {
                    #expect(try await count(test, as: acting, sql) == 0)
                }
                for person in [people.own, people.administrator, people.stranger] {
                    #expect(try await count(test, as: .person(person), sql) == 1)
                }
            }
        }
    }

    @Test func `the state of an account is seen by the person and the administrator, tokens by nobody who works`()
        async throws
    {
        try await withWorld { test in
            let people = try await People(test)
            try await people.open(test)
            let state: SQL = "select count(*) from staff_account_states where staff_member_id = \(people.own)"
            #expect(try await count(test, as: .person(people.own), state) == 1)
            #expect(try await count(test, as: .person(people.administrator), state) == 1)
            #expect(try await count(test, as: .person(people.stranger), state) == 0)
            #expect(
                try await count(test, as: Acting(teamID: people.team, role: "organisation_administrator"), state) == 0
            )
            let working = Acting(staffMemberID: people.own, teamID: people.team, role: "coordinator")
            for table in ["sessions", "mail_links", "sign_in_failures", "kept_forms"] {
                let sql: SQL = "select count(*) from \(ident: table)"
                #expect(try await count(test, as: working, sql) == 0)
            }
        }
    }

    @Test func `roles are given by whoever administers, whatever the transaction says of itself`() async throws {
        try await withWorld { test in
            let people = try await People(test)
            func give(_ role: String, team: Team.ID? = nil) -> SQL {
                """
                insert into staff_roles (id, staff_member_id, role, team_id)
                values (\(test.world.newUUID()), \(people.own), \(role), \(team))
                """
            }
            let pretender = Acting(staffMemberID: people.own, role: "fund_administrator")
            #expect(await isRefused(test, as: pretender, give("fund_administrator")))
            #expect(await isRefused(test, as: .person(people.administrator), give("fund_administrator")))
            #expect(
                await isRefused(
                    test,
                    as: .person(people.administrator),
                    give("coordinator", team: people.strangersTeam)
                )
            )
            #expect(await isRefused(test, as: .person(people.own), give("coordinator", team: people.strangersTeam)))
            #expect(
                await isRefused(
                    test,
                    as: .person(people.administrator),
                    "delete from staff_roles where staff_member_id = \(people.stranger)"
                )
            )
            #expect(
                await isRefused(test, as: pretender, "delete from staff_roles where role = 'fund_administrator'")
            )
            // What may be done works, so that the refusals above mean something.
            #expect(
                await !isRefused(
                    test,
                    as: .person(people.administrator),
                    "delete from staff_roles where staff_member_id = \(people.own)"
                )
            )
            #expect(await !isRefused(test, as: .person(people.administrator), give("coordinator", team: people.team)))
        }
    }

    @Test func `an account is closed, an address changed and an organisation added by whoever may`() async throws {
        try await withWorld { test in
            let people = try await People(test)
            let now = test.clock.now
            let close: SQL = "update staff_members set disabled_at = \(now) where id = \(people.own)"
            let rename: SQL = "update staff_members set mail = 'ander@adres.example' where id = \(people.own)"
            let colleague = Acting(staffMemberID: people.own, teamID: people.team, role: "coordinator")
            for acting in [Acting.visitor, .person(people.own), .person(people.stranger), colleague] {
                #expect(await isRefused(test, as: acting, close))
                #expect(await isRefused(test, as: acting, rename))
            }
            #expect(await !isRefused(test, as: .person(people.administrator), rename))
            #expect(await !isRefused(test, as: .person(people.administrator), close))
            let add: SQL = """
                insert into organisations (id, kind, name, slug, is_fictional, source)
                values (\(test.world.newUUID()), 'rho', 'Proef', 'proef', true, 'proef')
                """
            #expect(await isRefused(test, as: .person(people.administrator), add))
            #expect(await isRefused(test, as: .visitor, add))
        }
    }

    @Test func `the last administrator of the fund stays, also when two take each other's role at once`() async throws {
        try await withWorld { test in
            try await test.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    insert into staff_roles (id, staff_member_id, role)
                    select \(test.world.newUUID()), staff_member_id, 'fund_administrator' from staff_roles where role = 'fund' limit 1
                    """
                )
            }
            let administrators: [StaffMember.ID] = try await test.owner.withConnection { connection in
                try await connection.query(
                    "select staff_member_id from staff_roles where role = 'fund_administrator' order by id"
                ) { try $0.next() }
            }
            #expect(administrators.count == 2)
            await withTaskGroup(of: Void.self) { group in
                for (taker, other) in [(0, 1), (1, 0)] {
                    group.addTask {
                        _ = await isRefused(
                            test,
                            as: .person(administrators[taker]),
                            """
                            delete from staff_roles
                            where role = 'fund_administrator' and staff_member_id = \(administrators[other])
                            """
                        )
                    }
                }
            }
            let left: Int? = try await test.owner.withConnection { connection in
                try await connection.value("select count(*) from staff_roles where role = 'fund_administrator'")
            }
            #expect(left == 1)
        }
    }
}
