public enum TrainingPlacePages {
    static let all: [any Page.Type] = [
        TrainingPlaceIndexPage.self, TrainingPlaceShowPage.self, TrainingPlaceFormPage.self,
        TrainingPlaceStartPage.self,
    ]
}

/// `/plekken`: the list of training places.
public struct TrainingPlaceIndexPage: Page {
    public static let template = "places/index"

    /// One place in a list; all texts finished.
    public struct Row: Sendable {
        let url: String
        let title: String
        let practice: String
        let town: String
        let region: String
        let routes: String
        let start: String
        let duration: String
        let days: String
        let free: String
        let state: Tag

        public init(
            url: String,
            title: String,
            practice: String,
            town: String,
            region: String,
            routes: String,
            start: String,
            duration: String,
            days: String,
            free: String,
            state: Tag
        ) {
            self.url = url
            self.title = title
            self.practice = practice
            self.town = town
            self.region = region
            self.routes = routes
            self.start = start
            self.duration = duration
            self.days = days
            self.free = free
            self.state = state
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
        [
            Self(
                header: PageHeader(
                    title: "Plekken",
                    breadcrumbs: [PageLink("Start", "/")],
                    action: PageLink("Nieuwe plek", "/plekken/nieuw")
                ),
                filters: Filters(action: "/plekken", summary: "1 plek"),
                rows: [
                    Row(
                        url: "/plekken/7F3K2M9Q",
                        title: "Stage (BPV)",
                        practice: "Praktijk De Linde",
                        town: "Enschede",
                        region: "Twente",
                        routes: "BOL",
                        start: "wo 1 sep 2027 tot vr 1 okt 2027",
                        duration: "20 weken",
                        days: "ma, di, do · 24 uur",
                        free: "1 van 2 vrij",
                        state: Tag("open", .ok)
                    )
                ],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."),
                pagination: Pagination(summary: "1–1 van 1")
            ),
            Self(
                header: PageHeader(title: "Plekken"),
                filters: Filters(action: "/plekken", summary: "0 plekken"),
                rows: [],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."),
                pagination: nil
            ),
        ]
    }
}
