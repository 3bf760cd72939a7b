import PageKit
import Site

/// One step of a case, asked once more before it is done: `/kandidaten/{kenmerk}/stap/…`, also recording a contact and
/// choosing who handles the case.
struct CandidateStepPage: Page {
    static let template = "candidates/step"

    struct Content: Sendable {
        var title: String
        /// What this step does, in one or two sentences.
        var explanation: String
        /// What has to be known before deciding.
        var notice: Notice?
        var selects: [SelectField] = []
        var choices: [Choices] = []
        var fields: [TextField] = []
        var area: TextArea?
        /// A verb with its object.
        var button: String
        var isDangerous = false
        var version: Int?

        init(title: String, explanation: String, button: String) {
            self.title = title
            self.explanation = explanation
            self.button = button
        }
    }

    let header: PageHeader
    let explanation: String
    let stepNotice: Notice?
    let selects: [SelectField]
    let choices: [Choices]
    let fields: [TextField]
    let area: TextArea?
    let action: String
    let cancelURL: String
    let button: String
    let buttonClass: String
    let submissionID: String
    let version: String?

    init(
        _ content: Content,
        name: String,
        url: String,
        action: String,
        errors: [ErrorLink],
        submissionID: String
    ) {
        header = PageHeader(
            title: content.title,
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            back: PageLink("Terug naar \(name)", url),
            errors: errors
        )
        explanation = content.explanation
        stepNotice = content.notice
        selects = content.selects
        choices = content.choices
        fields = content.fields
        area = content.area
        self.action = action
        cancelURL = url
        button = content.button
        buttonClass = content.isDangerous ? "button button--danger" : "button"
        self.submissionID = submissionID
        version = content.version.map(String.init)
    }
}

/// After registering: what happens next, and who to call.
struct CandidateRegisteredPage: Page {
    static let template = "candidates/registered"

    let header: PageHeader
    let reference: String
    let facts: Facts
    let searchURL: String
    let assessmentURL: String
    let url: String
    let submissionID: String

    init(name: String, reference: String, url: String, due: String, coordinator: String, submissionID: String) {
        header = PageHeader(
            title: "\(name) is aangemeld",
            lead: "Het kenmerk is \(reference). Daarmee vind je de kandidaat altijd terug.",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")]
        )
        self.reference = reference
        facts = Facts([
            Fact("Nu aan zet", "ons team"), Fact("Uiterlijk", due), Fact("Coördinator", coordinator),
        ])
        searchURL = "\(url)/stap/zoeken"
        assessmentURL = "\(url)/beoordeling"
        self.url = url
        self.submissionID = submissionID
    }
}
