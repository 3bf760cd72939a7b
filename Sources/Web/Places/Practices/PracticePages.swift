import PageKit
import Site

enum PracticePages {
    static let all: [any Page.Type] = [
        PracticeIndexPage.self, PracticeShowPage.self, PracticeFormPage.self,
    ]
}

/// `/praktijken`: the practices of the own region.
struct PracticeIndexPage: Page {
    static let template = "practices/index"

    struct Row: Sendable {
        let url: String
        let name: String
        let kind: String
        let town: String
        let places: String
        let member: Tag
        let lastContact: String
        let contact: String
        let phone: PageLink?

        init(
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

    let header: PageHeader
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    init(header: PageHeader, filters: Filters, rows: [Row], empty: EmptyState, pagination: Pagination?) {
        self.header = header
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = rows.isEmpty ? empty : nil
        self.pagination = pagination
    }
}
