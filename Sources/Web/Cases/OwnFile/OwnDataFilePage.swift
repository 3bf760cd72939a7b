import PageKit
import Site

/// Everything that is known about one candidate, to read and to keep.
enum OwnDataFilePages {
    static let all: [any Page.Type] = [OwnDataFilePage.self]
}

struct OwnDataFilePage: Page {
    static let template = "privacy/own-data"

    /// One kind of data.
    struct Section: Sendable {
        let id: String
        let title: String
        let purpose: String
        let count: String
        let rows: [Row]
        let hasRows: Bool

        init(id: String, title: String, purpose: String, rows: [Row]) {
            self.id = id
            self.title = title
            self.purpose = purpose
            count = rows.count == 1 ? "1 regel" : "\(rows.count) regels"
            self.rows = rows
            hasRows = !rows.isEmpty
        }
    }

    struct Row: Sendable {
        let number: String
        let facts: [Fact]

        init(number: Int, facts: [Fact]) {
            self.number = String(number)
            self.facts = facts
        }
    }

    let header: PageHeader
    let sections: [Section]

    init(madeAt: String, sections: [Section]) {
        header = PageHeader(
            title: "Alles wat we van je weten",
            lead: "Gemaakt op \(madeAt). Bij elk onderdeel staat waarom we het bewaren.",
            back: PageLink("Terug naar je gegevens", "/mijn/gegevens")
        )
        self.sections = sections
    }
}
