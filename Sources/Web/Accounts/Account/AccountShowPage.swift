import PageKit
import Site

/// `/account`: who you are here, in which role you work, what protects your account and where you are signed in.
struct AccountShowPage: Page {
    static let template = "accounts/show"

    /// A role of one's own, with the button to work in it.
    struct Role: Sendable {
        let id: String
        let name: String
        let isCurrent: Bool

        init(id: String, name: String, isCurrent: Bool) {
            self.id = id
            self.name = name
            self.isCurrent = isCurrent
        }
    }

    /// A browser in which the person is signed in.
    struct Device: Sendable {
        let name: String
        let since: String
        let lastUse: String
        let isThis: Bool
        /// Ends it.
        let action: String

        init(name: String, since: String, lastUse: String, isThis: Bool, action: String) {
            self.name = name
            self.since = since
            self.lastUse = lastUse
            self.isThis = isThis
            self.action = action
        }
    }

    /// Something the person may do with the account.
    struct Door: Sendable {
        let title: String
        let text: String
        let link: PageLink

        init(title: String, text: String, link: PageLink) {
            self.title = title
            self.text = text
            self.link = link
        }
    }

    let header: PageHeader
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

    init(
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
}
