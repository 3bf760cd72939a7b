import PageKit
import Site

enum TrainingPlacePages {
    static let all: [any Page.Type] = [
        TrainingPlaceIndexPage.self, TrainingPlaceShowPage.self, TrainingPlaceFormPage.self,
        TrainingPlaceStartPage.self,
    ]
}

/// `/plekken`: the list of training places.
struct TrainingPlaceIndexPage: Page {
    static let template = "places/index"

    let header: PageHeader
    let filters: Filters
    let rows: [PlaceRow]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    init(header: PageHeader, filters: Filters, rows: [PlaceRow], empty: EmptyState, pagination: Pagination?) {
        self.header = header
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = rows.isEmpty ? empty : nil
        self.pagination = pagination
    }
}
