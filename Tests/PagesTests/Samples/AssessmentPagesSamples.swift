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

extension AssessmentShowPage: Sampled {
    static var samples: [AssessmentShowPage] {
        var content = Content()
        content.name = "Anna van den Berg"
        content.url = "/kandidaten/7F3K2M9Q"
        content.tabs = Tabs(label: "Onderdelen van dit traject", [Tab("Overzicht", url: "/kandidaten/7F3K2M9Q")])
        content.status = Notice(.ok, text: "De korte beoordeling is compleet.")
        content.facts = Facts([Fact("Versie", "1")])
        content.profile = ProfileFigure(
            id: "profiel",
            title: "Profiel",
            rows: [.init(area: "communiceren", level: 34, selfScore: 30, target: 40)]
        )
        content.isAssessed = true
        content.missing = ["organiseren"]
        content.talkingPoints = [
            TalkingPoint(statement: "Vraagt rustig door.", own: "zelfstandig", assessor: "samen met iemand")
        ]
        content.remark = "Ik leer snel."
        var empty = content
        empty.missing = []
        empty.talkingPoints = []
        empty.remark = nil
        empty.isAssessed = false
        return [AssessmentShowPage(content), AssessmentShowPage(empty)]
    }
}

extension AssessmentFormPage: Sampled {
    static var samples: [AssessmentFormPage] {
        [
            AssessmentFormPage(
                name: "Anna van den Berg",
                url: "/kandidaten/7F3K2M9Q",
                form: .short,
                areas: [
                    Area(
                        name: "communiceren",
                        description: "Je praat en schrijft duidelijk.",
                        rows: [
                            ScoreRow(
                                name: "zelf-greets",
                                area: "Kandidaat",
                                statement: "Neemt de telefoon rustig op.",
                                selected: "3"
                            ),
                            ScoreRow(
                                name: "score-greets",
                                area: "Beoordelaar",
                                statement: "Neemt de telefoon rustig op."
                            ),
                        ]
                    )
                ],
                entered: FormEntries(values: [:]),
                version: 0,
                submissionID: "1"
            ),
            AssessmentFormPage(
                name: "Anna",
                url: "/kandidaten/7F3K2M9Q",
                form: .full,
                areas: [],
                entered: FormEntries(
                    values: [:],
                    errors: [FieldError(field: "opmerking", message: "Maak het korter.")]
                ),
                version: 2,
                submissionID: "2"
            ),
        ]
    }
}
