import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Counts for the fund and for a school: how many, never who, and only for them.
struct CountTests {
    /// The first fictional person with this role.
    private func person(_ role: StaffRole, _ site: TestSite) async throws -> StaffMember.ID {
        try await site.value("select staff_member_id from staff_roles where role = \(role) order by id limit 1")
    }

    private func become(_ role: StaffRole, _ client: WebClient, _ site: TestSite) async throws {
        try await client.get("/demo/kies")
        try await client.post(
            "/demo/kies",
            [("_csrf", client.hidden("_csrf")), ("persoon", "\(try await person(role, site))")]
        )
    }

    @Test func `the fund sees the country in counts, as a page and as a file, and small ones not`() async throws {
        try await withSite { site, client in
            try await become(.fund, client, site)
            #expect(client.page.path.hasPrefix("/fonds"))
            #expect(client.page.status == 200)
            #expect(client.page.text.contains("minder dan 5"))
            #expect(client.page.text.contains("Twente"))
            let file = try await client.get("/fonds?vorm=csv")
            #expect(file.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(file.body.split(whereSeparator: \.isNewline).count == 29)
            #expect(try await client.get("/fonds?vorm=xml").status == 400)
            #expect(try await client.get("/kandidaten").status == 403)
        }
    }

    @Test func `the database tells less than five to nobody, and anything only to the fund`() async throws {
        try await withSite { site, _ in
            let now = site.world.world.now()
            let fund = Acting(staffMemberID: try await person(.fund, site), role: "fund")
            let counts = try await site.world.world.database.transaction(as: fund) { connection in
                try await CountStore.country(at: now, on: connection)
            }
            #expect(counts.count == 28)
            let people = counts.values.flatMap { $0.filter { ![.waitingMedian, .waitingP90].contains($0.key) }.values }
            #expect(people.allSatisfy { $0 >= 4 } && people.contains { $0 > 4 })
            let searching: Int = try await site.value(
                "select count(*) from case_files where state = 'searching' and region_code = 'RA0205'"
            )
            #expect(counts[RegionCode("RA0205")]?[.state(.searching)] == max(4, searching))
            let coordinator = try await site.world.coordinator(in: "RA0205")
            for other in [
                .visitor, coordinator.acting, Acting(role: "fund"), .person(try await person(.fund, site)),
                Acting(staffMemberID: coordinator.staffMemberID, role: "fund"),
            ] {
                let seen = try await site.world.world.database.transaction(as: other) { connection in
                    try await CountStore.country(at: now, on: connection)
                }
                #expect(seen.isEmpty)
            }
        }
    }

    @Test func `a school counts its own learners and reads whom to call`() async throws {
        try await withSite { site, client in
            let school: UUID = try await site.value(
                "select school_id from case_files where school_id is not null group by 1 order by count(*) desc, 1 limit 1"
            )
            let contact = try await person(.schoolContact, site)
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    "update staff_roles set school_id = \(school) where staff_member_id = \(contact)"
                )
            }
            try await become(.schoolContact, client, site)
            #expect(client.page.path.hasPrefix("/school"))
            #expect(client.page.status == 200)
            #expect(client.page.text.contains("Wie bel je"))
            let acting = Acting(staffMemberID: contact, role: "school_contact", schoolID: School.ID(school))
            let rows = try await site.world.world.database.transaction(as: acting) { connection in
                try await CountStore.school(at: site.world.world.now(), on: connection)
            }
            let open: Int = try await site.value(
                "select count(*) from case_files where school_id = \(school) and closed_at is null"
            )
            #expect(rows.map { $0.looking + $0.asked + $0.placed + $0.started }.reduce(0, +) == open)
            let other: UUID = try await site.value("select id from schools where id <> \(school) order by id limit 1")
            let claimed = Acting(staffMemberID: contact, role: "school_contact", schoolID: School.ID(other))
            let nothing = try await site.world.world.database.transaction(as: claimed) { connection in
                try await CountStore.school(at: site.world.world.now(), on: connection)
            }
            #expect(nothing.isEmpty)
        }
    }
}
