import Actions
import Domain
import Foundation
import Logging
import Postgres
import Schema
import Store

/// One installation: its databases, opened once, and the world built on them. The only place where the clock, randomness
/// and the process's environment are read.
struct Installation: Sendable {
    /// Connected as the owner of the schema: migrates and seeds. Nil when serving, which needs no such power.
    let owner: Database?
    let world: World
    /// How the snapshot's listener connects.
    let matcherConfiguration: ConnectionConfiguration
    let embedded: EmbeddedPostgres?
    let logger: Logger

    /// The databases of the world, closed when a command is done.
    func close() async {
        await world.database.close()
        await world.matcherDatabase.close()
        await owner?.close()
        await embedded?.stop()
    }

    /// Opens the installation, runs the body and closes it again, also when the body throws.
    static func with<R>(
        _ options: DatabaseOptions,
        body: (Installation) async throws -> R
    ) async throws -> R {
        let installation = try await open(options)
        do {
            let result = try await body(installation)
            await installation.close()
            return result
        } catch {
            await installation.close()
            throw error
        }
    }

    /// With `DATABASE_URL` that database, else a private one in the data folder, brought to the latest schema.
    static func open(_ options: DatabaseOptions) async throws -> Installation {
        let logger = Log.make()
        if let settings = try Settings.fromEnvironment() { return try await open(settings, logger: logger) }
        let installation = try await embedded(in: options.data, logger: logger)
        do {
            // A private database that is new has at least the facts and rules.
            if let owner = installation.owner {
                try await Preparation(owner: owner, world: installation.world).reference()
            }
            return installation
        } catch {
            await installation.close()
            throw error
        }
    }

    private static func open(_ settings: Settings, logger: Logger) async throws -> Installation {
        var owner: Database?
        if let migration = settings.migration {
            owner = Database(configuration: pool(migration, most: 3), logger: logger)
        }
        let database = Database(configuration: pool(settings.application, most: 20), logger: logger)
        let matcher = Database(configuration: pool(settings.matcher, most: 4), logger: logger)
        return Installation(
            owner: owner,
            world: makeWorld(database, matcher, form: try? FormSecret.fromEnvironment()),
            matcherConfiguration: settings.matcher,
            embedded: nil,
            logger: logger
        )
    }

    /// A private cluster, made when there is none and brought to the latest schema.
    ///
    /// - Parameter remakes: whether a database of another version is thrown away and made anew. Only the demo does; every
    ///   other command leaves what is there alone.
    static func embedded(in folder: String, remakes: Bool = false, logger: Logger) async throws -> Installation {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        let server = EmbeddedPostgres(dataDirectory: url, logger: logger)
        try await server.start()
        do {
            return try await prepare(server, remakes: remakes, logger: logger)
        } catch {
            await server.stop()
            throw error
        }
    }

    private static let databaseName = "doorwijzer"

    private static func prepare(_ server: EmbeddedPostgres, remakes: Bool, logger: Logger) async throws -> Installation
    {
        _ = try await server.createDatabase(databaseName)
        var owner = Database(
            configuration: pool(try await server.connectionConfiguration(database: databaseName), most: 3),
            logger: logger
        )
        do {
            try await migrate(owner, logger: logger)
        } catch let error as MigrationError where remakes && error.meansOtherSchema {
            // Until the first release migrations may be rewritten; a private database is made anew.
            Terminal.note("The database in the data folder was made by another version (\(error)); making it anew.")
            await owner.close()
            try await server.dropDatabase(databaseName)
            _ = try await server.createDatabase(databaseName)
            owner = Database(
                configuration: pool(try await server.connectionConfiguration(database: databaseName), most: 3),
                logger: logger
            )
            try await migrate(owner, logger: logger)
        }
        let application = try await server.connectionConfiguration(
            user: DatabaseRoles.application,
            database: databaseName
        )
        let matcher = try await server.connectionConfiguration(user: DatabaseRoles.matcher, database: databaseName)
        return Installation(
            owner: owner,
            world: makeWorld(
                Database(configuration: pool(application, most: 20), logger: logger),
                Database(configuration: pool(matcher, most: 4), logger: logger)
            ),
            matcherConfiguration: matcher,
            embedded: server,
            logger: logger
        )
    }

    /// Roles, then the numbered migrations.
    static func migrate(_ owner: Database, logger: Logger) async throws {
        try await owner.withConnection { connection in try await DatabaseRoles.ensure(on: connection) }
        let migrator = Migrator(files: try MigrationFile.load(from: Schema.migrations), logger: logger)
        try await migrator.run(on: owner)
    }

    private static func pool(_ configuration: ConnectionConfiguration, most: Int) -> PoolConfiguration {
        // Long enough for a rush on one seat, in which everybody waits for the same lock.
        PoolConfiguration(connection: configuration, maximumConnections: most, acquireDeadline: .seconds(15))
    }

    /// - Parameter form: the secret of the configuration; without one a fresh secret, good for this process.
    private static func makeWorld(_ database: Database, _ matcher: Database, form: [UInt8]? = nil) -> World {
        let randomBytes: @Sendable (Int) -> [UInt8] = { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
        return World(
            database: database,
            matcherDatabase: matcher,
            now: { Date() },
            randomBytes: randomBytes,
            secrets: Secrets(
                form: .init(id: "1", bytes: form ?? randomBytes(32)),
                seals: [.init(id: "1", bytes: randomBytes(32))],
                hash: .init(id: "1", bytes: randomBytes(32))
            ),
            publicOrigin: "http://127.0.0.1:8080"
        )
    }
}

extension MigrationError {
    fileprivate var meansOtherSchema: Bool {
        switch self {
        case .differs, .newer: true
        default: false
        }
    }
}

/// Where the databases are, from the environment, read and checked once.
struct Settings: Sendable {
    let application: ConnectionConfiguration
    let matcher: ConnectionConfiguration
    let migration: ConnectionConfiguration?

    /// Nil when `DATABASE_URL` is not set: then the installation has a private database.
    static func fromEnvironment() throws -> Settings? {
        let environment = ProcessInfo.processInfo.environment
        guard let application = environment["DATABASE_URL"], !application.isEmpty else { return nil }
        guard let matcher = environment["MATCHER_DATABASE_URL"], !matcher.isEmpty else {
            throw Failure(
                .configuration,
                "DATABASE_URL is set but MATCHER_DATABASE_URL is not; give the same database with the role "
                    + DatabaseRoles.matcher
            )
        }
        return Settings(
            application: try parse(application, "DATABASE_URL"),
            matcher: try parse(matcher, "MATCHER_DATABASE_URL"),
            migration: try environment["MIGRATION_DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
                .map { try parse($0, "MIGRATION_DATABASE_URL") }
        )
    }

    private static func parse(_ url: String, _ name: String) throws -> ConnectionConfiguration {
        do {
            return try ConnectionConfiguration(url: url)
        } catch {
            throw Failure(.configuration, "\(name): \(error)")
        }
    }
}

/// The log goes to standard error; `LOG_LEVEL` says how much.
enum Log {
    static func make() -> Logger {
        var logger = Logger(label: "doorwijzer") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel =
            ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0.lowercased()) }
            ?? .warning
        return logger
    }
}
