import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A coordinator refers to another region, and one there takes over, through the pages.
struct ReferralTests {
    @Test func `a candidate is referred as a card and taken over with the seat`() async throws {
        try await withSite { site in
            let (actor, ranking, place, region) = try await site.world.searchingCase(elsewhere: true)
            let file = ranking.file.reference
            let name =
                try await site.world.owner.withConnection { connection in
                    try await connection.value(
                        "select family_name from candidate_identities where candidate_id = \(ranking.file.candidateID)",
                        as: String.self
                    )
                } ?? "?"
            let path = try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/doorverwijzen")
                #expect(client.page.title.hasPrefix("Naar welke regio?"))
                try await client.get("/kandidaten/\(file)/doorverwijzen?regio=\(region)&plek=\(place)")
                try client.fill("motivatie", "Bij ons is alles vol.")
                #expect(client.page.text.contains("Welke plek houden we vast?"))
                if client.page.text.contains("Besproken?") {
                    try client.check("toestemming")
                    try client.fill("kanaal", "phone")
                }
                try await client.press("Verstuur de doorverwijzing")
                #expect(client.page.text.contains("De doorverwijzing is verstuurd"))
                return String(client.page.path.prefix { $0 != "?" })
            }

            try await site.visit(as: try await site.world.coordinator(in: region.rawValue)) { client in
                try await client.get("/werklijst")
                #expect(client.page.text.contains("Doorverwijzing uit"))
                try await client.get(path)
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("De kandidaat, zonder naam"))
                #expect(!client.page.text.contains(name))
                try await client.get("/doorverwijzingen?vorm=csv")
                #expect(!client.page.body.contains(name))
                try await client.get("/kandidaten/\(file)/toestemmingen")
                #expect(client.page.status == 404)
                try await client.get(path)
                try await client.press(beginning: "Neem deze kandidaat over van")
                #expect(client.page.path.hasPrefix("/kandidaten/\(file)/voorstellen/\(place)"))
                #expect(client.page.text.contains(name))
                if client.page.text.contains("Waarom niet de eerste plek") {
                    try client.fill("reden", "Deze plek ging mee.")
                }
                try await client.press("Stel deze plek voor")
                #expect(client.page.path.hasPrefix("/voorstellen/"))
            }

            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/toestemmingen")
                #expect(client.page.status == 404)
                try await client.get(path)
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("nam de kandidaat over"))
            }
        }
    }

    @Test func `after four hops nobody is referred again: the page says what to do instead and keeps what was typed`()
        async throws
    {
        try await withSite { site in
            let (actor, ranking, place, region) = try await site.world.searchingCase(elsewhere: true)
            try await site.world.refuseBefore(ranking.file.id, times: 4, then: region)

            try await site.visit(as: actor) { client in
                try await client.get(
                    "/kandidaten/\(ranking.file.reference)/doorverwijzen?regio=\(region)&plek=\(place)"
                )
                try client.fill("motivatie", "Daar is nog wel plek.")
                try await client.press("Verstuur de doorverwijzing")
                #expect(client.page.status == 409)
                #expect(client.page.text.contains("Deze kandidaat is vier keer doorverwezen"))
                #expect(client.page.text.contains("we blijven zoeken"))
                #expect(client.page.body.contains("Daar is nog wel plek."))
            }
            let count = try await site.world.owner.withConnection { connection in
                try await connection.value(
                    "select count(*) from referrals where case_id = \(ranking.file.id)",
                    as: Int.self
                )
            }
            #expect(count == 4)
        }
    }
}
