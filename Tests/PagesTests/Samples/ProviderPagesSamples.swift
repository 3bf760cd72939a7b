import Domain
import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

extension ProviderProblemPage: Sampled {
    static var samples: [ProviderProblemPage] {
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

extension ProviderLinkPage: Sampled {
    static var samples: [ProviderLinkPage] {
        [ProviderLinkPage(provider: "Zorgrand (fictief)", person: "Marit Voorbeeld", attempt: "x")]
    }
}

extension ProviderListPage: Sampled {
    static var samples: [ProviderListPage] {
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
