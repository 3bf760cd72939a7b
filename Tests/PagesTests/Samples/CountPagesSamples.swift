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

extension FundPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                columns: ["Zoekt plek", "Geplaatst"],
                rows: [
                    Row(
                        name: "Twente",
                        url: "/regios/twente",
                        cells: [
                            Cell(label: "Zoekt plek", text: "42"), Cell(label: "Geplaatst", text: "minder dan 5"),
                        ]
                    )
                ],
                waiting: StallBars(
                    id: "wachten",
                    title: "Hoe lang wie zoekt al zoekt",
                    rows: [.init(step: "Twente", median: 20, p90: 60, count: 42)],
                    subject: "Regio"
                ),
                fileURL: "/fonds?vorm=csv"
            )
        ]
    }
}

extension SchoolPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                school: "ROC Voorbeeld (fictief)",
                rows: [
                    Row(
                        programme: "Doktersassistent",
                        route: "BOL",
                        year: "2",
                        looking: 6,
                        asked: 2,
                        placed: 3,
                        started: 1,
                        ended: 0
                    )
                ],
                teams: [
                    Team(
                        name: "Team Twente (fictief)",
                        region: "Twente",
                        phone: "053 123 45 67",
                        mail: "team@voorbeeld.example",
                        learners: 12
                    )
                ]
            ), Self(school: "ROC Voorbeeld (fictief)", rows: [], teams: []),
        ]
    }
}
