/// `/account`: who you are here, in which role you work, what protects your account and where you are signed in.
public struct AccountShowPage: Page {
    public static let template = "accounts/show"

    /// A role of one's own, with the button to work in it.
    public struct Role: Sendable {
        let id: String
        let name: String
        let isCurrent: Bool

        public init(id: String, name: String, isCurrent: Bool) {
            self.id = id
            self.name = name
            self.isCurrent = isCurrent
        }
    }

    /// A browser in which the person is signed in.
    public struct Device: Sendable {
        let name: String
        let since: String
        let lastUse: String
        let isThis: Bool
        /// Ends it.
        let action: String

        public init(name: String, since: String, lastUse: String, isThis: Bool, action: String) {
            self.name = name
            self.since = since
            self.lastUse = lastUse
            self.isThis = isThis
            self.action = action
        }
    }

    /// Something the person may do with the account.
    public struct Door: Sendable {
        let title: String
        let text: String
        let link: PageLink

        public init(title: String, text: String, link: PageLink) {
            self.title = title
            self.text = text
            self.link = link
        }
    }

    public let header: PageHeader
    let facts: [Fact]
    let roles: [Role]
    let hasRoles: Bool
    let canSwitch: Bool
    let doors: [Door]
    let devices: [Device]
    let hasDevices: Bool
    let signOutURL: String
    let history: [Fact]
    let hasHistory: Bool

    public init(
        header: PageHeader,
        facts: [Fact],
        roles: [Role],
        doors: [Door],
        devices: [Device],
        signOutURL: String,
        history: [Fact]
    ) {
        self.header = header
        self.facts = facts
        self.roles = roles
        hasRoles = !roles.isEmpty
        canSwitch = roles.count > 1
        self.doors = doors
        self.devices = devices
        hasDevices = !devices.isEmpty
        self.signOutURL = signOutURL
        self.history = history
        hasHistory = !history.isEmpty
    }

    public static var samples: [AccountShowPage] {
        [
            AccountShowPage(
                header: PageHeader(title: "Je account"),
                facts: [Fact("Naam", "Jo Voorbeeld"), Fact("E-mailadres", "jo@rho.example")],
                roles: [
                    Role(id: "1", name: "coördinator, Team Voorbeeldstad", isCurrent: true),
                    Role(id: "2", name: "beheerder van de organisatie", isCurrent: false),
                ],
                doors: [
                    Door(
                        title: "Wachtwoord",
                        text: "Gewijzigd op di 24 nov.",
                        link: PageLink("Wijzig je wachtwoord", "/account/wachtwoord")
                    )
                ],
                devices: [
                    Device(name: "Firefox op Windows", since: "di 24 nov", lastUse: "nu", isThis: true, action: "/a"),
                    Device(
                        name: "Chrome op Android",
                        since: "ma 23 nov",
                        lastUse: "10.05",
                        isThis: false,
                        action: "/b"
                    ),
                ],
                signOutURL: "/afmelden",
                history: [Fact("di 24 nov, 10.00 uur", "Aangemeld")]
            )
        ]
    }
}
