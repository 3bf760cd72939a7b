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

extension AccountFormPage: Sampled {
    static var samples: [AccountFormPage] {
        [
            AccountFormPage(
                header: PageHeader(
                    title: "Aanmelden",
                    errors: [ErrorLink(fieldID: "mail", text: "Dit klopt niet.")]
                ),
                warning: Notice(.warning, text: "Je kunt het om 14.35 uur weer proberen."),
                paragraphs: ["Voor medewerkers van een organisatie."],
                facts: [Fact("Naam", "Jo Voorbeeld")],
                action: "/aanmelden",
                fields: [
                    TextField(name: "mail", label: "E-mailadres", kind: .email, autocomplete: "username"),
                    TextField(
                        name: "wachtwoord",
                        label: "Wachtwoord",
                        kind: .password,
                        autocomplete: "current-password"
                    ),
                ],
                selects: [
                    SelectField(name: "team", label: "Team", options: [Option(value: "1", label: "Team Voorbeeldstad")])
                ],
                choices: [
                    Choices(
                        name: "rol",
                        legend: "Rol",
                        kind: .radio,
                        options: [Option(value: "coordinator", label: "coördinator")]
                    )
                ],
                hidden: [HiddenField(name: "terug", value: "/werklijst")],
                submissionID: "1",
                button: "Ga verder",
                isDanger: true,
                links: [PageLink("Wachtwoord vergeten?", "/wachtwoord-vergeten")]
            ),
            AccountFormPage(
                header: PageHeader(title: "Sluit dit account"),
                action: "/medewerkers/1/sluiten",
                button: "Sluit het account"
            ),
        ]
    }
}

extension SecondFactorPage: Sampled {
    static var samples: [SecondFactorPage] {
        [
            SecondFactorPage(
                header: PageHeader(title: "Stel de tweede stap in"),
                figure: QRFigure(
                    id: "qr",
                    title: "QR-code",
                    description: "De sleutel staat eronder als tekst.",
                    rows: [[true, false, true], [false, true, true], [true, true, true]]
                ),
                secretText: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
                action: "/aanmelden/tweede-stap",
                hidden: [HiddenField(name: "sleutel", value: "c2xldXRlbA==")],
                fields: [
                    TextField(name: "code", label: "Code uit de app", autocomplete: "one-time-code", width: .short)
                ]
            )
        ]
    }
}

extension RecoveryCodesPage: Sampled {
    static var samples: [RecoveryCodesPage] {
        [
            RecoveryCodesPage(
                header: PageHeader(title: "Bewaar deze herstelcodes"),
                codes: ["1a2b3-c4d5e", "f6g7h-j8k9m"],
                next: PageLink("Ik heb ze bewaard. Ga verder", "/werklijst")
            )
        ]
    }
}
