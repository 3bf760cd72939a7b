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

extension OwnDataFilePage: Sampled {
    static var samples: [OwnDataFilePage] {
        [
            OwnDataFilePage(
                madeAt: "di 24 nov 2026 10:00",
                sections: [
                    Section(
                        id: "persoon",
                        title: "Wie je bent",
                        purpose: "Om je te kunnen bereiken.",
                        rows: [Row(number: 1, facts: [Fact("Voornaam", "Anna"), Fact("Achternaam", "Voorbeeld")])]
                    ),
                    Section(
                        id: "sessies",
                        title: "Waar je bent aangemeld",
                        purpose: "Om je aangemeld te houden.",
                        rows: []
                    ),
                ]
            )
        ]
    }
}
