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

extension CandidateListPage: Sampled {
    static var samples: [CandidateListPage] {
        let filters = Filters(
            action: "/kandidaten",
            summary: "2 kandidaten",
            chosen: [Chip(label: "zoekt plek", removeURL: "/kandidaten")],
            clearURL: "/kandidaten",
            groups: [
                FilterGroup(
                    legend: "Stap",
                    name: "stap",
                    options: [FilterOption(value: "searching", label: "zoekt plek", count: "2", isSelected: true)]
                )
            ],
            selects: [
                SelectField(name: "gemeente", label: "Gemeente", options: [Option(value: "GM0153", label: "Enschede")])
            ],
            search: TextField(name: "zoek", label: "Naam of kenmerk", kind: .search),
            hidden: [HiddenField(name: "volgorde", value: "naam")],
            downloads: [PageLink("CSV", "/kandidaten?vorm=csv")]
        )
        return [
            CandidateListPage(
                teamName: "Team Twente (fictief)",
                begin: PageLink("Begin met zoeken voor deze 57 kandidaten", "/kandidaten/zoeken"),
                filters: filters,
                orders: [
                    Order("langst wachtend", url: "/kandidaten", isCurrent: true),
                    Order("naam", url: "/kandidaten?volgorde=naam", isCurrent: false),
                ],
                rows: [
                    Row(
                        name: "Berg, Anna van den",
                        url: "/kandidaten/7F3K2M9Q",
                        reference: "7F3K2M9Q",
                        route: "BBL, jaar 1",
                        town: "Enschede",
                        step: Tag("zoekt plek", .waiting),
                        who: "team",
                        days: 12,
                        coordinator: "Marit Voorbeeld",
                        due: "di 24 nov",
                        isOverdue: true,
                        hasPriority: true
                    )
                ],
                pagination: Pagination(summary: "1–1 van 2", next: PageLink("Volgende", "/kandidaten?na=x")),
                isFiltered: true
            ),
            CandidateListPage(
                teamName: "Team",
                filters: filters,
                orders: [],
                rows: [],
                pagination: nil,
                isFiltered: true
            ),
            CandidateListPage(
                teamName: "Team",
                filters: filters,
                orders: [],
                rows: [],
                pagination: nil,
                isFiltered: false
            ),
        ]
    }
}
