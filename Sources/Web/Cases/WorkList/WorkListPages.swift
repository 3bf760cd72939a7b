import PageKit
import Site

/// `/werklijst`: *wie wacht op wie*.
enum WorkListPages {
    static let all: [any Page.Type] = [WorkListPage.self]
}

struct WorkListPage: Page {
    static let template = "work-list/index"

    struct Row: Sendable {
        enum Kind: String, Sendable {
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
        init(
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

    let header: PageHeader
    let tiles: Stats
    let tabs: Tabs
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState
    let pagination: Pagination?

    init(
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
}
