import Foundation
import TestSupport
import Testing

/// Public pages carry a tag: without a change it saves sending the page again, and any change of what they show changes it.
@Suite struct PublicTagTests {
    private struct Change: Sendable, CustomStringConvertible {
        let page: String
        let sql: String
        var description: String { "\(page): \(sql)" }

        init(_ page: String, _ sql: String) { (self.page, self.sql) = (page, sql) }
    }

    /// The guards look at people who were referred; the page does not.
    private static let closing = """
        set local session_replication_role = replica; update training_places set state = 'closed' where state = 'open'
        """

    /// One after the other on the same site: each changes something that is still there.
    private static let changes = [
        Change("/vragen", "update questions set title = title || '?'"),
        Change("/vragen?regio=RA0205", "update answers set helped_at = null"),
        Change("/vragen?vorm=atom", "update questions set body = body || '!'"),
        Change("/goede-praktijken", "update good_practices set problem = 'Anders.' where state = 'published'"),
        Change("/goede-praktijken", "delete from copies"),
        Change("/goede-praktijken?vorm=atom", "update good_practices set name = name || '!' where state = 'published'"),
        Change("/bijeenkomsten", "update meetings set place = 'Elders'"),
        Change("/bijeenkomsten", "delete from meeting_signups"),
        Change("/bijeenkomsten", "update meetings set state = 'cancelled' where state = 'planned'"),
        Change("/bijeenkomsten?vorm=ics", "update meetings set title = title || '!'"),
        Change("/leernetwerk", "update meetings set title = title || '!'"),
        Change("/leernetwerk", "update questions set title = title || '?'"),
        Change("/leernetwerk", "update good_practices set name = name || '!' where state = 'published'"),
        Change("/leernetwerk/leden", "update network_members set knows = 'Iets anders.'"),
        Change("/subsidie", "update scheme_years set source = 'Anders.'"),
        Change("/open-data", "update projects set subject = '' where slug = 'stagepunt'"),
        Change("/open-data", "update projects set name = 'Ander punt' where slug = 'stagepunt'"),
        Change("/regios/twente", "\(closing) and region_code = 'RA0205'"),
        Change("/regios", closing),
        Change("/regios/twente", "update teams set phone = '053 000 00 00'"),
        Change("/regios/twente", "update organisations set name = name || '!'"),
        Change("/regios/noordoost-brabant", "update meetings set label = 'Anders' where label <> ''"),
        Change("/knelpunten", "update good_practices set state = 'retired'"),
        Change("/knelpunten/begeleiding", "update questions set title = title || '?'"),
        Change("/knelpunten/begeleiding", "update projects set name = name || '!'"),
        Change("/regios/twente/gereedschap", "update toolbox_items set title = title || '!'"),
        Change("/regios/twente/sociale-kaart", "update social_map_entries set name = name || '!'"),
        Change("/leernetwerk/leden", "update staff_members set disabled_at = '2026-11-24 08:00+01'"),
    ]

    @Test func `the same page is not sent twice, and a change is`() async throws {
        try await withSite { site, client in
            try await site.run(
                "update network_members set is_listed = true where staff_member_id is not null and left_at is null"
            )
            for change in Self.changes {
                let first = try await client.get(change.page)
                let tag = try #require(first.headers["etag"], "\(change)")
                #expect(first.headers["cache-control"] == "public, max-age=60", "\(change)")
                #expect(first.headers["vary"] == "Cookie", "\(change)")
                let again = try await client.get(change.page, headers: ["if-none-match": tag])
                #expect(again.status == 304 && again.bytes.isEmpty, "\(change)")

                try await site.run(change.sql)
                let changed = try await client.get(change.page, headers: ["if-none-match": tag])
                #expect(changed.status == 200, "\(change)")
                #expect(changed.headers["etag"] != tag, "\(change)")
            }
        }
    }

    @Test func `whoever is signed in gets no page that another may keep`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            for path in [
                "/regios", "/regios/twente", "/knelpunten", "/leernetwerk", "/vragen", "/goede-praktijken",
                "/bijeenkomsten", "/subsidie", "/open-data",
            ] {
                try await site.visit { visitor in _ = try await visitor.get(path) }
                try await site.visit(as: actor) { client in
                    let page = try await client.get(path)
                    #expect(page.headers["cache-control"] == "no-store", "\(path)")
                    #expect(page.headers["etag"] == nil, "\(path)")
                    #expect(page.links.contains { $0.href == "/werklijst" }, "\(path)")
                }
            }
        }
    }

    @Test func `what depends on the day is made anew when the day is another`() async throws {
        try await withSite { site, client in
            let paths = ["/bijeenkomsten", "/subsidie", "/goede-praktijken"]
            var before: [String] = []
            for path in paths { before.append(try await client.get(path).body) }
            site.world.clock.advance(days: 400)
            for (path, old) in zip(paths, before) { #expect(try await client.get(path).body != old, "\(path)") }
        }
    }
}
