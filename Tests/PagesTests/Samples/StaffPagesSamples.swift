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

extension StaffIndexPage: Sampled {
    static var samples: [StaffIndexPage] {
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

extension StaffShowPage: Sampled {
    static var samples: [StaffShowPage] {
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

extension OrganisationIndexPage: Sampled {
    static var samples: [OrganisationIndexPage] {
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
