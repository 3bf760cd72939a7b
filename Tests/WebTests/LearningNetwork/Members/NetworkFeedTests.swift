import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What can be followed: feeds and calendars are well-formed, follow the filters, and know a thing again after it changed.
@Suite struct NetworkFeedTests {
    @Test func `a feed is well-formed Atom with an id, a title, a time and an author for each entry`() async throws {
        try await withSite { _, client in
            for path in [
                "/projecten?vorm=atom", "/vragen?vorm=atom", "/goede-praktijken?vorm=atom",
                "/vragen?regio=RA0205&vorm=atom", "/goede-praktijken?knelpunt=supervision&vorm=atom",
                "/vragen?open=ja&q=begeleiding&vorm=atom",
            ] {
                let answer = try await client.get(path)
                #expect(answer.headers["content-type"] == "application/atom+xml; charset=utf-8")
                let feed = try Feed(answer.bytes)
                #expect(feed.id.hasPrefix("tag:doorwijzer.example,2026:"))
                #expect(feed.links["self"] == "https://doorwijzer.example\(path)")
                #expect(Set(feed.entries.map(\.id)).count == feed.entries.count)
                #expect(!feed.entries.isEmpty)
                for entry in feed.entries {
                    #expect(entry.id.hasPrefix("tag:doorwijzer.example,2026:"))
                    #expect(!entry.title.isEmpty && !entry.author.isEmpty)
                    #expect((try? Date(entry.updated, strategy: .iso8601)) != nil)
                    #expect(entry.link.hasPrefix("https://doorwijzer.example/"))
                }
                #expect(feed.entries.map(\.updated) == feed.entries.map(\.updated).sorted(by: >))
            }
        }
    }

    @Test func `a list leads to its feed for people and for programs, with the filters as they stand`() async throws {
        try await withSite { _, client in
            for path in ["/vragen", "/goede-praktijken", "/projecten"] {
                let page = try await client.get("\(path)?regio=RA0205&knelpunt=supervision")
                let link = try #require(
                    page.body.firstMatch(of: #/<link rel="alternate" href="([^"]+)" type="application\/atom\+xml"/#)
                )
                let address = String(link.output.1).replacing("&amp;", with: "&")
                #expect(page.links.contains { $0.href == address }, "it is visible too")
                let feed = try Feed(try await client.get(address).bytes)
                #expect(feed.title.contains("Twente"))
                for entry in feed.entries {
                    #expect(entry.categories.contains("Twente") && entry.categories.contains("Begeleiding"))
                }
                try await client.get("/knelpunten/begeleiding")
                #expect(client.page.body.contains("\(path)?knelpunt=supervision&amp;vorm=atom"))
                try await client.get("/regios/twente")
                #expect(client.page.body.contains("\(path)?regio=RA0205&amp;vorm=atom"))
            }
        }
    }

    @Test func `a question and a practice keep their id over an edit, and move in time when they change`() async throws
    {
        try await withSite { site, client in
            for (path, edit) in [
                (
                    "/vragen?vorm=atom",
                    "update questions set title = 'Anders gevraagd', closed_at = '2026-11-24 12:00+01' where id = "
                ),
                (
                    "/goede-praktijken?vorm=atom",
                    "update good_practices set name = 'Anders gedaan', updated_at = '2026-11-24 12:00+01' where id = "
                ),
            ] {
                let before = try #require(try Feed(try await client.get(path).bytes).entries.last)
                let id = try #require(before.id.split(separator: "/").last)
                try await site.run("\(edit)'\(id)'")
                let after = try #require(
                    try Feed(try await client.get(path).bytes).entries.first { $0.id == before.id }
                )
                #expect(after.title.hasPrefix("Anders"))
                #expect(after.updated > before.updated)
            }
        }
    }

    @Test func `the calendar is well-formed, follows the filters, and keeps its UIDs over an edit`() async throws {
        try await withSite { site, client in
            let all = try await client.get("/bijeenkomsten?vorm=ics").body
            let some = try await client.get("/bijeenkomsten?regio=RA0205&vorm=ics").body
            #expect(!Self.uids(some).isEmpty && Self.uids(some).isSubset(of: Self.uids(all)))
            #expect(Self.uids(some).count < Self.uids(all).count)
            for text in [all, some] {
                #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
                var open: [Substring] = []
                for line in text.split(separator: "\r\n") {
                    if line.hasPrefix("BEGIN:") { open.append(line.dropFirst(6)) }
                    if line.hasPrefix("END:") { #expect(open.popLast() == line.dropFirst(4)) }
                }
                #expect(open.isEmpty)
            }
            try await site.run(
                "update meetings set title = 'Anders', sequence = sequence + 1, version = version + 1"
            )
            let edited = try await client.get("/bijeenkomsten?vorm=ics").body
            #expect(Self.uids(edited) == Self.uids(all))
            #expect(edited.contains("SUMMARY:Anders"))
        }
    }

    @Test func `a regiotafel stands on the map and on the page of the region it was held in`() async throws {
        try await withSite { site, client in
            try await client.get("/bijeenkomsten")
            #expect(client.page.text.contains("Waar bijeenkomsten zijn en waren"))
            let region = try #require(
                client.page.links.first { $0.href == "/bijeenkomsten?regio=RA1325&periode=alle" }
            )
            try await client.get(region.href)
            #expect(client.page.text.contains("Regiotafel Zuid-Oost Brabant"))
            #expect(client.page.text.contains("in de bron: Zuid-Oost Brabant"))

            try await client.get("/regios/noordoost-brabant")
            for text in [
                "Bijeenkomsten die geweest zijn", "Regiotafel Zuid-Oost Brabant", "17 jul 2024 in Vught",
                "In de bron heet deze regio “Zuid-Oost Brabant”", "Een rondje is een bijeenkomst: ",
            ] { #expect(client.page.text.contains(text), "\(text)") }
            try await client.get("/regios/zuidoost-brabant")
            #expect(!client.page.text.contains("Regiotafel Zuid-Oost Brabant"))
            try await client.get("/regios/friesland")
            #expect(client.page.text.contains("datum niet bekend"))
            #expect(client.page.text.contains("Bron: openbare verslagen van regiotafels."))

            try await site.run("update meetings set source = 'https://voorbeeld.example/v' where label = 'Friesland'")
            try await client.get("/regios/friesland")
            #expect(client.page.links.contains { $0.href == "https://voorbeeld.example/v" })
        }
    }

    private static func uids(_ text: String) -> Set<String> {
        Set(text.matches(of: #/UID:(\S+)/#).map { String($0.output.1) })
    }
}

/// A feed as an XML parser reads it, which refuses what is not well-formed.
private struct Feed {
    struct Entry {
        var id = ""
        var title = ""
        var updated = ""
        var author = ""
        var link = ""
        var categories: [String] = []
    }

    let id: String
    let title: String
    let links: [String: String]
    let entries: [Entry]

    init(_ bytes: [UInt8]) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        (id, title, links, entries) = (reader.feed.id, reader.feed.title, reader.links, reader.entries)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var feed = Entry()
        var links: [String: String] = [:]
        var entries: [Entry] = []
        private var current: Entry?
        private var text = ""

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            text = ""
            switch name {
            case "entry": current = Entry()
            case "category": current?.categories.append(attributes["term"] ?? "")
            case "link" where current == nil: links[attributes["rel"] ?? ""] = attributes["href"]
            case "link": current?.link = attributes["href"] ?? ""
            default: break
            }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            if name == "entry", let entry = current {
                entries.append(entry)
                current = nil
                return
            }
            var entry = current ?? feed
            switch name {
            case "id": entry.id = text
            case "title": entry.title = text
            case "updated": entry.updated = text
            case "name": entry.author = text
            default: break
            }
            if current == nil { feed = entry } else { current = entry }
        }
    }
}
