import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// `/werklijst`: who waits for whom, through the page.
struct WorkListTests {
    @Test func `the work list shows who waits, filters, and downloads as it stands`() async throws {
        try await withSite { site in
            let (actor, _, _, _) = try await site.world.searchingCase(elsewhere: false)
            try await site.visit(as: actor) { client in
                try await client.get("/werklijst")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Wie wacht op wie"))
                try await client.follow("Hele team")
                #expect(client.page.path == "/werklijst?van=team")
                #expect(client.page.text.contains("op de lijst"))
                try await client.get("/werklijst?van=team&groep=wacht-op-ander&bellijst=ja")
                #expect(client.page.status == 200)
                try await client.get("/werklijst?van=team&vorm=csv")
                #expect(client.page.status == 200)
                #expect(client.page.body.contains("wie heeft het"))
                try await client.get("/werklijst?groep=onbekend")
                #expect(client.page.status == 400)
            }
        }
    }
}
