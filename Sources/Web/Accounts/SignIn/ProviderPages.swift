import PageKit
import Site

/// Signing in with the account of one's own organisation: what can go wrong, and linking it.
enum ProviderPages {
    static let all: [any Page.Type] = [
        ProviderListPage.self, ProviderLinkPage.self, ProviderProblemPage.self,
    ]
}

/// Signing in through a provider did not work: why, and what does.
struct ProviderProblemPage: Page {
    static let template = "providers/problem"

    let header: PageHeader
    let what: String
    let advice: String
    let links: [PageLink]

    init(title: String, what: String, advice: String, links: [PageLink]) {
        header = PageHeader(title: title, isError: true)
        self.what = what
        self.advice = advice
        self.links = links
    }
}

/// Whether to link the account that just signed in at the provider.
struct ProviderLinkPage: Page {
    static let template = "providers/link"

    let header: PageHeader
    let provider: String
    let person: String
    let attempt: String

    /// - Parameter attempt: what the form sends back to find this attempt.
    init(provider: String, person: String, attempt: String) {
        header = PageHeader(
            title: "Koppel je werkaccount",
            lead: "Daarna log je bij Doorwijzer in met je account van \(provider).",
            back: PageLink("Terug", "/account/koppelingen")
        )
        self.provider = provider
        self.person = person
        self.attempt = attempt
    }
}

/// `/account/koppelingen`: the accounts elsewhere that someone can sign in with.
struct ProviderListPage: Page {
    static let template = "providers/index"

    struct Row: Sendable {
        let name: String
        /// "di 24 nov"; nil when it is not linked.
        let linked: String?
        let isLinked: Bool
        let action: String

        /// - Parameters:
        ///   - linked: since when, as people read it; nil when it is not linked.
        ///   - action: where linking begins, or where the form to unlink goes.
        init(name: String, linked: String?, action: String) {
            self.name = name
            self.linked = linked
            isLinked = linked != nil
            self.action = action
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let canLink: Bool

    /// - Parameter canLink: whether the session is fresh enough to link.
    init(rows: [Row], canLink: Bool) {
        header = PageHeader(
            title: "Inloggen met je werkaccount",
            lead: "Koppel het account van je organisatie. Dan log je in zoals je gewend bent.",
            back: PageLink("Terug naar je account", "/account")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        self.canLink = canLink
    }
}
