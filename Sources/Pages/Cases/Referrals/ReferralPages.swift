/// The pages of referrals: choosing a region and places, what came in and went out, and one referral.
public enum ReferralPages {
    static let all: [any Page.Type] = [
        ReferralRegionsPage.self, ReferralNewPage.self, ReferralListPage.self, ReferralShowPage.self,
        ReferralTakenBackPage.self,
    ]
}

/// `/kandidaten/{kenmerk}/doorverwijzen`, step 1: which region.
public struct ReferralRegionsPage: Page {
    public static let template = "referrals/regions"

    public struct Region: Sendable {
        let name: String
        let url: String
        let places: String
        let best: String
        let nearest: String
        let consent: Tag
        let visited: String
        let isNeighbour: Bool
        let hasPlaces: Bool

        /// - Parameters:
        ///   - url: step 2 for this region; shown as a link where there are places.
        ///   - visited: when it was asked and what it said; "nee" otherwise.
        public init(
            name: String,
            url: String,
            places: Int,
            best: String,
            nearest: String,
            consent: Tag,
            visited: String,
            isNeighbour: Bool
        ) {
            self.name = name
            self.url = url
            self.places = String(places)
            self.best = best
            self.nearest = nearest
            self.consent = consent
            self.visited = visited
            self.isNeighbour = isNeighbour
            hasPlaces = places > 0
        }
    }

    public let header: PageHeader
    let steps: Steps
    let problem: Notice?
    let regions: [Region]
    let hasRegions: Bool
    let empty: EmptyState
    let consentsURL: String

    public init(header: PageHeader, problem: Notice?, regions: [Region], watchURL: String, consentsURL: String) {
        self.header = header
        steps = Steps(current: 1, of: 2, title: "De regio")
        self.problem = problem
        self.regions = regions
        hasRegions = !regions.isEmpty
        empty = EmptyState(
            title: "Nergens een plek die past",
            text: "Op dit moment past geen open plek in het land bij deze kandidaat. "
                + "Zet de kandidaat op “we blijven zoeken”. Dan kijken we bij elke nieuwe plek.",
            action: PageLink("Blijf zoeken voor deze kandidaat", watchURL)
        )
        self.consentsURL = consentsURL
    }

    public static var samples: [ReferralRegionsPage] {
        let header = PageHeader(
            title: "Naar welke regio?",
            back: PageLink("Terug naar Anna", "/kandidaten/7F3K2M9Q")
        )
        return [
            ReferralRegionsPage(
                header: header,
                problem: Notice(.warning, text: "De keten is vol."),
                regions: [
                    Region(
                        name: "Regio Zwolle",
                        url: "/kandidaten/7F3K2M9Q/doorverwijzen?regio=AM05",
                        places: 3,
                        best: "78",
                        nearest: "18 km",
                        consent: Tag("ja", .ok),
                        visited: "nee",
                        isNeighbour: true
                    )
                ],
                watchURL: "/kandidaten/7F3K2M9Q/stap/blijven-zoeken",
                consentsURL: "/kandidaten/7F3K2M9Q/toestemmingen"
            ),
            ReferralRegionsPage(
                header: header,
                problem: nil,
                regions: [],
                watchURL: "/kandidaten/7F3K2M9Q/stap/blijven-zoeken",
                consentsURL: "/kandidaten/7F3K2M9Q/toestemmingen"
            ),
        ]
    }
}

/// Step 2: places, motivation, consent, and send.
public struct ReferralNewPage: Page {
    public static let template = "referrals/new"

    /// Asked only where the candidate has not agreed to this region yet.
    public struct ConsentEntry: Sendable {
        let text: String
        let spoken: Choices
        let channel: Choices
        let scope: Choices?

        public init(text: String, spoken: Choices, channel: Choices, scope: Choices?) {
            self.text = text
            self.spoken = spoken
            self.channel = channel
            self.scope = scope
        }
    }

    public let header: PageHeader
    let steps: Steps
    let problem: Notice?
    let action: String
    let regionCode: String
    let regionsURL: String
    let version: String
    let submissionID: String
    let places: Choices
    let held: Choices
    let motivation: TextArea
    let consentGiven: Notice?
    let consentEntry: ConsentEntry?
    let newFact: SelectField?
    let due: String
    let receiver: Facts

    public init(
        header: PageHeader,
        problem: Notice?,
        action: String,
        regionCode: String,
        regionsURL: String,
        version: Int,
        submissionID: String,
        places: Choices,
        held: Choices,
        motivation: TextArea,
        consentGiven: Notice?,
        consentEntry: ConsentEntry?,
        newFact: SelectField?,
        due: String,
        receiver: Facts
    ) {
        self.header = header
        steps = Steps(current: 2, of: 2, title: "Plekken, motivatie en toestemming")
        self.problem = problem
        self.action = action
        self.regionCode = regionCode
        self.regionsURL = regionsURL
        self.version = String(version)
        self.submissionID = submissionID
        self.places = places
        self.held = held
        self.motivation = motivation
        self.consentGiven = consentGiven
        self.consentEntry = consentEntry
        self.newFact = newFact
        self.due = due
        self.receiver = receiver
    }

    public static var samples: [ReferralNewPage] {
        let option = [Option(value: "1", label: "De Beuk, Zwolle", description: "Past voor 78")]
        return [
            ReferralNewPage(
                header: PageHeader(
                    title: "Verwijs Anna door naar Zwolle",
                    back: PageLink("Kies een andere regio", "/kandidaten"),
                    errors: [ErrorLink(fieldID: "motivatie", text: "Schrijf waarom.")]
                ),
                problem: Notice(.warning, text: "Deze plek is net bezet."),
                action: "/kandidaten/7F3K2M9Q/doorverwijzen",
                regionCode: "AM05",
                regionsURL: "/kandidaten/7F3K2M9Q/doorverwijzen",
                version: 1,
                submissionID: "1",
                places: Choices(name: "plekken", legend: "Plekken", kind: .checkbox, options: option),
                held: Choices(name: "vasthouden", legend: "Welke houden we vast?", kind: .radio, options: option),
                motivation: TextArea(name: "motivatie", label: "Motivatie"),
                consentGiven: Notice(.ok, text: "Anna gaf toestemming."),
                consentEntry: ConsentEntry(
                    text: "Een andere regio mag mijn kaart zien.",
                    spoken: Choices(name: "toestemming", legend: "Toestemming", kind: .checkbox, options: option),
                    channel: Choices(name: "kanaal", legend: "Hoe", kind: .radio, options: option),
                    scope: Choices(name: "bereik", legend: "Voor", kind: .radio, options: option)
                ),
                newFact: SelectField(name: "nieuw", label: "Wat is er nieuw?", options: option),
                due: "di 1 dec",
                receiver: Facts([Fact("Team Zwolle", "038 000 00 00")])
            )
        ]
    }
}

/// `/doorverwijzingen`: what came in and what was sent.
public struct ReferralListPage: Page {
    public static let template = "referrals/index"

    public struct Row: Sendable {
        let url: String
        let title: String
        let place: String
        let tag: Tag
        let due: String
        let days: String
        let isOverdue: Bool

        public init(url: String, title: String, place: String, tag: Tag, due: String, days: String, isOverdue: Bool) {
            self.url = url
            self.title = title
            self.place = place
            self.tag = tag
            self.due = due
            self.days = days
            self.isOverdue = isOverdue
        }
    }

    public let header: PageHeader
    let tabs: Tabs
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState
    let pagination: Pagination?
    let takenBack: [Row]
    let hasTakenBack: Bool

    public init(
        header: PageHeader,
        tabs: Tabs,
        filters: Filters,
        rows: [Row],
        empty: EmptyState,
        pagination: Pagination?,
        takenBack: [Row]
    ) {
        self.header = header
        self.tabs = tabs
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = empty
        self.pagination = pagination
        self.takenBack = takenBack
        hasTakenBack = !takenBack.isEmpty
    }

    public static var samples: [ReferralListPage] {
        let row = Row(
            url: "/doorverwijzingen/7F3K2M9Q",
            title: "Uit Twente",
            place: "De Beuk, Zwolle",
            tag: Tag("wacht op antwoord", .waiting),
            due: "di 1 dec",
            days: "2 dagen",
            isOverdue: true
        )
        return [
            ReferralListPage(
                header: PageHeader(title: "Doorverwijzingen"),
                tabs: Tabs(
                    label: "Richting",
                    [Tab("Ontvangen", url: "/doorverwijzingen", isCurrent: true, count: "1")]
                ),
                filters: Filters(action: "/doorverwijzingen", summary: "1 doorverwijzing"),
                rows: [row],
                empty: EmptyState(title: "Niets", text: "Nog niets."),
                pagination: Pagination(summary: "1–1 van 1", previous: nil, next: nil),
                takenBack: [row]
            ),
            ReferralListPage(
                header: PageHeader(title: "Doorverwijzingen"),
                tabs: Tabs(label: "Richting", []),
                filters: Filters(action: "/doorverwijzingen", summary: "0 doorverwijzingen"),
                rows: [],
                empty: EmptyState(title: "Niets", text: "Nog niets."),
                pagination: nil,
                takenBack: []
            ),
        ]
    }
}
