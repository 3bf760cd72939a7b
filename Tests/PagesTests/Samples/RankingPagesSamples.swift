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

extension RankingIndexPage: Sampled {
    static var samples: [Self] {
        let url = "/kandidaten/7F3K2M9Q"
        return [
            Self(
                name: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                summary: "Nog geen plek in Twente. Wel 1 passende plek in Regio Zwolle.",
                action: PageLink("Verwijs door", "\(url)/doorverwijzen"),
                tabs: Tabs(
                    label: "Onderdelen van dit traject",
                    [Tab("Plekken", url: "\(url)/plekken", isCurrent: true)]
                ),
                levels: Notice(.info, text: "Deze kandidaat is nog niet beoordeeld."),
                filters: Filters(action: "\(url)/plekken", summary: "1 passende plek"),
                ownEmpty: EmptyState(title: "Nog geen plek in Twente", text: "Kijk in een andere regio."),
                groups: [Group(heading: "In andere regio's", rows: [.sample])],
                pagination: Pagination(summary: "1–1 van 1"),
                regions: [
                    Region(name: "Regio Zwolle", url: "\(url)/plekken?regio=RA0204", count: "1", may: "mag kijken")
                ],
                map: .sample,
                impossible: Impossible(
                    summary: "1 plek in de buurt kan nu niet.",
                    obstacles: [Obstacle(limit: "afstand", count: "1")],
                    rows: [
                        ImpossiblePlaceRow(
                            name: "Praktijk De Beuk, Enschede",
                            url: "\(url)/plekken/4D8N1X0V",
                            detail: "3,4 km",
                            reasons: ["De plek is 34,2 km ver; de grens is 25 km."],
                            changes: ["Met 35 in plaats van 25 km reizen past deze plek: 72 van de 100."]
                        )
                    ]
                ),
                dormant: [
                    DormantPlaceRow(
                        name: "Praktijk De Eik, Almelo",
                        url: "/plekken/4D8N1X0V",
                        detail: "12 km · start ma 1 feb · past voor 80 van de 100",
                        remark: "Leg eerst de erkenning van de praktijk vast."
                    )
                ]
            )
        ]
    }
}

extension RankedPlaceRow {
    static var sample: Self {
        RankedPlaceRow(
            name: "Praktijk De Linde, Zwolle",
            url: "/kandidaten/7F3K2M9Q/plekken/4D8N1X0V",
            detail: "leerbaan · 18 km · start di 1 feb",
            region: "Regio Zwolle",
            seats: "1 van de 2 stoelen vrij",
            remark: "Erkenning is aangevraagd.",
            fit: FitBar(
                id: "plek-1",
                total: 74,
                parts: [.init(name: "leerbehoefte", weight: 30, points: 700, share: 21)]
            ),
            action: PageLink("Stel deze plek voor", "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V")
        )
    }
}
