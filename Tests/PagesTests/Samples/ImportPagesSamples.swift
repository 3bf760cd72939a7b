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

extension ImportIndexPage: Sampled {
    static var samples: [ImportIndexPage] {
        [
            ImportIndexPage(
                doors: [
                    Door(
                        title: "Kandidaten",
                        text: "Elke regel is een kandidaat.",
                        slug: "kandidaten",
                        exampleText: "Voorbeeld met kandidaten (CSV)",
                        button: "Bekijk je kandidaten",
                        error: "Dit is een PDF. Kies een CSV-bestand."
                    )
                ],
                errors: [ErrorLink(fieldID: "bestand-kandidaten", text: "Dit is een PDF. Kies een CSV-bestand.")],
                submissionID: "0190"
            )
        ]
    }
}

extension ImportColumnsPage: Sampled {
    static var samples: [ImportColumnsPage] {
        [
            ImportColumnsPage(
                fileName: "lijst.csv",
                summary: "60 regels, gescheiden door ; in Windows-1252.",
                question: Notice(.warning, text: "De kolom “Kan starten” bevat datums en wordt niet gebruikt."),
                columns: [
                    SelectField(
                        name: "kolom-0",
                        label: "Voornaam",
                        options: [Option(value: "voornaam", label: "Voornaam")],
                        selected: "voornaam",
                        description: "In je bestand: “Sanne”, “Bram”",
                        emptyLabel: "Niet gebruiken"
                    )
                ],
                path: "/invoer/kandidaten/0190",
                errors: [ErrorLink(fieldID: "kolom-0", text: "Kies de kolom met de naam.")],
                submissionID: "0190"
            )
        ]
    }
}

extension ImportDonePage: Sampled {
    static var samples: [ImportDonePage] {
        [
            ImportDonePage(
                title: "57 kandidaten staan erin",
                facts: Facts([Fact("Overgenomen", "57 kandidaten")]),
                advice: ["Begin met zoeken bij de kandidaat die het langst wacht."],
                action: PageLink("Bekijk je 57 kandidaten", "/kandidaten"),
                next: [PageLink("Nog een bestand kiezen", "/invoer")],
                undo: Undo(path: "/invoer/kandidaten/0190", submissionID: "0190")
            )
        ]
    }
}
