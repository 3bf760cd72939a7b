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

extension PracticeFormPage: Sampled {
    static var samples: [Self] {
        let one = [Option(value: "1", label: "Een")]
        return [
            Self(
                practiceAt: "/praktijken/x",
                version: 2,
                submissionID: "a",
                values: FormValues([:], errors: [("naam", "Vul in.")]),
                municipalities: one,
                organisations: one,
                kinds: one,
                notice: Notice(.warning, text: "Bestaat misschien al.")
            ),
            Self(contactsOf: "Praktijk", path: "/praktijken/x", submissionID: "b", values: FormValues([:])),
        ]
    }
}
