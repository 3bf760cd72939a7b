import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// The list of practices as an address asks for it: filter, order, page or file.
struct PracticeList {
    let web: WebServices
    let isFile: Bool
    private let query: Query
    private let filter: PracticeListStore.Filter
    private let sort: PracticeListStore.Sort
    private let after: [String]?
    private static let path = "/praktijken"
    /// A contact longer ago than this is long ago: half a year.
    private static let longAgo: TimeInterval = 182 * 86_400

    init(_ query: Query, region: RegionCode, web: WebServices) throws {
        self.web = web
        self.query = query
        isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        sort = try query.choice("volgorde", PracticeListStore.Sort.self) ?? .name
        after = try query.cursor("na")?.keys
        var filter = PracticeListStore.Filter(region: region, longAgo: web.world.now() - Self.longAgo)
        filter.search = try query.text("zoek")
        filter.kinds = try query.choices("soort", PracticeKind.self)
        filter.hasOpenPlaces = try query.parsed("plekken") { ["ja": true, "nee": false][$0] }
        filter.isMember = try query.parsed("lid") { ["ja": true, "nee": false][$0] }
        filter.lastContact = try query.choice("gesprek", PracticeListStore.LastContact.self)
        filter.municipality = try query.parsed("gemeente") { code in
            web.reference.municipality(MunicipalityCode(code)).map(\.code)
        }
        self.filter = filter
    }

    var fileURL: String { FilterBuilder(path: Self.path, query: query).csv }

    func rows(limit: Int, on connection: Connection) async throws -> [PracticeListStore.Row] {
        try await PracticeListStore.list(filter, sort: sort, after: isFile ? nil : after, limit: limit, on: connection)
    }

    func file(_ rows: [PracticeListStore.Row]) -> [UInt8] { PracticeExport.bytes(rows, time: web.world.time) }

    private static func phone(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return PhoneNumber(text)?.description ?? text
    }

    func page(_ rows: [PracticeListStore.Row], pageSize: Int, on connection: Connection) async throws
        -> PracticeIndexPage
    {
        let total = try await PracticeListStore.count(filter, on: connection)
        let builder = FilterBuilder(path: Self.path, query: query)
        let shown = Array(rows.prefix(pageSize))
        let hasNext = rows.count > pageSize
        let summary = total == 1 ? "1 praktijk" : "\(Count.text(total)) praktijken"
        var pagination: Pagination?
        if hasNext || after != nil {
            pagination = Pagination(
                summary: "\(shown.count) van \(summary)",
                previous: after == nil ? nil : PageLink("Terug naar het begin", builder.first),
                next: hasNext
                    ? shown.last.map {
                        PageLink("Volgende praktijken", builder.next(PracticeListStore.keys(of: $0, sort: sort)))
                    } : nil
            )
        }
        let today = web.world.today
        return PracticeIndexPage(
            header: PageHeader(
                title: "Praktijken in \(web.reference.regionName(filter.region))",
                breadcrumbs: [PageLink("Start", "/")],
                action: PageLink("Nieuwe praktijk", "/praktijken/nieuw")
            ),
            filters: try await filters(summary: summary, on: connection),
            rows: shown.map { row in
                .init(
                    url: "/praktijken/\(row.reference)",
                    name: row.name,
                    kind: row.kind.dutchName,
                    town: row.town,
                    places: row.places == 0 ? "geen" : "\(row.openPlaces) van \(row.places) open",
                    member: row.isDraft ? Tag("nakijken", .waiting) : row.isMember ? Tag("lid", .ok) : Tag("geen lid"),
                    lastContact: row.lastCalledAt.map { web.world.time.today(at: $0).dutchShort(seenOn: today) }
                        ?? "nog nooit",
                    contact: row.contactName ?? "nog onbekend",
                    phone: row.phone.flatMap { raw in Self.phone(raw).map { PageLink($0, "tel:\(raw)") } }
                )
            },
            empty: EmptyState(
                title: "Geen praktijk die hierbij past",
                text: "Haal een filter weg, of voeg de praktijk toe.",
                action: PageLink("Nieuwe praktijk", "/praktijken/nieuw")
            ),
            pagination: pagination
        )
    }

    private func filters(summary: String, on connection: Connection) async throws -> Filters {
        var builder = FilterBuilder(path: Self.path, query: query)
        func counts(_ facet: PracticeListStore.Facet) async throws -> [String: Int] {
            try await PracticeListStore.counts(facet, filter, on: connection)
        }
        if let search = filter.search { builder.chip("Zoek: \(search)", "zoek") }
        func yesNo(_ value: Bool?) -> String? { value.map { $0 ? "ja" : "nee" } }
        let groups = [
            builder.group(
                "Soort",
                "soort",
                PracticeKind.allCases,
                chosen: filter.kinds,
                counts: try await counts(.kind)
            )
        ]
        let municipalities = web.reference.municipalities.filter { $0.regionCode == filter.region }
        let selects = [
            builder.select(
                "Open plekken",
                "plekken",
                [("ja", "met open plekken"), ("nee", "zonder open plekken")],
                chosen: yesNo(filter.hasOpenPlaces),
                counts: try await counts(.hasOpenPlaces),
                emptyLabel: "Maakt niet uit"
            ),
            builder.select(
                "Lid",
                "lid",
                [("ja", "lid"), ("nee", "geen lid")],
                chosen: yesNo(filter.isMember),
                counts: try await counts(.isMember),
                emptyLabel: "Maakt niet uit"
            ),
            builder.select(
                "Laatste gesprek",
                "gesprek",
                [
                    ("nooit", "nog nooit"), ("lang", "langer dan een half jaar geleden"),
                    ("kort", "in het laatste half jaar"),
                ],
                chosen: filter.lastContact?.rawValue,
                counts: try await counts(.lastContact),
                emptyLabel: "Maakt niet uit"
            ),
            builder.select(
                "Gemeente",
                "gemeente",
                municipalities.map { ($0.code.rawValue, $0.name) },
                chosen: filter.municipality?.rawValue,
                counts: try await counts(.municipality),
                emptyLabel: "Alle gemeenten"
            ),
            SelectField(
                name: "volgorde",
                label: "Volgorde",
                options: [
                    Option(value: "naam", label: "Naam"), Option(value: "contact", label: "Langst geen gesprek"),
                ],
                selected: sort.rawValue,
                isRequired: false,
                emptyLabel: nil
            ),
        ]
        return Filters(
            action: Self.path,
            summary: summary,
            chosen: builder.chips,
            clearURL: builder.chips.isEmpty ? nil : Self.path,
            groups: groups,
            selects: selects,
            search: TextField(
                name: "zoek",
                label: "Naam, plaats, contact of kenmerk",
                value: filter.search ?? "",
                kind: .search
            ),
            downloads: [PageLink("CSV", builder.csv)],
            input: PageLink("Neem je eigen lijst over", "/invoer"),
            tasks: [
                PageLink("Leg erkenning vast voor meer praktijken", "/praktijken/erkenning"),
                PageLink("Zet concepten open", "/plekken/openen"),
            ]
        )
    }
}
