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

extension PracticeAnswerPage: Sampled {
    static var samples: [PracticeAnswerPage] {
        let contacts = Facts([Fact("Team Twente", "074 123 45 67", url: "tel:+31741234567")])
        let card = Facts([Fact("Wat", "stage (BPV) voor doktersassistent (BOL, leerjaar 2)")])
        func form(_ values: FormValues) -> Form {
            Form(
                action: "/antwoord/abc",
                version: 1,
                values: values,
                kinds: [
                    Option(value: "klikgesprek", label: "Ja, plan een klikgesprek"),
                    Option(value: "bel-mij", label: "Bel mij"),
                ],
                reasons: [Option(value: "no_room", label: "geen ruimte")]
            )
        }
        return [
            PracticeAnswerPage(
                title: "Willen jullie kennismaken met deze kandidaat?",
                lead: "Antwoord uiterlijk di 24 nov.",
                notice: nil,
                next: [],
                form: form(FormValues([:])),
                card: card,
                profile: [Sentence("Achtergrond: student.")],
                person: nil,
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Willen jullie kennismaken met deze kandidaat?",
                lead: "Antwoord uiterlijk di 24 nov.",
                errors: [ErrorLink(fieldID: "antwoord", text: "Kies een antwoord.")],
                notice: Notice(.info, title: "We bellen je", text: "Sanne de Wit belt je."),
                next: [],
                form: form(
                    FormValues(
                        ["notitie": ["Regel een\nregel twee\n"]],
                        errors: [("antwoord", "Kies een antwoord."), ("reden", "Kies een reden.")]
                    )
                ),
                card: card,
                profile: [Sentence("Achtergrond: student.")],
                person: nil,
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Jullie willen kennismaken",
                lead: "Klikgesprek op di 24 nov.",
                notice: Notice(.ok, title: "Bedankt", text: "Jullie antwoord staat genoteerd."),
                next: [Sentence("De coördinator belt je.")],
                form: nil,
                card: card,
                profile: [],
                person: Facts([Fact("Naam", "Anna Voorbeeld")]),
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Jullie willen kennismaken",
                lead: "Klikgesprek op di 24 nov.",
                notice: nil,
                next: [],
                form: nil,
                card: card,
                profile: [],
                person: nil,
                naming: Naming(action: "/antwoord/x", value: "toon-naam"),
                contacts: contacts
            ),
            PracticeAnswerPage(
                title: "Deze link werkt niet meer",
                lead: "Bel ons gerust.",
                notice: nil,
                next: [],
                form: nil,
                card: nil,
                profile: [],
                person: nil,
                contacts: contacts
            ),
        ]
    }
}
