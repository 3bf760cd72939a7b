import PageKit
import Site

/// Taking over a coordinator's own file: choose it, name its columns, look at what would happen, and what happened.
enum ImportPages {
    static let all: [any Page.Type] = [
        ImportIndexPage.self, ImportColumnsPage.self, ImportPreviewPage.self, ImportDonePage.self,
    ]
}

/// `/invoer`: what a file can hold, and the two forms to send one.
struct ImportIndexPage: Page {
    static let template = "imports/index"

    struct Door: Sendable {
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
        init(
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

    let header: PageHeader
    let submissionID: String
    let doors: [Door]

    init(doors: [Door], errors: [ErrorLink] = [], submissionID: String) {
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
}

/// `/invoer/{soort}/{id}/kolommen`: what each column of the file holds.
struct ImportColumnsPage: Page {
    static let template = "imports/columns"

    let header: PageHeader
    let steps: Steps
    let summary: String
    let question: Notice?
    let columns: [SelectField]
    let action: String
    let removeAction: String
    let submissionID: String

    init(
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
}

/// `/invoer/{soort}/{id}/klaar`: what was added, and what comes next.
struct ImportDonePage: Page {
    static let template = "imports/done"

    let header: PageHeader
    /// The form that takes the import back.
    struct Undo: Sendable {
        let action: String
        let submissionID: String

        init(path: String, submissionID: String) {
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
    init(
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
}
