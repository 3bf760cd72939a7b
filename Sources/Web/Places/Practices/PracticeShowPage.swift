import PageKit
import Site

/// `/praktijken/{kenmerk}`: whom to call, what was said, recognition, supervisors, places.
struct PracticeShowPage: Page {
    static let template = "practices/show"

    struct Contact: Sendable {
        let function: String
        let facts: Facts

        init(function: String, facts: Facts) {
            self.function = function
            self.facts = facts
        }
    }

    struct Recognition: Sendable {
        let qualification: String
        let state: Tag
        let until: String
        let checked: String

        init(qualification: String, state: Tag, until: String, checked: String) {
            self.qualification = qualification
            self.state = state
            self.until = until
            self.checked = checked
        }
    }

    struct SupervisorLine: Sendable {
        let name: String
        let experience: String
        let isTrained: String
        let weekdays: String
        let editURL: String?

        init(name: String, experience: String, isTrained: String, weekdays: String, editURL: String?) {
            self.name = name
            self.experience = experience
            self.isTrained = isTrained
            self.weekdays = weekdays
            self.editURL = editURL
        }
    }

    struct Closing: Sendable {
        let text: String
        let from: String
        let action: String
        let submissionID: String

        init(text: String, from: String, action: String, submissionID: String) {
            self.text = text
            self.from = from
            self.action = action
            self.submissionID = submissionID
        }
    }

    struct Place: Sendable {
        let url: String
        let title: String
        let start: String
        let state: Tag

        init(url: String, title: String, start: String, state: Tag) {
            self.url = url
            self.title = title
            self.start = start
            self.state = state
        }
    }

    /// A small form on the page.
    struct SmallForm: Sendable {
        let action: String
        let submissionID: String
        let fields: [TextField]
        let selects: [SelectField]
        let choices: [Choices]
        let areas: [TextArea]
        let button: String
        /// Something in it is wrong, so it must be seen.
        let hasErrors: Bool

        init(
            action: String,
            submissionID: String,
            fields: [TextField] = [],
            selects: [SelectField] = [],
            choices: [Choices] = [],
            areas: [TextArea] = [],
            button: String,
            hasErrors: Bool = false
        ) {
            self.hasErrors = hasErrors
            self.action = action
            self.submissionID = submissionID
            self.fields = fields
            self.selects = selects
            self.choices = choices
            self.areas = areas
            self.button = button
        }
    }

    /// What only the teams of the practice's region see and do.
    struct Inside: Sendable {
        let contacts: [Contact]
        let hasContacts: Bool
        let editContacts: PageLink
        let call: SmallForm
        let calls: Timeline?
        let closings: [Closing]
        let addClosing: SmallForm
        let addRecognition: SmallForm
        let addSupervisor: PageLink
        let history: Facts?

        /// - Parameters:
        ///   - ids: three fresh submission ids, for the three forms.
        ///   - values: what was typed in a form that had an error.
        init(
            path: String,
            contacts: [Contact],
            calls: [TimelineItem],
            closings: [Closing],
            history: [Fact],
            qualifications: [Option],
            recognitionStates: [Option],
            ids: [String],
            values: FormValues
        ) {
            self.contacts = contacts
            hasContacts = !contacts.isEmpty
            editContacts = PageLink("Wijzig de contacten", path + "/contacten")
            self.calls = calls.isEmpty ? nil : Timeline(calls)
            self.closings = closings
            self.history = history.isEmpty ? nil : Facts(history)
            addSupervisor = PageLink("Voeg een praktijkopleider toe", path + "/begeleiders/nieuw")
            call = SmallForm(
                action: path + "/gesprekken",
                submissionID: ids.first ?? "",
                choices: [
                    values.choices(
                        "bereikt",
                        "Heb je iemand gesproken?",
                        .radio,
                        [Option(value: "ja", label: "Ja"), Option(value: "nee", label: "Nee, niet bereikt")]
                    )
                ],
                areas: [values.area("notitie", "Wat is besproken?", "Schrijf geen namen van kandidaten op.", rows: 2)],
                button: "Leg het gesprek vast"
            )
            addClosing = SmallForm(
                action: path + "/sluitingen",
                submissionID: ids.dropFirst().first ?? "",
                fields: [
                    values.text("dicht_van", "Dicht van", kind: .date),
                    values.text("dicht_tot", "Tot en met", kind: .date),
                ],
                button: "Voeg de sluiting toe",
                hasErrors: values.error("dicht_van") != nil || values.error("dicht_tot") != nil
            )
            addRecognition = SmallForm(
                action: path + "/erkenning",
                submissionID: ids.dropFirst(2).first ?? "",
                fields: [values.text("geldig_tot", "Geldig tot en met", kind: .date, isRequired: false)],
                selects: [
                    values.select("crebo", "Opleiding", qualifications),
                    values.select("erkenning", "Wat zegt SBB?", recognitionStates),
                ],
                button: "Bewaar de erkenning",
                hasErrors: ["crebo", "erkenning", "geldig_tot"].contains { values.error($0) != nil }
            )
        }
    }

    let header: PageHeader
    let notices: [Notice]
    let facts: Facts
    let notes: String?
    let recognitions: [Recognition]
    let hasRecognitions: Bool
    let supervisors: [SupervisorLine]
    let hasSupervisors: Bool
    let places: [Place]
    let hasPlaces: Bool
    let inside: Inside?
    let region: PageLink

    init(
        header: PageHeader,
        notices: [Notice],
        facts: Facts,
        notes: String?,
        recognitions: [Recognition],
        supervisors: [SupervisorLine],
        places: [Place],
        inside: Inside?,
        region: PageLink
    ) {
        self.header = header
        self.notices = notices
        self.facts = facts
        self.notes = notes
        self.recognitions = recognitions
        hasRecognitions = !recognitions.isEmpty
        self.supervisors = supervisors
        hasSupervisors = !supervisors.isEmpty
        self.places = places
        hasPlaces = !places.isEmpty
        self.inside = inside
        self.region = region
    }
}
