/// Signing in with the account of one's own organisation: what can go wrong, and linking it.
public enum ProviderPages {
    static let all: [any Page.Type] = [
        ProviderListPage.self, ProviderLinkPage.self, ProviderProblemPage.self,
    ]
}

/// Signing in through a provider did not work: why, and what does.
public struct ProviderProblemPage: Page {
    public static let template = "providers/problem"

    public let header: PageHeader
    let what: String
    let advice: String
    let links: [PageLink]

    public init(title: String, what: String, advice: String, links: [PageLink]) {
        header = PageHeader(title: title, isError: true)
        self.what = what
        self.advice = advice
        self.links = links
    }

    public static var samples: [ProviderProblemPage] {
        [
            ProviderProblemPage(
                title: "Dit werkaccount is nog niet gekoppeld",
                what: "Je bent bij Zorgrand (fictief) ingelogd, maar we weten nog niet wie je bij ons bent.",
                advice: "Log één keer in met je wachtwoord en koppel je werkaccount.",
                links: [PageLink("Log in met je wachtwoord", "/aanmelden")]
            )
        ]
    }
}

/// Whether to link the account that just signed in at the provider.
public struct ProviderLinkPage: Page {
    public static let template = "providers/link"

    public let header: PageHeader
    let provider: String
    let person: String
    let attempt: String

    /// - Parameter attempt: what the form sends back to find this attempt.
    public init(provider: String, person: String, attempt: String) {
        header = PageHeader(
            title: "Koppel je werkaccount",
            lead: "Daarna log je bij Doorwijzer in met je account van \(provider).",
            back: PageLink("Terug", "/account/koppelingen")
        )
        self.provider = provider
        self.person = person
        self.attempt = attempt
    }

    public static var samples: [ProviderLinkPage] {
        [ProviderLinkPage(provider: "Zorgrand (fictief)", person: "Marit Voorbeeld", attempt: "x")]
    }
}

/// `/account/koppelingen`: the accounts elsewhere that someone can sign in with.
public struct ProviderListPage: Page {
    public static let template = "providers/index"

    public struct Row: Sendable {
        let name: String
        /// "di 24 nov"; nil when it is not linked.
        let linked: String?
        let isLinked: Bool
        let action: String

        /// - Parameters:
        ///   - linked: since when, as people read it; nil when it is not linked.
        ///   - action: where linking begins, or where the form to unlink goes.
        public init(name: String, linked: String?, action: String) {
            self.name = name
            self.linked = linked
            isLinked = linked != nil
            self.action = action
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let canLink: Bool

    /// - Parameter canLink: whether the session is fresh enough to link.
    public init(rows: [Row], canLink: Bool) {
        header = PageHeader(
            title: "Inloggen met je werkaccount",
            lead: "Koppel het account van je organisatie. Dan log je in zoals je gewend bent.",
            back: PageLink("Terug naar je account", "/account")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        self.canLink = canLink
    }

    public static var samples: [ProviderListPage] {
        [
            ProviderListPage(
                rows: [
                    Row(name: "Zorgrand (fictief)", linked: "di 24 nov", action: "/account/koppelingen/1/weg"),
                    Row(name: "SURFconext", linked: nil, action: "/oidc/2/begin?koppel=ja"),
                ],
                canLink: true
            ),
            ProviderListPage(rows: [], canLink: false),
        ]
    }
}
