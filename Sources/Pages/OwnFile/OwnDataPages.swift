/// `/mijn/toestemmingen`: which regions may look at my card, one click each.
public struct OwnConsentsPage: Page {
    public static let template = "own/consents"

    /// One region, or all neighbours.
    public struct Row: Sendable {
        let name: String
        let value: String
        let tag: Tag
        let since: String
        /// Where to take it back; nil when it was not given.
        let withdrawURL: String?
        let note: String?
        let submissionID: String

        public init(
            name: String,
            value: String,
            tag: Tag,
            since: String,
            withdrawURL: String?,
            note: String? = nil,
            submissionID: String
        ) {
            self.name = name
            self.value = value
            self.tag = tag
            self.since = since
            self.withdrawURL = withdrawURL
            self.note = note
            self.submissionID = submissionID
        }
    }

    public struct Past: Sendable {
        let text: String
        public init(_ text: String) { self.text = text }
    }

    public let header: PageHeader
    let ownRegion: String
    let text: String
    let textVersion: String
    let rows: [Row]
    let region: SelectField
    let submissionID: String
    let past: [Past]
    let hasPast: Bool

    public init(
        ownRegion: String,
        text: String,
        textVersion: Int,
        rows: [Row],
        region: SelectField,
        submissionID: String,
        past: [Past],
        errors: [ErrorLink] = []
    ) {
        header = PageHeader(
            title: "Mijn toestemmingen",
            lead: "Jij kiest welke andere regio's mogen meekijken. Ze zien je naam niet.",
            back: PageLink("Terug naar mijn traject", "/mijn"),
            errors: errors
        )
        self.ownRegion = ownRegion
        self.text = text
        self.textVersion = String(textVersion)
        self.rows = rows
        self.region = region
        self.submissionID = submissionID
        self.past = past
        hasPast = !past.isEmpty
    }

    public static var samples: [OwnConsentsPage] {
        [
            OwnConsentsPage(
                ownRegion: "Twente",
                text: "Een andere regio mag mijn kaart zien.",
                textVersion: 1,
                rows: [
                    Row(
                        name: "Alle buurregio's",
                        value: "buren",
                        tag: Tag("geldt", .ok),
                        since: "sinds di 24 nov",
                        withdrawURL: "/mijn/toestemmingen/1/intrekken",
                        note: "Deze regio bekijkt je kaart nu.",
                        submissionID: "1"
                    ),
                    Row(
                        name: "Drenthe",
                        value: "RA0102",
                        tag: Tag("niet gegeven", .neutral),
                        since: "",
                        withdrawURL: nil,
                        submissionID: "2"
                    ),
                ],
                region: SelectField(
                    name: "regio",
                    label: "Een andere regio",
                    options: [Option(value: "RA0101", label: "Groningen")]
                ),
                submissionID: "3",
                past: [Past("Zwolle: gegeven 3 nov, ingetrokken 10 nov.")],
                errors: [ErrorLink(fieldID: "regio", text: "Kies een regio.")]
            )
        ]
    }
}

/// `/mijn/gegevens`: what is kept of me and why, and everything I can do with it.
public struct OwnDataPage: Page {
    public static let template = "own/data"

    public struct Row: Sendable {
        let term: String
        let value: String
        let why: String

        public init(_ term: String, _ value: String, why: String) {
            self.term = term
            self.value = value
            self.why = why
        }
    }

    public struct Session: Sendable {
        let device: String
        let lastSeen: String
        let isThis: Bool

        public init(device: String, lastSeen: String, isThis: Bool) {
            self.device = device
            self.lastSeen = lastSeen
            self.isThis = isThis
        }
    }

    public let header: PageHeader
    let warning: Notice?
    let rows: [Row]
    let sessions: [Session]
    let links: [PageLink]

    /// - Parameter links: what else can be done, each on a page of its own.
    public init(rows: [Row], sessions: [Session], links: [PageLink], warning: Notice?) {
        header = PageHeader(
            title: "Mijn gegevens",
            lead: "Dit weten we van je, en hiervoor gebruiken we het.",
            back: PageLink("Terug naar mijn traject", "/mijn"),
            action: PageLink("Wijzig mijn gegevens", "/mijn/gegevens/wijzigen")
        )
        self.warning = warning
        self.rows = rows
        self.sessions = sessions
        self.links = links
    }

    public static var samples: [OwnDataPage] {
        [
            OwnDataPage(
                rows: [Row("Naam", "Anna van den Berg", why: "Om je te herkennen.")],
                sessions: [Session(device: "Firefox op Windows", lastSeen: "vandaag 10:00", isThis: true)],
                links: [PageLink("Wie bekeek mijn gegevens?", "/mijn/inzage")],
                warning: Notice(.warning, text: "Misschien sta je twee keer ingeschreven.")
            )
        ]
    }
}

/// `/mijn/inzage`: who looked at my file, when and why.
public struct OwnReadsPage: Page {
    public static let template = "own/reads"

    public struct Row: Sendable {
        let when: String
        let who: String
        let organisation: String
        let why: String

        public init(when: String, who: String, organisation: String, why: String) {
            self.when = when
            self.who = who
            self.organisation = organisation
            self.why = why
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let pagination: Pagination?

    public init(rows: [Row], pagination: Pagination?) {
        header = PageHeader(
            title: "Wie bekeek mijn gegevens?",
            lead: "Elke keer dat iemand je gegevens opent, schrijven we op wie, wanneer en waarom.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        self.pagination = pagination
    }

    public static var samples: [OwnReadsPage] {
        [
            OwnReadsPage(
                rows: [
                    Row(
                        when: "di 24 nov 10:00",
                        who: "Marit Voorbeeld",
                        organisation: "RHO Voorbeeld",
                        why: "Je traject bekeken"
                    )
                ],
                pagination: Pagination(summary: "50 keer", previous: nil, next: PageLink("Ouder", "/mijn/inzage?na=x"))
            ),
            OwnReadsPage(rows: [], pagination: nil),
        ]
    }
}
