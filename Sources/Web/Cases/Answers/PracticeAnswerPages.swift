import PageKit
import Site

/// `/antwoord/{token}`: what a practice sees by the link it was mailed, and the four answers.
enum PracticeAnswerPages {
    static let all: [any Page.Type] = [PracticeAnswerPage.self]
}

struct PracticeAnswerPage: Page {
    static let template = "answers/show"

    struct Sentence: Sendable {
        let text: String

        init(_ text: String) { self.text = text }
    }

    /// The form with the four answers.
    struct Form: Sendable {
        let action: String
        let version: String
        let kinds: Choices
        let interviewOn: TextField
        let notBeforeOn: TextField
        let reason: SelectField
        let note: TextArea

        init(
            action: String,
            version: Int,
            values: FormValues,
            kinds: [Option],
            reasons: [Option]
        ) {
            self.action = action
            self.version = String(version)
            self.kinds = values.choices("antwoord", "Wat is jullie antwoord?", .radio, kinds, isInline: false)
            interviewOn = values.text(
                "klikgesprek",
                "Dag van het klikgesprek",
                "Alleen bij ja. Een voorstel is genoeg: de coördinator overlegt met de kandidaat.",
                kind: .date,
                isRequired: false
            )
            notBeforeOn = values.text("vanaf", "Wel vanaf", "Alleen bij nu niet.", kind: .date, isRequired: false)
            reason = SelectField(
                name: "reden",
                label: "Waarom niet?",
                options: reasons,
                selected: values["reden"],
                description: "Alleen bij nee. Het helpt ons om beter te vragen.",
                error: values.error("reden"),
                isRequired: false
            )
            note = values.area(
                "notitie",
                "Wil je er iets bij zeggen?",
                "Schrijf geen namen van patiënten of kandidaten op."
            )
        }
    }

    /// A form of one button: where it goes, and what it says.
    struct Naming: Sendable {
        let action: String
        let value: String

        init(action: String, value: String) {
            self.action = action
            self.value = value
        }
    }

    let header: PageHeader
    /// What became of the question, or why an answer was not taken.
    let notice: Notice?
    /// What happens next.
    let next: [Sentence]
    let hasNext: Bool
    let form: Form?
    /// The card; nil for a link that is too old.
    let card: Facts?
    let profile: [Sentence]
    let hasProfile: Bool
    /// Who it is, once both want to meet.
    let person: Facts?
    /// The button that shows who it is; opening the link does not.
    let naming: Naming?
    /// Whom to call.
    let contacts: Facts

    init(
        title: String,
        lead: String,
        errors: [ErrorLink] = [],
        notice: Notice?,
        next: [Sentence],
        form: Form?,
        card: Facts?,
        profile: [Sentence],
        person: Facts?,
        naming: Naming? = nil,
        contacts: Facts
    ) {
        header = PageHeader(title: title, lead: lead, errors: errors)
        self.notice = notice
        self.next = next
        hasNext = !next.isEmpty
        self.form = form
        self.card = card
        self.profile = profile
        hasProfile = !profile.isEmpty
        self.person = person
        self.naming = naming
        self.contacts = contacts
    }
}
