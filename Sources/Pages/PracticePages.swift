public enum PracticePages {
    static let all: [any Page.Type] = [
        PracticeIndexPage.self, PracticeShowPage.self, PracticeFormPage.self,
    ]
}

/// `/praktijken`: the practices of the own region.
public struct PracticeIndexPage: Page {
    public static let template = "practices/index"

    public struct Row: Sendable {
        let url: String
        let name: String
        let kind: String
        let town: String
        let places: String
        let member: Tag
        let lastContact: String
        let contact: String
        let phone: PageLink?

        public init(
            url: String, name: String, kind: String, town: String, places: String, member: Tag, lastContact: String,
            contact: String, phone: PageLink?
        ) {
            self.url = url
            self.name = name
            self.kind = kind
            self.town = town
            self.places = places
            self.member = member
            self.lastContact = lastContact
            self.contact = contact
            self.phone = phone
        }
    }

    public let header: PageHeader
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination?

    public init(header: PageHeader, filters: Filters, rows: [Row], empty: EmptyState, pagination: Pagination?) {
        self.header = header
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = rows.isEmpty ? empty : nil
        self.pagination = pagination
    }

    public static var samples: [Self] {
        let empty = EmptyState(title: "Geen praktijken", text: "Haal een filter weg.")
        return [
            Self(
                header: PageHeader(title: "Praktijken in Twente"), filters: Filters(action: "/praktijken", summary: "1 praktijk"),
                rows: [
                    Row(
                        url: "/praktijken/7F3K2M9Q", name: "Praktijk De Linde", kind: "huisartsenpraktijk", town: "Enschede",
                        places: "1 van 2 open", member: Tag("lid", .ok), lastContact: "di 24 nov", contact: "Verzonnen Naam",
                        phone: PageLink("053 000 00 00", "tel:+31530000000"))
                ], empty: empty, pagination: Pagination(summary: "1–1 van 1")),
            Self(
                header: PageHeader(title: "Praktijken"), filters: Filters(action: "/praktijken", summary: "0 praktijken"), rows: [],
                empty: empty, pagination: nil),
        ]
    }
}

/// `/praktijken/{kenmerk}`: whom to call, what was said, recognition, supervisors, places.
public struct PracticeShowPage: Page {
    public static let template = "practices/show"

    public struct Contact: Sendable {
        let function: String
        let facts: Facts

        public init(function: String, facts: Facts) {
            self.function = function
            self.facts = facts
        }
    }

    public struct Recognition: Sendable {
        let qualification: String
        let state: Tag
        let until: String
        let checked: String

        public init(qualification: String, state: Tag, until: String, checked: String) {
            self.qualification = qualification
            self.state = state
            self.until = until
            self.checked = checked
        }
    }

    public struct SupervisorLine: Sendable {
        let name: String
        let experience: String
        let isTrained: String
        let weekdays: String
        let editURL: String?

        public init(name: String, experience: String, isTrained: String, weekdays: String, editURL: String?) {
            self.name = name
            self.experience = experience
            self.isTrained = isTrained
            self.weekdays = weekdays
            self.editURL = editURL
        }
    }

    public struct Closing: Sendable {
        let text: String
        let from: String
        let action: String
        let submissionID: String

        public init(text: String, from: String, action: String, submissionID: String) {
            self.text = text
            self.from = from
            self.action = action
            self.submissionID = submissionID
        }
    }

    public struct Place: Sendable {
        let url: String
        let title: String
        let start: String
        let state: Tag

        public init(url: String, title: String, start: String, state: Tag) {
            self.url = url
            self.title = title
            self.start = start
            self.state = state
        }
    }

    /// A small form on the page.
    public struct SmallForm: Sendable {
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
            action: String, submissionID: String, fields: [TextField] = [], selects: [SelectField] = [],
            choices: [Choices] = [], areas: [TextArea] = [], button: String,
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
    public struct Inside: Sendable {
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
        public init(
            path: String, contacts: [Contact], calls: [TimelineItem], closings: [Closing], history: [Fact],
            qualifications: [Option], recognitionStates: [Option], ids: [String], values: FormValues
        ) {
            self.contacts = contacts
            hasContacts = !contacts.isEmpty
            editContacts = PageLink("Wijzig de contacten", path + "/contacten")
            self.calls = calls.isEmpty ? nil : Timeline(calls)
            self.closings = closings
            self.history = history.isEmpty ? nil : Facts(history)
            addSupervisor = PageLink("Voeg een praktijkopleider toe", path + "/begeleiders/nieuw")
            call = SmallForm(
                action: path + "/gesprekken", submissionID: ids.first ?? "",
                choices: [
                    values.choices(
                        "bereikt", "Heb je iemand gesproken?", .radio,
                        [Option(value: "ja", label: "Ja"), Option(value: "nee", label: "Nee, niet bereikt")])
                ],
                areas: [values.area("notitie", "Wat is besproken?", "Schrijf geen namen van kandidaten op.", rows: 2)],
                button: "Leg het gesprek vast")
            addClosing = SmallForm(
                action: path + "/sluitingen", submissionID: ids.dropFirst().first ?? "",
                fields: [
                    values.text("dicht_van", "Dicht van", kind: .date), values.text("dicht_tot", "Tot en met", kind: .date),
                ], button: "Voeg de sluiting toe", hasErrors: values.error("dicht_van") != nil || values.error("dicht_tot") != nil)
            addRecognition = SmallForm(
                action: path + "/erkenning", submissionID: ids.dropFirst(2).first ?? "",
                fields: [values.text("geldig_tot", "Geldig tot en met", kind: .date, isRequired: false)],
                selects: [
                    values.select("crebo", "Opleiding", qualifications),
                    values.select("erkenning", "Wat zegt SBB?", recognitionStates),
                ], button: "Bewaar de erkenning",
                hasErrors: ["crebo", "erkenning", "geldig_tot"].contains { values.error($0) != nil })
        }
    }

    public let header: PageHeader
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

    public init(
        header: PageHeader, notices: [Notice], facts: Facts, notes: String?, recognitions: [Recognition],
        supervisors: [SupervisorLine], places: [Place], inside: Inside?, region: PageLink
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

    public static var samples: [Self] {
        let one = [Option(value: "1", label: "Een")]
        let region = PageLink("Twente", "/regios/twente")
        return [
            Self(
                header: PageHeader(title: "Praktijk De Linde"), notices: [Notice(.warning, text: "Nog niet nagekeken.")],
                facts: Facts([Fact("Plaats", "Enschede")]), notes: "Bel liever niet op maandag.",
                recognitions: [
                    Recognition(qualification: "Doktersassistent (25473)", state: Tag("erkend", .ok), until: "zonder einde", checked: "di 24 nov")
                ],
                supervisors: [
                    SupervisorLine(name: "Verzonnen Naam", experience: "3 jaar", isTrained: "ja", weekdays: "ma, di", editURL: "/praktijken/x/begeleiders/y")
                ],
                places: [Place(url: "/plekken/7F3K2M9Q", title: "Stage", start: "wo 1 sep", state: Tag("open", .ok))],
                inside: Inside(
                    path: "/praktijken/7F3K2M9Q",
                    contacts: [Contact(function: "contactpersoon", facts: Facts([Fact("Naam", "Verzonnen Naam")]))],
                    calls: [TimelineItem(when: "di 24 nov", datetime: "2026-11-24", title: "Gesproken")],
                    closings: [Closing(text: "di 24 nov", from: "2026-11-24", action: "/praktijken/x/sluitingen/weg", submissionID: "c")],
                    history: [Fact("akkoord", "2")], qualifications: one, recognitionStates: one, ids: ["a", "b", "c"],
                    values: FormValues([:])),
                region: region),
            Self(
                header: PageHeader(title: "Praktijk"), notices: [], facts: Facts([]), notes: nil, recognitions: [], supervisors: [],
                places: [], inside: nil, region: region),
        ]
    }
}

/// The forms about a practice: the practice itself, its contacts, a supervisor. Groups of fields under a legend.
public struct PracticeFormPage: Page {
    public static let template = "practices/form"

    struct Group: Sendable {
        let legend: String
        let fields: [TextField]
        let selects: [SelectField]
        let choices: [Choices]
        let areas: [TextArea]

        init(
            _ legend: String, fields: [TextField] = [], selects: [SelectField] = [], choices: [Choices] = [], areas: [TextArea] = []
        ) {
            self.legend = legend
            self.fields = fields
            self.selects = selects
            self.choices = choices
            self.areas = areas
        }
    }

    public let header: PageHeader
    let notice: Notice?
    let action: String
    let submissionID: String
    let version: String?
    let groups: [Group]
    let saveLabel: String
    let cancel: PageLink

    /// The practice itself; a new one with its contact person.
    ///
    /// - Parameter version: of the practice that is being changed; nil for a new one.
    public init(
        practiceAt path: String?, version: Int?, submissionID: String, values: FormValues, municipalities: [Option],
        organisations: [Option], kinds: [Option], notice: Notice?
    ) {
        let isNew = path == nil
        header = PageHeader(
            title: isNew ? "Nieuwe praktijk" : "Wijzig de praktijk",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken")], errors: values.errorLinks)
        self.notice = notice
        action = path.map { $0 + "/wijzigen" } ?? "/praktijken"
        self.submissionID = submissionID
        self.version = version.map(String.init)
        let base = [
            Group(
                "De praktijk",
                fields: [
                    values.text("naam", "Naam van de praktijk"), values.text("straat", "Straat en huisnummer", isRequired: false),
                    values.text("postcode", "Postcode", isRequired: false, width: .short), values.text("plaats", "Plaats"),
                ],
                selects: [values.select("gemeente", "Gemeente", municipalities)],
                choices: [values.choices("soort", "Wat voor praktijk is het?", .radio, kinds)]),
            Group(
                "Organisatie",
                fields: [
                    values.text("team", "Mensen in het team", kind: .number, isRequired: false),
                    values.text("kvk", "KvK-nummer", isRequired: false, width: .short),
                    values.text("leerbedrijf", "Leerbedrijf-ID van SBB", isRequired: false, width: .short),
                ],
                selects: [values.select("organisatie", "Aangesloten bij", organisations, isRequired: false, emptyLabel: "Geen")],
                choices: [
                    values.choices(
                        "kenmerken", "Lidmaatschap", .checkbox, [Option(value: "lid", label: "De praktijk is lid")], isRequired: false)
                ],
                areas: [values.area("notities", "Notities", "Wat een collega moet weten.")]),
        ]
        groups = base + (isNew ? [Self.contactGroup("Contactpersoon", prefix: "contact", values: values)] : [])
        saveLabel = isNew ? "Voeg de praktijk toe" : "Sla de wijzigingen op"
        cancel = PageLink("Terug zonder opslaan", path ?? "/praktijken")
    }

    /// The contact person and the deciding GP.
    public init(contactsOf name: String, path: String, submissionID: String, values: FormValues) {
        header = PageHeader(
            title: "Contacten van \(name)", lead: "Een leeg gemaakte naam haalt dat contact weg.",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken"), PageLink(name, path)], errors: values.errorLinks)
        notice = nil
        action = path + "/contacten"
        self.submissionID = submissionID
        version = nil
        groups = [
            Self.contactGroup("Contactpersoon", prefix: "contact", values: values),
            Self.contactGroup("Huisarts die beslist", prefix: "huisarts", values: values),
        ]
        saveLabel = "Sla de contacten op"
        cancel = PageLink("Terug zonder opslaan", path)
    }

    /// Someone who guides learners.
    public init(
        supervisorOf name: String, path: String, action: String, isNew: Bool, submissionID: String, values: FormValues
    ) {
        header = PageHeader(
            title: isNew ? "Nieuwe praktijkopleider" : "Wijzig de praktijkopleider", lead: "Bij \(name)",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken"), PageLink(name, path)], errors: values.errorLinks)
        notice = nil
        self.action = action
        self.submissionID = submissionID
        version = nil
        groups = [
            Group(
                "Praktijkopleider",
                fields: [
                    values.text("naam", "Naam"), values.text("ervaring", "Ervaring met begeleiden", kind: .number, unit: "maanden"),
                ],
                choices: [
                    values.choices(
                        "opleiding", "Cursus", .checkbox, [Option(value: "ja", label: "Heeft de cursus voor praktijkopleiders gedaan")],
                        isRequired: false),
                    values.choices("dagen", "Aanwezig op", .checkbox, Option.weekdays),
                ])
        ]
        saveLabel = isNew ? "Voeg de praktijkopleider toe" : "Sla de wijzigingen op"
        cancel = PageLink("Terug zonder opslaan", path)
    }

    private static func contactGroup(_ legend: String, prefix: String, values: FormValues) -> Group {
        Group(
            legend,
            fields: [
                values.text("\(prefix)_naam", "Naam", isRequired: false),
                values.text("\(prefix)_telefoon", "Telefoon", kind: .tel, isRequired: false),
                values.text("\(prefix)_mail", "E-mailadres", kind: .email, isRequired: false),
                values.text("\(prefix)_tijd", "Beste tijd om te bellen", "Bijvoorbeeld: tussen 12 en 13 uur.", isRequired: false),
            ])
    }

    public static var samples: [Self] {
        let one = [Option(value: "1", label: "Een")]
        return [
            Self(
                practiceAt: "/praktijken/x", version: 2, submissionID: "a", values: FormValues([:], errors: [("naam", "Vul in.")]),
                municipalities: one, organisations: one, kinds: one, notice: Notice(.warning, text: "Bestaat misschien al.")),
            Self(contactsOf: "Praktijk", path: "/praktijken/x", submissionID: "b", values: FormValues([:])),
        ]
    }
}
