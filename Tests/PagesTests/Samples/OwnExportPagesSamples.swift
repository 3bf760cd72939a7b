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

extension OwnExportPage: Sampled {
    static var samples: [OwnExportPage] {
        [
            OwnExportPage(
                madeAt: "di 24 nov 10:00",
                sections: [
                    Section(
                        title: "Wie je bent",
                        purpose: "Om je te herkennen.",
                        rows: [Facts([Fact("Naam", "Anna")])]
                    ),
                    Section(title: "Doorverwijzingen", purpose: "Om je elders te helpen.", rows: []),
                ]
            )
        ]
    }
}

extension OwnDuplicatesPage: Sampled {
    static var samples: [OwnDuplicatesPage] {
        [
            OwnDuplicatesPage([
                Question(id: "1", text: "Iemand met jouw naam staat in Twente.", outcome: nil, submissionID: "1"),
                Question(
                    id: "2",
                    text: "Iemand met jouw naam staat in Zwolle.",
                    outcome: "Je koos: dat ben ik niet.",
                    submissionID: "2"
                ),
            ]), OwnDuplicatesPage([]),
        ]
    }
}
