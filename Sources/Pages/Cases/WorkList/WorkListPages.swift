/// `/werklijst`: *wie wacht op wie*.
public enum WorkListPages {
    static let all: [any Page.Type] = [WorkListPage.self]
}

public struct WorkListPage: Page {
    public static let template = "work-list/index"

    public struct Row: Sendable {
        public enum Kind: String, Sendable {
            case overdue, today, incoming, waiting
        }

        let modifier: String
        let days: String
        let daysWord: String
        let title: String
        let url: String
        let text: String
        let late: String?
        let tags: [Tag]
        let who: String
        let phone: PageLink?
        let bestTime: String?
        let lastContact: String
        let action: PageLink

        /// - Parameters:
        ///   - days: how long this owner has it.
        ///   - late: "3 dagen te laat"; nil when it is not.
        ///   - phone: the number of whoever has it, with a `tel:` address.
        public init(
            kind: Kind,
            days: Int,
            title: String,
            url: String,
            text: String,
            late: String?,
            tags: [Tag],
            who: String,
            phone: PageLink?,
            bestTime: String?,
            lastContact: String,
            action: PageLink
        ) {
            modifier = kind.rawValue
            self.days = String(days)
            daysWord = days == 1 ? "dag" : "dagen"
            self.title = title
            self.url = url
            self.text = text
            self.late = late
            self.tags = tags
            self.who = who
            self.phone = phone
            self.bestTime = bestTime
            self.lastContact = lastContact
            self.action = action
        }
    }

    public let header: PageHeader
    let tiles: Stats
    let tabs: Tabs
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState
    let pagination: Pagination?

    public init(
        header: PageHeader,
        tiles: Stats,
        tabs: Tabs,
        filters: Filters,
        rows: [Row],
        empty: EmptyState,
        pagination: Pagination?
    ) {
        self.header = header
        self.tiles = tiles
        self.tabs = tabs
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = empty
        self.pagination = pagination
    }

    public static var samples: [WorkListPage] {
        let header = PageHeader(
            title: "Wie wacht op wie",
            action: PageLink("Nieuwe kandidaat", "/kandidaten/nieuw")
        )
        let tabs = Tabs(label: "Van wie", [Tab("Van mij", url: "/werklijst", isCurrent: true)])
        let empty = EmptyState(title: "Niemand wacht", text: "Er ligt nu niets voor jou.")
        return [
            WorkListPage(
                header: header,
                tiles: Stats([StatTile(number: "3", label: "te laat", url: "/werklijst?groep=te-laat", kind: .overdue)]
                ),
                tabs: tabs,
                filters: Filters(action: "/werklijst", summary: "1 op de lijst"),
                rows: [
                    Row(
                        kind: .overdue,
                        days: 12,
                        title: "Anna van den Berg",
                        url: "/kandidaten/7F3K2M9Q",
                        text: "Wacht op praktijk De Linde.",
                        late: "3 dagen te laat",
                        tags: [Tag("voorrang", .waiting)],
                        who: "Praktijk De Linde",
                        phone: PageLink("06 00 00 00 00", "tel:0600000000"),
                        bestTime: "na 12 uur",
                        lastContact: "Laatst gesproken di 17 nov",
                        action: PageLink("Bel de praktijk", "/voorstellen/4D8N1X0V")
                    )
                ],
                empty: empty,
                pagination: Pagination(summary: "1–50", next: PageLink("Volgende", "/werklijst?na=x"))
            ),
            WorkListPage(
                header: header,
                tiles: Stats([]),
                tabs: tabs,
                filters: Filters(action: "/werklijst", summary: "Niets"),
                rows: [],
                empty: empty,
                pagination: nil
            ),
        ]
    }
}
