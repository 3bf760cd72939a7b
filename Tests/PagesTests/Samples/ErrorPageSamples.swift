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

extension ErrorPage: Sampled {
    static var samples: [ErrorPage] {
        [
            ErrorPage(.notFound),
            ErrorPage(
                .conflict,
                what: "Deze plek is net bezet.",
                details: ["Een andere coördinator was 10 seconden eerder."],
                alternatives: [PageLink("Praktijk De Linde, Zwolle: past voor 81", "/plekken/7F3K2M9Q")],
                reference: "b1f2-0034"
            ),
        ]
    }
}
