import PageKit

enum TrainingPlacePages {
    static let all: [any Page.Type] = [
        TrainingPlaceIndexPage.self, TrainingPlaceShowPage.self, TrainingPlaceFormPage.self,
        TrainingPlaceStartPage.self,
    ]
}

/// `/plekken`: the list of training places.
struct TrainingPlaceIndexPage: Page {
    static let template = "places/index"

    /// One place in a list; all texts finished.
    struct Row: Sendable {
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

        init(
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
