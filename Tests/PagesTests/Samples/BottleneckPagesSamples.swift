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

extension LinkLine {
    static let samples = [
        LinkLine(
            title: "Samen begeleiden",
            url: "/goede-praktijken/samen",
            text: "HUS",
            why: "Ook kleine praktijken.",
            tags: [Tag("Verzonnen voorbeeld", .neutral)],
            source: PageLink("Bron", "https://voorbeeld.example/verslag")
        ),
        LinkLine(title: "Noa Verzonnen", url: nil, text: "praktijkmanager"),
    ]
}

extension LinkSection {
    static let samples = [
        LinkSection(
            id: "praktijken",
            title: "Goede praktijken",
            lines: LinkLine.samples,
            empty: "Nog geen.",
            more: PageLink("Alle praktijken", "/goede-praktijken")
        ),
        LinkSection(id: "vragen", title: "Vragen", lines: [], empty: "Nog geen vragen."),
    ]
}

extension StallSolution {
    static let samples = [
        StallSolution(
            id: "stagnatie-supervision",
            name: "Begeleiding",
            url: "/knelpunten/begeleiding",
            sentence: "12 keer nee in een jaar.",
            lines: LinkLine.samples
        ),
        StallSolution(id: "stagnatie-room", name: "Ruimte", url: "/knelpunten/ruimte", sentence: "5 keer.", lines: []),
    ]
}

extension BottleneckIndexPage: Sampled {
    static var samples: [Self] {
        [
            Self(rows: [
                Row(
                    name: "Begeleiding",
                    url: "/knelpunten/begeleiding",
                    description: "Er is niemand die kan begeleiden.",
                    projects: "12",
                    practices: "3",
                    regions: "Twente"
                )
            ])
        ]
    }
}

extension BottleneckShowPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Begeleiding", breadcrumbs: [PageLink("Start", "/")]),
                projects: [.sample],
                follow: [PageLink("Volg de vragen (feed)", "/vragen?knelpunt=supervision&vorm=atom")],
                allProjects: PageLink("Alle projecten hierover", "/projecten?knelpunt=supervision"),
                sections: LinkSection.samples,
                regions: LinkSection(id: "regios", title: "Regio's", lines: LinkLine.samples, empty: "")
            )
        ]
    }
}
