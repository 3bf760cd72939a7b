public import Foundation
public import Logging

/// A private PostgreSQL server for trying things out and for tests: nothing to install but the packages, nothing to set up.
///
/// It listens on a socket in a folder that only we (and root) can enter. A server left behind by a predecessor that was
/// killed is stopped first; two living processes cannot share a folder.
public actor EmbeddedPostgres {
    /// The folder that really holds the data: inside the data folder, or below `/var/lib/doorwijzer` when we are root and
    /// the account `postgres` cannot reach the data folder. Known after ``start()``.
    public private(set) var location: URL?
    /// The server's process, nil when it does not run.
    public private(set) var processID: Int32?

    private let dataDirectory: URL
    private let isDurable: Bool
    private let maximumConnections: Int
    private let startDeadline: Duration
    private let serverPrefix: [String]
    private let logger: Logger
    private var server: ServerProcess?
    private var socketFolder: String?
    private var lock: FolderLock?

    /// - Parameters:
    ///   - dataDirectory: created when missing; the cluster lies in its folder `postgres`.
    ///   - durable: false is faster and loses data when the machine stops; for tests.
    ///   - startDeadline: for making the cluster and for starting, each.
    public init(
        dataDirectory: URL,
        durable: Bool = true,
        maximumConnections: Int = 100,
        startDeadline: Duration = .seconds(60),
        logger: Logger
    ) {
        self.init(
            dataDirectory: dataDirectory,
            durable: durable,
            maximumConnections: maximumConnections,
            startDeadline: startDeadline,
            serverPrefix: [],
            logger: logger
        )
    }

    /// - Parameter serverPrefix: a command that becomes the server, such as `env NAME=value`; tests give it another clock so.
    package init(
        dataDirectory: URL,
        durable: Bool = true,
        maximumConnections: Int = 100,
        startDeadline: Duration = .seconds(60),
        serverPrefix: [String],
        logger: Logger
    ) {
        self.dataDirectory = dataDirectory.standardizedFileURL
        isDurable = durable
        self.maximumConnections = maximumConnections
        self.startDeadline = startDeadline
        self.serverPrefix = serverPrefix
        self.logger = logger
    }

    public var isRunning: Bool {
        get async { await server?.isRunning ?? false }
    }

    /// Makes the cluster when there is none, starts the server and waits until it answers. Does nothing when it runs;
    /// after a crash it starts again on the same socket.
    /// - Throws: ``EmbeddedPostgresError``, which says what to do.
    public func start() async throws {
        guard await !isRunning else { return }
        let account = try Account.forServer()
        let place = try await ClusterPlace.prepare(in: dataDirectory, account: account)
        location = place.folder
        if lock == nil { lock = try FolderLock(place.folder) }
        do {
            let installation = try await PostgresInstallation.find(clusterVersion: place.clusterVersion)
            try await place.stopLeftovers(logger: logger)
            if place.clusterVersion == nil {
                logger.info("making a database cluster", metadata: ["folder": "\(place.cluster)"])
                try await place.create(with: installation, account: account, isDurable: isDurable)
            }
            try await launch(installation, place: place, account: account)
        } catch {
            await stop()
            throw error
        }
    }

    /// Stops the server: fast, and after ten seconds at once. Ignores cancellation.
    public func stop() async {
        if let server {
            await server.askToStop()
            if await !server.waitForEnd(.seconds(10)) {
                logger.warning("the database server does not stop; ending it at once")
                if let processID { kill(processID, SIGQUIT) }
                if await !server.waitForEnd(.seconds(5)), let processID { kill(processID, SIGKILL) }
            }
        }
        server = nil
        processID = nil
        if let socketFolder { try? FileManager.default.removeItem(atPath: socketFolder) }
        socketFolder = nil
        lock = nil
    }

    /// How to connect. The user `postgres` is the superuser; over the socket no password is asked.
    /// - Throws: `notRunning` before ``start()``.
    public func connectionConfiguration(
        user: String = "postgres",
        database: String
    ) throws(EmbeddedPostgresError) -> ConnectionConfiguration {
        guard let socketFolder else { throw .notRunning }
        return ConnectionConfiguration(host: socketFolder, user: user, database: database)
    }

    /// Makes a database unless it exists.
    /// - Parameter template: a database to copy, to which nobody may be connected.
    /// - Returns: whether it was made now.
    @discardableResult
    public func createDatabase(_ name: String, template: String = "template0", owner: String = "postgres") async throws
        -> Bool
    {
        try await asSuperuser { session in
            let exists: SQL = "select 1 from pg_database where datname = \(name)"
            guard try await session.run(Statement(exists)).rowCount == 0 else { return false }
            try await session.script(
                """
                create database \(SQL.quoted(identifier: name)) template \(SQL.quoted(identifier: template)) \
                owner \(SQL.quoted(identifier: owner))
                """
            )
            return true
        }
    }

    /// Drops a database when it exists, also when somebody is connected to it.
    public func dropDatabase(_ name: String) async throws {
        try await asSuperuser { session in
            _ = try await session.script("drop database if exists \(SQL.quoted(identifier: name)) with (force)")
        }
    }

    private func asSuperuser<Value: Sendable>(
        _ body: @Sendable (Session) async throws -> Value
    ) async throws -> Value {
        var configuration = try connectionConfiguration(database: "postgres")
        // Copying a template may take long.
        configuration.statementTimeoutInMilliseconds = 0
        let session = try await Session.open(configuration, logger: logger)
        do {
            let value = try await body(session)
            await session.close()
            return value
        } catch {
            await session.close()
            throw error
        }
    }

    private func launch(_ installation: PostgresInstallation, place: ClusterPlace, account: Account?) async throws {
        let sockets = try place.makeSocketFolder(again: socketFolder, account: account)
        socketFolder = sockets
        place.rotateLog()
        var settings = [
            "listen_addresses=", "unix_socket_directories=\(sockets)", "unix_socket_permissions=0700", "port=5432",
            "max_connections=\(maximumConnections)", "logging_collector=off", "log_destination=stderr",
            // The log must not repeat what people typed.
            "log_min_error_statement=panic", "log_error_verbosity=terse", "log_statement=none",
        ]
        if !isDurable { settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] }
        let command =
            serverPrefix + [installation.binaries + "/postgres", "-D", place.cluster]
            + settings.flatMap { ["-c", $0] }
        let started = ServerProcess(command: command, log: place.log, socketFolder: sockets, account: account)
        server = started
        let deadline = ContinuousClock.now + startDeadline
        while ContinuousClock.now < deadline {
            if let running = place.readyProcessID(socketFolder: sockets) {
                processID = running
                return
            }
            guard await started.isRunning else {
                throw EmbeddedPostgresError.failed("PostgreSQL did not start", log: place.logTail)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw EmbeddedPostgresError.failed("PostgreSQL was not ready within \(startDeadline)", log: place.logTail)
    }
}

/// Why there is no private server. Says what to do.
public enum EmbeddedPostgresError: Error, Hashable, CustomStringConvertible {
    case notInstalled
    case noPostgresUser
    case otherVersion(cluster: Int, installed: Int)
    /// The folder for the data cannot be made or written.
    case notWritable(folder: String, reason: String)
    /// Another living process uses the folder.
    case inUse(folder: String, processID: Int32?)
    /// With the last lines of the server's log.
    case failed(String, log: String)
    case notRunning

    public var description: String {
        switch self {
        case .notInstalled:
            "PostgreSQL is not installed (initdb and postgres were not found); run: apt-get install postgresql"
        case .noPostgresUser:
            "PostgreSQL refuses to run as root and there is no account postgres; run: apt-get install postgresql"
        case .otherVersion(let cluster, let installed):
            """
            the data was made by PostgreSQL \(cluster), but \(installed) is installed; \
            run: apt-get install postgresql-\(cluster), or use another data folder
            """
        case .notWritable(let folder, let reason):
            "the folder \(folder) cannot be made or written (\(reason)); choose another data folder"
        case .inUse(let folder, let processID):
            "another process\(processID.map { " (\($0))" } ?? "") is using the data in \(folder); stop it first"
        case .failed(let what, let log):
            log.isEmpty ? what : "\(what). The end of its log:\n\(log)"
        case .notRunning:
            "the private PostgreSQL server is not running"
        }
    }
}
