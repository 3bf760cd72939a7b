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

extension AccountShowPage: Sampled {
    static var samples: [AccountShowPage] {
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
