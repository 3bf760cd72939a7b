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

extension ShareBars {
    static let sample = ShareBars(
        id: "doelen",
        title: "Doelen in getallen",
        rows: [
            Entry(name: "Stageplekken", reached: 38, target: 50, reachedText: "38 plekken", targetText: "50 plekken"),
            Entry(
                name: "Begeleiders",
                reached: nil,
                target: nil,
                reachedText: "niet bekend",
                targetText: "niet bekend"
            ),
        ]
    )
}
