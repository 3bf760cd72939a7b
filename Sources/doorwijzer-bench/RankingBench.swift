import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store

/// The first twenty places with their explanations for one candidate, from the snapshot in memory; beside it what SQL
/// would have to fetch for the same: every open place, decoded into rows.
struct RankingBench {
    let country: BenchCountry
    let rounds: Int

    private static let limit = 20

    func run() async throws {
        var (ranking, complete, plain): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<rounds {
            // In turn within each round, so that a busy neighbour slows all alike.
            ranking.append(await rankingSeconds())
            complete.append(try await querySeconds { _ = try await MatchStore.places(.open, at: $0, on: $1) })
            plain.append(try await querySeconds { _ = try await MatchStore.plainOpenPlaces(on: $1) })
        }
        let perSecond = 1 / Stopwatch.median(ranking)
        print(
            "Rankings of \(country.country.places.count) open places for one candidate, top \(Self.limit) with explanations"
        )
        print(line("from the snapshot", perSecond, nil))
        print(line("SQL: all open places, all that a ranking needs", 1 / Stopwatch.median(complete), perSecond))
        print(line("SQL: all open places, their own columns only", 1 / Stopwatch.median(plain), perSecond))
    }

    /// Seconds per ranking.
    private func rankingSeconds() async -> Double {
        var written = 0
        let seconds = await Stopwatch.seconds {
            for seeker in country.seekers {
                let ranked = country.country.places.rank(for: seeker, today: country.country.today, limit: Self.limit)
                for pair in ranked {
                    let explanation = country.country.model.explain(seeker, pair.place, today: country.country.today)
                    written += explanation.criteria.reduce(0) { $0 + $1.sentence.utf8.count }
                }
            }
        }
        // Looking at the sum keeps the optimiser from leaving the work out.
        precondition(written > 0, "nobody fits anywhere")
        return seconds / Double(max(1, country.seekers.count))
    }

    /// Seconds per query, after one that warms the cache.
    private func querySeconds(_ query: (Date, Connection) async throws -> Void) async throws -> Double {
        let times = 3
        return try await country.world.matcherDatabase.withConnection { connection in
            let now = country.world.now()
            try await query(now, connection)
            return try await Stopwatch.seconds {
                for _ in 0..<times { try await query(now, connection) }
            } / Double(times)
        }
    }

    private func line(_ name: String, _ perSecond: Double, _ snapshot: Double?) -> String {
        let ratio = snapshot.map { String(format: "   the snapshot makes %.0f× as many", $0 / perSecond) } ?? ""
        return "  " + name.padding(toLength: 50, withPad: " ", startingAt: 0) + String(format: "%10.1f/s", perSecond)
            + ratio
    }
}

/// Fits per second on one core, limits included; places beyond the squares within reach are not looked at and not counted.
struct FitReport {
    let rounds: Int

    func run(_ country: MatchCountry, seekers: [CandidateProfile]) {
        print("Fit evaluations on one core, limits included, pruned pairs not counted")
        let places = country.places.places.sorted { $0.id < $1.id }
        report("this country", places, seekers, country.model, country.today)
        if let alike = FitBench.country(places: 20_000, candidates: 100, allAlike: true) {
            report("every pair within all limits", alike.places, alike.candidates, alike.model, alike.today)
        }
    }

    private func report(
        _ name: String,
        _ places: [PlaceProfile],
        _ candidates: [CandidateProfile],
        _ model: ScoringModel,
        _ today: CalendarDate
    ) {
        let results = (0..<rounds).map { _ in
            FitBench.run(places: places, candidates: candidates, model: model, today: today, atLeastSeconds: 1)
        }
        let rate = Stopwatch.median(results.map(\.evaluationsPerSecond))
        let share = results.last.map { 100 * Double($0.possible) / Double(max(1, $0.evaluations)) } ?? 0
        print(
            "  " + name.padding(toLength: 50, withPad: " ", startingAt: 0)
                + String(format: "%8.1f million/s   %.0f %% of the pairs are possible", rate / 1e6, share)
        )
    }
}
