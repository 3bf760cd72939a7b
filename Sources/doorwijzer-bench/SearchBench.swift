import Actions
import Domain
import Foundation
import Postgres
import Seeds
import Store

/// How long finding takes among ten thousand projects, for what people type; and how long it takes to prepare them.
struct SearchBench {
    let country: BenchCountry
    /// How many there are to find.
    let projects: Int
    let rounds: Int

    /// As many as the page of projects asks for.
    private static let limit = 50_000

    func run() async throws {
        let filling = try await Stopwatch.seconds { try await fill() }
        let queries = try DelimitedText.read([UInt8](Data(contentsOf: Seeds.url("Demo/search-queries.csv")))).rows
            .map { $0.cells[0] }
        let catalog = try await ProjectCatalogReader(world: country.world, interval: .seconds(60)).catalog()
        var (searching, all): ([Double], [Double]) = ([], [])
        var total = 0
        try await country.world.database.withConnection { connection in
            for round in 0...rounds {
                for query in queries {
                    var ranks: [Project.ID: Double] = [:]
                    let first = try await Stopwatch.seconds {
                        let hits = try await SearchStore.search(
                            query,
                            kinds: [.project],
                            limit: Self.limit,
                            on: connection
                        )
                        ranks = Dictionary(hits.enumerated().map { (Project.ID($1.id), Double(-$0)) }) { first, _ in
                            first
                        }
                    }
                    let second = await Stopwatch.seconds {
                        let filter = ProjectFilter(found: ranks)
                        total += catalog.find(filter, sort: .relevance, offset: 0, limit: 25).total
                    }
                    // The first round warms the cache.
                    if round > 0 {
                        searching.append(first * 1000)
                        all.append((first + second) * 1000)
                    }
                }
            }
        }
        print("Search among \(catalog.rows.count) projects, \(queries.count) queries, \(total) found in all")
        print("  searching the texts: \(Self.text(searching))")
        print("  searching, counting every option of every filter, the best 25: \(Self.text(all))")
        print(String(format: "  writing and preparing them took %.1f s", filling))
    }

    private static func text(_ milliseconds: [Double]) -> String {
        let sorted = milliseconds.sorted()
        func percentile(_ percent: Int) -> Double { sorted[(sorted.count - 1) * percent / 100] }
        return String(format: "p50 %.1f ms, p95 %.1f ms", percentile(50), percentile(95))
    }

    /// The demo's projects again and again, with their texts mixed.
    private func fill() async throws {
        let records = try DelimitedText.read([UInt8](Data(contentsOf: Seeds.url("Demo/projects.csv"))))
        let column = Dictionary(records.header.enumerated().map { ($1, $0) }) { first, _ in first }
        func cell(_ row: Int, _ name: String) -> String {
            records.rows[row % records.rows.count].cells[column[name] ?? 0]
        }
        let now = country.world.now()
        var written: [[(any SQLBindable)?]] = []
        var regions: [[(any SQLBindable)?]] = []
        var bottlenecks: [[(any SQLBindable)?]] = []
        for number in 0..<projects {
            let id = NamedUUID.make("bench-project", "\(number)")
            let texts = [
                "\(cell(number, "name")) \(number)", cell(number, "subject"), cell(number * 7 + number / 62, "problem"),
                cell(number * 11 + number / 62, "approach"), cell(number * 13, "result"),
                cell(number * 17, "did_not_work"),
            ]
            let day = now - Double(number * 3600)
            written.append([
                id, "bench-\(number)", UUID?.none, UUID?.none, "Organisatie (fictief)", "regional", "", texts[0],
                texts[1],
                texts[2], texts[3], texts[4], texts[5], "running", CalendarDate?.none, CalendarDate?.none, "",
                Int?.none,
                Int?.none, Int?.none, 0, "published", UUID?.none, "", "", day, day, CalendarDate?.none, "fictief", true,
                1,
            ])
            for code in cell(number * 5, "region_codes").split(separator: "|") { regions.append([id, String(code)]) }
            for code in cell(number * 3, "bottleneck_codes").split(separator: "|") {
                bottlenecks.append([id, String(code)])
            }
        }
        let (rows, places, subjects) = (written, regions, bottlenecks)
        try await country.world.database.transaction { connection in
            try await BenchmarkStore.takeAllTime(on: connection)
            try await SeedStore.load(.projects, rows, on: connection)
            try await SeedStore.load(.projectRegions, places, on: connection)
            try await SeedStore.load(.projectBottlenecks, subjects, on: connection)
        }
        try await country.world.database.withConnection { try await BenchmarkStore.analyzeSearch(on: $0) }
    }
}
