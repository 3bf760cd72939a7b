import Foundation
import Postgres
import TestSupport
import Testing

/// What the files hold stands on the page about open data, and the other way around; and what pages say to search engines.
struct OpenDataFieldTests {
    @Test func `every JSON key and every column is documented, and nothing that is not there`() async throws {
        try await withSite { _, client in
            let page = try await client.get("/open-data").body
            let documented = page.matches(of: #/<code>([^<]*)<\/code>/#).flatMap { match in
                match.1.replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("’", with: "'")
                    .split(separator: ", ").map(String.init)
            }
            let json = try await client.get("/projecten?vorm=json").bytes
            let header = try await client.get("/projecten?vorm=csv").body.split(whereSeparator: \.isNewline)
            let grants = try await client.get("/open-data/toekenningen.json").bytes
            let columns = try #require(header.first).split(separator: ";").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\u{FEFF}"))
            }
            let projects = try Self.keys(json)
            #expect(columns.count > 20 && projects.count > 20)
            let there = projects.union(columns)
            #expect(there.subtracting(documented).sorted() == [])
            let document = try JSONSerialization.jsonObject(with: Data(grants)) as? [String: Any]
            let grant = (document?["grants"] as? [[String: Any]])?.reduce(into: Set()) { $0.formUnion($1.keys) } ?? []
            #expect(!grant.isEmpty && grant.subtracting(documented).sorted() == [])
            #expect(Set(documented).subtracting(there).subtracting(grant).sorted() == [])
        }
    }

    /// Every key at any depth.
    private static func keys(_ bytes: [UInt8]) throws -> Set<String> {
        func keys(_ value: Any) -> Set<String> {
            if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
            guard let object = value as? [String: Any] else { return [] }
            return object.reduce(into: []) { found, pair in
                found.insert(pair.key)
                found.formUnion(keys(pair.value))
            }
        }
        return keys(try JSONSerialization.jsonObject(with: Data(bytes)))
    }

    // MARK: For search engines

    @Test(arguments: [
        ("bijeenkomsten", "Event", "select slug from meetings where held_on is not null order by slug limit 3"),
        (
            "vragen", "QAPage",
            "select slug from questions q where exists (select 1 from answers a where a.question_id = q.id) order by slug limit 3"
        ),
        (
            "goede-praktijken", "Article",
            "select slug from good_practices where state = 'published' order by slug limit 3"
        ),
    ])
    func `a page of the network says what it is about, without persons`(
        path: String,
        type: String,
        query: String
    ) async throws {
        try await withSite { site, client in
            let slugs: [String] = try await site.rows(SQL(stringLiteral: query)) { row in try row.next() }
            let names: [String] = try await site.rows("select name from network_members") { row in try row.next() }
            #expect(!slugs.isEmpty && !names.isEmpty)
            for slug in slugs {
                let page = try await client.get("/\(path)/\(slug)")
                let block = try #require(
                    page.body.firstMatch(of: #/<script type="application\/ld\+json">([\s\S]*?)<\/script>/#),
                    "\(slug)"
                )
                let data = try #require(
                    try JSONSerialization.jsonObject(with: Data(block.1.utf8)) as? [String: Any]
                )
                #expect(data["@type"] as? String == type)
                #expect((data["url"] as? String)?.hasSuffix("/\(path)/\(slug)") == true)
                #expect(!names.contains { block.1.contains($0) }, "\(slug)")
                if type == "QAPage" {
                    let question = try #require(data["mainEntity"] as? [String: Any])
                    let told = (question["suggestedAnswer"] as? [Any] ?? []).count
                    #expect(question["answerCount"] as? Int == told + (question["acceptedAnswer"] == nil ? 0 : 1))
                }
                if type == "Event" { #expect(data["startDate"] is String) }
            }
        }
    }
}
