import Domain

/// `/mijn/beoordeling`: my profile, what it rests on, what to talk about, and what I can do with it.
public struct OwnAssessmentPage: Page {
    public static let template = "own/assessment"

    public struct Content: Sendable {
        public var status = Notice(.info, text: "")
        public var profile: ProfileFigure?
        public var missing: [String] = []
        public var talkingPoints: [AssessmentShowPage.TalkingPoint] = []
        public var remark: String?
        public var facts = Facts([])
        /// The button to ask for a second assessor; nil when there is nothing to ask.
        public var asksSecond = false
        /// That it was asked, or came.
        public var secondNote: String?
        public var canDownload = false
        public var submissionID = ""

        public init() {}
    }

    public let header: PageHeader
    let status: Notice
    let profile: ProfileFigure?
    let missing: [String]
    let hasMissing: Bool
    let talkingPoints: [AssessmentShowPage.TalkingPoint]
    let hasTalkingPoints: Bool
    let remark: String?
    let facts: Facts
    let asksSecond: Bool
    let secondNote: String?
    let canDownload: Bool
    let submissionID: String

    public init(_ content: Content) {
        header = PageHeader(
            title: "Mijn beoordeling",
            lead:
                "Wat je al kunt en wat je nog wilt leren. Het is geen toets: je zoekt er een plek mee die bij je past.",
            back: PageLink("Terug naar mijn traject", "/mijn"),
            action: PageLink("Geef jezelf een score", "/mijn/beoordeling/kort")
        )
        status = content.status
        profile = content.profile
        missing = content.missing
        hasMissing = !content.missing.isEmpty
        talkingPoints = content.talkingPoints
        hasTalkingPoints = !content.talkingPoints.isEmpty
        remark = content.remark
        facts = content.facts
        asksSecond = content.asksSecond
        secondNote = content.secondNote
        canDownload = content.canDownload
        submissionID = content.submissionID
    }

    public static var samples: [OwnAssessmentPage] {
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

/// `/mijn/beoordeling/kort` and `/volledig`: my own scores, and what I want to say.
public struct OwnScoresPage: Page {
    public static let template = "own/scores"

    public let header: PageHeader
    let action: String
    let areas: [AssessmentFormPage.Area]
    let remark: TextArea
    let version: String
    let submissionID: String
    let other: PageLink

    public init(
        isShort: Bool,
        areas: [AssessmentFormPage.Area],
        entered: FormEntries,
        version: Int,
        submissionID: String
    ) {
        header = PageHeader(
            title: isShort ? "Geef jezelf een score" : "Geef jezelf een score, alle zinnen",
            lead: isShort
                ? "Zeven zinnen, ongeveer vijf minuten." : "Sla op wanneer je wilt en ga later verder.",
            back: PageLink("Terug naar mijn beoordeling", "/mijn/beoordeling"),
            errors: entered.errorLinks
        )
        action = isShort ? "/mijn/beoordeling/kort" : "/mijn/beoordeling/volledig"
        self.areas = areas
        remark = TextArea(
            name: "opmerking",
            label: "Wat wil je erover zeggen?",
            value: entered.value("opmerking"),
            description: "Je team en een regio die je overneemt, lezen dit. Schrijf niets over je gezondheid.",
            error: entered.error("opmerking"),
            isRequired: false,
            rows: 4
        )
        self.version = String(version)
        self.submissionID = submissionID
        other =
            isShort
            ? PageLink("Ik wil alle zinnen invullen", "/mijn/beoordeling/volledig")
            : PageLink("Ik wil alleen de zeven korte zinnen", "/mijn/beoordeling/kort")
    }

    public static var samples: [OwnScoresPage] {
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

/// `/mijn/beoordeling/download?vorm=html`: the signed assessment, to read and print.
public struct OwnAssessmentDocumentPage: Page {
    public static let template = "own/document"

    public struct Line: Sendable {
        let area: String
        let statement: String
        let own: String
        let assessors: String

        public init(area: String, statement: String, own: String, assessors: String) {
            self.area = area
            self.statement = statement
            self.own = own
            self.assessors = assessors
        }
    }

    public let header: PageHeader
    let facts: Facts
    let profile: ProfileFigure?
    let lines: [Line]
    let remark: String?
    let signature: String

    public init(facts: Facts, profile: ProfileFigure?, lines: [Line], remark: String?, signature: String) {
        header = PageHeader(
            title: "Mijn beoordeling, ondertekend",
            lead: "Bewaar dit. Je mag het later weer meebrengen, zolang het geldig is.",
            back: PageLink("Terug naar mijn beoordeling", "/mijn/beoordeling")
        )
        self.facts = facts
        self.profile = profile
        self.lines = lines
        self.remark = remark
        self.signature = signature
    }

    public static var samples: [OwnAssessmentDocumentPage] {
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
