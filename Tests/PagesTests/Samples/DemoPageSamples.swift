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

extension DemoPage: Sampled {
    static var samples: [DemoPage] {
        [
            DemoPage(
                suggestions: [
                    Suggestion(
                        id: "0190",
                        name: "Marit Voorbeeld",
                        region: "Twente",
                        why: "Hier zijn bijna alle plekken bezet."
                    )
                ],
                regions: [
                    Region(
                        name: "Twente",
                        people: [Person(id: "0190", name: "Marit Voorbeeld", team: "Team Twente (fictief)")]
                    )
                ],
                candidates: [Person(id: "0191", name: "Sam Voorbeeld", team: "zoekt plek")],
                others: [Person(id: "0192", name: "Jo Voorbeeld", team: "beheerder van het fonds")],
                returnPath: "/kandidaten",
                isSignedIn: true
            ),
            DemoPage(suggestions: [], regions: [], candidates: [], others: [], returnPath: nil, isSignedIn: false),
        ]
    }
}
