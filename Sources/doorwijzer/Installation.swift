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
    let configuration: Configuration
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
    ///
    /// - Parameter needsKeys: false for a command that seals, hashes and mails nothing.
    static func with<R>(
        _ options: DatabaseOptions,
        needsKeys: Bool = true,
        body: (Installation) async throws -> R
    ) async throws -> R {
        try await with(try options.source.load(), folder: options.data, needsKeys: needsKeys, body: body)
    }

    /// - Parameter folder: of the private database, used when the configuration names none.
    static func with<R>(
        _ configuration: Configuration,
        folder: String = ".doorwijzer",
        needsKeys: Bool = true,
        body: (Installation) async throws -> R
    ) async throws -> R {
        let installation = try await open(configuration, folder: folder, needsKeys: needsKeys)
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
    private static func open(
        _ configuration: Configuration,
        folder: String,
        needsKeys: Bool
    ) async throws -> Installation {
        let logger = Log.make(configuration.logLevel)
        if let databases = configuration.databases {
            let secrets = try needsKeys ? Keys.required(configuration) : Keys.passing(randomBytes: randomBytes)
            return open(configuration, databases, secrets, logger: logger)
        }
        let installation = try await embedded(in: folder, configuration, logger: logger)
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

    private static func open(
        _ configuration: Configuration,
        _ databases: Configuration.Databases,
        _ secrets: Secrets,
        logger: Logger
    ) -> Installation {
        Installation(
            configuration: configuration,
            owner: databases.migration.map { Database(configuration: pool($0, most: 3), logger: logger) },
            world: makeWorld(
                Database(configuration: pool(databases.application, most: 20), logger: logger),
                Database(configuration: pool(databases.matcher, most: 4), logger: logger),
                secrets,
                configuration
            ),
            matcherConfiguration: databases.matcher,
            embedded: nil,
            logger: logger
        )
    }

    /// A private cluster, made when there is none and brought to the latest schema.
    ///
    /// - Parameter remakes: whether a database of another version is thrown away and made anew. Only the demo does; every
    ///   other command leaves what is there alone.
    static func embedded(
        in folder: String,
        _ configuration: Configuration,
        remakes: Bool = false,
        logger: Logger
    ) async throws -> Installation {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        let server = EmbeddedPostgres(dataDirectory: url, logger: logger)
        try await server.start()
        do {
            let secrets = try Keys.private(in: await server.location ?? url, randomBytes: randomBytes)
            return try await prepare(server, configuration, secrets, remakes: remakes, logger: logger)
        } catch {
            await server.stop()
            throw error
        }
    }

    private static let databaseName = "doorwijzer"

    private static func prepare(
        _ server: EmbeddedPostgres,
        _ configuration: Configuration,
        _ secrets: Secrets,
        remakes: Bool,
        logger: Logger
    ) async throws -> Installation {
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
            configuration: configuration,
            owner: owner,
            world: makeWorld(
                Database(configuration: pool(application, most: 20), logger: logger),
                Database(configuration: pool(matcher, most: 4), logger: logger),
                secrets,
                configuration
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
        try await owner.withConnection { connection in try await DatabaseRoles.showLedger(on: connection) }
    }

    private static func pool(_ configuration: ConnectionConfiguration, most: Int) -> PoolConfiguration {
        // Long enough for a rush on one seat, in which everybody waits for the same lock.
        PoolConfiguration(connection: configuration, maximumConnections: most, acquireDeadline: .seconds(15))
    }

    private static func makeWorld(
        _ database: Database,
        _ matcher: Database,
        _ secrets: Secrets,
        _ configuration: Configuration
    ) -> World {
        World(
            database: database,
            matcherDatabase: matcher,
            now: { Date() },
            randomBytes: randomBytes,
            secrets: secrets,
            publicOrigin: configuration.origin?.text ?? "http://127.0.0.1:8080"
        )
    }

    private static let randomBytes: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
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

/// The log goes to standard error; `LOG_LEVEL` says how much.
enum Log {
    static func make(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "doorwijzer") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
