import PageKit
import Site

/// Managing staff: people of an organisation, one of them, and the organisations of the country.
enum StaffPages {
    static let all: [any Page.Type] = [StaffIndexPage.self, StaffShowPage.self, OrganisationIndexPage.self]
}

/// `/organisatie` and `/fonds/organisaties/{id}`: who works here, in which role, and the teams.
struct StaffIndexPage: Page {
    static let template = "staff/index"

    struct Row: Sendable {
        let name: String
        let url: String
        let mail: String
        let roles: String
        let tag: Tag
        let lastSeen: String

        init(name: String, url: String, mail: String, roles: String, tag: Tag, lastSeen: String) {
            self.name = name
            self.url = url
            self.mail = mail
            self.roles = roles
            self.tag = tag
            self.lastSeen = lastSeen
        }
    }

    struct Team: Sendable {
        let name: String
        let region: String
        let phone: String
        let mail: String

        init(name: String, region: String, phone: String, mail: String) {
            self.name = name
            self.region = region
            self.phone = phone
            self.mail = mail
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let teams: [Team]
    let hasTeams: Bool
    let addTeam: PageLink

    init(header: PageHeader, rows: [Row], teams: [Team], addTeam: PageLink) {
        self.header = header
        self.rows = rows
        hasRows = !rows.isEmpty
        self.teams = teams
        hasTeams = !teams.isEmpty
        self.addTeam = addTeam
    }
}

/// `/medewerkers/{id}`: one person for whoever administers the organisation.
struct StaffShowPage: Page {
    static let template = "staff/show"

    struct Role: Sendable {
        let name: String
        /// Where the question stands whether to take it; nil for what may not be taken.
        let take: String?

        init(name: String, take: String?) {
            self.name = name
            self.take = take
        }
    }

    /// A step for this account, with its own page to confirm or its own button.
    struct Step: Sendable {
        let title: String
        let text: String
        let link: PageLink?
        let action: String?
        let button: String

        /// - Parameters:
        ///   - link: to the page that asks first.
        ///   - action: posts at once, for what harms nobody.
        init(title: String, text: String, link: PageLink? = nil, action: String? = nil, button: String = "") {
            self.title = title
            self.text = text
            self.link = link
            self.action = action
            self.button = button
        }
    }

    let header: PageHeader
    let facts: [Fact]
    let roles: [Role]
    let hasRoles: Bool
    let giveURL: String
    let role: SelectField?
    let region: SelectField?
    let submissionID: String
    let steps: [Step]
    let history: [Fact]
    let hasHistory: Bool

    /// - Parameters:
    ///   - role: the roles that may be given; nil for whoever is no longer here.
    ///   - region: for a project leader.
    init(
        header: PageHeader,
        facts: [Fact],
        roles: [Role],
        giveURL: String,
        role: SelectField?,
        region: SelectField?,
        submissionID: String,
        steps: [Step],
        history: [Fact]
    ) {
        self.header = header
        self.facts = facts
        self.roles = roles
        hasRoles = !roles.isEmpty
        self.giveURL = giveURL
        self.role = role
        self.region = region
        self.submissionID = submissionID
        self.steps = steps
        self.history = history
        hasHistory = !history.isEmpty
    }
}

/// `/fonds/organisaties`: every organisation with who administers it.
struct OrganisationIndexPage: Page {
    static let template = "staff/organisations"

    struct Row: Sendable {
        let name: String
        let url: String
        let kind: String
        let people: String
        let administrators: String

        init(name: String, url: String, kind: String, people: String, administrators: String) {
            self.name = name
            self.url = url
            self.kind = kind
            self.people = people
            self.administrators = administrators
        }
    }

    let header: PageHeader
    let rows: [Row]

    init(header: PageHeader, rows: [Row]) {
        self.header = header
        self.rows = rows
    }
}
