import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/knelpunten`: what regions run into, and everything that knows about it.
struct BottleneckController: Sendable {
    let web: WebServices

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/knelpunten", use: index)
        visitors.get("/knelpunten/{naam}", use: show)
    }

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let catalog = try await web.projects.catalog()
        let (stalls, practices) = try await web.world.database.transaction(as: .visitor) { connection in
            (
                try await RegionNetworkStore.stalls(at: web.world.now(), on: connection),
                try await RegionNetworkStore.practiceCounts(on: connection)
            )
        }
        let words = StallWords(stalls: stalls, reference: web.reference)
        let counts = catalog.find(ProjectFilter(), sort: .name, offset: 0, limit: 0)
        let page = BottleneckIndexPage(
            rows: web.reference.bottlenecks.map { bottleneck in
                let regions = words.regions(with: bottleneck.code).prefix(5).map(web.reference.regionName)
                return .init(
                    name: bottleneck.name,
                    url: "/knelpunten/\(bottleneck.slug)",
                    description: bottleneck.description,
                    projects: Count.text(counts.count(.bottleneck, bottleneck.code.rawValue)),
                    practices: Count.text(practices[bottleneck.code] ?? 0),
                    regions: regions.isEmpty ? "–" : regions.joined(separator: ", ")
                )
            }
        )
        return try web.page(page, context, notice: web.notice(of: request))
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam"), let bottleneck = web.reference.bottleneck(slug: slug) else {
            throw NotFound()
        }
        let catalog = try await web.projects.catalog()
        let page = try await web.world.database.transaction(as: .visitor) { connection in
            try await bottleneckPage(bottleneck, catalog, on: connection)
        }
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: RegionNetworkView.alternates(bottleneck.name, "knelpunt=\(bottleneck.code)")
        )
    }

    private func bottleneckPage(
        _ bottleneck: Bottleneck,
        _ catalog: ProjectCatalog,
        on connection: Connection
    ) async throws -> BottleneckShowPage {
        let subject = RegionNetworkStore.Subject.bottleneck(bottleneck.code)
        let practices = try await RegionNetworkStore.practices(subject, limit: 8, on: connection)
        let members = try await RegionNetworkStore.members(subject, limit: 8, on: connection)
        let questions = try await RegionNetworkStore.questions(subject, limit: 8, on: connection)
        let meetings = try await RegionNetworkStore.meetings(
            subject,
            from: web.world.today,
            limit: 5,
            on: connection
        )
        let words = StallWords(
            stalls: try await RegionNetworkStore.stalls(at: web.world.now(), on: connection),
            reference: web.reference
        )
        let finding = catalog.find(
            ProjectFilter(chosen: [.bottleneck: [bottleneck.code.rawValue]]),
            sort: .copied,
            offset: 0,
            limit: 6
        )
        return BottleneckShowPage(
            header: PageHeader(
                title: bottleneck.name,
                lead: bottleneck.description,
                breadcrumbs: [PageLink("Start", "/"), PageLink("Knelpunten", "/knelpunten")]
            ),
            projects: finding.rows.map { ProjectWords.card($0, web.reference) },
            follow: [
                PageLink("Volg de projecten (feed)", "\(ProjectList.path)?knelpunt=\(bottleneck.code)&vorm=atom"),
                PageLink("Volg de goede praktijken (feed)", "/goede-praktijken?knelpunt=\(bottleneck.code)&vorm=atom"),
                PageLink("Volg de vragen (feed)", "/vragen?knelpunt=\(bottleneck.code)&vorm=atom"),
                PageLink("Zet de bijeenkomsten in je agenda", "/bijeenkomsten?knelpunt=\(bottleneck.code)&vorm=ics"),
            ],
            allProjects: PageLink(
                finding.total == 0
                    ? "Bekijk alle projecten" : "Bekijk \(ProjectWords.projects(finding.total)) over dit knelpunt",
                finding.total == 0 ? ProjectList.path : "\(ProjectList.path)?knelpunt=\(bottleneck.code)"
            ),
            sections: [
                LinkSection(
                    id: "praktijken",
                    title: "Goede praktijken",
                    lines: practices.map { LinkLine($0) },
                    empty: "Nog geen goede praktijk over dit knelpunt."
                ),
                LinkSection(
                    id: "mensen",
                    title: "Wie er iets van weet",
                    lines: members.map { LinkLine($0) },
                    empty: "Nog niemand die op de lijst wil staan."
                ),
                LinkSection(
                    id: "vragen",
                    title: "Vragen uit het leernetwerk",
                    lines: questions.map { LinkLine($0) },
                    empty: "Nog geen vragen over dit knelpunt."
                ),
                LinkSection(
                    id: "bijeenkomsten",
                    title: "Bijeenkomsten hierover",
                    lines: meetings.map { LinkLine($0) },
                    empty: "Er staat nu geen bijeenkomst gepland."
                ),
            ],
            regions: LinkSection(
                id: "regios",
                title: "Regio’s waar dit nu speelt",
                lines: words.regions(with: bottleneck.code).compactMap(web.reference.region).map { region in
                    LinkLine(
                        title: region.name,
                        url: "/regios/\(region.slug)",
                        text: words.sentence(region.code, bottleneck.code)
                    )
                },
                empty: "Van geen regio is dit nu bekend. We tellen pas vanaf 5 keer."
            )
        )
    }
}
