import PageKit
import Site

/// `/mijn/toestemmingen`: which regions may look at my card, one click each.
struct OwnConsentsPage: Page {
    static let template = "own/consents"

    /// One region, or all neighbours.
    struct Row: Sendable {
        let name: String
        let value: String
        let tag: Tag
        let since: String
        /// Where to take it back; nil when it was not given.
        let withdrawURL: String?
        let note: String?
        let submissionID: String

        init(
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

    struct Past: Sendable {
        let text: String
        init(_ text: String) { self.text = text }
    }

    let header: PageHeader
    let ownRegion: String
    let text: String
    let textVersion: String
    let rows: [Row]
    let region: SelectField
    let submissionID: String
    let past: [Past]
    let hasPast: Bool

    init(
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
}

/// `/mijn/gegevens`: what is kept of me and why, and everything I can do with it.
struct OwnDataPage: Page {
    static let template = "own/data"

    struct Row: Sendable {
        let term: String
        let value: String
        let why: String

        init(_ term: String, _ value: String, why: String) {
            self.term = term
            self.value = value
            self.why = why
        }
    }

    struct Session: Sendable {
        let device: String
        let lastSeen: String
        let isThis: Bool

        init(device: String, lastSeen: String, isThis: Bool) {
            self.device = device
            self.lastSeen = lastSeen
            self.isThis = isThis
        }
    }

    let header: PageHeader
    let warning: Notice?
    let rows: [Row]
    let sessions: [Session]
    let links: [PageLink]

    /// - Parameter links: what else can be done, each on a page of its own.
    init(rows: [Row], sessions: [Session], links: [PageLink], warning: Notice?) {
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
}

/// `/mijn/inzage`: who looked at my file, when and why.
struct OwnReadsPage: Page {
    static let template = "own/reads"

    struct Row: Sendable {
        let when: String
        let who: String
        let organisation: String
        let why: String

        init(when: String, who: String, organisation: String, why: String) {
            self.when = when
            self.who = who
            self.organisation = organisation
            self.why = why
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let pagination: Pagination?

    init(rows: [Row], pagination: Pagination?) {
        header = PageHeader(
            title: "Wie bekeek mijn gegevens?",
            lead: "Elke keer dat iemand je gegevens opent, schrijven we op wie, wanneer en waarom.",
            back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        self.pagination = pagination
    }
}
