import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// The list of places as an address asks for it: filter, order, page or file.
struct TrainingPlaceList {
    let web: WebServices
    let isFile: Bool
    private let query: Query
    private let session: Session?
    private let filter: TrainingPlaceListStore.Filter
    private let sort: TrainingPlaceListStore.Sort
    private let after: [String]?
    private let startMonth: String?
    private let regionChoice: String?
    private static let path = "/plekken"

    init(_ query: Query, session: Session?, web: WebServices) throws {
        self.web = web
        self.query = query
        self.session = session
        isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        sort = try query.choice("volgorde", TrainingPlaceListStore.Sort.self) ?? .start
        after = try query.cursor("na")?.keys
        var filter = TrainingPlaceListStore.Filter(viewer: session?.regionCode)
        filter.search = try query.text("zoek")
        filter.kinds = try query.choices("soort", PlacementKind.self)
        filter.routes = RouteSet(try query.choices("route", LearningRoute.self))
        filter.states = try query.choices("stand", TrainingPlaceState.self)
        filter.importRun = try query.parsed("invoer") { UUID(uuidString: $0) }
        let reference = web.reference
        filter.municipality = try query.parsed("gemeente") { code in
            reference.municipality(MunicipalityCode(code)).map(\.code)
        }
        filter.role = try query.parsed("rol") { code in reference.roles.contains { $0.code == code } ? code : nil }
        filter.activities = try query.texts("activiteit") { code in reference.activities.contains { $0.code == code } }
        startMonth = try query.parsed("start") { CalendarDate(iso: $0 + "-01") == nil ? nil : $0 }
        filter.startMonth = startMonth.flatMap { CalendarDate(iso: $0 + "-01") }
        // A coordinator begins in the own region; "alle" is the whole country.
        regionChoice = try query.parsed("regio") { code in
            code == "alle" || reference.region(RegionCode(code)) != nil ? code : nil
        }
        switch regionChoice {
        case "alle": filter.region = nil
        case let code?: filter.region = RegionCode(code)
        case nil: filter.region = filter.municipality == nil ? session?.regionCode : nil
        }
        self.filter = filter
    }

    var fileURL: String { FilterBuilder(path: Self.path, query: query).csv }

    func rows(limit: Int, on connection: Connection) async throws -> [TrainingPlaceListStore.Row] {
        try await TrainingPlaceListStore.list(
            filter,
            sort: sort,
            after: isFile ? nil : after,
            limit: limit,
            at: web.world.now(),
            on: connection
        )
    }

    func file(_ rows: [TrainingPlaceListStore.Row]) -> [UInt8] { PlaceExport.bytes(rows) }

    /// - Parameter rows: one more than fits on a page when there is a next one.
    func page(
        _ rows: [TrainingPlaceListStore.Row],
        pageSize: Int,
        on connection: Connection
    ) async throws -> TrainingPlaceIndexPage {
        let total = try await TrainingPlaceListStore.count(filter, on: connection)
        let builder = FilterBuilder(path: Self.path, query: query)
        let shown = Array(rows.prefix(pageSize))
        let hasNext = rows.count > pageSize
        var pagination: Pagination?
        if hasNext || after != nil {
            pagination = Pagination(
                summary: "\(shown.count) van \(PlaceWords.places(total))",
                previous: after == nil ? nil : PageLink("Terug naar het begin", builder.first),
                next: hasNext
                    ? shown.last.map {
                        PageLink("Volgende plekken", builder.next(TrainingPlaceListStore.keys(of: $0, sort: sort)))
                    }
                    : nil
            )
        }
        let where_ = filter.region.map { "in \(web.reference.regionName($0))" } ?? "in het hele land"
        return TrainingPlaceIndexPage(
            header: PageHeader(
                title: "Plekken \(where_)",
                lead: session == nil ? "Open plekken om te leren in de huisartsenzorg." : nil,
                breadcrumbs: [PageLink("Start", "/")],
                action: session?.teamID == nil ? nil : PageLink("Nieuwe plek", "/plekken/nieuw")
            ),
            filters: try await filters(total: total, on: connection),
            rows: shown.map { PlaceRow($0, today: web.world.today) },
            empty: EmptyState(
                title: "Geen plek die hierbij past \(where_)",
                text: "Haal een filter weg, of kijk in het hele land.",
                action: PageLink("Bekijk alle plekken in het land", "/plekken?regio=alle")
            ),
            pagination: pagination
        )
    }

    private func filters(total: Int, on connection: Connection) async throws -> Filters {
        var builder = FilterBuilder(path: Self.path, query: query)
        let today = web.world.today
        let monthStart = today - (today.day - 1)
        let months = (0..<18).map { monthStart.adding(months: $0) }
        func counts(_ facet: TrainingPlaceListStore.Facet) async throws -> [String: Int] {
            try await TrainingPlaceListStore.counts(facet, filter, months: months, on: connection)
        }
        if let search = filter.search { builder.chip("Zoek: \(search)", "zoek") }
        if filter.importRun != nil { builder.chip("Uit één invoer", "invoer") }
        var groups = [
            builder.group(
                "Soort plek",
                "soort",
                PlacementKind.allCases,
                chosen: filter.kinds,
                counts: try await counts(.kind)
            ),
            builder.group(
                "Route",
                "route",
                LearningRoute.allCases,
                chosen: filter.routes.routes,
                counts: try await counts(.route)
            ),
        ]
        if session?.regionCode != nil {
            groups.append(
                builder.group(
                    "Stand",
                    "stand",
                    TrainingPlaceState.allCases,
                    chosen: filter.states,
                    counts: try await counts(.state)
                )
            )
        }
        let activityCounts = try await counts(.activity)
        let activities = web.reference.activities
        for activity in activities where filter.activities.contains(activity.code) {
            builder.chip("Oefenen: \(activity.name)", "activiteit", activity.code)
        }
        groups.append(
            FilterGroup(
                legend: "Oefenen",
                name: "activiteit",
                options: activities.map {
                    FilterOption(
                        value: $0.code,
                        label: $0.name,
                        count: Count.text(activityCounts[$0.code] ?? 0),
                        isSelected: filter.activities.contains($0.code)
                    )
                }
            )
        )
        let regionCounts = try await counts(.region)
        let all = regionCounts.values.reduce(0, +)
        let municipalities = web.reference.municipalities.filter {
            filter.region == nil || $0.regionCode == filter.region
        }
        let selects = [
            builder.select(
                "Regio",
                "regio",
                [("alle", "hele land")] + web.reference.regions.map { ($0.code.rawValue, $0.name) },
                chosen: regionChoice,
                counts: regionCounts.merging(["alle": all]) { first, _ in first },
                emptyLabel: session?.regionCode == nil ? "Hele land" : "Eigen regio"
            ),
            builder.select(
                "Gemeente",
                "gemeente",
                municipalities.map { ($0.code.rawValue, $0.name) },
                chosen: filter.municipality?.rawValue,
                counts: try await counts(.municipality),
                emptyLabel: "Alle gemeenten"
            ),
            builder.select(
                "Beroep",
                "rol",
                web.reference.roles.map { ($0.code, $0.name) },
                chosen: filter.role,
                counts: try await counts(.role),
                emptyLabel: "Alle beroepen"
            ),
            builder.select(
                "Kan beginnen in",
                "start",
                months.map { (String($0.iso8601.prefix(7)), String($0.dutchLong.drop { $0 != " " }.dropFirst())) },
                chosen: startMonth,
                counts: try await counts(.startMonth),
                emptyLabel: "Elke maand"
            ),
            SelectField(
                name: "volgorde",
                label: "Volgorde",
                options: [
                    Option(value: "start", label: "Eerste begindatum"),
                    Option(value: "praktijk", label: "Naam van de praktijk"),
                    Option(value: "nieuw", label: "Nieuwste plek"),
                ],
                selected: sort.rawValue,
                isRequired: false,
                emptyLabel: nil
            ),
        ]
        return Filters(
            action: Self.path,
            summary: PlaceWords.places(total),
            chosen: builder.chips,
            clearURL: builder.chips.isEmpty ? nil : Self.path,
            groups: groups,
            selects: selects,
            search: TextField(
                name: "zoek",
                label: "Praktijk, plaats of kenmerk",
                value: filter.search ?? "",
                kind: .search
            ),
            hidden: filter.importRun.map { [HiddenField(name: "invoer", value: $0.uuidString.lowercased())] } ?? [],
            downloads: [PageLink("CSV", builder.csv)],
            input: session?.teamID == nil ? nil : PageLink("Neem je eigen lijst over", "/invoer")
        )
    }
}
