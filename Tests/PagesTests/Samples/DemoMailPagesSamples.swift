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

extension DemoMailListPage: Sampled {
    static var samples: [DemoMailListPage] {
        [
            DemoMailListPage(rows: []),
            DemoMailListPage(rows: [
                Row(
                    subject: "Maak je kennis?",
                    url: "/demo/post/1",
                    to: "jo@linde.example",
                    when: "di 24 nov 14:05"
                )
            ]),
        ]
    }
}

extension DemoMailPage: Sampled {
    static var samples: [DemoMailPage] {
        [
            DemoMailPage(
                subject: "Maak je kennis?",
                to: "jo@linde.example",
                when: "di 24 nov 14:05",
                lines: [
                    Line("Beste Jo,", path: nil),
                    Line("http://127.0.0.1:8080/antwoord/abc", path: "/antwoord/abc"),
                ]
            )
        ]
    }
}
