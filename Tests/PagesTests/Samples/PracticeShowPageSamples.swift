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

extension PracticeShowPage: Sampled {
    static var samples: [Self] {
        let one = [Option(value: "1", label: "Een")]
        let region = PageLink("Twente", "/regios/twente")
        return [
            Self(
                header: PageHeader(title: "Praktijk De Linde"),
                notices: [Notice(.warning, text: "Nog niet nagekeken.")],
                facts: Facts([Fact("Plaats", "Enschede")]),
                notes: "Bel liever niet op maandag.",
                recognitions: [
                    Recognition(
                        qualification: "Doktersassistent (25473)",
                        state: Tag("erkend", .ok),
                        until: "zonder einde",
                        checked: "di 24 nov"
                    )
                ],
                supervisors: [
                    SupervisorLine(
                        name: "Verzonnen Naam",
                        experience: "3 jaar",
                        isTrained: "ja",
                        weekdays: "ma, di",
                        editURL: "/praktijken/x/begeleiders/y"
                    )
                ],
                places: [Place(url: "/plekken/7F3K2M9Q", title: "Stage", start: "wo 1 sep", state: Tag("open", .ok))],
                inside: Inside(
                    path: "/praktijken/7F3K2M9Q",
                    contacts: [Contact(function: "contactpersoon", facts: Facts([Fact("Naam", "Verzonnen Naam")]))],
                    calls: [TimelineItem(when: "di 24 nov", datetime: "2026-11-24", title: "Gesproken")],
                    closings: [
                        Closing(
                            text: "di 24 nov",
                            from: "2026-11-24",
                            action: "/praktijken/x/sluitingen/weg",
                            submissionID: "c"
                        )
                    ],
                    history: [Fact("akkoord", "2")],
                    qualifications: one,
                    recognitionStates: one,
                    ids: ["a", "b", "c"],
                    values: FormValues([:])
                ),
                region: region
            ),
            Self(
                header: PageHeader(title: "Praktijk"),
                notices: [],
                facts: Facts([]),
                notes: nil,
                recognitions: [],
                supervisors: [],
                places: [],
                inside: nil,
                region: region
            ),
        ]
    }
}
