import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct RankingTests {
    private static let file = DemoStory().waitingInFullRegion

    @Test func `a full region shows places elsewhere with a way to refer, and why others cannot be`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: DemoStory.fullRegion.rawValue)
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(Self.file)/plekken")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Plekken voor Noor ter Beek"))
                #expect(client.page.text.contains("Nog geen plek in Twente. Wel"))
                #expect(client.page.text.contains("Kan nu niet"))
                #expect(client.page.links.contains { $0.text == "Verwijs door naar Regio Zwolle" })

                let place = try #require(
                    client.page.links.first { $0.href.contains("/plekken/") && $0.href.hasPrefix("/kandidaten/") }
                )
                try await client.get(place.href)
                #expect(client.page.text.contains("Hoe goed past dit?"))
                #expect(client.page.text.contains("Bijdrage is gewicht keer punten."))
                let refer = try #require(client.page.links.first { $0.text.hasPrefix("Verwijs door naar") })
                #expect(refer.href.contains("/doorverwijzen?regio="))
            }
        }
    }

    @Test func `filters stay in the address, the file holds the same list, and looking is recorded`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: DemoStory.fullRegion.rawValue)
            try await site.visit(as: actor) { client in
                let path = "/kandidaten/\(Self.file)/plekken?regio=\(DemoStory.roomyRegion)&volgorde=afstand"
                try await client.get(path)
                #expect(client.page.text.contains("Haal weg: Regio Zwolle"))
                let shown = client.page.links.filter {
                    $0.href.contains("/plekken/") && $0.href.hasPrefix("/kandidaten/")
                }
                #expect(!shown.isEmpty)

                try await client.get(path + "&vorm=csv")
                #expect(client.page.headers["content-type"]?.hasPrefix("text/csv") == true)
                #expect(client.page.body.contains("Regio Zwolle"))
                #expect(!client.page.body.contains("Beek"))
            }
            let reads = try await site.world.owner.withConnection { connection in
                try await connection.values(
                    """
                    select r.purpose from candidate_reads r join case_files f on f.candidate_id = r.candidate_id
                    where f.reference = \(Self.file) and r.staff_member_id = \(actor.staffMemberID)
                        and r.purpose in ('ranking', 'export')
                    """,
                    as: String.self
                )
            }
            #expect(Set(reads) == ["ranking", "export"])
        }
    }

    @Test(arguments: [
        ("?regio=nergens", 400), ("?km=0", 400), ("?km=veel", 400), ("?volgorde=geluk", 400), ("?bereik=overal", 400),
        ("?vorm=pdf", 400), ("?na=%00", 400), ("/ZZZZZZZZ", 404), ("/00000000", 404),
    ])
    func `an address that means nothing says so`(end: String, status: Int) async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: DemoStory.fullRegion.rawValue)
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(Self.file)/plekken\(end)")
                #expect(client.page.status == status)
            }
        }
    }

    @Test func `another team and a visitor see no ranking`() async throws {
        try await withSite { site in
            let other = try await site.world.coordinator(in: DemoStory.roomyRegion.rawValue)
            try await site.visit(as: other) { client in
                for end in ["", "/\(DemoStory().waitingWithRoom)"] {
                    try await client.get("/kandidaten/\(Self.file)/plekken\(end)")
                    #expect(client.page.status == 404)
                }
            }
            try await site.visit { client in
                try await client.get("/kandidaten/\(Self.file)/plekken")
                #expect(client.page.path.hasPrefix("/demo/kies"))
            }
        }
    }
}
