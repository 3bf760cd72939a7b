/// Managing staff: people of an organisation, one of them, and the organisations of the country.
public enum StaffPages {
    static let all: [any Page.Type] = [StaffIndexPage.self, StaffShowPage.self, OrganisationIndexPage.self]
}

/// `/organisatie` and `/fonds/organisaties/{id}`: who works here, in which role, and the teams.
public struct StaffIndexPage: Page {
    public static let template = "staff/index"

    public struct Row: Sendable {
        let name: String
        let url: String
        let mail: String
        let roles: String
        let tag: Tag
        let lastSeen: String

        public init(name: String, url: String, mail: String, roles: String, tag: Tag, lastSeen: String) {
            self.name = name
            self.url = url
            self.mail = mail
            self.roles = roles
            self.tag = tag
            self.lastSeen = lastSeen
        }
    }

    public struct Team: Sendable {
        let name: String
        let region: String
        let phone: String
        let mail: String

        public init(name: String, region: String, phone: String, mail: String) {
            self.name = name
            self.region = region
            self.phone = phone
            self.mail = mail
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let teams: [Team]
    let hasTeams: Bool
    let addTeam: PageLink

    public init(header: PageHeader, rows: [Row], teams: [Team], addTeam: PageLink) {
        self.header = header
        self.rows = rows
        hasRows = !rows.isEmpty
        self.teams = teams
        hasTeams = !teams.isEmpty
        self.addTeam = addTeam
    }

    public static var samples: [StaffIndexPage] {
        let header = PageHeader(
            title: "RHO Voorbeeldstad",
            action: PageLink("Nodig iemand uit", "/organisatie/uitnodigen")
        )
        return [
            StaffIndexPage(
                header: header,
                rows: [
                    Row(
                        name: "Jo Voorbeeld",
                        url: "/medewerkers/1",
                        mail: "jo@rho.example",
                        roles: "coördinator, Team Voorbeeldstad",
                        tag: Tag("actief", .ok),
                        lastSeen: "di 24 nov"
                    )
                ],
                teams: [
                    Team(name: "Team Voorbeeldstad", region: "Twente", phone: "053 123 45 67", mail: "t@rho.example")
                ],
                addTeam: PageLink("Voeg een team toe", "/organisatie/teams/nieuw")
            ),
            StaffIndexPage(
                header: header,
                rows: [],
                teams: [],
                addTeam: PageLink("Voeg een team toe", "/organisatie/teams/nieuw")
            ),
        ]
    }
}

/// `/medewerkers/{id}`: one person for who administers the organisation.
public struct StaffShowPage: Page {
    public static let template = "staff/show"

    public struct Role: Sendable {
        let name: String
        /// Where the question stands whether to take it; nil for what may not be taken.
        let take: String?

        public init(name: String, take: String?) {
            self.name = name
            self.take = take
        }
    }

    /// A step for this account, with its own page to confirm or its own button.
    public struct Step: Sendable {
        let title: String
        let text: String
        let link: PageLink?
        let action: String?
        let button: String

        /// - Parameters:
        ///   - link: to the page that asks first.
        ///   - action: posts at once, for what harms nobody.
        public init(title: String, text: String, link: PageLink? = nil, action: String? = nil, button: String = "") {
            self.title = title
            self.text = text
            self.link = link
            self.action = action
            self.button = button
        }
    }

    public let header: PageHeader
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
    ///   - role: the roles that may be given; nil for who is no longer here.
    ///   - region: for a project leader.
    public init(
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

    public static var samples: [StaffShowPage] {
        let option = [Option(value: "1", label: "coördinator, Team Voorbeeldstad")]
        return [
            StaffShowPage(
                header: PageHeader(title: "Jo Voorbeeld", back: PageLink("Terug", "/organisatie")),
                facts: [Fact("E-mailadres", "jo@rho.example")],
                roles: [
                    Role(name: "coördinator, Team Voorbeeldstad", take: "/medewerkers/1/rollen/2/weg"),
                    Role(name: "beheerder van de organisatie", take: nil),
                ],
                giveURL: "/medewerkers/1/rollen",
                role: SelectField(name: "rol", label: "Rol", options: option),
                region: SelectField(name: "regio", label: "Regio", options: option),
                submissionID: "1",
                steps: [
                    Step(
                        title: "Uitnodiging",
                        text: "De uitnodiging is nog niet gebruikt.",
                        action: "/medewerkers/1/uitnodiging",
                        button: "Stuur de uitnodiging opnieuw"
                    ),
                    Step(
                        title: "Account sluiten",
                        text: "Dan kan Jo niet meer inloggen.",
                        link: PageLink("Sluit dit account", "/medewerkers/1/sluiten")
                    ),
                ],
                history: [Fact("di 24 nov, 10.00 uur", "Uitgenodigd door Sam Voorbeeld")]
            ),
            StaffShowPage(
                header: PageHeader(title: "Jo Voorbeeld"),
                facts: [],
                roles: [],
                giveURL: "/medewerkers/1/rollen",
                role: nil,
                region: nil,
                submissionID: "1",
                steps: [],
                history: []
            ),
        ]
    }
}

/// `/fonds/organisaties`: every organisation with who administers it.
public struct OrganisationIndexPage: Page {
    public static let template = "staff/organisations"

    public struct Row: Sendable {
        let name: String
        let url: String
        let kind: String
        let people: String
        let administrators: String

        public init(name: String, url: String, kind: String, people: String, administrators: String) {
            self.name = name
            self.url = url
            self.kind = kind
            self.people = people
            self.administrators = administrators
        }
    }

    public let header: PageHeader
    let rows: [Row]

    public init(header: PageHeader, rows: [Row]) {
        self.header = header
        self.rows = rows
    }

    public static var samples: [OrganisationIndexPage] {
        [
            OrganisationIndexPage(
                header: PageHeader(title: "Organisaties"),
                rows: [
                    Row(
                        name: "RHO Voorbeeldstad",
                        url: "/fonds/organisaties/1",
                        kind: "regionale huisartsenorganisatie",
                        people: "4",
                        administrators: "Jo Voorbeeld"
                    )
                ]
            )
        ]
    }
}
