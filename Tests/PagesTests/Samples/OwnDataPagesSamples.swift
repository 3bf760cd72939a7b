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

extension OwnConsentsPage: Sampled {
    static var samples: [OwnConsentsPage] {
        [
            OwnConsentsPage(
                ownRegion: "Twente",
                text: "Een andere regio mag mijn kaart zien.",
                textVersion: 1,
                rows: [
                    Row(
                        name: "Alle buurregio's",
                        value: "buren",
                        tag: Tag("geldt", .ok),
                        since: "sinds di 24 nov",
                        withdrawURL: "/mijn/toestemmingen/1/intrekken",
                        note: "Deze regio bekijkt je kaart nu.",
                        submissionID: "1"
                    ),
                    Row(
                        name: "Drenthe",
                        value: "RA0102",
                        tag: Tag("niet gegeven", .neutral),
                        since: "",
                        withdrawURL: nil,
                        submissionID: "2"
                    ),
                ],
                region: SelectField(
                    name: "regio",
                    label: "Een andere regio",
                    options: [Option(value: "RA0101", label: "Groningen")]
                ),
                submissionID: "3",
                past: [Past("Zwolle: gegeven 3 nov, ingetrokken 10 nov.")],
                errors: [ErrorLink(fieldID: "regio", text: "Kies een regio.")]
            )
        ]
    }
}

extension OwnDataPage: Sampled {
    static var samples: [OwnDataPage] {
        [
            OwnDataPage(
                rows: [Row("Naam", "Anna van den Berg", why: "Om je te herkennen.")],
                sessions: [Session(device: "Firefox op Windows", lastSeen: "vandaag 10:00", isThis: true)],
                links: [PageLink("Wie bekeek mijn gegevens?", "/mijn/inzage")],
                warning: Notice(.warning, text: "Misschien sta je twee keer ingeschreven.")
            )
        ]
    }
}

extension OwnReadsPage: Sampled {
    static var samples: [OwnReadsPage] {
        [
            OwnReadsPage(
                rows: [
                    Row(
                        when: "di 24 nov 10:00",
                        who: "Marit Voorbeeld",
                        organisation: "RHO Voorbeeld",
                        why: "Je traject bekeken"
                    )
                ],
                pagination: Pagination(summary: "50 keer", previous: nil, next: PageLink("Ouder", "/mijn/inzage?na=x"))
            ),
            OwnReadsPage(rows: [], pagination: nil),
        ]
    }
}
