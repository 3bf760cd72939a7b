import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// Partners in an application that the fund asks about, where a wrong word was typed, and when the fund talks with the leader.
struct SchemePartnerTests {
    @Test func `whoever left stays gone when the partners are saved again, and may come back`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Wie blijft er", by: leader)
            try await site.world.owner.transaction { connection in
                try await connection.execute(
                    """
                    update application_partners set joined_on = '2026-01-05'
                    where application_id = (select id from applications where name = 'Wie blijft er')
                    """
                )
            }
            try await leader.get("\(path)/partners/stoppen")
            try leader.fill("partner", "Partner 2")
            try leader.fill("reden", "Geen tijd meer.")
            try await leader.press("Meld dat de partner stopt")
            /// Name, id, first and last day of every partner.
            func partners() async throws -> [[String]] {
                try await site.rows(
                    """
                    select p.name, p.id::text, p.joined_on::text, coalesce(p.left_on::text, '') from application_partners p
                    join applications a on a.id = p.application_id where a.name = 'Wie blijft er' order by p.name, p.left_on
                    """
                ) { row in
                    [
                        try row.next(String.self), try row.next(String.self), try row.next(String.self),
                        try row.next(String.self),
                    ]
                }
            }
            let before = try await partners()
            try await scene.ask("Wie doet het werk?", on: path, by: fund)
            try await leader.get("\(path)/stap/4")
            #expect(!leader.page.forms.flatMap(\.controls).contains { $0.value == "Partner 2" })
            try leader.fill("bijdrage-1", "Meer uren")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            #expect(try await partners() == before)
            let share: String = try await site.value(
                "select string_agg(contribution, '' order by name) from application_partners where contribution = 'Meer uren'"
            )
            #expect(share == "Meer uren")

            // The same organisation joins again: two rows, one of them over.
            try await leader.get("\(path)/stap/4")
            try leader.fill("partner-3", "Partner 2")
            try leader.fill("soort-3", "school")
            for _ in 1...2 {
                try await leader.press("Bewaar en geef meer regels")
                #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            }
            let after = try await partners()
            #expect(after.count == 4 && after.filter { $0[0] == "Partner 2" }.map { $0[3].isEmpty } == [false, true])
            #expect(after.filter { $0[0] != "Partner 2" } == before.filter { $0[0] != "Partner 2" })
            #expect(try await leader.get(path).text.contains("Partner 2 stopte op"))
        }
    }

    @Test(arguments: [(3, "doel", "getal", "2"), (4, "partner", "soort", "school")])
    func `a kenmerk behind an empty row is pointed at where it was typed`(
        step: Int,
        field: String,
        other: String,
        value: String
    ) async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let leader = try await scene.leading(like: visitor)
            let path = try await scene.fillIn("Lege rij", by: leader, partners: 1)
            try await leader.get("\(path)/stap/\(step)")
            for name in ["doel-1", "getal-1", "eenheid-1", "partner-1", "soort-1", "bijdrage-1"] {
                try? leader.fill(name, "")
            }
            try leader.fill("\(field)-3", "Kandidaat \(DemoStory().waitingInFullRegion)")
            try leader.fill("\(other)-3", value)
            try? leader.fill("eenheid-3", "plekken")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 400 && leader.page.text.contains("Hier staat een kenmerk."))
            #expect(
                leader.page.body.contains("href=\"#\(field)-3\"") && !leader.page.body.contains("href=\"#\(field)-1\"")
            )
        }
    }

    @Test func `the fund says that it talked with the leader only when it takes a page with a leader away`()
        async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Overlegd", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            func act(_ what: String, on slug: String, isAgreed: Bool) async throws -> Int {
                try await fund.get("/fonds/projecten/\(slug)")
                try fund.fill("wat", what)
                try fund.fill("reden", "Er staat een naam in.")
                if isAgreed { try fund.check("zeker", value: "ja") }
                try await fund.press("Voer dit uit")
                return fund.page.status
            }
            #expect(try await act("tegenhouden", on: "overlegd", isAgreed: false) == 400)
            #expect(fund.page.text.contains("Overleg eerst met de projectleider"))
            #expect(try await act("tegenhouden", on: "overlegd", isAgreed: true) == 200)
            #expect(try await act("vrijgeven", on: "overlegd", isAgreed: false) == 200)
            let slug: String = try await site.value(
                "select slug from projects where application_id is null and publication = 'published' order by slug limit 1"
            )
            #expect(try await !fund.get("/fonds/projecten/\(slug)").text.contains("overlegd met de projectleider"))
            #expect(try await act("tegenhouden", on: slug, isAgreed: false) == 200)
        }
    }
}
