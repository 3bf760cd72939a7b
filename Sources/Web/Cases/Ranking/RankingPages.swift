import PageKit
import Site

/// Pages on which places are ranked for a candidate, and one pair is explained.
enum RankingPages {
    static let all: [any Page.Type] = [RankingIndexPage.self, RankingShowPage.self]
}

/// A place in a ranking.
struct RankedPlaceRow: Sendable {
    let name: String
    let url: String
    let detail: String
    let region: String
    let seats: String
    let remark: String?
    let fit: FitBar
    let action: PageLink?

    /// - Parameters:
    ///   - name: practice and town.
    ///   - detail: kind, distance and start in one line.
    ///   - seats: "2 van de 3 stoelen vrij".
    ///   - remark: what asks for attention, such as a recognition that is only asked for.
    ///   - action: to propose or to refer; nil when the case is not in a state for it.
    init(
        name: String,
        url: String,
        detail: String,
        region: String,
        seats: String,
        remark: String?,
        fit: FitBar,
        action: PageLink?
    ) {
        self.name = name
        self.url = url
        self.detail = detail
        self.region = region
        self.seats = seats
        self.remark = remark
        self.fit = fit
        self.action = action
    }
}

/// A nearby place that does not fit now, with all its reasons and what would change it.
struct ImpossiblePlaceRow: Sendable {
    let name: String
    let url: String
    let detail: String
    let reasons: [String]
    let changes: [String]
    let hasChanges: Bool

    init(name: String, url: String, detail: String, reasons: [String], changes: [String]) {
        self.name = name
        self.url = url
        self.detail = detail
        self.reasons = reasons
        self.changes = changes
        hasChanges = !changes.isEmpty
    }
}

/// A place of the own region that would fit once it is open.
struct DormantPlaceRow: Sendable {
    let name: String
    let url: String
    let detail: String
    let remark: String?

    /// - Parameter remark: what opening it asks for.
    init(name: String, url: String, detail: String, remark: String?) {
        self.name = name
        self.url = url
        self.detail = detail
        self.remark = remark
    }
}

/// `/kandidaten/{kenmerk}/plekken`: the places of the whole country for one candidate, the own region first.
struct RankingIndexPage: Page {
    static let template = "ranking/index"

    /// A region with places that fit.
    struct Region: Sendable {
        let name: String
        let url: String
        let count: String
        let may: String

        /// - Parameter may: whether the candidate wants to go there, and whether the region may look.
        init(name: String, url: String, count: String, may: String) {
            self.name = name
            self.url = url
            self.count = count
            self.may = may
        }
    }

    /// How many nearby places fail one limit.
    struct Obstacle: Sendable {
        let limit: String
        let count: String

        init(limit: String, count: String) {
            self.limit = limit
            self.count = count
        }
    }

    /// What this page shows of the places that do not fit.
    struct Impossible: Sendable {
        let summary: String
        let obstacles: [Obstacle]
        let rows: [ImpossiblePlaceRow]

        init(summary: String, obstacles: [Obstacle], rows: [ImpossiblePlaceRow]) {
            self.summary = summary
            self.obstacles = obstacles
            self.rows = rows
        }
    }

    /// Places under one heading.
    struct Group: Sendable {
        let heading: String
        let rows: [RankedPlaceRow]

        init(heading: String, rows: [RankedPlaceRow]) {
            self.heading = heading
            self.rows = rows
        }
    }

    let header: PageHeader
    let tabs: Tabs
    let levels: Notice?
    let filters: Filters
    let ownEmpty: EmptyState?
    let groups: [Group]
    let pagination: Pagination?
    let regions: [Region]
    let hasRegions: Bool
    let map: CountryMap
    let impossible: Impossible?
    let dormant: [DormantPlaceRow]
    let hasDormant: Bool

    /// - Parameters:
    ///   - summary: "Nog geen plek in Twente. Wel 3 passende plekken in Regio Zwolle en Drenthe."
    ///   - levels: said when the ranking rests on default levels.
    ///   - ownEmpty: what to do when the own region has no place.
    init(
        name: String,
        reference: String,
        summary: String,
        action: PageLink?,
        tabs: Tabs,
        levels: Notice?,
        filters: Filters,
        ownEmpty: EmptyState?,
        groups: [Group],
        pagination: Pagination?,
        regions: [Region],
        map: CountryMap,
        impossible: Impossible?,
        dormant: [DormantPlaceRow] = []
    ) {
        header = PageHeader(
            title: "Plekken voor \(name)",
            lead: summary,
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten"), PageLink(name, "/kandidaten/\(reference)")],
            action: action
        )
        self.tabs = tabs
        self.levels = levels
        self.filters = filters
        self.ownEmpty = ownEmpty
        self.groups = groups
        self.pagination = pagination
        self.regions = regions
        hasRegions = !regions.isEmpty
        self.map = map
        self.impossible = impossible
        self.dormant = dormant
        hasDormant = !dormant.isEmpty
    }
}
