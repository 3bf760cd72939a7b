import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The database goes away and comes back.
@Suite(.serialized) struct OutageTests {
    @Test(.timeLimit(.minutes(10)))
    func `a database that goes away gives a page that says so, and all is well when it is back`() async throws {
        try await withOwnServer { server in
            let site = try await TestSite(server.test)
            let actor = try await site.coordinator(of: DemoStory().waitingWithRoom)
            try await WebClient.visit(site.application) { client in
                try await client.become(actor)
                try await client.get("/kandidaten/nieuw")
                let form = try #require(client.page.forms.first { $0.action == "/kandidaten/nieuw" })
                let fields = form.fields(pressing: try #require(form.buttons.first))

                try await server.kill()
                for path in ["/", "/kandidaten", "/plekken"] {
                    try await client.get(path)
                    #expect(client.page.status == 503, "\(path)")
                    #expect(client.page.headers["retry-after"] == "30", "\(path)")
                    #expect(client.page.text.contains("even niet bereikbaar"), "\(path)")
                }
                try await client.post("/kandidaten/nieuw", fields)
                #expect(client.page.status == 503)

                try await server.start()
                try await waitUntil("the list of candidates") {
                    try await client.get("/kandidaten").status == 200
                }
                // Still the same person, and the ranking is there too.
                try await client.get("/kandidaten/\(DemoStory().waitingWithRoom)/plekken")
                #expect(client.page.status == 200)
            }
        }
    }
}
