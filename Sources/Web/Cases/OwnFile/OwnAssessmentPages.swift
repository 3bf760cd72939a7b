import Domain
import PageKit
import Site

/// `/mijn/beoordeling`: my profile, what it rests on, what to talk about, and what I can do with it.
struct OwnAssessmentPage: Page {
    static let template = "own/assessment"

    struct Content: Sendable {
        var status = Notice(.info, text: "")
        var profile: ProfileFigure?
        var missing: [String] = []
        var talkingPoints: [AssessmentShowPage.TalkingPoint] = []
        var remark: String?
        var facts = Facts([])
        /// The button to ask for a second assessor; nil when there is nothing to ask.
        var asksSecond = false
        /// That it was asked, or came.
        var secondNote: String?
        var canDownload = false
        var submissionID = ""

        init() {}
    }

    let header: PageHeader
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

    init(_ content: Content) {
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
}

/// `/mijn/beoordeling/kort` and `/volledig`: my own scores, and what I want to say.
struct OwnScoresPage: Page {
    static let template = "own/scores"

    let header: PageHeader
    let action: String
    let areas: [AssessmentFormPage.Area]
    let remark: TextArea
    let version: String
    let submissionID: String
    let other: PageLink

    init(
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
}

/// `/mijn/beoordeling/download?vorm=html`: the signed assessment, to read and print.
struct OwnAssessmentDocumentPage: Page {
    static let template = "own/document"

    struct Line: Sendable {
        let area: String
        let statement: String
        let own: String
        let assessors: String

        init(area: String, statement: String, own: String, assessors: String) {
            self.area = area
            self.statement = statement
            self.own = own
            self.assessors = assessors
        }
    }

    let header: PageHeader
    let facts: Facts
    let profile: ProfileFigure?
    let lines: [Line]
    let remark: String?
    let signature: String

    init(facts: Facts, profile: ProfileFigure?, lines: [Line], remark: String?, signature: String) {
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
}
