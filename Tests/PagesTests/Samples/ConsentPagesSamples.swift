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

extension ConsentListPage: Sampled {
    static var samples: [ConsentListPage] {
        let option = [Option(value: "1", label: "Zwolle")]
        return [
            ConsentListPage(
                header: PageHeader(
                    title: "Toestemmingen van Anna",
                    back: PageLink("Terug naar Anna", "/kandidaten/7F3K2M9Q")
                ),
                rows: [
                    Row(
                        region: "Zwolle",
                        given: "di 24 nov",
                        channel: "per telefoon",
                        tag: Tag("geldt", .ok),
                        withdraw: Withdraw(action: "/kandidaten/7F3K2M9Q/toestemmingen/1/intrekken", submissionID: "2")
                    )
                ],
                action: "/kandidaten/7F3K2M9Q/toestemmingen",
                submissionID: "1",
                text: "Een andere regio mag mijn kaart zien.",
                textVersion: 1,
                region: SelectField(name: "regio", label: "Regio", options: option),
                spoken: Choices(name: "besproken", legend: "Besproken", kind: .checkbox, options: option),
                channel: Choices(name: "kanaal", legend: "Hoe", kind: .radio, options: option)
            )
        ]
    }
}
