public enum PracticePages {
    static let all: [any Page.Type] = [
        PracticeIndexPage.self, PracticeShowPage.self, PracticeFormPage.self,
    ]
}

/// `/praktijken`: the practices of the own region.
public struct PracticeIndexPage: Page {
    public static let template = "practices/index"

    public struct Row: Sendable {
        let url: String
        let name: String
        let kind: String
        let town: String
        let places: String
        let member: Tag
        let lastContact: String
        let contact: String
        let phone: PageLink?

        public init(
            url: String,
            name: String,
            kind: String,
            town: String,
            places: String,
            member: Tag,
            lastContact: String,
            contact: String,
            phone: PageLink?
        ) {
            self.url = url
            self.name = name
            self.kind = kind
            self.town = town
            self.places = places
            self.member = member
            self.lastContact = lastContact
            self.contact = contact
            self.phone = phone
        }
    }

    public let header: PageHeader
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    public init(header: PageHeader, filters: Filters, rows: [Row], empty: EmptyState, pagination: Pagination?) {
        self.header = header
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = rows.isEmpty ? empty : nil
        self.pagination = pagination
    }

    public static var samples: [Self] {
        let empty = EmptyState(title: "Geen praktijken", text: "Haal een filter weg.")
        return [
            Self(
                header: PageHeader(title: "Praktijken in Twente"),
                filters: Filters(
                    action: "/praktijken",
                    summary: "1 praktijk",
                    tasks: [PageLink("Zet concepten open", "/plekken/openen")]
                ),
                rows: [
                    Row(
                        url: "/praktijken/7F3K2M9Q",
                        name: "Praktijk De Linde",
                        kind: "huisartsenpraktijk",
                        town: "Enschede",
                        places: "1 van 2 open",
                        member: Tag("lid", .ok),
                        lastContact: "di 24 nov",
                        contact: "Verzonnen Naam",
                        phone: PageLink("053 000 00 00", "tel:+31530000000")
                    )
                ],
                empty: empty,
                pagination: Pagination(summary: "1–1 van 1")
            ),
            Self(
                header: PageHeader(title: "Praktijken"),
                filters: Filters(action: "/praktijken", summary: "0 praktijken"),
                rows: [],
                empty: empty,
                pagination: nil
            ),
        ]
    }
}
