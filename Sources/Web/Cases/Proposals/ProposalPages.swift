import PageKit
import Site

/// The pages about proposing a place and what came of it.
enum ProposalPages {
    static let all: [any Page.Type] = [ProposalNewPage.self, ProposalShowPage.self]
}

/// A small form with one button on a page that has more of them.
struct ActionForm: Sendable {
    let action: String
    let explanation: String
    let button: String
    let buttonClass: String
    let version: String
    let submissionID: String
    let select: SelectField?

    init(
        action: String,
        explanation: String,
        button: String,
        isSecondary: Bool = false,
        version: Int,
        submissionID: String,
        select: SelectField? = nil
    ) {
        self.action = action
        self.explanation = explanation
        self.button = button
        buttonClass = isSecondary ? "button button--secondary" : "button"
        self.version = String(version)
        self.submissionID = submissionID
        self.select = select
    }
}

/// A place with how well it fits, in a short list.
struct FittingPlace: Sendable {
    let name: String
    let detail: String
    let url: String
    let button: String
    let fit: FitBar

    init(name: String, detail: String, url: String, button: String, fit: FitBar) {
        self.name = name
        self.detail = detail
        self.url = url
        self.button = button
        self.fit = fit
    }
}

/// `/kandidaten/{kenmerk}/voorstellen/{kenmerk}`: why the place fits, which days, and the button that holds the seat.
struct ProposalNewPage: Page {
    static let template = "proposals/new"

    /// What is asked for before the seat is held.
    struct Entry: Sendable {
        let action: String
        let days: Choices
        let reason: TextArea?
        let version: String
        let submissionID: String
        let held: String

        /// - Parameter held: until when the seat is held, in words.
        init(action: String, days: Choices, reason: TextArea?, version: Int, submissionID: String, held: String) {
            self.action = action
            self.days = days
            self.reason = reason
            self.version = String(version)
            self.submissionID = submissionID
            self.held = held
        }
    }

    let header: PageHeader
    let problem: Notice?
    let fit: FitBar?
    let facts: Facts
    let sentences: [String]
    let entry: Entry?
    let alternatives: [FittingPlace]
    let hasAlternatives: Bool
    let rankingURL: String

    init(
        header: PageHeader,
        problem: Notice?,
        fit: FitBar?,
        facts: Facts,
        sentences: [String],
        entry: Entry?,
        alternatives: [FittingPlace],
        rankingURL: String
    ) {
        self.header = header
        self.problem = problem
        self.fit = fit
        self.facts = facts
        self.sentences = sentences
        self.entry = entry
        self.alternatives = alternatives
        hasAlternatives = !alternatives.isEmpty
        self.rankingURL = rankingURL
    }
}

/// `/voorstellen/{kenmerk}`: where the proposal stands, whom to call, and what can be recorded.
struct ProposalShowPage: Page {
    static let template = "proposals/show"

    /// A condition for placing: who, and whether it is there.
    struct Go: Sendable {
        let who: String
        let tag: Tag
        let detail: String

        init(who: String, tag: Tag, detail: String) {
            self.who = who
            self.tag = tag
            self.detail = detail
        }
    }

    /// The practice's answer as the coordinator records it.
    struct Answer: Sendable {
        let action: String
        let kinds: Choices
        let interviewOn: TextField
        let notBeforeOn: TextField
        let reason: SelectField
        let note: TextArea
        let version: String
        let submissionID: String

        init(
            action: String,
            kinds: Choices,
            interviewOn: TextField,
            notBeforeOn: TextField,
            reason: SelectField,
            note: TextArea,
            version: Int,
            submissionID: String
        ) {
            self.action = action
            self.kinds = kinds
            self.interviewOn = interviewOn
            self.notBeforeOn = notBeforeOn
            self.reason = reason
            self.note = note
            self.version = String(version)
            self.submissionID = submissionID
        }
    }

    let header: PageHeader
    let problem: Notice?
    let next: String
    let contacts: Facts
    let hasContacts: Bool
    let facts: Facts
    let goes: [Go]
    let answer: Answer?
    let actions: [ActionForm]
    let hasActions: Bool

    init(
        header: PageHeader,
        problem: Notice?,
        next: String,
        contacts: [Fact],
        facts: Facts,
        goes: [Go],
        answer: Answer?,
        actions: [ActionForm]
    ) {
        self.header = header
        self.problem = problem
        self.next = next
        self.contacts = Facts(contacts)
        hasContacts = !contacts.isEmpty
        self.facts = facts
        self.goes = goes
        self.answer = answer
        self.actions = actions
        hasActions = !actions.isEmpty
    }
}
