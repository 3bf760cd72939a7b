import Actions
import Domain
import Foundation
import Postgres
import Seeds
import Store
import TestSupport
import Testing

/// The scheme, the projects and the network in what every test starts from: known facts and the fictional country.
@Suite struct DemoNetworkTests {
    private func value<Value: SQLDecodable>(_ test: TestWorld, _ sql: SQL, as type: Value.Type = Value.self)
        async throws -> Value?
    {
        try await test.owner.withConnection { try await $0.value(sql, as: type) }
    }

    @Test func `the network is as large as promised`() async throws {
        try await withWorld { test in
            for (table, count): (SQL, Int) in [
                ("projects where is_fictional", 50), ("projects where is_fictional and label = 'scheme'", 30),
                ("network_members", 150), ("good_practices", 40), ("meetings where is_fictional", 60),
                ("questions", 40), ("copies", 30),
            ] {
                let rows = try await value(test, "select count(*) from \(sql: table)", as: Int.self)
                #expect(rows == count, "\(table)")
            }
        }
    }

    @Test func `applications are in every state, and what was granted has its page and its member`() async throws {
        try await withWorld { test in
            let states = try await test.owner.withConnection {
                try await $0.values("select distinct state from applications", as: ApplicationState.self)
            }
            #expect(Set(states) == Set(ApplicationState.allCases))
            let without: SQL = """
                select count(*) from applications a where granted_cents is not null and (
                    not exists (select 1 from projects p where p.application_id = a.id)
                    or not exists (select 1 from network_members m where m.staff_member_id = a.leader_id and m.joined_by = 'grant'))
                """
            let lacking = try await value(test, without, as: Int.self)
            #expect(lacking == 0)
        }
    }

    @Test func `this year's money is nearly spent, so that the next grant waits`() async throws {
        try await withWorld { test in
            let year = test.world.today.year
            let left: SQL = "select ceiling_cents - scheme_committed(year) from scheme_years where year = \(year)"
            let least: SQL =
                "select min(requested_cents) from applications where year = \(year) and state = 'submitted'"
            let money = try #require(try await value(test, left, as: Int.self))
            let wanted = try #require(try await value(test, least, as: Int.self))
            #expect(money > 0)
            #expect(money < wanted)
        }
    }

    @Test func `a running project has fewer partners than it needs, and some meetings that come are full`() async throws
    {
        try await withWorld { test in
            let short: SQL = """
                select count(*) from applications where state = 'running' and application_partner_count(id) < 3
                """
            let tooFew = try await value(test, short, as: Int.self)
            #expect(tooFew == 1)
            let full: SQL = """
                select count(*) from meetings m where state = 'planned' and exists (select 1 from meeting_signups s
                    where s.meeting_id = m.id and s.state = 'waiting') and capacity = (select count(*) from meeting_signups s
                    where s.meeting_id = m.id and s.state = 'coming')
                """
            let fullOnes = try await value(test, full, as: Int.self) ?? 0
            #expect(fullOnes >= 3)
            let over: SQL = """
                select count(*) from meetings m where capacity < (select count(*) from meeting_signups s
                    where s.meeting_id = m.id and s.state = 'coming')
                """
            let crowded = try await value(test, over, as: Int.self)
            #expect(crowded == 0)
        }
    }

    @Test func `every region has tools, organisations and somebody in the network`() async throws {
        try await withWorld { test in
            for table in ["toolbox_items", "social_map_entries", "member_regions"] {
                let regions: SQL = "select count(distinct region_code) from \(ident: table)"
                let covered = try await value(test, regions, as: Int.self)
                #expect(covered == 28, "\(table)")
            }
        }
    }

    @Test func `whoever tries the demo can lead a project with a draft, and keep the scheme`() async throws {
        try await withWorld { test in
            let people = try await test.world.database.transaction(as: .visitor) {
                try await StaffStore.fictionalOthers(first: DemoPeople.others, on: $0)
            }
            let leader = try #require(people.first { $0.role == .projectLeader })
            let states = try await test.owner.withConnection {
                try await $0.values(
                    "select distinct state from applications where leader_id = \(leader.id)",
                    as: ApplicationState.self
                )
            }
            #expect(Set(states).isSuperset(of: [.draft, .running]))
            #expect(people.contains { $0.role == .fundAdministrator })
        }
    }

    @Test func `of what is known from sources only Stagepunt carries the name of the scheme`() async throws {
        try await withWorld { test in
            let known = try await test.owner.withConnection { connection in
                try await connection.query(
                    "select slug, label, grant_cents, source from projects where not is_fictional order by slug"
                ) { row in
                    (
                        try row.next(String.self), try row.next(ProjectLabel.self), try row.nextOptional(Int.self),
                        try row.next(String.self)
                    )
                }
            }
            #expect(known.count == 10)
            #expect(known.filter { $0.1 == .scheme }.map(\.0) == ["stagepunt"])
            #expect(known.first { $0.0 == "stagepunt" }?.2 == 2_500_000)
            #expect(known.filter { $0.3.isEmpty }.isEmpty)
            let persons: SQL =
                "select count(*) from projects where not is_fictional and (contact_id is not null or contact_mail <> '')"
            let named = try await value(test, persons, as: Int.self)
            #expect(named == 0)
        }
    }

    @Test func `regiotafels on record stand where they were held, without what the record does not say`() async throws {
        try await withWorld { test in
            let tables = try await test.owner.withConnection { connection in
                try await connection.query(
                    """
                    select label, region_code, held_on, agenda || minutes from meetings where not is_fictional order by label
                    """
                ) { row in
                    (
                        try row.next(String.self), try row.nextOptional(RegionCode.self),
                        try row.nextOptional(CalendarDate.self), try row.next(String.self)
                    )
                }
            }
            #expect(tables.count == 10)
            #expect(tables.allSatisfy { $0.3.isEmpty })
            let vught = tables.first { $0.0 == "Zuid-Oost Brabant" }
            #expect(vught?.1 == RegionCode("RA1325"))
            #expect(vught?.2 == CalendarDate(iso: "2024-07-17"))
            #expect(tables.filter { $0.2 != nil }.count == 1)
        }
    }

    @Test func `what people changed since is not undone by seeding again`() async throws {
        try await withWorld { test in
            try await test.owner.withConnection { connection in
                try await connection.executeScript(
                    """
                    update projects set state = 'stopped' where slug = 'stagepunt';
                    delete from project_goals where project_id = (select id from projects where slug = 'stagepunt');
                    update scheme_years set opens_on = '2024-02-01' where year = 2024;
                    """
                )
            }
            let files = SeedFiles { path in try Data(contentsOf: Seeds.url(path)) }

            let changed = try await SeedReference(database: test.owner, files: files)()
            #expect(changed == 0)

            let kept: SQL = """
                select p.state || ' ' || y.opens_on from projects p cross join scheme_years y
                where p.slug = 'stagepunt' and y.year = 2024
                """
            let after = try await value(test, kept, as: String.self)
            #expect(after == "stopped 2024-02-01")
        }
    }
}
