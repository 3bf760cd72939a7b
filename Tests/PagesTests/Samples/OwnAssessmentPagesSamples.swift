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

extension OwnAssessmentPage: Sampled {
    static var samples: [OwnAssessmentPage] {
        var content = Content()
        content.status = Notice(.ok, text: "Elk gebied heeft een niveau.")
        content.profile = ProfileFigure(
            id: "profiel",
            title: "Profiel",
            rows: [.init(area: "communiceren", level: 34, selfScore: 30, target: 40)]
        )
        content.missing = ["organiseren"]
        content.talkingPoints = [
            .init(statement: "Vraagt rustig door.", own: "zelfstandig", assessor: "samen met iemand")
        ]
        content.remark = "Ik leer snel."
        content.facts = Facts([Fact("Geldig tot en met", "24 november 2028")])
        content.asksSecond = true
        content.secondNote = "Je vroeg om een tweede beoordelaar."
        content.canDownload = true
        content.submissionID = "1"
        return [OwnAssessmentPage(content), OwnAssessmentPage(Content())]
    }
}

extension OwnScoresPage: Sampled {
    static var samples: [OwnScoresPage] {
        [
            OwnScoresPage(
                isShort: true,
                areas: [
                    .init(
                        name: "Communiceren",
                        description: "Luisteren, vragen, uitleggen.",
                        rows: [
                            ScoreRow(name: "zelf-com-1", area: nil, statement: "Ik vraag rustig door.", selected: "3")
                        ]
                    )
                ],
                entered: FormEntries(
                    values: [:],
                    errors: [.init(field: "opmerking", message: "Maak je opmerking korter.")]
                ),
                version: 1,
                submissionID: "1"
            )
        ]
    }
}

extension OwnAssessmentDocumentPage: Sampled {
    static var samples: [OwnAssessmentDocumentPage] {
        [
            OwnAssessmentDocumentPage(
                facts: Facts([Fact("Naam", "Anna van den Berg")]),
                profile: ProfileFigure(
                    id: "profiel",
                    title: "Profiel",
                    rows: [.init(area: "communiceren", level: 34, target: 40)]
                ),
                lines: [
                    Line(area: "communiceren", statement: "Vraagt door.", own: "zelfstandig", assessors: "met hulp")
                ],
                remark: "Ik leer snel.",
                signature: "3f2a"
            )
        ]
    }
}
