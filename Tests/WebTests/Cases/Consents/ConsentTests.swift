import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A coordinator records what the candidate agrees to, and takes it back.
struct ConsentTests {
    @Test func `a consent is recorded, and withdrawn with one click`() async throws {
        try await withSite { site in
            let (actor, ranking, _, region) = try await site.world.searchingCase(elsewhere: true)
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(ranking.file.reference)/toestemmingen")
                try await client.press("Leg de toestemming vast")
                #expect(client.page.status == 400)
                try client.fill("regio", region.rawValue)
                try client.check("besproken")
                try client.fill("kanaal", "phone")
                try await client.press("Leg de toestemming vast")
                #expect(client.page.text.contains("De toestemming is vastgelegd"))
                try await client.press(beginning: "Trek in: ")
                #expect(client.page.text.contains("De toestemming is ingetrokken"))
            }
        }
    }
}
