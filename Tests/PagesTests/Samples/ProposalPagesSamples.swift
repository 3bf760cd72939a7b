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

extension ProposalNewPage: Sampled {
    static var samples: [ProposalNewPage] {
        [
            ProposalNewPage(
                header: PageHeader(
                    title: "Stel De Linde voor",
                    back: PageLink("Terug naar de plekken", "/kandidaten/7F3K2M9Q/plekken"),
                    errors: [ErrorLink(fieldID: "dagen", text: "Kies minstens 2 dagen.")]
                ),
                problem: Notice(.warning, title: "Deze plek is net bezet", text: "Kies een andere plek."),
                fit: .sample(),
                facts: Facts([Fact("Start", "di 1 dec")]),
                sentences: ["18 km reizen."],
                entry: Entry(
                    action: "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V",
                    days: Choices(
                        name: "dagen",
                        legend: "Dagen",
                        kind: .checkbox,
                        options: [Option(value: "1", label: "maandag")]
                    ),
                    reason: TextArea(name: "reden", label: "Waarom niet de eerste plek?"),
                    version: 1,
                    submissionID: "1",
                    held: "di 8 dec"
                ),
                alternatives: [.sample],
                rankingURL: "/kandidaten/7F3K2M9Q/plekken"
            )
        ]
    }
}

extension ProposalShowPage: Sampled {
    static var samples: [ProposalShowPage] {
        [
            ProposalShowPage(
                header: PageHeader(title: "Voorstel aan De Linde", tags: [Tag("wacht op antwoord", .waiting)]),
                problem: Notice(.error, text: "De praktijk is nog niet erkend."),
                next: "Bel de praktijk voor do 3 dec.",
                contacts: [Fact("Marit", "06 00 00 00 00", url: "tel:0600000000")],
                facts: Facts([Fact("Start", "di 1 dec")]),
                goes: [Go(who: "Praktijk", tag: Tag("ja", .ok), detail: "di 24 nov")],
                answer: Answer(
                    action: "/voorstellen/4D8N1X0V/antwoord",
                    kinds: Choices(
                        name: "antwoord",
                        legend: "Wat zei de praktijk?",
                        kind: .radio,
                        options: [Option(value: "agreed", label: "Akkoord")]
                    ),
                    interviewOn: TextField(name: "klikgesprek", label: "Dag van het klikgesprek", kind: .date),
                    notBeforeOn: TextField(name: "vanaf", label: "Wel vanaf", kind: .date),
                    reason: SelectField(
                        name: "reden",
                        label: "Reden",
                        options: [Option(value: "no_room", label: "geen ruimte")]
                    ),
                    note: TextArea(name: "notitie", label: "Notitie"),
                    version: 1,
                    submissionID: "1"
                ),
                actions: [
                    ActionForm(
                        action: "/voorstellen/4D8N1X0V/intrekken",
                        explanation: "De plek komt vrij.",
                        button: "Trek het voorstel in",
                        version: 1,
                        submissionID: "2",
                        select: SelectField(
                            name: "kandidaat_reden",
                            label: "Reden",
                            options: [Option(value: "other", label: "anders")]
                        )
                    )
                ]
            )
        ]
    }
}

extension FitBar {
    /// Points of a fit, for the samples of pages that show one.
    static func sample(id: String = "past") -> FitBar {
        FitBar(
            id: id,
            total: 78,
            parts: [
                Part(name: "leerbehoefte", weight: 30, points: 720, share: 22),
                Part(name: "begeleiding", weight: 20, points: 1000, share: 20),
            ],
            isLabelled: true
        )
    }
}

extension FittingPlace {
    static var sample: FittingPlace {
        FittingPlace(
            name: "Praktijk De Beuk, Zwolle",
            detail: "18 km · start di 1 dec",
            url: "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V",
            button: "Stel deze plek voor",
            fit: .sample(id: "past-2")
        )
    }
}
