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

extension CandidateFormPage: Sampled {
    static var samples: [CandidateFormPage] {
        let lists = Lists(
            municipalities: [Option(value: "GM0153", label: "Enschede")],
            roles: [Option(value: "doctors_assistant", label: "doktersassistent")],
            qualifications: [Option(value: "25473", label: "Doktersassistent (25473)")],
            schools: [Option(value: "1", label: "ROC Voorbeeld")],
            regions: [Option(value: "RA0102", label: "Drenthe")],
            wishes: [Option(value: "1", label: "Ik wil graag in een klein team werken.")],
            offers: [Option(value: "4096", label: "Ik wil na de opleiding graag blijven werken.")]
        )
        let entered = FormEntries(
            values: ["voornaam": ["Anna"], "dagen": ["1", "2"]],
            errors: [FieldError(field: "achternaam", message: "Vul de achternaam in.")]
        )
        return [
            CandidateFormPage(
                lists: lists,
                consent: ConsentQuestion(
                    text: "Een andere regio mag mijn kaart zien.",
                    version: 1,
                    regions: [Option(value: "buren", label: "alle buurregio's")],
                    entered: entered
                ),
                entered: entered,
                submissionID: "1"
            ),
            CandidateFormPage(
                name: "Anna van den Berg",
                url: "/kandidaten/7F3K2M9Q",
                version: 3,
                lists: lists,
                entered: entered,
                submissionID: "2"
            ),
        ]
    }
}
