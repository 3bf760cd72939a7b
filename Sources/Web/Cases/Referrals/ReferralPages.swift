import PageKit
import Site

/// The pages of referrals: choosing a region and places, what came in and went out, and one referral.
enum ReferralPages {
    static let all: [any Page.Type] = [
        ReferralRegionsPage.self, ReferralNewPage.self, ReferralListPage.self, ReferralShowPage.self,
        ReferralTakenBackPage.self,
    ]
}

/// `/kandidaten/{kenmerk}/doorverwijzen`, step 1: which region.
struct ReferralRegionsPage: Page {
    static let template = "referrals/regions"

    struct Region: Sendable {
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
        init(
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

    let header: PageHeader
    let steps: Steps
    let problem: Notice?
    let regions: [Region]
    let hasRegions: Bool
    let empty: EmptyState
    let consentsURL: String

    init(header: PageHeader, problem: Notice?, regions: [Region], watchURL: String, consentsURL: String) {
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
}

/// Step 2: places, motivation, consent, and send.
struct ReferralNewPage: Page {
    static let template = "referrals/new"

    /// Asked only where the candidate has not agreed to this region yet.
    struct ConsentEntry: Sendable {
        let text: String
        let spoken: Choices
        let channel: Choices
        let scope: Choices?

        init(text: String, spoken: Choices, channel: Choices, scope: Choices?) {
            self.text = text
            self.spoken = spoken
            self.channel = channel
            self.scope = scope
        }
    }

    let header: PageHeader
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

    init(
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
}

/// `/doorverwijzingen`: what came in and what was sent.
struct ReferralListPage: Page {
    static let template = "referrals/index"

    struct Row: Sendable {
        let url: String
        let title: String
        let place: String
        let tag: Tag
        let due: String
        let days: String
        let isOverdue: Bool

        init(url: String, title: String, place: String, tag: Tag, due: String, days: String, isOverdue: Bool) {
            self.url = url
            self.title = title
            self.place = place
            self.tag = tag
            self.due = due
            self.days = days
            self.isOverdue = isOverdue
        }
    }

    let header: PageHeader
    let tabs: Tabs
    let filters: Filters
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState
    let pagination: Pagination?
    let takenBack: [Row]
    let hasTakenBack: Bool

    init(
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
}
