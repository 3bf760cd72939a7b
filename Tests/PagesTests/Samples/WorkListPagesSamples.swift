import Domain
import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

extension WorkListPage: Sampled {
    static var samples: [WorkListPage] {
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
