import PageKit
import Site

/// `/kandidaten`: the candidates of the own team, filtered and sorted, each with who has it and for how long.
struct CandidateListPage: Page {
    static let template = "candidates/index"

    struct Row: Sendable {
        let name: String
        let url: String
        let reference: String
        let route: String
        let town: String
        let step: Tag
        let who: String
        let days: String
        let coordinator: String
        let due: String
        let isOverdue: Bool
        let hasPriority: Bool

        init(
            name: String,
            url: String,
            reference: String,
            route: String,
            town: String,
            step: Tag,
            who: String,
            days: Int,
            coordinator: String,
            due: String,
            isOverdue: Bool,
            hasPriority: Bool
        ) {
            self.name = name
            self.url = url
            self.reference = reference
            self.route = route
            self.town = town
            self.step = step
            self.who = who
            self.days = days == 1 ? "1 dag" : "\(days) dagen"
            self.coordinator = coordinator
            self.due = due
            self.isOverdue = isOverdue
            self.hasPriority = hasPriority
        }
    }

    /// A way to sort the list.
    struct Order: Sendable {
        let text: String
        let url: String
        let isCurrent: Bool

        init(_ text: String, url: String, isCurrent: Bool) {
            self.text = text
            self.url = url
            self.isCurrent = isCurrent
        }
    }

    let header: PageHeader
    let begin: PageLink?
    let filters: Filters
    let orders: [Order]
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    init(
        teamName: String,
        begin: PageLink? = nil,
        filters: Filters,
        orders: [Order],
        rows: [Row],
        pagination: Pagination?,
        isFiltered: Bool
    ) {
        header = PageHeader(
            title: "Kandidaten",
            lead: "De kandidaten van \(teamName).",
            breadcrumbs: [PageLink("Werklijst", "/werklijst")],
            action: PageLink("Meld een kandidaat aan", "/kandidaten/nieuw")
        )
        self.begin = begin
        self.filters = filters
        self.orders = orders
        self.rows = rows
        hasRows = !rows.isEmpty
        self.pagination = pagination
        if !rows.isEmpty {
            empty = nil
        } else if isFiltered {
            empty = EmptyState(
                title: "Geen kandidaat past bij deze filters",
                text: "Haal een filter weg, of zoek op een deel van de naam.",
                action: PageLink("Toon alle kandidaten", "/kandidaten")
            )
        } else {
            empty = EmptyState(
                title: "Nog geen kandidaten",
                text: "Meld de eerste kandidaat aan, of lees een bestand in.",
                action: PageLink("Meld een kandidaat aan", "/kandidaten/nieuw")
            )
        }
    }
}
