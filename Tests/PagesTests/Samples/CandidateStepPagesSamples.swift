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

extension CandidateStepPage: Sampled {
    static var samples: [CandidateStepPage] {
        var content = Content(
            title: "Trek het traject terug",
            explanation: "Het traject eindigt. Wat nog openstaat trekken we in.",
            button: "Trek het traject terug"
        )
        content.notice = Notice(.info, text: "Er zijn 2 pogingen die niet lukten.")
        content.selects = [
            SelectField(name: "coordinator", label: "Coördinator", options: [Option(value: "1", label: "Marit")])
        ]
        content.choices = [
            Choices(
                name: "reden",
                legend: "Reden",
                kind: .radio,
                options: [Option(value: "by_candidate", label: "door de kandidaat")]
            )
        ]
        content.fields = [TextField(name: "datum", label: "Datum", kind: .date)]
        content.area = TextArea(name: "notitie", label: "Notitie")
        content.isDangerous = true
        content.version = 3
        return [
            CandidateStepPage(
                content,
                name: "Anna",
                url: "/kandidaten/7F3K2M9Q",
                action: "/kandidaten/7F3K2M9Q/stap/terugtrekken",
                errors: [ErrorLink(fieldID: "reden", text: "Kies een reden.")],
                submissionID: "1"
            )
        ]
    }
}

extension CandidateRegisteredPage: Sampled {
    static var samples: [CandidateRegisteredPage] {
        [
            CandidateRegisteredPage(
                name: "Anna van den Berg",
                reference: "7F3K2M9Q",
                url: "/kandidaten/7F3K2M9Q",
                due: "di 24 nov",
                coordinator: "Marit Voorbeeld",
                submissionID: "1"
            )
        ]
    }
}
