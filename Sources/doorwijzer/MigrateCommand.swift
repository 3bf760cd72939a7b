import Actions
import ArgumentParser
import Logging
import Postgres
import Schema

/// `doorwijzer migrate`: roles and schema to the latest version, and the reference data with it.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to the latest schema.",
        discussion:
            "Uses MIGRATION_DATABASE_URL, whose role owns the schema; without DATABASE_URL the private database."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await Installation.with(database, needsKeys: false) { installation in
            guard let owner = installation.owner else {
                throw Failure(
                    .configuration,
                    "MIGRATION_DATABASE_URL is not set; it connects as the role that owns the schema"
                )
            }
            try await Installation.migrate(owner, logger: installation.logger)
            try await Preparation(owner: owner, world: installation.world).reference()
            Terminal.note("The schema is at the latest version and the reference data is in.")
        }
    }
}

/// Whether the schema of a database is the one this program was built with.
enum SchemaCheck {
    static func status(_ database: Database, logger: Logger) async throws -> Migrator.Status {
        try await Migrator(files: try MigrationFile.load(from: Schema.migrations), logger: logger).status(of: database)
    }

    static func requireCurrent(_ database: Database, logger: Logger) async throws {
        switch try await status(database, logger: logger) {
        case .current: return
        case .behind(let versions):
            throw Failure(.configuration, "the database lacks migrations \(versions); run: doorwijzer migrate")
        case .differs(let versions): throw MigrationError.differs(versions)
        case .newer(let version): throw MigrationError.newer(version)
        }
    }
}
