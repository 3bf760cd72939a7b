import Foundation
import Logging
import Postgres
import Store

/// What the databases of a configuration say about themselves, each asked once over its own URL.
struct Inspection {
    struct Connection {
        let setting: Setting
        let facts: Result<ConnectionFacts, any Error>

        var name: String {
            switch setting {
            case .databaseURL: "application"
            case .matcherDatabaseURL: "matcher"
            default: "migration"
            }
        }
    }

    private(set) var connections: [Connection] = []
    /// Nil when the application's database cannot be read.
    private(set) var schema: Migrator.Status?
    private var content: ContentFacts?
    /// Our clock when the application's database told its own.
    private var moment = Date()

    static func make(_ configuration: Configuration) async -> Inspection {
        var inspection = Inspection()
        guard let databases = configuration.databases else { return inspection }
        let logger = Log.make(configuration.logLevel)
        await inspection.ask(.databaseURL, databases.application, logger)
        await inspection.ask(.matcherDatabaseURL, databases.matcher, logger)
        if let migration = databases.migration { await inspection.ask(.migrationDatabaseURL, migration, logger) }
        return inspection
    }

    private mutating func ask(_ setting: Setting, _ configuration: ConnectionConfiguration, _ logger: Logger) async {
        let database = Database(
            configuration: PoolConfiguration(connection: configuration, maximumConnections: 1),
            logger: logger
        )
        do {
            let facts = try await database.withConnection { connection in try await ConnectionFacts.read(connection) }
            guard let facts else { throw Failure(.unavailable, "its role is gone") }
            connections.append(Connection(setting: setting, facts: .success(facts)))
            if setting == .databaseURL {
                moment = Date()
                schema = try await SchemaCheck.status(database, logger: logger)
                if case .current = schema {
                    content = try await database.transaction(as: .visitor) { connection in
                        try await ContentFacts.read(connection)
                    }
                }
            }
        } catch {
            connections.removeAll { $0.setting == setting }
            connections.append(Connection(setting: setting, facts: .failure(error)))
        }
        await database.close()
    }

    /// Everything that is unsafe for real people.
    func findings(_ configuration: Configuration) -> [ProductionCheck.Finding] {
        var findings = ProductionCheck.settings(configuration)
        if let application = facts(.databaseURL), let matcher = facts(.matcherDatabaseURL) {
            findings += ProductionCheck.connections(
                application: application,
                matcher: matcher,
                owner: facts(.migrationDatabaseURL),
                now: moment
            )
        }
        if let content { findings += ProductionCheck.content(content, configuration) }
        return findings
    }

    private func facts(_ setting: Setting) -> ConnectionFacts? {
        connections.first { $0.setting == setting }.flatMap { try? $0.facts.get() }
    }
}

extension ProductionCheck {
    /// Lets go on only when nothing is unsafe.
    /// - Throws: ``Failure`` that names every finding (78), or the database that cannot be reached (69).
    static func require(_ configuration: Configuration) async throws {
        var findings = settings(configuration)
        if configuration.databases?.migration != nil {
            findings.append(
                Finding(
                    "database",
                    "MIGRATION_DATABASE_URL is set for a process that serves",
                    "give it to doorwijzer migrate only: whoever breaks in here must not own the schema"
                )
            )
        }
        try refuse(findings)
        let inspection = await Inspection.make(configuration)
        for connection in inspection.connections {
            if case .failure(let error) = connection.facts {
                throw Failure(.unavailable, "\(connection.setting.rawValue): the database cannot be reached (\(error))")
            }
        }
        try refuse(inspection.findings(configuration))
    }

    private static func refuse(_ findings: [Finding]) throws {
        guard !findings.isEmpty else { return }
        throw Failure(
            .configuration,
            "this is not safe for real people:\n" + findings.map { "  - \($0)" }.joined(separator: "\n")
        )
    }
}
