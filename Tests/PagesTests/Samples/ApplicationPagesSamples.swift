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

extension ApplicationSheetPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(
                    title: "Stagebureau Voorbeeldstad",
                    back: PageLink("Terug naar je aanvragen", "/subsidie/aanvragen")
                ),
                notices: [
                    Notice(.warning, title: "Voorwaarde niet vervuld", text: "Er doen 2 partners mee, nodig zijn er 3.")
                ],
                tabs: Tabs(label: "Stappen", [Tab("Project", url: "/stap/1", isCurrent: true)]),
                steps: Steps(current: 1, of: 5, title: "Het project"),
                stats: Stats([StatTile(number: "12", label: "aanvragen", url: nil)]),
                budget: BudgetBar(
                    id: "budget",
                    title: "Budget 2026",
                    ceiling: .init(euros: 200_000),
                    parts: [.init("Toegekend", .init(euros: 120_000), .granted)]
                ),
                sections: [.sample],
                isPrintable: true
            ),
            Self(header: PageHeader(title: "Leeg"), sections: []),
        ]
    }
}

extension ApplicationFormPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Stap 1", back: PageLink("Terug", "/subsidie/aanvragen")),
                notices: [Notice(.info, text: "Je kunt tussendoor stoppen.")],
                tabs: Tabs(label: "Stappen", [Tab("Project", url: "/stap/1", isCurrent: true)]),
                steps: Steps(current: 1, of: 5, title: "Het project"),
                budget: BudgetBar(
                    id: "budget",
                    title: "Budget 2026",
                    ceiling: .init(euros: 10_000),
                    parts: [
                        .init("Toegekend", .init(euros: 9_000), .granted), .init("Nu", .init(euros: 2_000), .asked),
                    ]
                ),
                paragraphs: ["Vul in wat je weet."],
                action: "/subsidie/aanvragen/7F3K2M9Q/stap/1",
                submissionID: "1",
                hidden: [HiddenField(name: "versie", value: "1")],
                groups: [.sample, FormGroup([.text(TextField(name: "los", label: "Los"))])],
                buttons: [FormButton("Bewaar en ga verder"), FormButton("Stop", value: "stop", isDanger: true)],
                history: .sample
            )
        ]
    }
}

extension ApplicationListPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Je aanvragen"),
                notices: [Notice(.info, text: "De regeling is open.")],
                tabs: Tabs(label: "Jaren", [Tab("2026", url: "/fonds/aanvragen?jaar=2026", isCurrent: true)]),
                budget: BudgetBar(id: "budget", title: "Budget 2026", ceiling: .init(euros: 100), parts: []),
                groups: [
                    Group(
                        "Wacht op jou",
                        [
                            Row(
                                mark: "3",
                                markText: "dagen",
                                title: "Stagebureau",
                                url: "/subsidie/aanvragen/7F3K2M9Q",
                                text: "Geef antwoord op de vraag.",
                                detail: "Kenmerk 7F3K2M9Q",
                                tags: [Tag("vraag", .waiting)],
                                action: PageLink("Geef antwoord", "/subsidie/aanvragen/7F3K2M9Q/antwoord"),
                                kind: .today
                            )
                        ]
                    ),
                    Group("De rest", [], empty: EmptyState(title: "Niets", text: "Er is niets.")),
                ],
                links: [PageLink("De regels per jaar", "/fonds/regeling")]
            )
        ]
    }
}

extension ApplicationLetterPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Brief over de toekenning", back: PageLink("Terug", "/subsidie/aanvragen")),
                to: ["Huisartsenzorg Voorbeeld", "t.a.v. Sanne de Wit"],
                date: "24 november 2026",
                facts: Facts([Fact("Kenmerk", "7F3K2M9Q")]),
                subject: "Je aanvraag is toegekend",
                paragraphs: ["Beste Sanne de Wit,", "Je krijgt € 20.000."],
                signer: "Het fonds"
            )
        ]
    }
}
