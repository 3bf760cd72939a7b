public import Foundation
public import Logging

/// One step of the schema, from a file such as `0007_referrals.sql`.
public struct MigrationFile: Sendable, Hashable {
    public let version: Int
    public let name: String
    public let text: String

    public init(version: Int, name: String, text: String) {
        self.version = version
        self.name = name
        self.text = text
    }

    /// Reads all `NNNN_name.sql` of a folder, in order.
    /// - Throws: ``MigrationError`` for other names and for versions that are missing or used twice.
    public static func load(from folder: URL) throws -> [MigrationFile] {
        let urls = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let files = try urls.filter { $0.pathExtension == "sql" }.map { url in
            let parts = url.deletingPathExtension().lastPathComponent.split(separator: "_", maxSplits: 1)
            guard parts.count == 2, parts[0].count == 4, let version = Int(parts[0]) else {
                throw MigrationError.name(url.lastPathComponent)
            }
            return MigrationFile(
                version: version,
                name: String(parts[1]),
                text: try String(contentsOf: url, encoding: .utf8)
            )
        }
        let sorted = files.sorted { $0.version < $1.version }
        for (index, file) in sorted.enumerated() where file.version != index + 1 {
            throw MigrationError.numbering(expected: index + 1, found: file.version)
        }
        return sorted
    }
}

/// Why the schema cannot be brought to the latest version. Says what to do.
public enum MigrationError: Error, Hashable, CustomStringConvertible {
    case name(String)
    case numbering(expected: Int, found: Int)
    case differs([Int])
    case newer(Int)
    case lockedByAnother
    case leftItsTransaction(Int)
    case failed(version: Int, name: String, reason: String)

    public var description: String {
        switch self {
        case .name(let name): "\(name) is not named like 0001_subject.sql"
        case .numbering(let expected, let found): "migration \(expected) is missing; found \(found) in its place"
        case .differs(let versions):
            "migrations \(versions) were changed after they had been applied; add a new one instead"
        case .newer(let version): "the database is at version \(version), which this program does not know; update it"
        case .lockedByAnother: "another process is migrating this database"
        case .leftItsTransaction(let version): "migration \(version) commits or rolls back by itself; leave that out"
        case .failed(let version, let name, let reason): "migration \(version) (\(name)) failed: \(reason)"
        }
    }
}

/// Brings a database to the latest schema and says where it stands.
///
/// The ledger is `schema_migrations`, with a checksum of each file. Each file runs in its own transaction; a session lock
/// keeps two migrators apart.
public struct Migrator: Sendable {
    /// Where a database stands against the files.
    public enum Status: Sendable, Hashable {
        case current
        /// These versions are to be applied.
        case behind([Int])
        /// These versions were changed after they had been applied.
        case differs([Int])
        /// The database knows a version that the files do not.
        case newer(Int)
    }

    private let files: [MigrationFile]
    private let logger: Logger
    private let lockTimeout: Duration

    /// - Parameter lockTimeout: how long a migration waits for a table, holding up those who come after it.
    public init(files: [MigrationFile], lockTimeout: Duration = .seconds(5), logger: Logger) {
        self.files = files.sorted { $0.version < $1.version }
        self.lockTimeout = lockTimeout
        self.logger = logger
    }

    public func status(of database: Database) async throws -> Status {
        try await database.withConnection { connection in try await status(on: connection) }
    }

    /// Applies what is missing, in order.
    /// - Parameter waiting: how long to wait for another migrator to finish.
    /// - Returns: the versions applied now.
    /// - Throws: ``MigrationError``; what was applied before stays.
    @discardableResult
    public func run(on database: Database, waiting: Duration = .seconds(60)) async throws -> [Int] {
        try await database.withConnection { connection in
            try await lock(connection, deadline: .now + waiting)
            do {
                let applied = try await applyMissing(on: connection)
                try await unlock(connection)
                return applied
            } catch {
                if await connection.isInTransaction { await connection.rollBack("rollback") }
                await connection.rollBack("select pg_advisory_unlock(\(Self.lockKey)); reset statement_timeout")
                throw error
            }
        }
    }

    /// "doorwijz" in ASCII.
    private static let lockKey = 0x646F_6F72_7769_6A7A

    private func lock(_ connection: Connection, deadline: ContinuousClock.Instant) async throws {
        while try await connection.value("select pg_try_advisory_lock(\(Self.lockKey))", as: Bool.self) != true {
            guard ContinuousClock.now < deadline else { throw MigrationError.lockedByAnother }
            try await Task.sleep(for: .milliseconds(50))
        }
        try await connection.executeScript("set statement_timeout = 0")
    }

    private func unlock(_ connection: Connection) async throws {
        try await connection.executeScript("select pg_advisory_unlock(\(Self.lockKey)); reset statement_timeout")
    }

    private func applyMissing(on connection: Connection) async throws -> [Int] {
        try await connection.executeScript(
            """
            create table if not exists schema_migrations (
                version integer primary key,
                name text not null,
                checksum text not null,
                applied_at timestamptz not null
            );
            comment on table schema_migrations is 'Which migrations were applied, with the SHA-256 of each file.'
            """
        )
        switch try await status(on: connection) {
        case .current: return []
        case .differs(let versions): throw MigrationError.differs(versions)
        case .newer(let version): throw MigrationError.newer(version)
        case .behind(let versions):
            for file in files where versions.contains(file.version) {
                try Task.checkCancellation()
                do {
                    try await apply(file, on: connection)
                } catch let error as DatabaseError {
                    // Migrations are ours: what the server says about them holds nobody's data but the statement.
                    throw MigrationError.failed(version: file.version, name: file.name, reason: error.debugDescription)
                }
                logger.info(
                    "migration applied",
                    metadata: ["version": "\(file.version)", "name": "\(file.name)"]
                )
            }
            return versions
        }
    }

    private func apply(_ file: MigrationFile, on connection: Connection) async throws {
        let milliseconds = lockTimeout.components.seconds * 1000
        try await connection.executeScript("begin; set local lock_timeout = \(milliseconds)")
        try await connection.executeScript(file.text)
        guard await connection.isInTransaction else { throw MigrationError.leftItsTransaction(file.version) }
        try await connection.execute(
            """
            insert into schema_migrations (version, name, checksum, applied_at)
            values (
                \(Int32(file.version)), \(file.name), encode(sha256(convert_to(\(file.text), 'UTF8')), 'hex'),
                clock_timestamp()
            )
            """
        )
        try await connection.command("commit")
    }

    private func status(on connection: Connection) async throws -> Status {
        let exists = try await connection.value("select to_regclass('schema_migrations') is not null", as: Bool.self)
        guard exists == true else { return files.isEmpty ? .current : .behind(files.map(\.version)) }
        // The checksum is the server's SHA-256, so that ledger and files are compared by the same function.
        let rows = try await connection.query(
            """
            select version, checksum, encode(sha256(convert_to(file.text, 'UTF8')), 'hex')
            from schema_migrations
            left join unnest(\(files.map(\.version)), \(files.map(\.text))) as file (file_version, text)
                on file_version = version
            order by version
            """
        ) { row in
            (try row.next(Int.self), try row.next(String.self), try row.nextOptional(String.self))
        }
        if let unknown = rows.last(where: { $0.2 == nil }) { return .newer(unknown.0) }
        let changed = rows.filter { $0.1 != $0.2 }.map(\.0)
        guard changed.isEmpty else { return .differs(changed) }
        let applied = Set(rows.map(\.0))
        let missing = files.map(\.version).filter { !applied.contains($0) }
        return missing.isEmpty ? .current : .behind(missing)
    }
}
