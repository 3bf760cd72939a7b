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

extension OwnFormPage: Sampled {
    static var samples: [OwnFormPage] {
        [
            OwnFormPage(
                header: PageHeader(
                    title: "Kloppen je gegevens?",
                    errors: [ErrorLink(fieldID: "team", text: "Kies welke organisatie je mag helpen.")]
                ),
                steps: Steps(current: 3, of: 3, title: "Controleren en inschrijven"),
                warning: Notice(.warning, text: "Met dit mailadres sta je al ingeschreven."),
                paragraphs: ["Kijk alles na."],
                items: ["Je team belt je."],
                summary: Facts([Fact("Naam", "Anna van den Berg")]),
                change: Change("stap", "wijzig", text: "Wijzig mijn gegevens"),
                action: "/kandidaat-worden/abc",
                groups: [
                    Group(
                        "Wie helpt je",
                        text: "In jouw gemeente werken twee organisaties.",
                        quote: "Een andere regio mag mijn kaart zien.",
                        [
                            .text(TextField(name: "voornaam", label: "Voornaam", error: "Vul je voornaam in.")),
                            .area(TextArea(name: "opmerking", label: "Opmerking")),
                            .select(
                                SelectField(
                                    name: "gemeente",
                                    label: "Woonplaats",
                                    options: [Option(value: "GM0153", label: "Enschede")]
                                )
                            ),
                            .choices(
                                Choices(
                                    name: "team",
                                    legend: "Organisatie",
                                    kind: .radio,
                                    options: [Option(value: "1", label: "RHO Voorbeeld")],
                                    error: "Kies welke organisatie je mag helpen."
                                )
                            ),
                        ]
                    )
                ],
                hidden: [Hidden("start", "1-2-2027")],
                submissionID: "1",
                button: "Schrijf me in",
                cancel: PageLink("Stop zonder te bewaren", "/"),
                links: [PageLink("Ik wil me aanmelden", "/mijn/aanmelden")]
            ),
            OwnFormPage(
                header: PageHeader(title: "Wis al mijn gegevens"),
                action: "/mijn/wissen",
                submissionID: "2",
                button: "Wis alles",
                isDangerous: true
            ),
        ]
    }
}

extension OwnMessagePage: Sampled {
    static var samples: [OwnMessagePage] {
        [
            OwnMessagePage(
                header: PageHeader(title: "Je bent ingeschreven"),
                paragraphs: ["We zoeken met je mee."],
                steps: ["Je team belt je uiterlijk do 26 nov."],
                phones: Facts([Fact("Team Twente", "074 123 45 67", url: "tel:+31741234567")]),
                links: [PageLink("Naar mijn traject", "/mijn")]
            ),
            OwnMessagePage(header: PageHeader(title: "Kijk in je mail"), paragraphs: []),
        ]
    }
}
