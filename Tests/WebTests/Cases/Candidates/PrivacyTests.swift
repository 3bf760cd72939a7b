import Domain
import Foundation
import HTTPBase
import Postgres
import TestSupport
import Testing

@Suite struct PrivacyTests {
    /// A case with an open referral: its kenmerk, and that of the letter.
    private func referred(_ site: TestSite) async throws -> (file: Reference, letter: Reference, receiver: RegionCode) {
        let rows: [(Reference, Reference, RegionCode)] = try await site.rows(
            """
            select f.reference, r.reference, r.receiving_region_code from case_files f
            join referrals r on r.case_id = f.id and r.state = 'open'
            order by r.reference limit 1
            """
        ) { row in (try row.next(), try row.next(), try row.next()) }
        return try #require(rows.first)
    }

    @Test func `a coordinator erases on request: typed wrong nothing happens, typed right old links lead nowhere`()
        async throws
    {
        try await withSite { site in
            let (file, letter, region) = try await referred(site)
            let actor = try await site.coordinator(of: file)
            let receiver = try await site.world.coordinator(in: region.rawValue)

            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)")
                try await client.follow("Wis alle gegevens van deze kandidaat")
                try client.fill("kenmerk", "ietsanders")
                try await client.press("Wis alle gegevens")
                #expect(client.page.status == 400 && client.page.title.hasPrefix("Fout"))
                try client.fill("kenmerk", "\(file)".lowercased())
                try await client.press("Wis alle gegevens")
                #expect(client.page.status == 200 && client.page.path.hasPrefix("/kandidaten"))
                #expect(client.page.text.contains("gewist"))
                for path in ["", "/plekken", "/beoordeling", "/toestemmingen", "/bewaren", "/wissen"] {
                    try await client.get("/kandidaten/\(file)\(path)")
                    #expect(client.page.status == 404, "\(path)")
                }
                try await client.get("/werklijst?van=team")
                #expect(client.page.status == 200 && !client.page.body.contains(file.text))
            }
            try await site.visit(as: receiver) { client in
                try await client.get("/doorverwijzingen/\(letter)")
                #expect(client.page.status == 404)
                try await client.get("/doorverwijzingen")
                #expect(client.page.status == 200 && !client.page.body.contains(letter.text))
                try await client.get("/werklijst?van=team")
                #expect(client.page.status == 200 && !client.page.body.contains(letter.text))
            }
        }
    }

    @Test func `that a file may be kept longer is written down and taken back`() async throws {
        try await withSite { site in
            let (file, _, _) = try await referred(site)
            try await site.visit(as: try await site.coordinator(of: file)) { client in
                try await client.get("/kandidaten/\(file)/toestemmingen")
                try await client.follow("Langer bewaren")
                try await client.press("Leg vast dat de kandidaat ja zegt")
                #expect(client.page.status == 400)
                try client.fill("kanaal", "phone")
                try await client.press("Leg vast dat de kandidaat ja zegt")
                #expect(client.page.status == 200 && client.page.text.contains("per telefoon"))
                try await client.press("Trek deze toestemming in")
                #expect(client.page.text.contains("ingetrokken"))
            }
            let given: Int = try await site.value(
                "select count(*) from retention_consents where withdrawn_at is not null"
            )
            #expect(given == 1)
        }
    }

    @Test func `the privacy page has the periods of the rules`() async throws {
        try await withSite { site, client in
            try await client.get("/privacy")
            for words in ["28 dagen", "1 jaar", "6 maanden", "14 dagen", "Autoriteit Persoonsgegevens", "artikel 6"] {
                #expect(client.page.text.contains(words), "\(words)")
            }
        }
    }
}
