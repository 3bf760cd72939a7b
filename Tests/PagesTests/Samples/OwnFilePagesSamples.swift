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

extension OwnCasePage: Sampled {
    static var samples: [OwnCasePage] {
        var content = Content()
        content.standing = "We zoeken een plek voor je."
        content.state = Tag("zoekt plek", .waiting)
        content.nextAction = PageLink("Zeg ja tegen De Linde", "/mijn/plekken/4D8N1X0V")
        content.back = PageLink("Terug naar mijn traject", "/mijn")
        content.lateness = Notice(.warning, text: "Dit duurt langer dan afgesproken. Bel gerust je team.")
        content.helper = Facts([Fact("Team", "Team Twente"), Fact("Bel", "074 123 45 67", url: "tel:+31741234567")])
        content.wanted = Facts([Fact("Leerweg", "BBL, jaar 1")])
        content.places = [
            Place(
                practice: "De Linde, Zwolle",
                url: "/mijn/plekken/4D8N1X0V",
                state: Tag("wacht op antwoord", .waiting),
                text: "De praktijk antwoordt uiterlijk do 3 dec."
            )
        ]
        content.clock = ClockFigure(
            id: "klok",
            title: "Wie aan zet was",
            spans: [.init(owner: .team, label: "aangemeld", days: 2)]
        )
        content.chain = ChainFigure(
            id: "keten",
            stops: [.init(region: "Twente", when: "vanaf 3 nov", answer: "zoekt een plek", kind: .current)]
        )
        content.history = Timeline([
            TimelineItem(
                when: "di 24 nov",
                datetime: "2026-11-24",
                title: "Je bent aangemeld",
                who: "Team Twente",
                detail: "Zelf."
            )
        ])
        content.others = [PageLink("BOL, jaar 1: afgerond op 3 jul 2025", "/mijn/trajecten/7F3K2M9Q")]
        content.actions = [PageLink("Stop met zoeken", "/mijn/stoppen")]
        return [OwnCasePage(content), OwnCasePage(Content())]
    }
}

extension OwnPlacePage: Sampled {
    static var samples: [OwnPlacePage] {
        [
            OwnPlacePage(
                header: PageHeader(title: "De Linde, Zwolle", tags: [Tag("akkoord", .ok)]),
                facts: Facts([Fact("Start", "ma 1 feb")]),
                answers: [
                    Answer(
                        action: "/mijn/plekken/4D8N1X0V/ja",
                        explanation: "De praktijk zegt ja. Zeg jij ook ja?",
                        button: "Zeg ja tegen De Linde"
                    )
                ],
                refusal: Refusal(
                    action: "/mijn/plekken/4D8N1X0V/nee",
                    reason: Choices(
                        name: "reden",
                        legend: "Waarom niet?",
                        kind: .radio,
                        options: [Option(value: "too_far", label: "De plek is te ver weg.")]
                    )
                ),
                version: 2,
                submissionID: "1"
            )
        ]
    }
}
