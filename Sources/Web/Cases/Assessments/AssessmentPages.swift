import Domain
import PageKit
import Site

/// The pages of the uniform assessment.
enum AssessmentPages {
    static let all: [any Page.Type] = [AssessmentShowPage.self, AssessmentFormPage.self]
}

/// `/kandidaten/{kenmerk}/beoordeling`: the profile, what it rests on, and what to talk about.
struct AssessmentShowPage: Page {
    static let template = "assessments/show"

    /// An indicator on which candidate and assessor differ by two or more.
    struct TalkingPoint: Sendable {
        let statement: String
        let own: String
        let assessor: String

        init(statement: String, own: String, assessor: String) {
            self.statement = statement
            self.own = own
            self.assessor = assessor
        }
    }

    struct Content: Sendable {
        var name = ""
        var url = ""
        var tabs = Tabs(label: "", [])
        var status = Notice(.info, text: "")
        var facts = Facts([])
        var profile: ProfileFigure?
        var isAssessed = false
        var missing: [String] = []
        var talkingPoints: [TalkingPoint] = []
        var remark: String?

        init() {}
    }

    let header: PageHeader
    let tabs: Tabs
    let status: Notice
    let facts: Facts
    let profile: ProfileFigure?
    let isAssessed: Bool
    let missing: [String]
    let hasMissing: Bool
    let talkingPoints: [TalkingPoint]
    let hasTalkingPoints: Bool
    let remark: String?
    let shortURL: String
    let fullURL: String

    init(_ content: Content) {
        header = PageHeader(
            title: "Beoordeling van \(content.name)",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            back: PageLink("Terug naar \(content.name)", content.url),
            action: PageLink(
                content.isAssessed ? "Vul de beoordeling aan" : "Vul de korte beoordeling in",
                "\(content.url)/beoordeling/\(content.isAssessed ? "volledig" : "kort")"
            )
        )
        tabs = content.tabs
        status = content.status
        facts = content.facts
        profile = content.profile
        isAssessed = content.isAssessed
        missing = content.missing
        hasMissing = !content.missing.isEmpty
        talkingPoints = content.talkingPoints
        hasTalkingPoints = !content.talkingPoints.isEmpty
        remark = content.remark
        shortURL = "\(content.url)/beoordeling/kort"
        fullURL = "\(content.url)/beoordeling/volledig"
    }
}

/// `/kandidaten/{kenmerk}/beoordeling/kort` and `/volledig`: both scores per statement.
struct AssessmentFormPage: Page {
    static let template = "assessments/form"

    struct Area: Sendable {
        let name: String
        let description: String
        let rows: [ScoreRow]

        init(name: String, description: String, rows: [ScoreRow]) {
            self.name = name
            self.description = description
            self.rows = rows
        }
    }

    let header: PageHeader
    let action: String
    let areas: [Area]
    let remark: TextArea
    let version: String
    let submissionID: String
    let cancelURL: String

    init(
        name: String,
        url: String,
        form: AssessmentForm,
        areas: [Area],
        entered: FormEntries,
        version: Int,
        submissionID: String
    ) {
        header = PageHeader(
            title: form == .short ? "Korte beoordeling van \(name)" : "Volledige beoordeling van \(name)",
            lead: form == .short
                ? "Zeven zinnen, ongeveer tien minuten. Vul samen in wat je nu weet."
                : "Alle zinnen. Sla op wanneer je wilt en ga later verder.",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            back: PageLink("Terug naar de beoordeling", "\(url)/beoordeling"),
            errors: entered.errorLinks
        )
        action = "\(url)/beoordeling/\(form == .short ? "kort" : "volledig")"
        self.areas = areas
        remark = TextArea(
            name: "opmerking",
            label: "Wat wil de kandidaat hierover zeggen?",
            value: entered.value("opmerking"),
            error: entered.error("opmerking"),
            isRequired: false,
            rows: 3
        )
        self.version = String(version)
        self.submissionID = submissionID
        cancelURL = "\(url)/beoordeling"
    }
}
