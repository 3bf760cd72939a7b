public enum TrainingPlacePages {
    static let all: [any Page.Type] = [
        TrainingPlaceIndexPage.self, TrainingPlaceShowPage.self, TrainingPlaceFormPage.self, TrainingPlaceStartPage.self,
    ]
}

/// `/plekken`: the list of training places.
public struct TrainingPlaceIndexPage: Page {
    public static let template = "places/index"

    /// One place in a list; all texts finished.
    public struct Row: Sendable {
        let url: String
        let title: String
        let practice: String
        let town: String
        let region: String
        let routes: String
        let start: String
        let duration: String
        let days: String
        let free: String
        let state: Tag

        public init(
            url: String, title: String, practice: String, town: String, region: String, routes: String, start: String,
            duration: String, days: String, free: String, state: Tag
        ) {
            self.url = url
            self.title = title
            self.practice = practice
            self.town = town
            self.region = region
            self.routes = routes
            self.start = start
            self.duration = duration
            self.days = days
            self.free = free
            self.state = state
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
        [
            Self(
                header: PageHeader(
                    title: "Plekken", breadcrumbs: [PageLink("Start", "/")], action: PageLink("Nieuwe plek", "/plekken/nieuw")),
                filters: Filters(action: "/plekken", summary: "1 plek"),
                rows: [
                    Row(
                        url: "/plekken/7F3K2M9Q", title: "Stage (BPV)", practice: "Praktijk De Linde", town: "Enschede",
                        region: "Twente", routes: "BOL", start: "wo 1 sep 2027 tot vr 1 okt 2027", duration: "20 weken",
                        days: "ma, di, do · 24 uur", free: "1 van 2 vrij", state: Tag("open", .ok))
                ],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."),
                pagination: Pagination(summary: "1–1 van 1")),
            Self(
                header: PageHeader(title: "Plekken"), filters: Filters(action: "/plekken", summary: "0 plekken"), rows: [],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."), pagination: nil),
        ]
    }
}

/// What lies on one seat: a row per weekday, drawn and in words.
public struct SeatTable: Sendable {
    struct Bar: Sendable {
        let x: String
        let width: String
        let isTaken: Bool
    }

    struct Day: Sendable {
        let name: String
        let bars: [Bar]
        let lines: [Line]
        let isFree: Bool
    }

    /// One occupation in words.
    public struct Line: Sendable {
        let text: String
        let link: PageLink?

        public init(_ text: String, link: PageLink? = nil) {
            self.text = text
            self.link = link
        }
    }

    /// An occupation as days since the beginning of the drawn period.
    public struct Occupation: Sendable {
        let weekday: String
        let from: Int
        let until: Int
        let isTaken: Bool
        let line: Line

        public init(weekday: String, from: Int, until: Int, isTaken: Bool, line: Line) {
            self.weekday = weekday
            self.from = from
            self.until = until
            self.isTaken = isTaken
            self.line = line
        }
    }

    let title: String
    let days: [Day]

    /// - Parameters:
    ///   - weekdays: the names of the offered days, in order; occupations on other days get a row as well.
    ///   - length: how many days the drawn period has.
    public init(title: String, weekdays: [String], length: Int, occupations: [Occupation]) {
        let names = weekdays + occupations.map(\.weekday).reduce(into: [String]()) { found, name in
            if !weekdays.contains(name), !found.contains(name) { found.append(name) }
        }
        let unit = 1000 / Double(max(1, length))
        self.title = title
        days = names.map { name in
            let lying = occupations.filter { $0.weekday == name }
            return Day(
                name: name,
                bars: lying.map { occupation in
                    let (from, until) = (min(max(0, occupation.from), length), min(max(0, occupation.until), length))
                    return Bar(
                        x: Drawing.number(Double(from) * unit), width: Drawing.number(Double(until - from) * unit),
                        isTaken: occupation.isTaken)
                },
                lines: lying.map(\.line), isFree: lying.isEmpty)
        }
    }
}

/// A candidate of the own team who waits and fits a place.
public struct WaitingCandidateRow: Sendable {
    let name: String
    let url: String
    let waiting: String
    let distance: String
    let fit: FitBar

    public init(name: String, url: String, waiting: String, distance: String, fit: FitBar) {
        self.name = name
        self.url = url
        self.waiting = waiting
        self.distance = distance
        self.fit = fit
    }
}

/// `/plekken/{kenmerk}`: one place. Visitors see what is public; its region's teams manage it here.
public struct TrainingPlaceShowPage: Page {
    public static let template = "places/show"

    /// Activities with the same frequency.
    public struct ActivityGroup: Sendable {
        let frequency: String
        let names: [String]

        public init(frequency: String, names: [String]) {
            self.frequency = frequency
            self.names = names
        }
    }

    /// A button that changes the place; each is a form of its own.
    public struct Button: Sendable {
        let action: String
        let label: String
        let value: String
        let version: String
        let submissionID: String
        let isPrimary: Bool

        public init(action: String, label: String, value: String = "", version: Int, submissionID: String, isPrimary: Bool = false) {
            self.action = action
            self.label = label
            self.value = value
            self.version = String(version)
            self.submissionID = submissionID
            self.isPrimary = isPrimary
        }
    }

    public struct Waiting: Sendable {
        let rows: [WaitingCandidateRow]
        let hasRows: Bool
        let others: String
        let gains: [String]
        let hasGains: Bool

        /// - Parameters:
        ///   - others: a sentence about other teams' candidates, as a count.
        ///   - gains: what the practice could change, and for how many it would help.
        public init(rows: [WaitingCandidateRow], others: String, gains: [String]) {
            self.gains = gains
            hasGains = !gains.isEmpty
            self.rows = rows
            hasRows = !rows.isEmpty
            self.others = others
        }
    }

    /// What only coordinators see.
    public struct Inside: Sendable {
        let buttons: [Button]
        let hasButtons: Bool
        let seats: [SeatTable]
        let seatsScale: String
        let contacts: [Facts]
        let hasContacts: Bool
        let practice: PageLink
        let waiting: Waiting?

        public init(
            buttons: [Button], seats: [SeatTable], seatsScale: String, contacts: [Facts], practice: PageLink, waiting: Waiting?
        ) {
            self.buttons = buttons
            hasButtons = !buttons.isEmpty
            self.seats = seats
            self.seatsScale = seatsScale
            self.contacts = contacts
            hasContacts = !contacts.isEmpty
            self.practice = practice
            self.waiting = waiting
        }
    }

    public let header: PageHeader
    let notices: [Notice]
    let facts: Facts
    let activities: [ActivityGroup]
    let hasActivities: Bool
    let supervision: [String]
    let offers: [String]
    let hasOffers: Bool
    let wishes: [String]
    let hasWishes: Bool
    let schools: [String]
    let hasSchools: Bool
    let preconditions: String?
    let contactRule: String?
    let inside: Inside?
    let region: PageLink
    let isPublic: Bool

    public init(
        header: PageHeader, notices: [Notice], facts: Facts, activities: [ActivityGroup], supervision: [String],
        offers: [String], wishes: [String], schools: [String], preconditions: String?, contactRule: String?, inside: Inside?,
        region: PageLink
    ) {
        self.header = header
        self.notices = notices
        self.facts = facts
        self.activities = activities
        hasActivities = !activities.isEmpty
        self.supervision = supervision
        self.offers = offers
        hasOffers = !offers.isEmpty
        self.wishes = wishes
        hasWishes = !wishes.isEmpty
        self.schools = schools
        hasSchools = !schools.isEmpty
        self.preconditions = preconditions
        self.contactRule = contactRule
        self.inside = inside
        self.region = region
        isPublic = inside == nil
    }

    public static var samples: [Self] {
        func sample(_ waiting: [WaitingCandidateRow]) -> Self {
            Self(
                header: PageHeader(title: "Stage (BPV) bij Praktijk De Linde", tags: [Tag("open", .ok)]),
                notices: [Notice(.warning, text: "De erkenning is aangevraagd.")],
                facts: Facts([Fact("Begin", "wo 1 sep 2027")]),
                activities: [ActivityGroup(frequency: "Elke dag", names: ["telefonische triage"])],
                supervision: ["1 begeleider"], offers: ["De praktijk heeft een klein team."],
                wishes: ["Wij zoeken iemand met eigen vervoer."], schools: ["Verzonnen College"], preconditions: "Rooster vooraf.",
                contactRule: "School belt eerst.",
                inside: Inside(
                    buttons: [
                        Button(action: "/plekken/7F3K2M9Q/stand", label: "Zet op pauze", value: "paused", version: 1, submissionID: "a"),
                        Button(action: "/plekken/7F3K2M9Q/kopie", label: "Kopieer", version: 1, submissionID: "b", isPrimary: true),
                    ],
                    seats: [
                        SeatTable(
                            title: "Plaats 1", weekdays: ["ma", "di"], length: 100,
                            occupations: [
                                .init(weekday: "ma", from: 0, until: 50, isTaken: true, line: .init("bezet", link: PageLink("7F3K", "/"))),
                                .init(weekday: "ma", from: 50, until: 90, isTaken: false, line: .init("vastgehouden")),
                            ])
                    ],
                    seatsScale: "1 sep 2027 tot 1 feb 2028", contacts: [Facts([Fact("Naam", "Verzonnen Naam")])],
                    practice: PageLink("Praktijk De Linde", "/praktijken/7F3K2M9Q"),
                    waiting: Waiting(rows: waiting, others: "Bij andere teams passen 3 kandidaten.", gains: ["Met een extra plaats past het vaker."])),
                region: PageLink("Twente", "/regios/twente"))
        }
        return [
            sample([
                WaitingCandidateRow(
                    name: "Verzonnen Naam", url: "/kandidaten/7F3K2M9Q", waiting: "12 dagen", distance: "4,2 km",
                    fit: FitBar(id: "past-1", total: 78, parts: [.init(name: "Reisafstand", weight: 100, points: 780, share: 78)]))
            ]),
            sample([]),
            Self(
                header: PageHeader(title: "Stage"), notices: [], facts: Facts([]), activities: [], supervision: [], offers: [],
                wishes: [], schools: [], preconditions: nil, contactRule: nil, inside: nil,
                region: PageLink("Twente", "/regios/twente")),
        ]
    }
}
