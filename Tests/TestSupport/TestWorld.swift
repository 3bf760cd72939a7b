public import Actions
import Domain
public import Foundation
import Logging
public import Postgres
import Schema
import Seeds
import Store
import Synchronization

/// A world to test in: a database of its own, a clock that moves on purpose, counted ids.
public struct TestWorld: Sendable {
    public let world: World
    /// Connected as the owner of the schema, whom no policy binds: for setting up and looking behind the walls.
    public let owner: Database
    public let clock: TestClock
    /// Where the databases are, for connections of other roles.
    public let configuration: @Sendable (_ role: String) -> ConnectionConfiguration

    /// The first coordinator of a region, as `SeedDemo` made them.
    public func coordinator(in region: String) async throws -> Actor {
        let row = try await owner.withConnection { connection in
            try await connection.first(
                """
                select r.staff_member_id, r.team_id from staff_roles r
                join teams t on t.id = r.team_id
                where t.region_code = \(region)
                order by t.id, r.staff_member_id limit 1
                """
            ) { row in (try row.next(StaffMember.ID.self), try row.next(Team.ID.self)) }
        }
        guard let row else { throw NotFound() }
        return Actor(staffMemberID: row.0, teamID: row.1, regionCode: RegionCode(region))
    }
}

/// A clock that stands still until it is moved.
public final class TestClock: Sendable {
    /// Tuesday 24 November 2026, 10:00 in Amsterdam.
    public static let start = Date(timeIntervalSince1970: 1_795_510_800)

    private let state: Mutex<Date>

    public init(at start: Date = TestClock.start) { state = Mutex(start) }

    public var now: Date { state.withLock { $0 } }

    public func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0) {
        state.withLock { $0 += TimeInterval(((days * 24 + hours) * 60 + minutes) * 60) }
    }
}

/// Runs the body in a world whose database is a copy of the small fictional country, and drops it afterwards. Everything
/// commits: walls, races and notifications behave as in production.
///
/// - Parameter connections: the application's pool.
public func withWorld<R>(connections: Int = 12, _ body: (TestWorld) async throws -> R) async throws -> R {
    let lease = try await TestCountry.shared.lease(connections: connections)
    do {
        let result = try await body(lease.testWorld)
        await TestCountry.shared.giveBack(lease)
        return result
    } catch {
        await TestCountry.shared.giveBack(lease)
        throw error
    }
}

/// Runs the body in a world of its own in which it is now, for a program that looks at the clock of the machine.
public func withWorldOfToday<R>(_ body: (TestWorld) async throws -> R) async throws -> R {
    let (server, now) = (try await TestCluster.shared.postgres(), Date())
    let name = "doorwijzer_test_today_\(UUID().uuidString.prefix(8).lowercased())"
    try await TestCountry.make(name, on: server, at: now)
    let lease = try await TestCountry.open(name, server, clock: TestClock(at: now))
    let result: Result<R, any Error>
    do { result = .success(try await body(lease.testWorld)) } catch { result = .failure(error) }
    await TestCountry.remove(lease)
    return try result.get()
}

/// Makes the template once for the test process, and copies of it for tests.
public actor TestCountry {
    public static let shared = TestCountry()

    /// A database of one test.
    public struct Lease: Sendable {
        public let testWorld: TestWorld
        let name: String
        let databases: [Database]

        func close() async {
            for database in databases { await database.close() }
        }
    }

    private static let templateName = "doorwijzer_test_country"
    private var making: Task<Void, any Error>?
    private var count = 0
    /// At most 16 copies at once, so that the machine is not drowned.
    private var places = 16
    private var waiting: [CheckedContinuation<Void, Never>] = []

    public func lease(connections: Int = 12) async throws -> Lease {
        try await template()
        if places == 0 {
            await withCheckedContinuation { waiting.append($0) }
        } else {
            places -= 1
        }
        count += 1
        let name = "doorwijzer_test_copy_\(count)"
        let server = try await TestCluster.shared.postgres()
        try await server.createDatabase(name, template: Self.templateName)
        return try await Self.open(name, server, connections: connections)
    }

    public func giveBack(_ lease: Lease) async {
        await Self.remove(lease)
        if waiting.isEmpty {
            places += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    static func remove(_ lease: Lease) async {
        await lease.close()
        try? await TestCluster.shared.postgres().dropDatabase(lease.name)
    }

    static func open(
        _ name: String,
        _ server: EmbeddedPostgres,
        connections: Int = 12,
        acquireDeadline: Duration = Patience.limit,
        clock: TestClock = TestClock()
    ) async throws -> Lease {
        let logger = TestCluster.shared.logger
        let base = try await server.connectionConfiguration(database: name).patient()
        let configuration: @Sendable (String) -> ConnectionConfiguration = { role in
            var copy = base
            copy.user = role
            return copy
        }
        func database(_ role: String, most: Int) -> Database {
            Database(
                configuration: PoolConfiguration(
                    connection: configuration(role),
                    minimumConnections: 0,
                    maximumConnections: most,
                    acquireDeadline: acquireDeadline
                ),
                logger: logger
            )
        }
        let owner = database("postgres", most: 4)
        let application = database(DatabaseRoles.application, most: connections)
        let matcher = database(DatabaseRoles.matcher, most: 3)
        let counter = Counter()
        let world = World(
            database: application,
            matcherDatabase: matcher,
            now: { clock.now },
            randomBytes: { counter.bytes($0) },
            secrets: Secrets(
                form: .init(id: "1", bytes: Array(repeating: 7, count: 32)),
                seals: [.init(id: "1", bytes: Array(repeating: 8, count: 32))],
                hash: .init(id: "1", bytes: Array(repeating: 9, count: 32))
            ),
            publicOrigin: "https://doorwijzer.example",
            passwords: PasswordHasher(cost: .lowest)
        )
        return Lease(
            testWorld: TestWorld(world: world, owner: owner, clock: clock, configuration: configuration),
            name: name,
            databases: [owner, application, matcher]
        )
    }

    private func template() async throws {
        if making == nil {
            making = Task { try await Self.make(Self.templateName, on: TestCluster.shared.postgres()) }
        }
        try await making?.value
    }

    static func make(_ name: String, on server: EmbeddedPostgres, at start: Date = TestClock.start) async throws {
        try await server.createDatabase(name)
        let database = Database(
            configuration: PoolConfiguration(
                connection: try await server.connectionConfiguration(database: name).patient(),
                minimumConnections: 0,
                maximumConnections: 2,
                acquireDeadline: Patience.limit
            ),
            logger: TestCluster.shared.logger
        )
        try await database.withConnection { connection in try await DatabaseRoles.ensure(on: connection) }
        try await Migrator(files: try MigrationFile.load(from: Schema.migrations), logger: TestCluster.shared.logger)
            .run(on: database)
        try await database.withConnection { connection in try await DatabaseRoles.showLedger(on: connection) }
        // The clock of tests stands still or is moved by weeks; the database would not believe it.
        try await database.withConnection { connection in
            _ = try await connection.execute("update clock_tolerance set ahead = interval '100 years'")
        }
        try await seed(database, at: start)
        // A template must have no connections, and the small country must stay as it is.
        await database.close()
    }

    private static func seed(_ database: Database, at start: Date) async throws {
        let files = SeedFiles { path in try Data(contentsOf: Seeds.url(path)) }
        _ = try await SeedReference(database: database, files: files)()
        let today = AmsterdamTime().today(at: start)
        try await SeedDemo(database: database, files: files, size: SeedDemo.Size(candidates: 300, places: 240))(
            today: today
        )
    }
}

/// Bytes that differ at every call and are the same in every run.
private final class Counter: Sendable {
    private let state = Mutex<UInt64>(0)

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                // SplitMix64 (Steele, Lea and Flood, 2014).
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = state
                z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: (z ^ (z >> 31)) >> 24)
            }
        }
    }
}
