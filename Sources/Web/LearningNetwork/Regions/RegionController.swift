import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/regios`: the regions of the country; one region with its places, people to call and, for its teams, what waits where.
struct RegionController: Sendable {
    let web: WebServices

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/regios", use: index)
        visitors.get("/regios/{naam}", use: show)
    }

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let regions = try await web.world.database.transaction(as: .visitor) { connection in
            try await RegionStore.summaries(on: connection)
        }
        let searching = try await searching()
        let page = RegionIndexPage(
            rows: regions.map { region in
                .init(
                    name: region.name,
                    url: "/regios/\(region.slug)",
                    provinces: region.provinces,
                    openPlaces: Count.text(region.openPlaces),
                    searching: Count.public(searching[region.code] ?? 0)
                )
            },
            map: try await countryMap(regions)
        )
        return try web.page(page, context, notice: web.notice(of: request))
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        let searching = try await searching()
        let catalog = try await web.projects.catalog()
        let dots = try await web.projects.dots()
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            guard let region = try await RegionStore.find(slug: slug, on: connection) else { throw NotFound() }
            return try await regionPage(
                of: region,
                session: context.session,
                searching: searching[region.code] ?? 0,
                catalog: catalog,
                dots: dots,
                on: connection
            )
        }
        let region = web.reference.region(slug: slug)
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: region.map { RegionNetworkView.alternates($0.name, "regio=\($0.code)") } ?? []
        )
    }

    /// Who looks for a place, per region, counted by the role that sees no identity.
    private func searching() async throws -> [RegionCode: Int] {
        try await web.world.matcherDatabase.transaction(as: .visitor) { connection in
            try await OverviewStore.searching(on: connection)
        }
    }

    private func regionPage(
        of region: RegionStore.Summary,
        session: Session?,
        searching: Int,
        catalog: ProjectCatalog,
        dots: [OverviewStore.Dot],
        on connection: Connection
    ) async throws -> RegionShowPage {
        var filter = TrainingPlaceListStore.Filter(viewer: nil)
        filter.region = region.code
        filter.states = [.open]
        let places = try await TrainingPlaceListStore.list(
            filter,
            sort: .start,
            after: nil,
            limit: 12,
            at: web.world.now(),
            on: connection
        )
        let organisations = try await OrganisationStore.working(
            in: region.code,
            on: web.world.today,
            connection: connection
        )
        let teams = try await OrganisationStore.teams(in: region.code, on: connection)
        let municipalities = try await RegionStore.municipalities(of: region.code, on: connection)
        let neighbours = try await RegionStore.neighbours(of: region.code, on: connection)
        let isOwn = session?.teamID != nil && session?.regionCode == region.code
        let list = "/plekken?regio=\(region.code)"
        let learning = RegionNetworkView(region: region, catalog: catalog, web: web)
        return RegionShowPage(
            header: PageHeader(
                title: region.name,
                lead: Self.lead(region, searching: searching),
                breadcrumbs: [PageLink("Start", "/"), PageLink("Regio's", "/regios")],
                action: isOwn ? PageLink("Naar je werklijst", "/werklijst") : nil
            ),
            stats: Stats([
                StatTile(
                    number: Count.text(region.openPlaces),
                    label: "open plekken",
                    url: list,
                    kind: region.openPlaces > 0 ? .ok : .neutral
                ),
                StatTile(number: Count.text(region.openSeats), label: "plaatsen op die plekken", url: list),
                StatTile(
                    number: Count.public(searching),
                    label: "kandidaten zoeken hier",
                    url: "/regios",
                    kind: .waiting
                ),
            ]),
            places: places.map { .init($0, today: web.world.today) },
            allPlaces: PageLink("Alle \(PlaceWords.places(region.openPlaces)) in \(region.name)", list),
            noPlaces: EmptyState(
                title: "Nu geen open plek in \(region.name)",
                text: "Kijk in een buurregio, of in het hele land.",
                action: PageLink("Bekijk alle plekken in het land", "/plekken?regio=alle")
            ),
            organisations: organisations.map { .init(name: $0.name, kind: $0.kind.dutchName) },
            teams: teams.map { team in
                .init(
                    name: team.name,
                    facts: Facts([
                        Fact("Organisatie", team.organisationName),
                        Fact("Telefoon", PhoneNumber(team.phone)?.description ?? team.phone, url: "tel:\(team.phone)"),
                        Fact("E-mail", team.mail, url: "mailto:\(team.mail)"),
                    ])
                )
            },
            neighbours: neighbours.map { PageLink($0.name, "/regios/\($0.slug)") },
            municipalities: municipalities.map {
                .init(name: $0.name, url: "\(list)&gemeente=\($0.code)", openPlaces: Count.text($0.openPlaces))
            },
            map: try await map(of: region, dots, on: connection),
            inside: isOwn
                ? try await inside(region, solutions: learning.solutions(on: connection), on: connection) : nil,
            network: try await learning.network(on: connection)
        )
    }

    private static func lead(_ region: RegionStore.Summary, searching: Int) -> String {
        let places =
            region.openPlaces == 1 ? "staat 1 plek open" : "staan \(Count.text(region.openPlaces)) plekken open"
        let people = Count.public(searching)
        return "In \(region.name) \(places). \(people.capitalisedFirst) kandidaten zoeken hier een plek."
    }

    private func inside(
        _ region: RegionStore.Summary,
        solutions: [StallSolution],
        on connection: Connection
    ) async throws -> RegionShowPage.Inside {
        let steps = try await RegionStore.ownSteps(on: web.world.today, on: connection)
        let days = try await RegionStore.ownStepDays(on: connection)
        let states = try await RegionStore.placesByState(of: region.code, on: connection)
        return RegionShowPage.Inside(
            steps: CaseState.allCases.compactMap { state in
                steps.first { $0.state == state }.map { step in
                    .init(
                        name: state.dutchName,
                        url: "/kandidaten?stap=\(state.rawValue)",
                        count: Count.text(step.count),
                        overdue: Count.text(step.overdue),
                        isOverdue: step.overdue > 0
                    )
                }
            },
            stall: days.isEmpty
                ? nil
                : StallBars(
                    id: "stappen-dagen",
                    title: "Hoe lang elke stap duurt bij je team",
                    rows: CaseState.allCases.compactMap { state in
                        days.first { $0.state == state }.map {
                            .init(step: state.dutchName, median: $0.median, p90: $0.p90, count: $0.count)
                        }
                    }
                ),
            states: Stats(
                TrainingPlaceState.allCases.map { state in
                    let count = states.first { $0.state == state }?.count ?? 0
                    return StatTile(
                        number: Count.text(count),
                        label: state.dutchName,
                        url: "/plekken?regio=\(region.code)&stand=\(state.rawValue)",
                        kind: state == .open ? .ok : state == .paused ? .waiting : .neutral
                    )
                }
            ),
            solutions: solutions
        )
    }

    private func countryMap(_ regions: [RegionStore.Summary]) async throws -> CountryMap {
        CountryView(
            reference: web.reference,
            ground: try await web.ground.dots(),
            words: { "\(PlaceWords.places($0)) open" },
            none: "geen open plekken",
            url: { "/regios/\($0.slug)" }
        ).map(
            title: "Open plekken per regio",
            description: "Het getal is het aantal open plekken. Hoe meer plekken, hoe sterker de kleur.",
            counts: Dictionary(regions.map { ($0.code, $0.openPlaces) }) { first, _ in first }
        )
    }

    /// The region in the country, with the places where its meetings are and were.
    private func map(
        of region: RegionStore.Summary,
        _ dots: [OverviewStore.Dot],
        on connection: Connection
    ) async throws -> CountryMap {
        let towns = try await RegionNetworkStore.meetingTowns(in: region.code, on: connection)
        let places = towns.compactMap(web.reference.municipality)
        return CountryMap(
            id: "kaart",
            title: "Waar ligt \(region.name)",
            description: "Elke stip is een plaats. De gekleurde stippen liggen in deze regio."
                + (places.isEmpty
                    ? "" : " Een rondje is een bijeenkomst: \(places.map(\.name).joined(separator: ", "))."),
            dots: CountryMap.Dots(dots.map(GeoPoint.init)),
            highlighted: CountryMap.Dots(dots.filter { $0.regionCode == region.code }.map(GeoPoint.init)),
            marks: places.map { place in
                CountryMap.Mark(
                    label: "Bijeenkomst in \(place.name)",
                    point: GeoPoint(latitude: place.latitude, longitude: place.longitude),
                    size: .small,
                    isHighlighted: true
                )
            }
        )
    }
}
