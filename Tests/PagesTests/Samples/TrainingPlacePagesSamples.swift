import Domain
import Foundation

@testable import PageKit
@testable import Web

extension TrainingPlaceIndexPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(
                    title: "Plekken",
                    breadcrumbs: [PageLink("Start", "/")],
                    action: PageLink("Nieuwe plek", "/plekken/nieuw")
                ),
                filters: Filters(action: "/plekken", summary: "1 plek"),
                rows: [
                    PlaceRow(
                        url: "/plekken/7F3K2M9Q",
                        title: "Stage (BPV)",
                        practice: "Praktijk De Linde",
                        town: "Enschede",
                        region: "Twente",
                        routes: "BOL",
                        start: "wo 1 sep 2027 tot vr 1 okt 2027",
                        duration: "20 weken",
                        days: "ma, di, do · 24 uur",
                        free: "1 van 2 vrij",
                        state: Tag("open", .ok)
                    )
                ],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."),
                pagination: Pagination(summary: "1–1 van 1")
            ),
            Self(
                header: PageHeader(title: "Plekken"),
                filters: Filters(action: "/plekken", summary: "0 plekken"),
                rows: [],
                empty: EmptyState(title: "Geen plekken", text: "Haal een filter weg."),
                pagination: nil
            ),
        ]
    }
}
