import Actions
package import Domain
import Foundation
import HTTPBase
package import PageKit
import Postgres
import Store

// How places, seats and practices are put in words and rows, for every page that shows them.

extension TrainingPlaceState {
    package var tag: Tag {
        switch self {
        case .draft: Tag(dutchName, .neutral)
        case .open: Tag(dutchName, .ok)
        case .paused: Tag(dutchName, .waiting)
        case .closed: Tag(dutchName, .neutral)
        }
    }
}

extension RecognitionState {
    package var tag: Tag {
        switch self {
        case .recognised: Tag(dutchName, .ok)
        case .requested: Tag(dutchName, .waiting)
        case .withdrawn, .lapsed, .notRecognised: Tag(dutchName, .overdue)
        }
    }
}

extension String {
    /// "stage (BPV)" → "Stage (BPV)".
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

package enum PlaceWords {
    package static func start(_ earliest: CalendarDate, _ latest: CalendarDate, today: CalendarDate) -> String {
        guard earliest != latest else { return earliest.dutchShort(seenOn: today) }
        // Two dates in different years both say theirs.
        let first = earliest.year == latest.year ? earliest.dutchShort(seenOn: today) : earliest.dutchShortWithYear
        let last = earliest.year == latest.year ? latest.dutchShort(seenOn: today) : latest.dutchShortWithYear
        return "\(first) tot en met \(last)"
    }

    package static func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weken" }
    package static func places(_ count: Int) -> String { count == 1 ? "1 plek" : "\(Count.text(count)) plekken" }

    /// Hectometres as kilometres: "4,2 km".
    package static func distance(_ hectometres: Int) -> String { "\(hectometres / 10),\(hectometres % 10) km" }

    package static func routes(_ routes: RouteSet) -> String { routes.isEmpty ? "–" : routes.dutchName }

    /// Months of experience as people say it: "8 maanden", "3 jaar".
    package static func experience(_ months: Int) -> String {
        months < 24 ? (months == 1 ? "1 maand" : "\(months) maanden") : "\(months / 12) jaar"
    }
}
