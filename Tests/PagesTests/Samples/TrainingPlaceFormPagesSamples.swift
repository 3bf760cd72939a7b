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

extension TrainingPlaceStartPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                search: "linde",
                rows: [
                    PracticeRow(name: "Praktijk De Linde", town: "Enschede", url: "/plekken/nieuw?praktijk=7F3K2M9Q")
                ]
            ),
            Self(search: "", rows: []),
        ]
    }
}

extension TrainingPlaceFormPage: Sampled {
    static var samples: [Self] {
        let one = [Option(value: "1", label: "Een")]
        func sample(version: Int?, supervisors: [Option]) -> Self {
            Self(
                title: "Nieuwe plek",
                lead: "Bij Praktijk De Linde",
                action: "/plekken",
                cancel: PageLink("Terug", "/plekken"),
                breadcrumbs: [],
                submissionID: "voorbeeld",
                version: version,
                practice: "7F3K2M9Q",
                fixed: version == nil ? [] : [Fact("Soort", "stage")],
                lists: Lists(
                    kinds: one,
                    roles: one,
                    qualifications: one,
                    routes: one,
                    employers: one,
                    schools: one,
                    supervisors: supervisors,
                    offers: one,
                    wishes: one,
                    activities: one
                ),
                values: FormValues(["uren": ["24"]], errors: [("activiteiten", "Kies iets.")]),
                practiceURL: "/praktijken/7F3K2M9Q",
                isOpened: true
            )
        }
        return [sample(version: nil, supervisors: one), sample(version: 2, supervisors: [])]
    }
}
