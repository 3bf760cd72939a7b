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

extension RankingShowPage: Sampled {
    static var samples: [Self] {
        let place = PageLink("Bekijk de plek", "/plekken/4D8N1X0V")
        let back = PageLink("Alle plekken voor Verzonnen Naam", "/kandidaten/7F3K2M9Q/plekken")
        let facts = Facts([Fact("Leerweg", "BOL, jaar 2")])
        return [
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Linde, Zwolle",
                lead: "Deze plek past voor 74 van de 100.",
                action: PageLink("Stel deze plek voor", "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V"),
                levels: Notice(.info, text: "Nog niet beoordeeld."),
                state: nil,
                assumed: Notice(.info, text: "Bij de invoer vulden we in: uren per week."),
                fitting: Fitting(
                    bar: FitBar(
                        id: "past",
                        total: 74,
                        parts: [.init(name: "leerbehoefte", weight: 30, points: 700, share: 21)],
                        isLabelled: true
                    ),
                    period: "Van di 1 feb tot en met ma 30 mei, op ma, di.",
                    criteria: [
                        Criterion(
                            name: "leerbehoefte",
                            points: "700",
                            weight: "30",
                            contribution: "21.000",
                            share: "21",
                            candidateSentence: "Hier leer je wat je nodig hebt.",
                            placeSentence: "Jullie bieden het."
                        )
                    ],
                    calculation: "De bijdragen samen zijn 74.000."
                ),
                failing: nil,
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Beuk, Enschede",
                lead: "Deze plek kan nu niet.",
                action: nil,
                levels: nil,
                state: Notice(.warning, text: "Deze plek is gesloten."),
                fitting: nil,
                failing: Failing(
                    reasons: [Reason(name: "afstand", candidateSentence: "Te ver.", placeSentence: "Te ver weg.")],
                    candidateChanges: [
                        Change(
                            "Met 35 in plaats van 25 km reizen past deze plek: 72 van de 100.",
                            url: "/kandidaten/7F3K2M9Q/wijzigen#uren"
                        )
                    ],
                    placeChanges: [
                        Change(
                            "Met één plek erbij past deze plek: 70 van de 100.",
                            url: "/kandidaten/7F3K2M9Q/wijzigen#uren"
                        )
                    ]
                ),
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Beuk, Enschede",
                lead: "Deze plek kan nu niet.",
                action: nil,
                levels: nil,
                state: nil,
                fitting: nil,
                failing: Failing(
                    reasons: [Reason(name: "afstand", candidateSentence: "Te ver.", placeSentence: "Te ver weg.")],
                    candidateChanges: [],
                    placeChanges: []
                ),
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
        ]
    }
}
