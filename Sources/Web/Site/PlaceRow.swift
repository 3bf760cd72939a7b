import Domain
import PageKit
import Store

/// One place in a list; all texts finished.
struct PlaceRow: Sendable {
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
}

extension PlaceRow {
    init(_ row: TrainingPlaceListStore.Row, today: CalendarDate) {
        self.init(
            url: "/plekken/\(row.reference)",
            title: row.kind.dutchName.capitalisedFirst,
            practice: row.practiceName,
            town: row.town,
            region: row.regionName,
            routes: PlaceWords.routes(row.routes),
            start: PlaceWords.start(row.earliestStartOn, row.latestStartOn, today: today),
            duration: PlaceWords.weeks(row.weeksOffered),
            days: "\(row.weekdays.dutchName) · \(row.hoursPerWeek) uur",
            free: "\(row.freeSeats) van \(row.seats) vrij",
            state: row.state.tag
        )
    }
}
