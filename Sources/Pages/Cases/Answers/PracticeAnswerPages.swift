/// `/antwoord/{token}`: what a practice sees by the link it was mailed, and the four answers.
public enum PracticeAnswerPages {
    static let all: [any Page.Type] = [PracticeAnswerPage.self]
}

public struct PracticeAnswerPage: Page {
    public static let template = "answers/show"

    public struct Sentence: Sendable {
        let text: String

        public init(_ text: String) { self.text = text }
    }

    /// The form with the four answers.
    public struct Form: Sendable {
        let action: String
        let version: String
        let kinds: Choices
        let interviewOn: TextField
        let notBeforeOn: TextField
        let reason: SelectField
        let note: TextArea

        public init(
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
    public struct Naming: Sendable {
        let action: String
        let value: String

        public init(action: String, value: String) {
            self.action = action
            self.value = value
        }
    }

    public let header: PageHeader
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

    public init(
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

    public static var samples: [PracticeAnswerPage] {
        let contacts = Facts([Fact("Team Twente", "074 123 45 67", url: "tel:+31741234567")])
        let card = Facts([Fact("Wat", "stage (BPV) voor doktersassistent (BOL, leerjaar 2)")])
        func form(_ values: FormValues) -> Form {
            Form(
                action: "/antwoord/abc",
                version: 1,
                values: values,
                kinds: [
                    Option(value: "klikgesprek", label: "Ja, plan een klikgesprek"),
                    Option(value: "bel-mij", label: "Bel mij"),
                ],
                reasons: [Option(value: "no_room", label: "geen ruimte")]
            )
        }
        return [
            PracticeAnswerPage(
                title: "Willen jullie kennismaken met deze kandidaat?",
                lead: "Antwoord uiterlijk di 24 nov.",
                notice: nil,
                next: [],
                form: form(FormValues([:])),
                card: card,
                profile: [Sentence("Achtergrond: student.")],
                person: nil,
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Willen jullie kennismaken met deze kandidaat?",
                lead: "Antwoord uiterlijk di 24 nov.",
                errors: [ErrorLink(fieldID: "antwoord", text: "Kies een antwoord.")],
                notice: Notice(.info, title: "We bellen je", text: "Sanne de Wit belt je."),
                next: [],
                form: form(
                    FormValues(
                        ["notitie": ["Regel een\nregel twee\n"]],
                        errors: [("antwoord", "Kies een antwoord."), ("reden", "Kies een reden.")]
                    )
                ),
                card: card,
                profile: [Sentence("Achtergrond: student.")],
                person: nil,
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Jullie willen kennismaken",
                lead: "Klikgesprek op di 24 nov.",
                notice: Notice(.ok, title: "Bedankt", text: "Jullie antwoord staat genoteerd."),
                next: [Sentence("De coördinator belt je.")],
                form: nil,
                card: card,
                profile: [],
                person: Facts([Fact("Naam", "Anna Voorbeeld")]),
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Jullie willen kennismaken",
                lead: "Klikgesprek op di 24 nov.",
                notice: nil,
                next: [],
                form: nil,
                card: card,
                profile: [],
                person: nil,
                naming: Naming(action: "/antwoord/x", value: "toon-naam"),
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Deze link werkt niet meer",
                lead: "Bel ons gerust.",
                notice: nil,
                next: [],
                form: nil,
                card: nil,
                profile: [],
                person: nil,
                contacts: contacts
            ),
        ]
    }
}
