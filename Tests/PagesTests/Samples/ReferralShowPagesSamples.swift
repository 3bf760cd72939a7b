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

extension ReferralShowPage: Sampled {
    static var samples: [ReferralShowPage] {
        [
            ReferralShowPage(
                header: PageHeader(title: "Doorverwijzing uit Twente", tags: [Tag("wacht op antwoord", .waiting)]),
                problem: Notice(.warning, text: "Kijk het kenmerk na."),
                status: "Antwoord voor di 1 dec.",
                motivation: "Bij ons is alles vol.",
                card: Facts([Fact("Leerweg", "BBL")]),
                profile: ProfileFigure(
                    id: "profiel",
                    title: "Wat deze kandidaat kan",
                    rows: [
                        ProfileFigure.Area(area: "Communiceren", level: 34, selfScore: 30, target: 40),
                        ProfileFigure.Area(area: "Organiseren", level: 20, isAssessed: false, target: 30),
                    ]
                ),
                places: [
                    Place(
                        name: "De Beuk, Zwolle",
                        url: "/plekken/4D8N1X0V",
                        detail: "18 km",
                        fit: .sample(),
                        shownFit: "78",
                        isHeld: true
                    )
                ],
                chain: ChainFigure(
                    id: "keten",
                    stops: [
                        ChainFigure.Stop(region: "Twente", when: "3 nov", answer: "verwijst door", kind: .past),
                        ChainFigure.Stop(region: "Zwolle", when: "10 nov", answer: "is aan zet", kind: .current),
                        ChainFigure.Stop(region: "Drenthe", when: "daarna", answer: "", kind: .next),
                    ]
                ),
                phones: Facts([Fact("Team Twente", "053 000 00 00", url: "tel:0530000000")]),
                actions: [
                    ActionForm(
                        action: "/doorverwijzingen/7F3K2M9Q/overnemen",
                        explanation: "Daarna zie je de naam.",
                        button: "Neem deze kandidaat over van Twente",
                        version: 1,
                        submissionID: "1"
                    )
                ],
                decline: Decline(
                    action: "/doorverwijzingen/7F3K2M9Q/teruggeven",
                    reason: SelectField(
                        name: "reden",
                        label: "Waarom niet?",
                        options: [Option(value: "full", label: "vol")]
                    ),
                    alternative: TextField(
                        name: "andere_plek",
                        label: "Kenmerk van een andere plek",
                        isRequired: false
                    ),
                    note: TextArea(name: "notitie", label: "Toelichting", isRequired: false),
                    version: 1,
                    submissionID: "2"
                ),
                nextLink: PageLink("Kies een andere regio", "/kandidaten/7F3K2M9Q/doorverwijzen")
            )
        ]
    }
}

extension ReferralTakenBackPage: Sampled {
    static var samples: [ReferralTakenBackPage] { [ReferralTakenBackPage(region: "Twente", when: "di 24 nov")] }
}
