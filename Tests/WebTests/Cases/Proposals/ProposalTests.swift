import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A coordinator proposes a place and writes down the answer, through the pages.
struct ProposalTests {
    @Test func `a place is proposed and the practice's no is recorded`() async throws {
        try await withSite { site in
            let (actor, ranking, place, _) = try await site.world.searchingCase(elsewhere: false)
            let file = ranking.file.reference
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/voorstellen/\(place)")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Stel "))
                try await client.press("Stel deze plek voor")
                #expect(client.page.path.hasPrefix("/voorstellen/"))
                #expect(client.page.text.contains("De plek is voorgesteld en wordt vastgehouden"))
                #expect(client.page.text.contains("Bel"))

                try await client.press("Bewaar het antwoord")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout:"))
                try client.fill("antwoord", "nee")
                try client.fill("reden", "no_room")
                try await client.press("Bewaar het antwoord")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("De praktijk zei nee: geen ruimte"))
            }
        }
    }

    @Test func `a place that closed meanwhile is said plainly, with other places`() async throws {
        try await withSite { site in
            let (actor, ranking, place, _) = try await site.world.searchingCase(elsewhere: false)
            let file = ranking.file.reference
            let owner = site.world.owner
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/voorstellen/\(place)")
                try await owner.transaction { connection in
                    _ = try await connection.execute(
                        """
                        update training_places set state = 'paused' where reference = \(place)
                        """
                    )
                }
                try await client.press("Stel deze plek voor")
                #expect(client.page.status == 409)
                #expect(client.page.text.contains("Deze plek is niet meer open"))
            }
        }
    }
}
