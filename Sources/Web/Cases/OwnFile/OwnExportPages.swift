import PageKit
import Site

/// `/mijn/gegevens/download?vorm=html`: every row about me, readable and to print.
struct OwnExportPage: Page {
    static let template = "own/export"

    struct Section: Sendable {
        let title: String
        let purpose: String
        let rows: [Facts]
        let hasRows: Bool

        init(title: String, purpose: String, rows: [Facts]) {
            self.title = title
            self.purpose = purpose
            self.rows = rows
            hasRows = !rows.isEmpty
        }
    }

    let header: PageHeader
    let sections: [Section]

    init(madeAt: String, sections: [Section]) {
        header = PageHeader(
            title: "Alles wat we van je bewaren",
            lead: "Gemaakt op \(madeAt). Ook wat leeg is staat erbij.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens"),
            action: PageLink("Download als bestand (JSON)", "/mijn/gegevens/download?vorm=json")
        )
        self.sections = sections
    }
}

/// `/mijn/dubbel`: perhaps I am registered twice; nobody but me hears.
struct OwnDuplicatesPage: Page {
    static let template = "own/duplicates"

    struct Question: Sendable {
        let id: String
        let text: String
        /// What was answered, or that nothing is left to answer.
        let outcome: String?
        let submissionID: String

        init(id: String, text: String, outcome: String?, submissionID: String) {
            self.id = id
            self.text = text
            self.outcome = outcome
            self.submissionID = submissionID
        }
    }

    let header: PageHeader
    let questions: [Question]
    let hasQuestions: Bool

    init(_ questions: [Question]) {
        header = PageHeader(
            title: "Sta je twee keer ingeschreven?",
            lead: "Alleen jij ziet dit. Een team hoort het pas als jij kiest om samen te voegen.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens")
        )
        self.questions = questions
        hasQuestions = !questions.isEmpty
    }
}
