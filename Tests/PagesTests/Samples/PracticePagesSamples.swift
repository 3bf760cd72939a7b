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

extension PracticeIndexPage: Sampled {
    static var samples: [Self] {
        let empty = EmptyState(title: "Geen praktijken", text: "Haal een filter weg.")
        return [
            Self(
                header: PageHeader(title: "Praktijken in Twente"),
                filters: Filters(
                    action: "/praktijken",
                    summary: "1 praktijk",
                    tasks: [PageLink("Zet concepten open", "/plekken/openen")]
                ),
                rows: [
                    Row(
                        url: "/praktijken/7F3K2M9Q",
                        name: "Praktijk De Linde",
                        kind: "huisartsenpraktijk",
                        town: "Enschede",
                        places: "1 van 2 open",
                        member: Tag("lid", .ok),
                        lastContact: "di 24 nov",
                        contact: "Verzonnen Naam",
                        phone: PageLink("053 000 00 00", "tel:+31530000000")
                    )
                ],
                empty: empty,
                pagination: Pagination(summary: "1–1 van 1")
            ),
            Self(
                header: PageHeader(title: "Praktijken"),
                filters: Filters(action: "/praktijken", summary: "0 praktijken"),
                rows: [],
                empty: empty,
                pagination: nil
            ),
        ]
    }
}
