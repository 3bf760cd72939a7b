import PageKit
import Site

/// The forms about a practice: the practice itself, its contacts, a supervisor. Groups of fields under a legend.
struct PracticeFormPage: Page {
    static let template = "practices/form"

    struct Group: Sendable {
        let legend: String
        let fields: [TextField]
        let selects: [SelectField]
        let choices: [Choices]
        let areas: [TextArea]

        init(
            _ legend: String,
            fields: [TextField] = [],
            selects: [SelectField] = [],
            choices: [Choices] = [],
            areas: [TextArea] = []
        ) {
            self.legend = legend
            self.fields = fields
            self.selects = selects
            self.choices = choices
            self.areas = areas
        }
    }

    let header: PageHeader
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
    init(
        practiceAt path: String?,
        version: Int?,
        submissionID: String,
        values: FormValues,
        municipalities: [Option],
        organisations: [Option],
        kinds: [Option],
        notice: Notice?
    ) {
        let isNew = path == nil
        header = PageHeader(
            title: isNew ? "Nieuwe praktijk" : "Wijzig de praktijk",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken")],
            errors: values.errorLinks
        )
        self.notice = notice
        action = path.map { $0 + "/wijzigen" } ?? "/praktijken"
        self.submissionID = submissionID
        self.version = version.map(String.init)
        let base = [
            Group(
                "De praktijk",
                fields: [
                    values.text("naam", "Naam van de praktijk"),
                    values.text("straat", "Straat en huisnummer", isRequired: false),
                    values.text("postcode", "Postcode", isRequired: false, width: .short),
                    values.text("plaats", "Plaats"),
                ],
                selects: [values.select("gemeente", "Gemeente", municipalities)],
                choices: [values.choices("soort", "Wat voor praktijk is het?", .radio, kinds)]
            ),
            Group(
                "Organisatie",
                fields: [
                    values.text("team", "Mensen in het team", kind: .number, isRequired: false),
                    values.text("kvk", "KvK-nummer", isRequired: false, width: .short),
                    values.text("leerbedrijf", "Leerbedrijf-ID van SBB", isRequired: false, width: .short),
                ],
                selects: [
                    values.select(
                        "organisatie",
                        "Aangesloten bij",
                        organisations,
                        isRequired: false,
                        emptyLabel: "Geen"
                    )
                ],
                choices: [
                    values.choices(
                        "kenmerken",
                        "Lidmaatschap",
                        .checkbox,
                        [Option(value: "lid", label: "De praktijk is lid")],
                        isRequired: false
                    )
                ],
                areas: [values.area("notities", "Notities", "Wat een collega moet weten.")]
            ),
        ]
        groups = base + (isNew ? [Self.contactGroup("Contactpersoon", prefix: "contact", values: values)] : [])
        saveLabel = isNew ? "Voeg de praktijk toe" : "Sla de wijzigingen op"
        cancel = PageLink("Terug zonder opslaan", path ?? "/praktijken")
    }

    /// The contact person and the deciding GP.
    init(contactsOf name: String, path: String, submissionID: String, values: FormValues) {
        header = PageHeader(
            title: "Contacten van \(name)",
            lead: "Een leeg gemaakte naam haalt dat contact weg.",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken"), PageLink(name, path)],
            errors: values.errorLinks
        )
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
    init(
        supervisorOf name: String,
        path: String,
        action: String,
        isNew: Bool,
        submissionID: String,
        values: FormValues
    ) {
        header = PageHeader(
            title: isNew ? "Nieuwe praktijkopleider" : "Wijzig de praktijkopleider",
            lead: "Bij \(name)",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Praktijken", "/praktijken"), PageLink(name, path)],
            errors: values.errorLinks
        )
        notice = nil
        self.action = action
        self.submissionID = submissionID
        version = nil
        groups = [
            Group(
                "Praktijkopleider",
                fields: [
                    values.text("naam", "Naam"),
                    values.text("ervaring", "Ervaring met begeleiden", kind: .number, unit: "maanden"),
                ],
                choices: [
                    values.choices(
                        "opleiding",
                        "Cursus",
                        .checkbox,
                        [Option(value: "ja", label: "Heeft de cursus voor praktijkopleiders gedaan")],
                        isRequired: false
                    ),
                    values.choices("dagen", "Aanwezig op", .checkbox, Option.weekdays),
                ]
            )
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
                values.text(
                    "\(prefix)_tijd",
                    "Beste tijd om te bellen",
                    "Bijvoorbeeld: tussen 12 en 13 uur.",
                    isRequired: false
                ),
            ]
        )
    }
}
