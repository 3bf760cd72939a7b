import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/`: what the service is, for each kind of visitor, and the country with its open places.
struct StartController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/", use: show)
        visitors.get("/stijlgids", use: styleGuide)
        for (path, page) in [("/toegankelijkheid", TextPage.accessibility), ("/woordenlijst", .glossary)] {
            visitors.get(RouterPath(path)) { _, context in try web.page(page, context) }
        }
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let regions = try await web.world.database.transaction(as: .visitor) { connection in
            try await OverviewStore.regions(at: web.world.now(), on: connection)
        }
        let searching = try await web.world.matcherDatabase.transaction(as: .visitor) { connection in
            try await OverviewStore.searching(on: connection)
        }
        let page = StartPage(
            openPlaces: Count.text(regions.reduce(0) { $0 + $1.placesWithRoom }),
            regions: regions.map { region in
                StartPage.Region(
                    name: region.name,
                    url: "/regios/\(region.slug)",
                    openPlaces: Count.text(region.openPlaces),
                    placesWithRoom: Count.text(region.placesWithRoom),
                    searching: Count.public(searching[region.code] ?? 0)
                )
            },
            map: try await map(regions)
        )
        return try web.page(page, context, notice: web.notice(of: request))
    }

    @Sendable private func styleGuide(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try web.page(StyleGuidePage(map: StyleGuideExamples.country(url: "/regios/regio-zwolle")), context)
    }

    private func map(_ regions: [OverviewStore.Region]) async throws -> CountryMap {
        CountryView(
            reference: web.reference,
            ground: try await web.ground.dots(),
            words: { "\(PlaceWords.places($0)) met ruimte" },
            none: "geen plek met ruimte",
            url: { "/regios/\($0.slug)" }
        ).map(
            title: "Plekken met ruimte per regio",
            description:
                "Het getal is het aantal plekken met een vrije stoel. Hoe meer plekken, hoe sterker de kleur.",
            counts: Dictionary(regions.map { ($0.code, $0.placesWithRoom) }) { first, _ in first }
        )
    }
}
