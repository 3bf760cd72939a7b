public import Domain

/// The pages of the uniform assessment.
public enum AssessmentPages {
    static let all: [any Page.Type] = [AssessmentShowPage.self, AssessmentFormPage.self]
}

/// `/kandidaten/{kenmerk}/beoordeling`: the profile, what it rests on, and what to talk about.
public struct AssessmentShowPage: Page {
    public static let template = "assessments/show"

    /// An indicator on which candidate and assessor differ by two or more.
    public struct TalkingPoint: Sendable {
        let statement: String
        let own: String
        let assessor: String

        public init(statement: String, own: String, assessor: String) {
            self.statement = statement
            self.own = own
            self.assessor = assessor
        }
    }

    public struct Content: Sendable {
        public var name = ""
        public var url = ""
        public var tabs = Tabs(label: "", [])
        public var status = Notice(.info, text: "")
        public var facts = Facts([])
        public var profile: ProfileFigure?
        public var isAssessed = false
        public var missing: [String] = []
        public var talkingPoints: [TalkingPoint] = []
        public var remark: String?

        public init() {}
    }

    public let header: PageHeader
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

    public init(_ content: Content) {
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

    public static var samples: [AssessmentShowPage] {
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

/// `/kandidaten/{kenmerk}/beoordeling/kort` and `/volledig`: both scores per statement.
public struct AssessmentFormPage: Page {
    public static let template = "assessments/form"

    public struct Area: Sendable {
        let name: String
        let description: String
        let rows: [ScoreRow]

        public init(name: String, description: String, rows: [ScoreRow]) {
            self.name = name
            self.description = description
            self.rows = rows
        }
    }

    public let header: PageHeader
    let action: String
    let areas: [Area]
    let remark: TextArea
    let version: String
    let submissionID: String
    let cancelURL: String

    public init(
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

    public static var samples: [AssessmentFormPage] {
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
