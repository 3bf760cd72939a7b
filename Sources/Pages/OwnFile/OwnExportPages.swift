/// `/mijn/gegevens/download?vorm=html`: every row about me, readable and to print.
public struct OwnExportPage: Page {
    public static let template = "own/export"

    public struct Section: Sendable {
        let title: String
        let purpose: String
        let rows: [Facts]
        let hasRows: Bool

        public init(title: String, purpose: String, rows: [Facts]) {
            self.title = title
            self.purpose = purpose
            self.rows = rows
            hasRows = !rows.isEmpty
        }
    }

    public let header: PageHeader
    let sections: [Section]

    public init(madeAt: String, sections: [Section]) {
        header = PageHeader(
            title: "Alles wat we van je bewaren",
            lead: "Gemaakt op \(madeAt). Ook wat leeg is staat erbij.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens"),
            action: PageLink("Download als bestand (JSON)", "/mijn/gegevens/download?vorm=json")
        )
        self.sections = sections
    }

    public static var samples: [OwnExportPage] {
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

/// `/mijn/dubbel`: perhaps I am registered twice; nobody but me hears.
public struct OwnDuplicatesPage: Page {
    public static let template = "own/duplicates"

    public struct Question: Sendable {
        let id: String
        let text: String
        /// What was answered, or that nothing is left to answer.
        let outcome: String?
        let submissionID: String

        public init(id: String, text: String, outcome: String?, submissionID: String) {
            self.id = id
            self.text = text
            self.outcome = outcome
            self.submissionID = submissionID
        }
    }

    public let header: PageHeader
    let questions: [Question]
    let hasQuestions: Bool

    public init(_ questions: [Question]) {
        header = PageHeader(
            title: "Sta je twee keer ingeschreven?",
            lead: "Alleen jij ziet dit. Een team hoort het pas als jij kiest om samen te voegen.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens")
        )
        self.questions = questions
        hasQuestions = !questions.isEmpty
    }

    public static var samples: [OwnDuplicatesPage] {
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
