/// One step of a case, asked once more before it is done: `/kandidaten/{kenmerk}/stap/…`, also recording a contact and
/// choosing who handles the case.
public struct CandidateStepPage: Page {
    public static let template = "candidates/step"

    public struct Content: Sendable {
        public var title: String
        /// What this step does, in one or two sentences.
        public var explanation: String
        /// What has to be known before deciding.
        public var notice: Notice?
        public var selects: [SelectField] = []
        public var choices: [Choices] = []
        public var fields: [TextField] = []
        public var area: TextArea?
        /// A verb with its object.
        public var button: String
        public var isDangerous = false
        public var version: Int?

        public init(title: String, explanation: String, button: String) {
            self.title = title
            self.explanation = explanation
            self.button = button
        }
    }

    public let header: PageHeader
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

    public init(
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

    public static var samples: [CandidateStepPage] {
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

/// After registering: what happens next, and who to call.
public struct CandidateRegisteredPage: Page {
    public static let template = "candidates/registered"

    public let header: PageHeader
    let reference: String
    let facts: Facts
    let searchURL: String
    let assessmentURL: String
    let url: String
    let submissionID: String

    public init(name: String, reference: String, url: String, due: String, coordinator: String, submissionID: String) {
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

    public static var samples: [CandidateRegisteredPage] {
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
