import Actions
import Domain
import Foundation
import Postgres
import Seeds
import Store

/// How long finding takes among ten thousand projects, for what people type; and how long it takes to prepare them.
struct SearchBench {
    let country: BenchCountry
    let rounds: Int

    private static let projects = 10_000
    private static let limit = 100

    func run() async throws {
        let filling = try await Stopwatch.seconds { try await fill() }
        let queries = try DelimitedText.read([UInt8](Data(contentsOf: Seeds.url("Demo/search-queries.csv")))).rows
            .map { $0.cells[0] }
        var milliseconds: [Double] = []
        try await country.world.database.withConnection { connection in
            for round in 0...rounds {
                for query in queries {
                    let seconds = try await Stopwatch.seconds {
                        _ = try await SearchStore.search(
                            query,
                            kinds: [.project],
                            limit: Self.limit,
                            on: connection
                        )
                    }
                    // The first round warms the cache.
                    if round > 0 { milliseconds.append(seconds * 1000) }
                }
            }
        }
        milliseconds.sort()
        func percentile(_ percent: Int) -> Double { milliseconds[(milliseconds.count - 1) * percent / 100] }
        print("Search among \(Self.projects) projects, \(queries.count) queries, the best \(Self.limit)")
        print(String(format: "  p50 %.1f ms, p95 %.1f ms", percentile(50), percentile(95)))
        print(String(format: "  writing and preparing them took %.1f s", filling))
    }

    /// The demo's projects again and again, with their texts mixed.
    private func fill() async throws {
        let records = try DelimitedText.read([UInt8](Data(contentsOf: Seeds.url("Demo/projects.csv"))))
        let column = Dictionary(records.header.enumerated().map { ($1, $0) }) { first, _ in first }
        func cell(_ row: Int, _ name: String) -> String {
            records.rows[row % records.rows.count].cells[column[name] ?? 0]
        }
        let now = country.world.now()
        var projects: [[(any SQLBindable)?]] = []
        var regions: [[(any SQLBindable)?]] = []
        var bottlenecks: [[(any SQLBindable)?]] = []
        for number in 0..<Self.projects {
            let id = NamedUUID.make("bench-project", "\(number)")
            let texts = [
                "\(cell(number, "name")) \(number)", cell(number, "subject"), cell(number * 7 + number / 62, "problem"),
                cell(number * 11 + number / 62, "approach"), cell(number * 13, "result"),
                cell(number * 17, "did_not_work"),
            ]
            let day = now - Double(number * 3600)
            projects.append([
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
        let (written, places, subjects) = (projects, regions, bottlenecks)
        try await country.world.database.transaction { connection in
            try await connection.executeScript("set local statement_timeout = 0")
            try await SeedStore.load(.projects, written, on: connection)
            try await SeedStore.load(.projectRegions, places, on: connection)
            try await SeedStore.load(.projectBottlenecks, subjects, on: connection)
        }
        try await country.world.database.withConnection { _ = try await $0.execute("analyze search_documents") }
    }
}
