import PageKit
import Site

/// `/plekken/nieuw` without a practice: which practice offers the place?
struct TrainingPlaceStartPage: Page {
    static let template = "places/start"

    struct PracticeRow: Sendable {
        let name: String
        let town: String
        let url: String

        init(name: String, town: String, url: String) {
            self.name = name
            self.town = town
            self.url = url
        }
    }

    let header: PageHeader
    let search: TextField
    let rows: [PracticeRow]
    let hasRows: Bool
    let empty: EmptyState?
    let create: PageLink

    /// - Parameter rows: practices of the own region that answer to the search.
    init(search: String, rows: [PracticeRow]) {
        header = PageHeader(
            title: "Nieuwe plek: kies de praktijk",
            lead: "Een plek hoort bij een praktijk. Zoek de praktijk, of voeg er een toe.",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Plekken", "/plekken")]
        )
        self.search = TextField(
            name: "zoek",
            label: "Naam, plaats of kenmerk van de praktijk",
            value: search,
            kind: .search
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        empty =
            rows.isEmpty
            ? EmptyState(
                title: "Geen praktijk gevonden",
                text: "Zoek op een deel van de naam of de plaats, of voeg de praktijk toe."
            )
            : nil
        create = PageLink("Nieuwe praktijk toevoegen", "/praktijken/nieuw")
    }
}

/// `/plekken/nieuw?praktijk=…` and `/plekken/{kenmerk}/wijzigen`: the form of a place.
struct TrainingPlaceFormPage: Page {
    static let template = "places/form"

    /// The lists to choose from, as options with finished labels.
    struct Lists: Sendable {
        var kinds: [Option]
        var roles: [Option]
        var qualifications: [Option]
        var routes: [Option]
        var employers: [Option]
        var schools: [Option]
        var supervisors: [Option]
        var offers: [Option]
        var wishes: [Option]
        /// Code and name, in the order of the list.
        var activities: [Option]

        init(
            kinds: [Option],
            roles: [Option],
            qualifications: [Option],
            routes: [Option],
            employers: [Option],
            schools: [Option],
            supervisors: [Option],
            offers: [Option],
            wishes: [Option],
            activities: [Option]
        ) {
            self.kinds = kinds
            self.roles = roles
            self.qualifications = qualifications
            self.routes = routes
            self.employers = employers
            self.schools = schools
            self.supervisors = supervisors
            self.offers = offers
            self.wishes = wishes
            self.activities = activities
        }
    }

    struct Cell: Sendable {
        let id: String
        let name: String
        let value: String
        /// The activity and how often: what a screen reader says.
        let label: String
        let isChecked: Bool
    }

    /// One activity with its four frequencies.
    struct ActivityRow: Sendable {
        let label: String
        let cells: [Cell]
    }

    /// Sets all activities at once; works without JavaScript, since it loads the form again.
    struct Preset: Sendable {
        let value: String
        let label: String
    }

    let header: PageHeader
    let action: String
    let submissionID: String
    let version: String?
    /// The practice's reference.
    let practice: String
    let isNew: Bool
    let fixed: Facts?
    let what: [Choices]
    let whatSelects: [SelectField]
    let learners: [Choices]
    let dates: [TextField]
    let weeks: [TextField]
    let days: Choices
    let hours: [TextField]
    let activities: [ActivityRow]
    let activitiesError: String?
    let presets: [Preset]
    let supervisors: Choices?
    let noSupervisors: Notice?
    let employer: Choices
    let seats: TextField?
    let more: [Choices]
    let moreSelects: [SelectField]
    let moreFields: [TextField]
    let areas: [TextArea]
    let hasMore: Bool
    let states: Choices?
    let saveLabel: String
    let cancel: PageLink

    /// - Parameters:
    ///   - version: of the place that is being changed; nil for a new one.
    ///   - fixed: what cannot change any more, for a place that exists.
    ///   - isOpened: whether the rarely used fields are shown opened.
    init(
        title: String,
        lead: String,
        action: String,
        cancel: PageLink,
        breadcrumbs: [PageLink],
        submissionID: String,
        version: Int?,
        practice: String,
        fixed: [Fact],
        lists: Lists,
        values: FormValues,
        practiceURL: String,
        isOpened: Bool
    ) {
        header = PageHeader(title: title, lead: lead, breadcrumbs: breadcrumbs, errors: values.errorLinks)
        self.action = action
        self.submissionID = submissionID
        self.version = version.map(String.init)
        isNew = version == nil
        self.practice = practice
        self.fixed = fixed.isEmpty ? nil : Facts(fixed)
        what = isNew ? [values.choices("soort", "Wat voor plek is het?", .radio, lists.kinds)] : []
        whatSelects =
            isNew
            ? [
                values.select("rol", "Voor welk beroep?", lists.roles, emptyLabel: nil),
                values.select(
                    "crebo",
                    "Welke opleiding?",
                    lists.qualifications,
                    "Niet nodig bij een snuffelstage of proefplaatsing.",
                    isRequired: false,
                    emptyLabel: "Geen"
                ),
            ] : []
        learners = [
            values.choices("routes", "Welke leerroutes?", .checkbox, lists.routes),
            values.choices(
                "leerjaren",
                "Welke leerjaren?",
                .checkbox,
                (1...4).map { Option(value: String(1 << ($0 - 1)), label: "jaar \($0)") }
            ),
        ]
        dates = [
            values.text("vroegst", "Vroegste begindatum", kind: .date),
            values.text("laatst", "Laatste begindatum", kind: .date),
        ]
        weeks = [
            values.text("weken_minst", "Ten minste", kind: .number, unit: "weken"),
            values.text("weken", "Hoogstens", kind: .number, unit: "weken"),
        ]
        days = values.choices("dagen", "Op welke dagen kan iemand komen?", .checkbox, Option.weekdays)
        hours = [values.text("uren", "Uren per week", kind: .number, unit: "uur")]
        activities = lists.activities.map { Self.row($0, values: values) }
        activitiesError = values.error("activiteiten")
        presets = [
            Preset(value: "3", label: "Alles elke dag"), Preset(value: "2", label: "Alles elke week"),
            Preset(value: "1", label: "Alles af en toe"), Preset(value: "0", label: "Alles op niet"),
        ]
        supervisors =
            lists.supervisors.isEmpty
            ? nil
            : values.choices(
                "begeleiders",
                "Wie begeleidt er?",
                .checkbox,
                lists.supervisors,
                isRequired: false,
                isInline: false
            )
        noSupervisors =
            lists.supervisors.isEmpty
            ? Notice(
                .warning,
                text:
                    "Deze praktijk heeft nog geen praktijkopleider. Zonder begeleider past geen kandidaat op de plek.",
                link: PageLink("Voeg een praktijkopleider toe", practiceURL + "/begeleiders/nieuw")
            ) : nil
        employer = values.choices(
            "werkgever",
            "Wie is de werkgever bij BBL?",
            .radio,
            lists.employers,
            "Zonder werkgever past geen BBL-kandidaat."
        )
        seats = isNew ? values.text("plaatsen", "Hoeveel leerlingen tegelijk?", kind: .number, unit: "plaatsen") : nil
        more = [
            values.choices(
                "kansen",
                "Wat kan hier nog meer?",
                .checkbox,
                [
                    Option(value: "afmaken", label: "De hele opleiding kan hier worden afgemaakt"),
                    Option(value: "baan", label: "Er is kans op een baan"),
                ],
                isRequired: false,
                isInline: false
            ),
            values.choices(
                "biedt",
                "Wat past bij deze praktijk?",
                .checkbox,
                lists.offers,
                isRequired: false,
                isInline: false
            ),
            values.choices(
                "wenst",
                "Wat wenst de praktijk?",
                .checkbox,
                lists.wishes,
                isRequired: false,
                isInline: false
            ),
            values.choices(
                "scholen",
                "Alleen leerlingen van deze scholen",
                .checkbox,
                lists.schools,
                "Niets aangevinkt: elke school is goed.",
                isRequired: false,
                isInline: false
            ),
        ]
        moreSelects = [
            values.select(
                "gereserveerd",
                "Gereserveerd voor een school",
                lists.schools,
                isRequired: false,
                emptyLabel: "Niet gereserveerd"
            )
        ]
        moreFields = [
            values.text("gereserveerd_tot", "Gereserveerd tot en met", kind: .date, isRequired: false),
            values.text("team", "Mensen in het team", kind: .number, isRequired: false),
            values.text("niet_voor", "Niet benaderen voor", kind: .date, isRequired: false),
            values.text(
                "maanden",
                "Tijd tussen twee leerlingen",
                "Eén per twee jaar is 24 maanden.",
                kind: .number,
                isRequired: false,
                unit: "maanden"
            ),
        ]
        areas = [
            values.area("voorwaarden", "Afspraken vooraf", "Bijvoorbeeld: kennismaken met het hele team, VOG nodig."),
            values.area("contact", "Wie mag wie benaderen?", rows: 2),
        ]
        hasMore = isOpened || !values.errorLinks.isEmpty
        states =
            isNew
            ? values.choices(
                "stand",
                "Mag de plek meteen gevonden worden?",
                .radio,
                [
                    Option(value: "open", label: "Ja, zet de plek open"),
                    Option(value: "draft", label: "Nee, bewaar als concept"),
                ]
            ) : nil
        saveLabel = isNew ? "Bied de plek aan" : "Sla de wijzigingen op"
        self.cancel = cancel
    }

    private static func row(_ activity: Option, values: FormValues) -> ActivityRow {
        let name = "activiteit_\(activity.value)"
        let chosen = values.has(name) ? values[name] : "0"
        return ActivityRow(
            label: activity.label,
            cells: zip(["niet", "af en toe", "elke week", "elke dag"], 0...3).map { label, frequency in
                Cell(
                    id: "\(name)-\(frequency)",
                    name: name,
                    value: String(frequency),
                    label: "\(activity.label): \(label)",
                    isChecked: chosen == String(frequency)
                )
            }
        )
    }
}
