import PageKit
import Site

/// The pages of a candidate about the own file.
enum OwnFilePages {
    static let all: [any Page.Type] = [
        OwnFormPage.self, OwnMessagePage.self, OwnCasePage.self, OwnPlacePage.self, OwnAssessmentPage.self,
        OwnScoresPage.self, OwnAssessmentDocumentPage.self, OwnConsentsPage.self, OwnDataPage.self, OwnReadsPage.self,
        OwnExportPage.self, OwnDuplicatesPage.self,
    ]
}

/// `/mijn`: where my case is, who has to act, by when, and whom to call.
struct OwnCasePage: Page {
    static let template = "own/case"

    /// A place that was proposed for me.
    struct Place: Sendable {
        let practice: String
        let url: String
        let state: Tag
        let text: String

        init(practice: String, url: String, state: Tag, text: String) {
            self.practice = practice
            self.url = url
            self.state = state
            self.text = text
        }
    }

    struct Content: Sendable {
        var title = "Mijn traject"
        var standing = ""
        var state = Tag("")
        var nextAction: PageLink?
        var back: PageLink?
        var lateness: Notice?
        var helper = Facts([])
        var wanted = Facts([])
        var places: [Place] = []
        var clock: ClockFigure?
        var chain: ChainFigure?
        var history = Timeline([])
        /// Earlier cases, each a link with its dates.
        var others: [PageLink] = []
        var actions: [PageLink] = []

        init() {}
    }

    let header: PageHeader
    let lateness: Notice?
    let helper: Facts
    let wanted: Facts
    let places: [Place]
    let hasPlaces: Bool
    let clock: ClockFigure?
    let chain: ChainFigure?
    let history: Timeline
    let others: [PageLink]
    let hasOthers: Bool
    let actions: [PageLink]
    let hasActions: Bool

    init(_ content: Content) {
        header = PageHeader(
            title: content.title,
            lead: content.standing,
            back: content.back,
            action: content.nextAction,
            tags: [content.state]
        )
        lateness = content.lateness
        helper = content.helper
        wanted = content.wanted
        places = content.places
        hasPlaces = !content.places.isEmpty
        clock = content.clock
        chain = content.chain
        history = content.history
        others = content.others
        hasOthers = !content.others.isEmpty
        actions = content.actions
        hasActions = !content.actions.isEmpty
    }
}

/// `/mijn/plekken/{kenmerk}`: one place, what is asked of me, and what I can answer.
struct OwnPlacePage: Page {
    static let template = "own/place"

    /// A button with what it does.
    struct Answer: Sendable {
        let action: String
        let explanation: String
        let button: String

        init(action: String, explanation: String, button: String) {
            self.action = action
            self.explanation = explanation
            self.button = button
        }
    }

    struct Refusal: Sendable {
        let action: String
        let reason: Choices

        init(action: String, reason: Choices) {
            self.action = action
            self.reason = reason
        }
    }

    let header: PageHeader
    let facts: Facts
    let answers: [Answer]
    let refusal: Refusal?
    let version: String
    let submissionID: String

    init(
        header: PageHeader,
        facts: Facts,
        answers: [Answer],
        refusal: Refusal?,
        version: Int,
        submissionID: String
    ) {
        self.header = header
        self.facts = facts
        self.answers = answers
        self.refusal = refusal
        self.version = String(version)
        self.submissionID = submissionID
    }
}
