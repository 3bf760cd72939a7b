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

extension OfferPlacePage: Sampled {
    static var samples: [OfferPlacePage] {
        let kinds = [
            Option(value: "bol", label: "stage voor een student (BOL)"), Option(value: "taster", label: "snuffelstage"),
        ]
        return [
            OfferPlacePage(values: FormValues([:]), kinds: kinds, submissionID: "0190"),
            OfferPlacePage(
                values: FormValues(
                    ["praktijk": ["De Linde"], "opmerking": ["Alleen\nop dinsdag\n"], "soort": ["bol"]],
                    errors: [("plaats", "Vul de plaats in."), ("soort", "Kies wat je aanbiedt.")]
                ),
                kinds: kinds,
                submissionID: "0190",
                warning: "Probeer het over een uur nog eens."
            ),
        ]
    }
}

extension OfferedPlacePage: Sampled {
    static var samples: [OfferedPlacePage] {
        [
            OfferedPlacePage(
                reference: "7F3K2M9Q",
                region: "Twente",
                offeredOn: "24 november 2026",
                callBy: "di 1 dec",
                isWaiting: true,
                teams: [
                    Team(
                        name: "Team Twente (fictief)",
                        phone: "085 000 00 00",
                        phoneURL: "tel:+31850000000",
                        mail: "twente@doorwijzer.example",
                        mailURL: "mailto:twente@doorwijzer.example"
                    )
                ]
            ),
            OfferedPlacePage(
                reference: "7F3K2M9Q",
                region: "Twente",
                offeredOn: "24 november 2026",
                callBy: "di 1 dec",
                isWaiting: false,
                teams: []
            ),
        ]
    }
}

extension OfferedPlaceListPage: Sampled {
    static var samples: [OfferedPlaceListPage] {
        [
            OfferedPlaceListPage(
                region: "Twente",
                rows: [
                    Row(
                        reference: "7F3K2M9Q",
                        days: 9,
                        isOverdue: true,
                        practice: "De Linde",
                        town: "Hengelo",
                        offer: "stage (BPV), BOL, vanaf ma 1 feb 2027",
                        isDraftPractice: true,
                        remark: "Alleen op dinsdag",
                        contact: "Anna Voorbeeld",
                        phone: "074 000 00 00",
                        phoneURL: "tel:+31740000000",
                        mail: "anna@praktijk.example",
                        mailURL: "mailto:anna@praktijk.example",
                        submissionID: "0190"
                    )
                ],
                pagination: Pagination(
                    summary: "1 aanbod",
                    previous: PageLink("Eerste", "/plekken/aangeboden"),
                    next: PageLink("Volgende", "/plekken/aangeboden?na=x")
                )
            ),
            OfferedPlaceListPage(region: "Twente", rows: [], pagination: Pagination(summary: "Geen aanbod")),
        ]
    }
}

extension CloseOfferedPlacePage: Sampled {
    static var samples: [CloseOfferedPlacePage] {
        let reasons = [
            Option(value: "duplicate", label: "de plek staat er al"),
            Option(value: "mistake", label: "het is een vergissing"),
        ]
        return [
            CloseOfferedPlacePage(
                reference: "7F3K2M9Q",
                practice: "De Linde",
                facts: Facts([Fact("Telefoon", "074 000 00 00", url: "tel:+31740000000"), Fact("Plaats", "Hengelo")]),
                reasons: reasons,
                values: FormValues([:], errors: [("reden", "Kies een reden.")]),
                submissionID: "0190"
            )
        ]
    }
}
