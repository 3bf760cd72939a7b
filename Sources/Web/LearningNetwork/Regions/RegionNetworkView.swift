import Actions
import Domain
import PageKit
import Postgres
import Site
import Store

/// What a region's page tells about learning from each other.
struct RegionNetworkView {
    let region: RegionStore.Summary
    let catalog: ProjectCatalog
    let web: WebServices

    func network(on connection: Connection) async throws -> RegionNetwork {
        let subject = RegionNetworkStore.Subject.region(region.code)
        let practices = try await RegionNetworkStore.practices(subject, limit: 6, on: connection)
        let members = try await RegionNetworkStore.members(subject, limit: 8, on: connection)
        let meetings = try await RegionNetworkStore.meetings(subject, from: web.world.today, limit: 5, on: connection)
        let held = try await RegionNetworkStore.heldMeetings(
            subject,
            before: web.world.today,
            limit: 5,
            on: connection
        )
        let finding = catalog.find(
            ProjectFilter(chosen: [.region: [region.code.rawValue]]),
            sort: .newest,
            offset: 0,
            limit: 4
        )
        return RegionNetwork(
            projects: finding.rows.map { ProjectWords.card($0, web.reference) },
            projectsText: finding.total == 0
                ? "Er staan nog geen projecten in \(region.name) op Doorwijzer. Kijk wat elders gebeurt."
                : "In \(region.name): \(ProjectWords.projects(finding.total)).",
            allProjects: finding.total == 0
                ? PageLink("Bekijk alle projecten", ProjectList.path)
                : PageLink("Alle projecten in \(region.name)", "\(ProjectList.path)?regio=\(region.code)"),
            sections: [
                LinkSection(
                    id: "goede-praktijken",
                    title: "Goede praktijken",
                    lines: practices.map { LinkLine($0) },
                    empty: "Nog geen goede praktijk uit \(region.name)."
                ),
                LinkSection(
                    id: "leernetwerk",
                    title: "Mensen van het leernetwerk",
                    lines: members.map { LinkLine($0, isAboutBottleneck: false) },
                    empty: "Nog niemand uit \(region.name) wil op de lijst staan."
                ),
                LinkSection(
                    id: "bijeenkomsten",
                    title: "Bijeenkomsten die komen",
                    lines: meetings.map { LinkLine($0) },
                    empty: "Er staat nu geen bijeenkomst gepland in \(region.name)."
                ),
                LinkSection(
                    id: "geweest",
                    title: "Bijeenkomsten die geweest zijn",
                    lines: held.map { LinkLine($0) },
                    empty: "Van \(region.name) staat hier nog geen bijeenkomst die geweest is.",
                    more: PageLink(
                        "Alle bijeenkomsten in \(region.name)",
                        "/bijeenkomsten?regio=\(region.code)&periode=alle"
                    )
                ),
            ],
            links: [
                PageLink("Gereedschap van \(region.name)", "/regios/\(region.slug)/gereedschap"),
                PageLink("Sociale kaart van \(region.name)", "/regios/\(region.slug)/sociale-kaart"),
                PageLink("Volg de projecten (feed)", "\(ProjectList.path)?regio=\(region.code)&vorm=atom"),
                PageLink("Volg de goede praktijken (feed)", "/goede-praktijken?regio=\(region.code)&vorm=atom"),
                PageLink("Volg de vragen (feed)", "/vragen?regio=\(region.code)&vorm=atom"),
                PageLink("Zet de bijeenkomsten in je agenda", "/bijeenkomsten?regio=\(region.code)&vorm=ics"),
            ]
        )
    }

    /// What can be followed of a region or a bottleneck.
    ///
    /// - Parameter filter: with its value: `regio=RA0205`.
    static func alternates(_ name: String, _ filter: String) -> [AlternateLink] {
        [
            ("Projecten", ProjectList.path), ("Goede praktijken", "/goede-praktijken"), ("Vragen", "/vragen"),
        ].map { subject, path in
            AlternateLink(
                title: "\(subject): \(name)",
                url: "\(path)?\(filter)&vorm=atom",
                mediaType: "application/atom+xml"
            )
        } + [
            AlternateLink(
                title: "Bijeenkomsten: \(name)",
                url: "/bijeenkomsten?\(filter)&vorm=ics",
                mediaType: "text/calendar"
            )
        ]
    }

    /// From what this region runs into most to what helped elsewhere; for its own teams.
    func solutions(on connection: Connection) async throws -> [StallSolution] {
        let words = StallWords(
            stalls: try await RegionNetworkStore.stalls(at: web.world.now(), on: connection),
            reference: web.reference
        )
        var solutions: [StallSolution] = []
        // At most three, so the reads per bottleneck stay few.
        for code in words.bottlenecks(of: region.code).prefix(3) {
            guard let bottleneck = web.reference.bottleneck(code) else { continue }
            let subject = RegionNetworkStore.Subject.bottleneck(code)
            // What is the region's own is known there: the database leaves it out before it counts.
            let practices = try await RegionNetworkStore.practices(
                subject,
                elsewhereThan: region.code,
                limit: 3,
                on: connection
            )
            let members = try await RegionNetworkStore.members(
                subject,
                elsewhereThan: region.code,
                limit: 3,
                on: connection
            )
            let others = words.regions(with: code).filter { $0 != region.code }.prefix(3).map(web.reference.regionName)
            solutions.append(
                StallSolution(
                    id: "vast-\(bottleneck.slug)",
                    name: bottleneck.name,
                    url: "/knelpunten/\(bottleneck.slug)",
                    sentence: "Bij jullie: \(words.sentence(region.code, code))."
                        + (others.isEmpty ? "" : " Dit speelt ook in \(others.joined(separator: ", "))."),
                    lines: words.practices(practices, for: region.code, code)
                        + words.projects(catalog, for: region.code, code)
                        + members.map { LinkLine($0) }
                )
            )
        }
        return solutions
    }
}
