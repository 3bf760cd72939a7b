/// Everything that is known about one candidate, to read and to keep.
public enum OwnDataFilePages {
    static let all: [any Page.Type] = [OwnDataFilePage.self]
}

public struct OwnDataFilePage: Page {
    public static let template = "privacy/own-data"

    /// One kind of data.
    public struct Section: Sendable {
        let id: String
        let title: String
        let purpose: String
        let count: String
        let rows: [Row]
        let hasRows: Bool

        public init(id: String, title: String, purpose: String, rows: [Row]) {
            self.id = id
            self.title = title
            self.purpose = purpose
            count = rows.count == 1 ? "1 regel" : "\(rows.count) regels"
            self.rows = rows
            hasRows = !rows.isEmpty
        }
    }

    public struct Row: Sendable {
        let number: String
        let facts: [Fact]

        public init(number: Int, facts: [Fact]) {
            self.number = String(number)
            self.facts = facts
        }
    }

    public let header: PageHeader
    let sections: [Section]

    public init(madeAt: String, sections: [Section]) {
        header = PageHeader(
            title: "Alles wat we van je weten",
            lead: "Gemaakt op \(madeAt). Bij elk onderdeel staat waarom we het bewaren.",
            back: PageLink("Terug naar je gegevens", "/mijn/gegevens")
        )
        self.sections = sections
    }

    public static var samples: [OwnDataFilePage] {
        [
            OwnDataFilePage(
                madeAt: "di 24 nov 2026 10:00",
                sections: [
                    Section(
                        id: "persoon",
                        title: "Wie je bent",
                        purpose: "Om je te kunnen bereiken.",
                        rows: [Row(number: 1, facts: [Fact("Voornaam", "Anna"), Fact("Achternaam", "Voorbeeld")])]
                    ),
                    Section(
                        id: "sessies",
                        title: "Waar je bent aangemeld",
                        purpose: "Om je aangemeld te houden.",
                        rows: []
                    ),
                ]
            )
        ]
    }
}
