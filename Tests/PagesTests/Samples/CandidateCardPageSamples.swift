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

extension CandidateCardPage: Sampled {
    static var samples: [CandidateCardPage] {
        let facts = Facts([Fact("Leerweg", "BBL, jaar 1")])
        let profile = ProfileFigure(
            id: "profiel",
            title: "Profiel",
            rows: [.init(area: "communiceren", level: 34, selfScore: nil, target: 40)]
        )
        return [
            CandidateCardPage(
                reference: "7F3K2M9Q",
                url: "/kandidaten/7F3K2M9Q",
                identity: Facts([Fact("Telefoon", "06 12 34 56 78")]),
                name: "Anna van den Berg",
                wanted: facts,
                travel: facts,
                wishes: ["Klein team."],
                offers: ["Eigen vervoer."],
                profile: profile,
                profileNote: "Beoordeeld op 3 nov.",
                contact: "Team Twente, 053 123 45 67",
                madeOn: "di 24 nov"
            ),
            CandidateCardPage(
                reference: "7F3K2M9Q",
                url: "/kandidaten/7F3K2M9Q",
                identity: nil,
                name: nil,
                wanted: facts,
                travel: facts,
                wishes: [],
                offers: [],
                profile: nil,
                profileNote: "Nog niet beoordeeld.",
                contact: "Team Twente",
                madeOn: "di 24 nov"
            ),
        ]
    }
}
