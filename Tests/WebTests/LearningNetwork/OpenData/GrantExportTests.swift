import Foundation
import TestSupport
import Testing

/// The grants as 360Giving's schemas of a package and of a grant ask: every required field, its type and its format.
@Suite struct GrantExportTests {
    @Test func `every required field is there, of the type and in the format that the schema asks`() async throws {
        try await withSite { site, client in
            try await site.grant("telefoonles", name: "Leren aan de telefoon")
            let answer = try await client.get("/open-data/toekenningen.json")
            #expect(answer.headers["content-type"] == "application/json")
            let package = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            )
            #expect((package["version"] as? String)?.wholeMatch(of: #/\d+\.\d+/#) != nil)
            for key in ["license", "accessURL", "downloadURL"] { #expect(Self.isAddress(package[key]), "\(key)") }
            #expect(Self.isDay(package["modified"]))
            let publisher = try #require(package["publisher"] as? [String: Any])
            #expect((publisher["name"] as? String)?.isEmpty == false)
            #expect(Self.isAddress(publisher["website"]))

            let grants = try #require(package["grants"] as? [[String: Any]])
            #expect(!grants.isEmpty)
            #expect(Set(grants.compactMap { $0["id"] as? String }).count == grants.count)
            for grant in grants { try Self.check(grant) }
        }
    }

    private static func check(_ grant: [String: Any]) throws {
        let id = try #require(grant["id"] as? String)
        #expect(id.wholeMatch(of: #/360G-doorwijzer-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#) != nil, "\(id)")
        let title = try #require(grant["title"] as? String)
        #expect(!title.isEmpty && title.count < 140, "\(title)")
        #expect((grant["description"] as? String)?.isEmpty == false, "\(id)")
        #expect(grant["currency"] as? String == "EUR", "\(id)")
        // A number in JSON, not a text, and no yes or no.
        let amount = try #require(grant["amountAwarded"] as? NSNumber)
        #expect(!(grant["amountAwarded"] is String) && amount.doubleValue > 0, "\(id)")
        #expect(isDay(grant["awardDate"]), "\(id)")
        for key in ["recipientOrganization", "fundingOrganization"] {
            let organisations = try #require(grant[key] as? [[String: Any]])
            #expect(!organisations.isEmpty, "\(id) \(key)")
            for organisation in organisations {
                #expect((organisation["id"] as? String)?.hasPrefix("360G-doorwijzer-org:") == true, "\(id) \(key)")
                #expect((organisation["name"] as? String)?.isEmpty == false, "\(id) \(key)")
            }
        }
        for location in grant["beneficiaryLocation"] as? [[String: Any]] ?? [] {
            #expect((location["name"] as? String)?.isEmpty == false, "\(id)")
            #expect(location["countryCode"] as? String == "NL", "\(id)")
            #expect((location["geoCode"] as? String)?.wholeMatch(of: #/(GM|RA)\d{4}/#) != nil, "\(id)")
            for key in ["latitude", "longitude"] { #expect(location[key] == nil || location[key] is String, "\(id)") }
        }
        for event in grant["plannedDates"] as? [[String: Any]] ?? [] {
            #expect(isDay(event["startDate"]), "\(id)")
            #expect(event["endDate"] == nil || isDay(event["endDate"]), "\(id)")
        }
        for classification in grant["classifications"] as? [[String: Any]] ?? [] {
            #expect(classification["vocabulary"] is String && classification["code"] is String, "\(id)")
            #expect(isAddress(classification["url"]), "\(id)")
        }
        for key in ["url", "dataSource"] { #expect(isAddress(grant[key]), "\(id) \(key)") }
        #expect(
            (grant["dateModified"] as? String).flatMap { try? Date($0, strategy: .iso8601) } != nil,
            "\(id) dateModified"
        )
    }

    @Test func `where no municipality is known the regions say where the work is, with their code`() async throws {
        try await withSite { site, client in
            try await site.grant("telefoonles", name: "Leren aan de telefoon")
            let town = try await Self.places(client)
            #expect(town.map { $0["geoCode"] as? String } == ["GM0153"])
            #expect(town.first?["latitude"] is String)

            try await site.run(
                "delete from project_municipalities using projects p where p.id = project_id and p.slug = 'telefoonles'"
            )
            let region = try await Self.places(client)
            #expect(region.map { $0["name"] as? String } == ["Twente"])
            #expect(region.map { $0["geoCode"] as? String } == ["RA0205"])
            #expect(region.first?["latitude"] == nil)
        }
    }

    @Test func `a grant without the day of its decision is left out, and the page says which and why`() async throws {
        try await withSite { site, client in
            let file = try await client.get("/open-data/toekenningen.json")
            #expect(!file.body.contains("Stagepunt"))
            let page = try await client.get("/open-data")
            #expect(page.text.contains("Niet in dit bestand: Stagepunt."))
            #expect(page.text.contains("De standaard vraagt de dag van het besluit."))
            #expect(page.text.contains("niet aangemeld bij 360Giving"))

            try await site.grant("telefoonles", name: "Leren aan de telefoon")
            #expect(try await client.get("/sitemap.xml").body.contains("/projecten/telefoonles</loc>"))
        }
    }

    private static func places(_ client: WebClient) async throws -> [[String: Any]] {
        let answer = try await client.get("/open-data/toekenningen.json")
        let package = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        let grants = try #require(package?["grants"] as? [[String: Any]])
        let grant = try #require(
            grants.first { $0["title"] as? String == "Leren aan de telefoon (verzonnen voorbeeld)" }
        )
        return try #require(grant["beneficiaryLocation"] as? [[String: Any]])
    }

    private static func isDay(_ value: Any?) -> Bool {
        (value as? String)?.wholeMatch(of: #/[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])/#) != nil
    }

    private static func isAddress(_ value: Any?) -> Bool {
        (value as? String).flatMap { URL(string: $0) }.map { $0.scheme == "https" && $0.host() != nil } ?? false
    }
}
