/// `/kandidaten`: the candidates of the own team, filtered and sorted, each with who has it and for how long.
public struct CandidateListPage: Page {
    public static let template = "candidates/index"

    public struct Row: Sendable {
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

        public init(
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
    public struct Order: Sendable {
        let text: String
        let url: String
        let isCurrent: Bool

        public init(_ text: String, url: String, isCurrent: Bool) {
            self.text = text
            self.url = url
            self.isCurrent = isCurrent
        }
    }

    public let header: PageHeader
    let begin: PageLink?
    let filters: Filters
    let orders: [Order]
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    public init(
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

    public static var samples: [CandidateListPage] {
        let filters = Filters(
            action: "/kandidaten",
            summary: "2 kandidaten",
            chosen: [Chip(label: "zoekt plek", removeURL: "/kandidaten")],
            clearURL: "/kandidaten",
            groups: [
                FilterGroup(
                    legend: "Stap",
                    name: "stap",
                    options: [FilterOption(value: "searching", label: "zoekt plek", count: "2", isSelected: true)]
                )
            ],
            selects: [
                SelectField(name: "gemeente", label: "Gemeente", options: [Option(value: "GM0153", label: "Enschede")])
            ],
            search: TextField(name: "zoek", label: "Naam of kenmerk", kind: .search),
            hidden: [HiddenField(name: "volgorde", value: "naam")],
            downloads: [PageLink("CSV", "/kandidaten?vorm=csv")]
        )
        return [
            CandidateListPage(
                teamName: "Team Twente (fictief)",
                begin: PageLink("Begin met zoeken voor deze 57 kandidaten", "/kandidaten/zoeken"),
                filters: filters,
                orders: [
                    Order("langst wachtend", url: "/kandidaten", isCurrent: true),
                    Order("naam", url: "/kandidaten?volgorde=naam", isCurrent: false),
                ],
                rows: [
                    Row(
                        name: "Berg, Anna van den",
                        url: "/kandidaten/7F3K2M9Q",
                        reference: "7F3K2M9Q",
                        route: "BBL, jaar 1",
                        town: "Enschede",
                        step: Tag("zoekt plek", .waiting),
                        who: "team",
                        days: 12,
                        coordinator: "Marit Voorbeeld",
                        due: "di 24 nov",
                        isOverdue: true,
                        hasPriority: true
                    )
                ],
                pagination: Pagination(summary: "1–1 van 2", next: PageLink("Volgende", "/kandidaten?na=x")),
                isFiltered: true
            ),
            CandidateListPage(
                teamName: "Team",
                filters: filters,
                orders: [],
                rows: [],
                pagination: nil,
                isFiltered: true
            ),
            CandidateListPage(
                teamName: "Team",
                filters: filters,
                orders: [],
                rows: [],
                pagination: nil,
                isFiltered: false
            ),
        ]
    }
}
