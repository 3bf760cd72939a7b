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

extension ProjectCard {
    static let sample = ProjectCard(
        url: "/projecten/stagepunt",
        name: "Stagepunt",
        subject: "Eén stagebureau voor de hele regio.",
        organisation: "Zorggroep RCH Midden-Brabant",
        place: "Midden-Brabant",
        facts: "begeleiding · 2018",
        tags: [Tag("afgerond", .neutral)]
    )
}

extension ProjectIndexPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Projecten", breadcrumbs: [PageLink("Start", "/")]),
                filters: Filters(action: "/projecten", summary: "1 project"),
                rows: [.sample],
                empty: EmptyState(title: "Geen project", text: "Haal een filter weg."),
                nearly: [],
                pagination: Pagination(summary: "1 van 1"),
                country: CountrySection.samples[0]
            ),
            Self(
                header: PageHeader(title: "Projecten"),
                filters: Filters(action: "/projecten", summary: "0 projecten"),
                rows: [],
                empty: EmptyState(title: "Geen project", text: "Haal een filter weg."),
                nearly: [CountedLink("Zonder regio Twente", "/projecten", count: "3 projecten")],
                pagination: nil,
                country: CountrySection.samples[1]
            ),
        ]
    }
}

extension ProjectGonePage: Sampled {
    static var samples: [Self] { [Self(name: "Een project", day: "24 november 2026")] }
}
