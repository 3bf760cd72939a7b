/// Taking over a coordinator's own file: choose it, name its columns, look at what would happen, and what happened.
public enum ImportPages {
    static let all: [any Page.Type] = [
        ImportIndexPage.self, ImportColumnsPage.self, ImportPreviewPage.self, ImportDonePage.self,
    ]
}

/// `/invoer`: what a file can hold, and the two forms to send one.
public struct ImportIndexPage: Page {
    public static let template = "imports/index"

    public struct Door: Sendable {
        let title: String
        let text: String
        let action: String
        let exampleURL: String
        let exampleText: String
        let button: String
        let file: TextField

        /// - Parameters:
        ///   - slug: `kandidaten` or `plekken`; also begins the id of the file's field.
        ///   - error: why the file that was sent cannot be read.
        public init(
            title: String,
            text: String,
            slug: String,
            exampleText: String,
            button: String,
            error: String? = nil
        ) {
            self.title = title
            self.text = text
            action = "/invoer/\(slug)"
            exampleURL = "/invoer/\(slug)/voorbeeld"
            self.exampleText = exampleText
            self.button = button
            file = TextField(
                name: "bestand-\(slug)",
                label: "Je CSV-bestand",
                description: "Hoogstens 5 MB en 5.000 regels.",
                error: error,
                kind: .file
            )
        }
    }

    public let header: PageHeader
    let submissionID: String
    let doors: [Door]

    public init(doors: [Door], errors: [ErrorLink] = [], submissionID: String) {
        header = PageHeader(
            title: "Neem je eigen lijst over",
            lead:
                "Heb je al een lijst in Excel? Bewaar die als CSV en kies hem hier. Je ziet eerst wat we ervan maken. "
                + "Er wordt niets bewaard tot jij op de knop drukt.",
            errors: errors
        )
        self.doors = doors
        self.submissionID = submissionID
    }

    public static var samples: [ImportIndexPage] {
        [
            ImportIndexPage(
                doors: [
                    Door(
                        title: "Kandidaten",
                        text: "Elke regel is een kandidaat.",
                        slug: "kandidaten",
                        exampleText: "Voorbeeld met kandidaten (CSV)",
                        button: "Bekijk je kandidaten",
                        error: "Dit is een PDF. Kies een CSV-bestand."
                    )
                ],
                errors: [ErrorLink(fieldID: "bestand-kandidaten", text: "Dit is een PDF. Kies een CSV-bestand.")],
                submissionID: "0190"
            )
        ]
    }
}

/// `/invoer/{soort}/{id}/kolommen`: what each column of the file holds.
public struct ImportColumnsPage: Page {
    public static let template = "imports/columns"

    public let header: PageHeader
    let steps: Steps
    let summary: String
    let question: Notice?
    let columns: [SelectField]
    let action: String
    let removeAction: String
    let submissionID: String

    public init(
        fileName: String,
        summary: String,
        question: Notice? = nil,
        columns: [SelectField],
        path: String,
        errors: [ErrorLink] = [],
        submissionID: String
    ) {
        header = PageHeader(
            title: "Wat staat er in elke kolom?",
            lead: "We herkenden zelf al wat we konden. Kijk het na en vul aan.",
            breadcrumbs: [PageLink("Invoeren", "/invoer")],
            errors: errors
        )
        steps = Steps(current: 1, of: 2, title: fileName)
        self.summary = summary
        self.question = question
        self.columns = columns
        action = path + "/kolommen"
        removeAction = path + "/weg"
        self.submissionID = submissionID
    }

    public static var samples: [ImportColumnsPage] {
        [
            ImportColumnsPage(
                fileName: "lijst.csv",
                summary: "60 regels, gescheiden door ; in Windows-1252.",
                question: Notice(.warning, text: "De kolom “Kan starten” bevat datums en wordt niet gebruikt."),
                columns: [
                    SelectField(
                        name: "kolom-0",
                        label: "Voornaam",
                        options: [Option(value: "voornaam", label: "Voornaam")],
                        selected: "voornaam",
                        description: "In je bestand: “Sanne”, “Bram”",
                        emptyLabel: "Niet gebruiken"
                    )
                ],
                path: "/invoer/kandidaten/0190",
                errors: [ErrorLink(fieldID: "kolom-0", text: "Kies de kolom met de naam.")],
                submissionID: "0190"
            )
        ]
    }
}

/// `/invoer/{soort}/{id}/klaar`: what was added, and what comes next.
public struct ImportDonePage: Page {
    public static let template = "imports/done"

    public let header: PageHeader
    /// The form that takes the import back.
    public struct Undo: Sendable {
        let action: String
        let submissionID: String

        public init(path: String, submissionID: String) {
            action = path + "/ongedaan"
            self.submissionID = submissionID
        }
    }

    let facts: Facts
    let next: [PageLink]
    let hasAdvice: Bool
    let advice: [String]
    let undo: Undo?

    /// - Parameter undo: nil when it was taken back already.
    public init(
        title: String,
        lead: String? = nil,
        facts: Facts,
        advice: [String],
        action: PageLink?,
        next: [PageLink],
        undo: Undo? = nil
    ) {
        header = PageHeader(title: title, lead: lead, breadcrumbs: [PageLink("Invoeren", "/invoer")], action: action)
        self.facts = facts
        self.advice = advice
        hasAdvice = !advice.isEmpty
        self.next = next
        self.undo = undo
    }

    public static var samples: [ImportDonePage] {
        [
            ImportDonePage(
                title: "57 kandidaten staan erin",
                facts: Facts([Fact("Overgenomen", "57 kandidaten")]),
                advice: ["Begin met zoeken bij de kandidaat die het langst wacht."],
                action: PageLink("Bekijk je 57 kandidaten", "/kandidaten"),
                next: [PageLink("Nog een bestand kiezen", "/invoer")],
                undo: Undo(path: "/invoer/kandidaten/0190", submissionID: "0190")
            )
        ]
    }
}
