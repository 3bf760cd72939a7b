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

extension RegionIndexPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                rows: [
                    Row(
                        name: "Twente",
                        url: "/regios/twente",
                        provinces: "Overijssel",
                        openPlaces: "4",
                        searching: "minder dan 5"
                    )
                ],
                map: .sample
            )
        ]
    }
}

extension RegionShowPage: Sampled {
    static var samples: [Self] {
        func sample(_ places: [PlaceRow], _ inside: Inside?) -> Self {
            Self(
                header: PageHeader(title: "Twente"),
                stats: Stats([StatTile(number: "4", label: "open plekken", url: "/plekken")]),
                places: places,
                allPlaces: PageLink("Alle plekken in Twente", "/plekken?regio=RA0205"),
                noPlaces: EmptyState(title: "Nu geen open plek", text: "Kijk bij de buren."),
                organisations: [OrganisationRow(name: "FEA", kind: "regionale huisartsenorganisatie")],
                teams: [TeamRow(name: "Team", facts: Facts([Fact("Telefoon", "053")]))],
                neighbours: [PageLink("Achterhoek", "/regios/achterhoek")],
                municipalities: [Municipality(name: "Enschede", url: "/plekken?gemeente=GM0153", openPlaces: "2")],
                map: .sampleWithoutLinks,
                inside: inside,
                network: .sample
            )
        }
        let states = Stats([StatTile(number: "4", label: "open", url: "/plekken")])
        return [
            sample(
                TrainingPlaceIndexPage.samples.flatMap(\.rows),
                Inside(
                    steps: [
                        Step(
                            name: "zoekt plek",
                            url: "/kandidaten?stap=searching",
                            count: "12",
                            overdue: "3",
                            isOverdue: true
                        )
                    ],
                    stall: StallBars(
                        id: "stap",
                        title: "Dagen per stap",
                        rows: [.init(step: "zoekt plek", median: 6, p90: 21, count: 40)]
                    ),
                    states: states,
                    solutions: StallSolution.samples
                )
            ),
            sample([], Inside(steps: [], stall: nil, states: states, solutions: [])),
        ]
    }
}
