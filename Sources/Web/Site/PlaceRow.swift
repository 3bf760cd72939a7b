package import Domain
package import PageKit
package import Store

/// One place in a list; all texts finished.
package struct PlaceRow: Sendable {
    package let url: String
    package let title: String
    package let practice: String
    package let town: String
    package let region: String
    package let routes: String
    package let start: String
    package let duration: String
    package let days: String
    package let free: String
    package let state: Tag
}

extension PlaceRow {
    package init(_ row: TrainingPlaceListStore.Row, today: CalendarDate) {
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
