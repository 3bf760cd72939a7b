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

extension TrainingPlaceShowPage: Sampled {
    static var samples: [Self] {
        func sample(_ waiting: [WaitingCandidateRow]) -> Self {
            Self(
                header: PageHeader(title: "Stage (BPV) bij Praktijk De Linde", tags: [Tag("open", .ok)]),
                notices: [Notice(.warning, text: "De erkenning is aangevraagd.")],
                facts: Facts([Fact("Begin", "wo 1 sep 2027")]),
                activities: [ActivityGroup(frequency: "Elke dag", names: ["telefonische triage"])],
                supervision: ["1 begeleider"],
                offers: ["De praktijk heeft een klein team."],
                wishes: ["Wij zoeken iemand met eigen vervoer."],
                schools: ["Verzonnen College"],
                preconditions: "Rooster vooraf.",
                contactRule: "School belt eerst.",
                inside: Inside(
                    buttons: [
                        Button(
                            action: "/plekken/7F3K2M9Q/stand",
                            label: "Zet op pauze",
                            value: "paused",
                            version: 1,
                            submissionID: "a"
                        ),
                        Button(
                            action: "/plekken/7F3K2M9Q/kopie",
                            label: "Kopieer",
                            version: 1,
                            submissionID: "b",
                            isPrimary: true
                        ),
                    ],
                    seats: [
                        SeatTable(
                            title: "Plaats 1",
                            weekdays: ["ma", "di"],
                            length: 100,
                            occupations: [
                                .init(
                                    weekday: "ma",
                                    from: 0,
                                    until: 50,
                                    isTaken: true,
                                    line: .init("bezet", link: PageLink("7F3K", "/"))
                                ),
                                .init(weekday: "ma", from: 50, until: 90, isTaken: false, line: .init("vastgehouden")),
                            ]
                        )
                    ],
                    seatsScale: "1 sep 2027 tot 1 feb 2028",
                    contacts: [Facts([Fact("Naam", "Verzonnen Naam")])],
                    practice: PageLink("Praktijk De Linde", "/praktijken/7F3K2M9Q"),
                    waiting: Waiting(
                        rows: waiting,
                        others: "Bij andere teams passen 3 kandidaten.",
                        gains: ["Met een extra plaats past het vaker."]
                    )
                ),
                region: PageLink("Twente", "/regios/twente")
            )
        }
        return [
            sample([
                WaitingCandidateRow(
                    name: "Verzonnen Naam",
                    url: "/kandidaten/7F3K2M9Q",
                    waiting: "12 dagen",
                    distance: "4,2 km",
                    fit: FitBar(
                        id: "past-1",
                        total: 78,
                        parts: [.init(name: "Reisafstand", weight: 100, points: 780, share: 78)]
                    )
                )
            ]),
            sample([]),
            Self(
                header: PageHeader(title: "Stage"),
                notices: [],
                facts: Facts([]),
                activities: [],
                supervision: [],
                offers: [],
                wishes: [],
                schools: [],
                preconditions: nil,
                contactRule: nil,
                inside: nil,
                region: PageLink("Twente", "/regios/twente")
            ),
        ]
    }
}
