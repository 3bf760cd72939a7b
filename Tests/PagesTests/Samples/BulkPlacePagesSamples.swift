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

extension RecognitionsPage: Sampled {
    static var samples: [RecognitionsPage] {
        let state = Choices(
            name: "erkenning",
            legend: "Wat zegt SBB",
            kind: .radio,
            options: [Option(value: "recognised", label: "erkend")]
        )
        func page(_ rows: [Row], errors: [ErrorLink] = []) -> RecognitionsPage {
            RecognitionsPage(
                action: "/praktijken/erkenning",
                state: state,
                until: TextField(name: "geldig_tot", label: "Erkend tot en met", kind: .date, isRequired: false),
                rows: rows,
                openURL: "/plekken/openen",
                errors: errors,
                submissionID: "0190"
            )
        }
        let row = Row(
            index: 0,
            key: "7F3K2M9Q:25473",
            name: "Praktijk De Voorbeeldlinde",
            url: "/praktijken/7F3K2M9Q",
            qualification: "Doktersassistent",
            waiting: "2 plekken wachten",
            isChosen: true,
            until: TextField(name: "tot-7F3K2M9Q-25473", label: "Andere datum", kind: .date, isRequired: false)
        )
        return [page([row], errors: [ErrorLink(fieldID: "erkenning", text: "Kies wat SBB zegt.")]), page([])]
    }
}

extension OpenPlacesPage: Sampled {
    static var samples: [OpenPlacesPage] {
        [
            OpenPlacesPage(
                action: "/plekken/openen",
                rows: [
                    Row(
                        index: 0,
                        reference: "7F3K2M9Q",
                        name: "Praktijk De Voorbeeldlinde, Enschede",
                        url: "/plekken/7F3K2M9Q",
                        detail: "stage, start vanaf 1 februari 2027"
                    )
                ],
                waiting: [
                    Waiting(
                        name: "Praktijk De Eik, Almelo",
                        url: "/plekken/7F3K2M9R",
                        why: "De erkenning is niet bekend."
                    )
                ],
                recognitionURL: "/praktijken/erkenning",
                errors: [ErrorLink(fieldID: "plek-0", text: "Kies een plek.")],
                submissionID: "0190"
            ),
            OpenPlacesPage(
                action: "/plekken/openen",
                rows: [],
                waiting: [],
                recognitionURL: "/praktijken/erkenning",
                submissionID: "0190"
            ),
        ]
    }
}
