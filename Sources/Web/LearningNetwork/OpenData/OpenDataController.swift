import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/open-data`: what may be taken and used, how complete it is, the grants in the 360Giving standard, and the sitemap.
struct OpenDataController: Sendable {
    let web: WebServices

    /// - Parameter published: pages that change only with the public content.
    func addRoutes(published: RouterGroup<VisitorContext>) {
        published.get("/open-data", use: show)
        published.get("/open-data/toekenningen.json", use: grants)
        published.get("/sitemap.xml", use: sitemap)
    }

    @Sendable private func grants(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (grants, fund) = try await web.world.database.transaction(as: .visitor) { connection in
            (try await GrantStore.all(on: connection), try await GrantStore.fundName(on: connection))
        }
        let export = GrantExport(reference: web.reference, origin: web.world.publicOrigin)
        return .data("application/json", try export.json(grants, fund: fund ?? "Sociaal Fonds Huisartsenzorg (SSFH)"))
    }

    @Sendable private func sitemap(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let catalog = try await web.projects.catalog()
        let network = try await web.world.database.transaction(as: .visitor) { connection in
            try await RegionNetworkStore.addresses(on: connection)
        }
        let fixed = [
            "/", "/projecten", "/knelpunten", "/regios", "/leernetwerk", "/leernetwerk/leden", "/bijeenkomsten",
            "/goede-praktijken", "/vragen", "/subsidie", "/plekken", "/plek-aanbieden", "/open-data", "/privacy",
            "/toegankelijkheid", "/woordenlijst",
        ]
        var pages: [(path: String, changedAt: Date?)] = fixed.map { ($0, nil) }
        for region in web.reference.regions { pages.append(("/regios/\(region.slug)", nil)) }
        for bottleneck in web.reference.bottlenecks { pages.append(("/knelpunten/\(bottleneck.slug)", nil)) }
        for row in catalog.rows { pages.append(("/projecten/\(row.slug)", row.updatedAt)) }
        for page in network { pages.append((page.path, page.changedAt)) }
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for (path, changedAt) in pages.prefix(50_000) {
            let changed = changedAt.map { "<lastmod>\($0.formatted(.iso8601))</lastmod>" } ?? ""
            xml += "<url><loc>\(XMLText.escaped(web.world.publicOrigin + path))</loc>\(changed)</url>\n"
        }
        return .data("application/xml; charset=utf-8", Array((xml + "</urlset>\n").utf8))
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let catalog = try await web.projects.catalog()
        let rows = catalog.rows
        let undated = try await web.world.database.transaction(as: .visitor) { connection in
            try await GrantStore.withoutAwardDate(on: connection)
        }
        let feeds =
            web.reference.bottlenecks.map { PageLink($0.name, "\(ProjectList.path)?knelpunt=\($0.code)&vorm=atom") }
            + web.reference.regions.map { PageLink($0.name, "\(ProjectList.path)?regio=\($0.code)&vorm=atom") }
        let newest = rows.map(\.updatedAt).max().map { web.world.time.today(at: $0).dutchLong } ?? "nog niet"
        let page = OpenDataPage(
            facts: Facts([
                Fact("Projecten", Count.text(rows.count)), Fact("Laatst gewijzigd", newest),
                Fact("Licentie", "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/deed.nl"),
                Fact("Versie van de gegevens", "\(catalog.version)"),
            ]),
            downloads: [
                .init(
                    name: "CSV",
                    url: "/projecten?vorm=csv",
                    what: "Alle projecten, voor Excel en andere rekenbladen."
                ),
                .init(name: "Excel", url: "/projecten?vorm=xlsx", what: "Alle projecten, als Excel-bestand."),
                .init(name: "JSON", url: "/projecten?vorm=json", what: "Alle projecten, voor programma’s."),
                .init(
                    name: "Atom-feed",
                    url: "/projecten?vorm=atom",
                    what: "De 100 projecten die het laatst veranderden."
                ),
                .init(
                    name: "Vragen als feed",
                    url: "/vragen?vorm=atom",
                    what: "De 100 vragen aan het leernetwerk die het laatst veranderden."
                ),
                .init(
                    name: "Goede praktijken als feed",
                    url: "/goede-praktijken?vorm=atom",
                    what: "De 100 goede praktijken die het laatst veranderden."
                ),
                .init(
                    name: "Agenda",
                    url: "/bijeenkomsten?vorm=ics",
                    what: "De bijeenkomsten van het leernetwerk, voor je agenda."
                ),
                .init(
                    name: "Toekenningen",
                    url: "/open-data/toekenningen.json",
                    what: "De subsidies van de stimuleringsregeling, volgens de standaard van 360Giving."
                ),
                .init(name: "Sitemap", url: "/sitemap.xml", what: "Alle openbare pagina’s, voor zoekmachines."),
            ],
            completeness: completeness(rows),
            fields: Self.fields,
            grantFields: Self.grantFields,
            grantNote: undated.isEmpty
                ? nil
                : "Niet in dit bestand: \(undated.joined(separator: ", ")). De standaard vraagt de dag van het besluit. "
                    + "Die dag staat niet in de bron.",
            feeds: feeds
        )
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [
                AlternateLink(
                    title: "Toekenningen (360Giving)",
                    url: "/open-data/toekenningen.json",
                    mediaType: "application/json"
                )
            ]
        )
    }

    /// How many projects tell each part. Results are asked only of what is over.
    private func completeness(_ rows: [ProjectRow]) -> ShareBars {
        let ended = rows.filter { $0.state == .ended || $0.state == .stopped }
        return ShareBars(
            id: "volledigheid",
            title: "Zo veel projecten vertellen dit",
            subject: "Onderdeel",
            targetHead: "Projecten",
            reachedHead: "Ingevuld",
            rows: ProjectPart.allCases.map { part in
                let asked = part == .result || part == .didNotWork ? ended : rows
                let told = asked.count { !$0.missing.contains(part) }
                return .init(
                    name: part.dutchName.capitalisedFirst,
                    reached: asked.isEmpty ? nil : Double(told),
                    target: asked.isEmpty ? nil : Double(asked.count),
                    reachedText: asked.isEmpty ? "–" : Count.text(told),
                    targetText: Count.text(asked.count)
                )
            }
        )
    }

    private static let fields: [OpenDataPage.Field] = [
        .init(
            "licentie, aantal, projecten",
            "Het begin van het JSON-bestand: wat je ermee mag, hoeveel projecten het zijn, en de projecten zelf."
        ),
        .init("id", "Kenmerk van het project. Dit verandert nooit."),
        .init("adres", column: "adres", "De pagina van het project."), .init("naam", column: "naam", "De naam."),
        .init("onderwerp", column: "onderwerp", "Waar het over gaat, in één zin."),
        .init("organisatie", column: "organisatie", "Wie het project leidt."),
        .init("soort", column: "soort", "Stimuleringsregeling, ander geld van het fonds, regionaal of anders."),
        .init("stand", column: "stand", "Of het project nog begint, loopt, klaar is of gestopt is."),
        .init("jaar", column: "jaar", "Het jaar van de subsidie."),
        .init(
            "beginDatum, eindDatum",
            column: "begin, einde",
            "Wanneer het project loopt of liep. Is het nog bezig, dan is het einde een plan."
        ),
        .init(
            "regios, gemeenten",
            column: "regio's, gemeenten",
            "Waar het werk is. In JSON met een code van AZW of CBS en een naam."
        ),
        .init(
            "knelpunten",
            column: "knelpunten",
            "Wat het project oplost, uit een vaste lijst. In JSON met code en naam."
        ),
        .init("code, naam", "In JSON bij elke regio, elke gemeente en elk knelpunt."),
        .init("routes", column: "routes", "Bol, bbl of derde leerweg."),
        .init("soortenPartners", column: "soorten partners", "Wat voor organisaties meedoen."),
        .init("heeftResultaat", column: "heeft resultaat", "Of er iets staat over de uitkomst."),
        .init("subsidieInCenten", column: "subsidie in euro", "Het bedrag van het fonds. In JSON in eurocenten."),
        .init(
            "geplaatstOp, gewijzigdOp",
            column: "geplaatst op, gewijzigd op",
            "Wanneer de pagina kwam en wanneer er iets veranderde."
        ),
        .init("bevestigdDatum", column: "bevestigd op", "Wanneer de organisatie zei dat het nog klopt."),
        .init(
            "aantalOrganisatiesOvergenomen",
            column: "aantal organisaties overgenomen",
            "Hoeveel organisaties schreven dat ze dit overnemen."
        ),
        .init("ontbreekt", "Wat op de pagina nog niet is ingevuld."),
        .init("bron", column: "bron", "Waar de feiten vandaan komen, als ze niet van de organisatie zelf zijn."),
        .init(
            "voorwaardeNietVervuld",
            column: "voorwaarde niet vervuld",
            "Of er minder partners meedoen dan de regeling vroeg bij de toekenning."
        ),
        .init("fictief", column: "fictief", "Of het project verzonnen is, als voorbeeld."),
    ]

    private static let grantFields: [OpenDataPage.Field] = [
        .init(
            "id",
            "Begint met \(GrantExport.prefix). Dat begin is niet aangemeld bij 360Giving. Het kenmerk zelf verandert nooit."
        ),
        .init("title, description", "De naam van het project, en wat het probleem en de aanpak zijn."),
        .init("currency, amountAwarded", "Altijd EUR, en het bedrag in euro."),
        .init("awardDate", "De dag van het besluit."),
        .init("recipientOrganization", "De organisatie die de subsidie krijgt."),
        .init("fundingOrganization", "Het fonds."),
        .init(
            "beneficiaryLocation",
            "De gemeenten waar het werk is, met hun CBS-code. Is de gemeente niet bekend, dan de regio's met hun code van AZW."
        ),
        .init("plannedDates", "Begin en einde volgens het plan, tot het project klaar is."),
        .init("actualDates", "Wanneer het project echt begon en eindigde."),
        .init("url, dataSource", "De pagina van het project, en deze pagina."),
        .init("grantProgramme", "De regeling met het jaar."),
        .init("classifications", "De knelpunten."), .init("dateModified", "Wanneer de tekst het laatst veranderde."),
    ]
}
