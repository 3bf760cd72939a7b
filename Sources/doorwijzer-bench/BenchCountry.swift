import Actions
import Domain
import Foundation
import Logging
import Matching
import Postgres
import Schema
import Seeds
import Store

/// A private database with a fictional country, and the snapshot of it.
struct BenchCountry {
    let world: World
    let country: MatchCountry
    /// Waiting candidates spread over the country, as many as are ranked for.
    let seekers: [CandidateProfile]

    private static let mostSeekers = 200
    /// Tuesday 24 November 2026, 10:00 in Amsterdam: the same country in every run.
    private static let now = Date(timeIntervalSince1970: 1_795_510_800)

    /// Makes the country, runs the body and removes everything.
    static func with(places: Int, candidates: Int, _ body: (BenchCountry) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("doorwijzer-bench-\(ProcessInfo.processInfo.processIdentifier)", isDirectory: true)
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let server = EmbeddedPostgres(dataDirectory: folder, durable: false, logger: logger)
        try await server.start()
        do {
            try await filled(server, logger: logger, places: places, candidates: candidates, body)
            await server.stop()
            try? FileManager.default.removeItem(at: folder)
        } catch {
            await server.stop()
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private static func filled(
        _ server: EmbeddedPostgres,
        logger: Logger,
        places: Int,
        candidates: Int,
        _ body: (BenchCountry) async throws -> Void
    ) async throws {
        let name = "bench"
        try await server.createDatabase(name)
        func database(_ configuration: ConnectionConfiguration) -> Database {
            Database(
                configuration: PoolConfiguration(
                    connection: configuration,
                    minimumConnections: 0,
                    maximumConnections: 2
                ),
                logger: logger
            )
        }
        let owner = database(try await server.connectionConfiguration(database: name))
        try await owner.withConnection { connection in try await DatabaseRoles.ensure(on: connection) }
        try await Migrator(files: try MigrationFile.load(from: Schema.migrations), logger: logger).run(on: owner)
        let matcher = database(try await server.connectionConfiguration(user: DatabaseRoles.matcher, database: name))
        let world = World(
            database: owner,
            matcherDatabase: matcher,
            now: { now },
            randomBytes: { Array(repeating: 0, count: $0) },
            secrets: Secrets(
                form: .init(id: "1", bytes: Array(repeating: 1, count: 32)),
                seals: [.init(id: "1", bytes: Array(repeating: 1, count: 32))],
                hash: .init(id: "1", bytes: Array(repeating: 1, count: 32))
            ),
            publicOrigin: "http://127.0.0.1:8080"
        )
        let files = SeedFiles { path in try Data(contentsOf: Seeds.url(path)) }
        _ = try await SeedReference(database: owner, files: files)()
        let open = try await fill(owner, files, world, atLeast: places, candidates: candidates)
        let snapshot = MatchSnapshot(world: world, logger: logger)
        let loading = try await Stopwatch.seconds { try await snapshot.ready() }
        let country = try await snapshot.country()
        print(
            "Country: \(open) open places, \(country.candidates.count) waiting candidates; "
                + String(format: "the snapshot loads in %.2f s", loading)
        )
        try await body(BenchCountry(world: world, country: country, seekers: seekers(of: country)))
        await matcher.close()
        await owner.close()
    }

    /// About two thirds of the places of a demo are open, so a country is made that is large enough.
    private static func fill(
        _ owner: Database,
        _ files: SeedFiles,
        _ world: World,
        atLeast places: Int,
        candidates: Int
    ) async throws -> Int {
        let size = SeedDemo.Size(candidates: candidates, places: places * 8 / 5 + 100)
        try await SeedDemo(database: owner, files: files, size: size)(today: world.today)
        let open = try await owner.withConnection { connection in
            try await MatchStore.openPlaceCount(on: connection)
        }
        guard open >= places else { throw TooSmall(open: open, wanted: places) }
        return open
    }

    private static func seekers(of country: MatchCountry) -> [CandidateProfile] {
        let all = country.candidates.candidates.sorted { $0.caseID < $1.caseID }
        let step = max(1, all.count / mostSeekers)
        return stride(from: 0, to: all.count, by: step).prefix(mostSeekers).map { all[$0] }
    }

    struct TooSmall: Error, CustomStringConvertible {
        let open: Int
        let wanted: Int
        var description: String { "the country has \(open) open places, fewer than \(wanted)" }
    }
}
