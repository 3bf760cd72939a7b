import Foundation

/// A feed by RFC 4287. Its ids are `tag:` addresses (RFC 4151), the same for as long as the thing exists.
struct AtomFeed {
    struct Entry {
        /// The specific part of the id: `projecten/0190…`.
        let identity: String
        let title: String
        let url: String
        let author: String
        let summary: String
        let categories: [String]
        /// Invented for the demonstration: said in the summary and as a category.
        let isFictional: Bool
        let publishedAt: Date
        /// When the content last changed; nothing else moves it.
        let updatedAt: Date
    }

    static let fictional = "Verzonnen voorbeeld"

    let title: String
    /// The host that the ids are named after.
    let authority: String
    let identity: String
    let selfURL: String
    let pageURL: String
    let entries: [Entry]

    /// An empty feed is as old as the year in its ids.
    private static let beginning = Date(timeIntervalSince1970: 1_767_225_600)

    var bytes: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        text += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n"
        text += element("id", id(identity)) + element("title", title)
        text += element("updated", stamp(entries.map(\.updatedAt).max() ?? Self.beginning))
        text += link("self", selfURL, "application/atom+xml") + link("alternate", pageURL, "text/html")
        text += "<author><name>Doorwijzer</name></author>\n"
        text += element("rights", "Teksten van Doorwijzer: CC BY 4.0. Feiten van een bron blijven van die bron.")
        for entry in entries { text += xml(entry) }
        return Array((text + "</feed>\n").utf8)
    }

    private func xml(_ entry: Entry) -> String {
        var text = "<entry>\n"
        text += element("id", id(entry.identity)) + element("title", entry.title)
        text += element("published", stamp(entry.publishedAt)) + element("updated", stamp(entry.updatedAt))
        text += link("alternate", entry.url, "text/html")
        text += "<author><name>\(XMLText.escaped(entry.author))</name></author>\n"
        for category in entry.categories + (entry.isFictional ? [Self.fictional] : []) {
            text += "<category term=\"\(XMLText.escaped(category))\"/>\n"
        }
        let summary = entry.isFictional ? "\(Self.fictional). \(entry.summary)" : entry.summary
        return text + element("summary", summary) + "</entry>\n"
    }

    private func id(_ identity: String) -> String { "tag:\(authority),2026:\(identity)" }

    private func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(XMLText.escaped(text))</\(name)>\n"
    }

    private func link(_ relation: String, _ url: String, _ type: String) -> String {
        "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escaped(url))\"/>\n"
    }

    private func stamp(_ moment: Date) -> String { moment.formatted(.iso8601) }
}
