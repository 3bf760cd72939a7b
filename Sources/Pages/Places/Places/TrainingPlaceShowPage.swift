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

        public init(
            action: String,
            label: String,
            value: String = "",
            version: Int,
            submissionID: String,
            isPrimary: Bool = false
        ) {
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
            buttons: [Button],
            seats: [SeatTable],
            seatsScale: String,
            contacts: [Facts],
            practice: PageLink,
            waiting: Waiting?
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
        header: PageHeader,
        notices: [Notice],
        facts: Facts,
        activities: [ActivityGroup],
        supervision: [String],
        offers: [String],
        wishes: [String],
        schools: [String],
        preconditions: String?,
        contactRule: String?,
        inside: Inside?,
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
                supervision: ["1 begeleider"],
                offers: ["De praktijk heeft een klein team."],
                wishes: ["Wij zoeken iemand met eigen vervoer."],
                schools: ["Verzonnen College"],
                preconditions: "Rooster vooraf.",
                contactRule: "School belt eerst.",
                inside: Inside(
                    buttons: [
                        Button(
                            action: "/plekken/7F3K2M9Q/stand",
                            label: "Zet op pauze",
                            value: "paused",
                            version: 1,
                            submissionID: "a"
                        ),
                        Button(
                            action: "/plekken/7F3K2M9Q/kopie",
                            label: "Kopieer",
                            version: 1,
                            submissionID: "b",
                            isPrimary: true
                        ),
                    ],
                    seats: [
                        SeatTable(
                            title: "Plaats 1",
                            weekdays: ["ma", "di"],
                            length: 100,
                            occupations: [
                                .init(
                                    weekday: "ma",
                                    from: 0,
                                    until: 50,
                                    isTaken: true,
                                    line: .init("bezet", link: PageLink("7F3K", "/"))
                                ),
                                .init(weekday: "ma", from: 50, until: 90, isTaken: false, line: .init("vastgehouden")),
                            ]
                        )
                    ],
                    seatsScale: "1 sep 2027 tot 1 feb 2028",
                    contacts: [Facts([Fact("Naam", "Verzonnen Naam")])],
                    practice: PageLink("Praktijk De Linde", "/praktijken/7F3K2M9Q"),
                    waiting: Waiting(
                        rows: waiting,
                        others: "Bij andere teams passen 3 kandidaten.",
                        gains: ["Met een extra plaats past het vaker."]
                    )
                ),
                region: PageLink("Twente", "/regios/twente")
            )
        }
        return [
            sample([
                WaitingCandidateRow(
                    name: "Verzonnen Naam",
                    url: "/kandidaten/7F3K2M9Q",
                    waiting: "12 dagen",
                    distance: "4,2 km",
                    fit: FitBar(
                        id: "past-1",
                        total: 78,
                        parts: [.init(name: "Reisafstand", weight: 100, points: 780, share: 78)]
                    )
                )
            ]),
            sample([]),
            Self(
                header: PageHeader(title: "Stage"),
                notices: [],
                facts: Facts([]),
                activities: [],
                supervision: [],
                offers: [],
                wishes: [],
                schools: [],
                preconditions: nil,
                contactRule: nil,
                inside: nil,
                region: PageLink("Twente", "/regios/twente")
            ),
        ]
    }
}
