import Foundation
import TestSupport
import Testing

/// Whoever reads, downloads or follows something invented is told so, at the thing itself.
@Suite struct FictionalMarkTests {
    private static let mark = "Verzonnen voorbeeld"

    @Test func `an invented project is marked in every form of the list, and a real one is not`() async throws {
        try await withSite { site, client in
            try await site.publish("verzonnen-les", name: "De kwartelkoning", region: "RA0205", town: nil)
            try await site.publish("echte-les", name: "De wielewaal", region: "RA0205", town: nil)
            try await site.run("update projects set is_fictional = false where slug = 'echte-les'")
            for (word, isInvented) in [("kwartelkoning", true), ("wielewaal", false)] {
                let list = "/projecten?q=\(word)"

                let html = try await client.get(list)
                #expect(html.body.components(separatedBy: Self.mark).count == (isInvented ? 2 : 1))
                let csv = try await client.get("\(list)&vorm=csv").body.split(whereSeparator: \.isNewline)
                #expect(csv.first?.hasSuffix(";fictief") == true)
                #expect(csv.last?.hasSuffix(isInvented ? ";ja" : ";nee") == true)
                let json = try await client.get("\(list)&vorm=json").body
                #expect(json.contains("\"fictief\":\(isInvented)"))
                let atom = try await client.get("\(list)&vorm=atom").body
                #expect(atom.contains("<category term=\"\(Self.mark)\"/>") == isInvented)
                #expect(atom.contains("<summary>\(Self.mark). Een zin.</summary>") == isInvented)
            }
            for (slug, isInvented) in [("verzonnen-les", true), ("echte-les", false)] {
                let page = try await client.get("/projecten/\(slug)")
                #expect(page.text.contains(Self.mark) == isInvented, "\(slug)")
            }
        }
    }

    @Test(arguments: [
        "/bijeenkomsten?periode=alle", "/vragen", "/goede-praktijken", "/leernetwerk/leden",
        "/regios/twente/gereedschap", "/regios/twente/sociale-kaart", "/knelpunten/begeleiding",
    ])
    func `what is invented in the network is marked on its card, and what is real is not`(page: String) async throws {
        try await withSite { site, client in
            #expect(try await client.get(page).body.contains(Self.mark), "\(page)")

            try await site.run(
                """
                set local session_replication_role = replica;
                update meetings set is_fictional = false; update questions set is_fictional = false;
                update good_practices set is_fictional = false; update network_members set is_fictional = false;
                update toolbox_items set is_fictional = false; update social_map_entries set is_fictional = false;
                update projects set is_fictional = false; update content_version set version = version + 1;
                """
            )
            #expect(try await !client.get(page).body.contains(Self.mark), "\(page)")
        }
    }
}
