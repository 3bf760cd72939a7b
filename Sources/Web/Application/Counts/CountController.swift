import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/fonds` and `/school`: counts for those who may know how many, and not who.
struct CountController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>, schools: RouterGroup<SignedInContext>) {
        fund.get("/fonds", use: country)
        schools.get("/school", use: school)
    }

    // MARK: The fund

    /// A column of the fund's table.
    private struct Column: Sendable {
        let name: String
        /// Nil where nothing is known.
        let value: @Sendable (Region) -> Int?
        /// Exact: public already.
        var isPublic = false
    }

    private struct Region {
        let summary: RegionStore.Summary
        let freeSeats: Int
        let counts: [CountStore.Measure: Int]?
    }

    private static let columns: [Column] =
        CaseState.allCases.map { state in
            Column(name: state.dutchName.capitalisedFirst) { $0.counts.map { $0[.state(state)] ?? 4 } }
        } + [
            Column(name: "Doorverwezen naar hier") { $0.counts?[.referredIn] },
            Column(name: "Doorverwezen naar elders") { $0.counts?[.referredOut] },
            Column(name: "Open plekken", value: { $0.summary.openPlaces }, isPublic: true),
            Column(name: "Vrije stoelen", value: { $0.freeSeats }, isPublic: true),
        ]

    @Sendable private func country(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let isFile = try Query(request).parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        let regions = try await regions(context)
        if isFile { return .csv(filename: "regios.csv", bytes: Self.file(regions)) }
        let page = FundPage(
            columns: Self.columns.map(\.name),
            rows: regions.map { region in
                FundPage.Row(
                    name: region.summary.name,
                    url: "/regios/\(region.summary.slug)",
                    cells: Self.columns.map { column in
                        FundPage.Cell(label: column.name, text: Self.text(column.value(region), column))
                    }
                )
            },
            waiting: StallBars(
                id: "wachten",
                title: "Dagen dat wie zoekt al zoekt, per regio",
                rows: regions.map { region in
                    .init(
                        step: region.summary.name,
                        median: region.counts?[.waitingMedian],
                        p90: region.counts?[.waitingP90],
                        shownCount: region.counts.map { Count.public($0[.state(.searching)] ?? 4) } ?? "onbekend"
                    )
                },
                subject: "Regio"
            ),
            fileURL: "/fonds?vorm=csv"
        )
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [AlternateLink(title: "Cijfers als CSV", url: "/fonds?vorm=csv", mediaType: "text/csv")]
        )
    }

    private func regions(_ context: SignedInContext) async throws -> [Region] {
        try await web.world.database.transaction(as: context.session.acting) { connection in
            let counts = try await CountStore.country(at: web.world.now(), on: connection)
            let free = try await SeatStore.freeSeats(at: web.world.now(), on: connection)
            return try await RegionStore.summaries(on: connection).map {
                Region(summary: $0, freeSeats: free[$0.code] ?? 0, counts: counts[$0.code])
            }
        }
    }

    private static func text(_ amount: Int?, _ column: Column) -> String {
        guard let amount else { return "onbekend" }
        return column.isPublic ? Count.text(amount) : Count.public(amount)
    }

    private static func file(_ regions: [Region]) -> [UInt8] {
        DelimitedText.write(
            header: ["regio", "code"] + columns.map { $0.name.lowercased() } + ["dagen: helft", "dagen: 9 van de 10"],
            rows: regions.map { region in
                [.text(region.summary.name), .text(region.summary.code.rawValue)]
                    + columns.map { column -> DelimitedValue in
                        guard let amount = column.value(region) else { return .empty }
                        return column.isPublic || amount >= 5 ? .int(amount) : .text(Count.public(amount))
                    }
                    + [CountStore.Measure.waitingMedian, .waitingP90].map { measure in
                        region.counts?[measure].map { .int($0) } ?? .empty
                    }
            }
        )
    }

    // MARK: A school

    @Sendable private func school(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let page = try await web.world.database.transaction(as: context.session.acting) { connection in
            let rows = try await CountStore.school(at: web.world.now(), on: connection)
            let teams = try await CountStore.schoolTeams(on: connection)
            return SchoolPage(
                school: context.session.assignment?.scopeName ?? "",
                rows: rows.map { row in
                    SchoolPage.Row(
                        programme: row.programme.isEmpty ? "niet opgegeven" : row.programme,
                        route: row.route.dutchName,
                        year: "\(row.studyYear)",
                        looking: row.looking,
                        asked: row.asked,
                        placed: row.placed,
                        started: row.started,
                        ended: row.completed + row.withdrawn
                    )
                },
                teams: teams.map { team in
                    SchoolPage.Team(
                        name: team.name,
                        region: team.regionName,
                        phone: team.phone,
                        mail: team.mail,
                        learners: team.learners
                    )
                }
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }
}
