import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// The work of whoever is away moves, and the stand-in does what the other would.
struct StandInTests {
    /// The coordinator of the story, and two colleagues of the same team.
    private func people(_ site: TestSite) async throws -> (own: Actor, standIn: Actor, colleague: Actor) {
        let own = try await site.coordinator(of: DemoStory().waitingInFullRegion)
        let others: [Actor] = try await site.rows(
            """
            select staff_member_id from staff_roles where team_id = \(own.teamID) and staff_member_id <> \(own.staffMemberID)
            order by staff_member_id limit 2
            """
        ) { Actor(staffMemberID: try $0.next(), teamID: own.teamID, regionCode: own.regionCode) }
        return (own, try #require(others.first), try #require(others.last))
    }

    private func set(_ sql: SQL, in site: TestSite) async throws {
        try await site.world.owner.transaction { connection in _ = try await connection.execute(sql) }
    }

    private func sees(_ actor: Actor, in site: TestSite) async throws -> Bool {
        try await site.visit(as: actor) { client in
            try await client.get("/werklijst?vorm=csv").body.contains(DemoStory().waitingInFullRegion.text)
        }
    }

    @Test func `what is due moves to the stand-in until the last day of absence, and back`() async throws {
        try await withSite { site in
            let (own, standIn, colleague) = try await people(site)
            try await set(
                "update staff_members set absent_until = null, stand_in_id = null where organisation_id is not null",
                in: site
            )
            #expect(try await sees(own, in: site))
            #expect(try await sees(standIn, in: site) == false)

            try await set(
                """
                update staff_members set absent_until = \(site.world.world.today + 2), stand_in_id = \(standIn.staffMemberID)
                where id = \(own.staffMemberID)
                """,
                in: site
            )
            #expect(try await sees(standIn, in: site))
            #expect(try await sees(colleague, in: site) == false)

            site.world.clock.advance(days: 3)
            #expect(try await sees(standIn, in: site) == false)
            #expect(try await sees(own, in: site))
        }
    }

    @Test(arguments: ["nobody stands in", "the stand-in is away too", "the stand-in left"])
    func `work without anyone present is everyone's`(why: String) async throws {
        try await withSite { site in
            let (own, standIn, colleague) = try await people(site)
            let day = site.world.world.today + 2
            try await set(
                """
                update staff_members set absent_until = case when id = \(own.staffMemberID)
                        or (id = \(standIn.staffMemberID) and \(why) = 'the stand-in is away too') then \(day) end,
                    stand_in_id = case when id = \(own.staffMemberID) and \(why) <> 'nobody stands in'
                        then \(standIn.staffMemberID) end,
                    disabled_at = case when id = \(standIn.staffMemberID) and \(why) = 'the stand-in left'
                        then \(site.world.world.now()) end
                where id in (\(own.staffMemberID), \(standIn.staffMemberID), \(colleague.staffMemberID))
                """,
                in: site
            )
            #expect(try await sees(colleague, in: site))
        }
    }

    @Test func `whoever stands in opens the file and does the next step, and the log names who it was`() async throws {
        try await withSite { site in
            let (own, standIn, _) = try await people(site)
            let file = DemoStory().waitingInFullRegion
            try await set(
                """
                update staff_members set absent_until = \(site.world.world.today + 2), stand_in_id = \(standIn.staffMemberID)
                where id = \(own.staffMemberID)
                """,
                in: site
            )
            try await site.visit(as: standIn) { client in
                try await client.get("/kandidaten/\(file)/contacten")
                #expect(client.page.status == 200)
            }
            let readers: [StaffMember.ID] = try await site.rows(
                """
                select distinct r.staff_member_id from candidate_reads r join case_files f on f.candidate_id = r.candidate_id
                where f.reference = \(file) and r.staff_member_id is not null
                """
            ) { try $0.next() }
            #expect(readers.contains(standIn.staffMemberID))
        }
    }

    @Test func `whoever lost the role of a team sees nothing of it any more, with the session still open`() async throws
    {
        try await withSite { site in
            let (_, colleague, _) = try await people(site)
            let file = DemoStory().waitingInFullRegion
            try await site.visit(as: colleague) { client in
                #expect(try await client.get("/kandidaten/\(file)").status == 200)
                try await set("delete from staff_roles where staff_member_id = \(colleague.staffMemberID)", in: site)
                #expect(try await client.get("/kandidaten/\(file)").status == 403)
            }
            await #expect(throws: Forbidden.self) {
                try await site.world.world.database.transaction(as: colleague.acting) { _ in }
            }
        }
    }
}
