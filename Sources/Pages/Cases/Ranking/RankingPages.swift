/// Pages on which places are ranked for a candidate, and one pair is explained.
public enum RankingPages {
    static let all: [any Page.Type] = [RankingIndexPage.self, RankingShowPage.self]
}

/// A place in a ranking.
public struct RankedPlaceRow: Sendable {
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
    public init(
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
public struct ImpossiblePlaceRow: Sendable {
    let name: String
    let url: String
    let detail: String
    let reasons: [String]
    let changes: [String]
    let hasChanges: Bool

    public init(name: String, url: String, detail: String, reasons: [String], changes: [String]) {
        self.name = name
        self.url = url
        self.detail = detail
        self.reasons = reasons
        self.changes = changes
        hasChanges = !changes.isEmpty
    }
}

/// A place of the own region that would fit once it is open.
public struct DormantPlaceRow: Sendable {
    let name: String
    let url: String
    let detail: String
    let remark: String?

    /// - Parameter remark: what opening it asks for.
    public init(name: String, url: String, detail: String, remark: String?) {
        self.name = name
        self.url = url
        self.detail = detail
        self.remark = remark
    }
}

/// `/kandidaten/{kenmerk}/plekken`: the places of the whole country for one candidate, the own region first.
public struct RankingIndexPage: Page {
    public static let template = "ranking/index"

    /// A region with places that fit.
    public struct Region: Sendable {
        let name: String
        let url: String
        let count: String
        let may: String

        /// - Parameter may: whether the candidate wants to go there, and whether the region may look.
        public init(name: String, url: String, count: String, may: String) {
            self.name = name
            self.url = url
            self.count = count
            self.may = may
        }
    }

    /// How many nearby places fail one limit.
    public struct Obstacle: Sendable {
        let limit: String
        let count: String

        public init(limit: String, count: String) {
            self.limit = limit
            self.count = count
        }
    }

    /// What this page shows of the places that do not fit.
    public struct Impossible: Sendable {
        let summary: String
        let obstacles: [Obstacle]
        let rows: [ImpossiblePlaceRow]

        public init(summary: String, obstacles: [Obstacle], rows: [ImpossiblePlaceRow]) {
            self.summary = summary
            self.obstacles = obstacles
            self.rows = rows
        }
    }

    /// Places under one heading.
    public struct Group: Sendable {
        let heading: String
        let rows: [RankedPlaceRow]

        public init(heading: String, rows: [RankedPlaceRow]) {
            self.heading = heading
            self.rows = rows
        }
    }

    public let header: PageHeader
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
    public init(
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

    public static var samples: [Self] {
        let url = "/kandidaten/7F3K2M9Q"
        return [
            Self(
                name: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                summary: "Nog geen plek in Twente. Wel 1 passende plek in Regio Zwolle.",
                action: PageLink("Verwijs door", "\(url)/doorverwijzen"),
                tabs: Tabs(
                    label: "Onderdelen van dit traject",
                    [Tab("Plekken", url: "\(url)/plekken", isCurrent: true)]
                ),
                levels: Notice(.info, text: "Deze kandidaat is nog niet beoordeeld."),
                filters: Filters(action: "\(url)/plekken", summary: "1 passende plek"),
                ownEmpty: EmptyState(title: "Nog geen plek in Twente", text: "Kijk in een andere regio."),
                groups: [Group(heading: "In andere regio's", rows: [.sample])],
                pagination: Pagination(summary: "1–1 van 1"),
                regions: [
                    Region(name: "Regio Zwolle", url: "\(url)/plekken?regio=RA0204", count: "1", may: "mag kijken")
                ],
                map: .sample,
                impossible: Impossible(
                    summary: "1 plek in de buurt kan nu niet.",
                    obstacles: [Obstacle(limit: "afstand", count: "1")],
                    rows: [
                        ImpossiblePlaceRow(
                            name: "Praktijk De Beuk, Enschede",
                            url: "\(url)/plekken/4D8N1X0V",
                            detail: "3,4 km",
                            reasons: ["De plek is 34,2 km ver; de grens is 25 km."],
                            changes: ["Met 35 in plaats van 25 km reizen past deze plek: 72 van de 100."]
                        )
                    ]
                ),
                dormant: [
                    DormantPlaceRow(
                        name: "Praktijk De Eik, Almelo",
                        url: "/plekken/4D8N1X0V",
                        detail: "12 km · start ma 1 feb · past voor 80 van de 100",
                        remark: "Leg eerst de erkenning van de praktijk vast."
                    )
                ]
            )
        ]
    }
}

extension RankedPlaceRow {
    static var sample: Self {
        RankedPlaceRow(
            name: "Praktijk De Linde, Zwolle",
            url: "/kandidaten/7F3K2M9Q/plekken/4D8N1X0V",
            detail: "leerbaan · 18 km · start di 1 feb",
            region: "Regio Zwolle",
            seats: "1 van de 2 stoelen vrij",
            remark: "Erkenning is aangevraagd.",
            fit: FitBar(
                id: "plek-1",
                total: 74,
                parts: [.init(name: "leerbehoefte", weight: 30, points: 700, share: 21)]
            ),
            action: PageLink("Stel deze plek voor", "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V")
        )
    }
}
