import Foundation
public import Logging
public import Postgres

/// One private server for the whole test process, started by the first test that needs it.
public actor TestCluster {
    public static let shared = TestCluster()

    public nonisolated let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    private var starting: Task<EmbeddedPostgres, any Error>?
    private var databases = 0

    /// Goes when the test process ends.
    static let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-tests-\(getpid())")

    public func postgres() async throws -> EmbeddedPostgres {
        if let starting { return try await starting.value }
        let logger = logger
        let task = Task {
            let folder = Self.folder
            let postgres = EmbeddedPostgres(
                dataDirectory: folder,
                durable: false,
                maximumConnections: 500,
                startDeadline: Patience.limit,
                serverPrefix: try ServerDate.prefix(),
                logger: logger
            )
            try await postgres.start()
            CleanUp.atExit(processID: await postgres.processID, folder: folder.path)
            try await ServerDate.check(postgres)
            return postgres
        }
        starting = task
        return try await task.value
    }

    /// A fresh database with a table for notes.
    public func configuration() async throws -> ConnectionConfiguration {
        let postgres = try await postgres()
        databases += 1
        let name = "doorwijzer_test_\(databases)"
        try await postgres.createDatabase(name)
        return try await postgres.connectionConfiguration(database: name).patient()
    }
}

/// Runs the body with a pool on a fresh database, and closes the pool.
public func withDatabase<Value>(
    maximumConnections: Int = 4,
    acquireDeadline: Duration = Patience.limit,
    schema: String = "",
    _ body: (Database) async throws -> Value
) async throws -> Value {
    let configuration = try await TestCluster.shared.configuration()
    let database = Database(
        configuration: PoolConfiguration(
            connection: configuration,
            maximumConnections: maximumConnections,
            acquireDeadline: acquireDeadline
        ),
        logger: TestCluster.shared.logger
    )
    do {
        try await database.withConnection { connection in try await connection.executeScript(schema) }
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}

/// Runs the body as somebody else does at the same moment: in a task that holds none of the connections that this one holds.
/// Expect outside of it: a task of its own belongs to no test.
@discardableResult
public func bySomebodyElse<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await Task.detached { try await body() }.value
}

/// The kind of the ``DatabaseError`` the body throws, nil when it throws something else or nothing.
public func kindOfError(_ body: () async throws -> Void) async -> DatabaseError.Kind? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? DatabaseError)?.kind
    }
}

/// Ends the server when the test process ends; there is no asynchronous code any more by then.
private enum CleanUp {
    // Written once before `atexit` reads it at the very end.
    nonisolated(unsafe) private static var processID: Int32 = 0
    nonisolated(unsafe) private static var folder = ""

    static func atExit(processID: Int32?, folder: String) {
        self.processID = processID ?? 0
        self.folder = folder
        atexit {
            guard CleanUp.processID > 0 else { return }
            kill(CleanUp.processID, SIGINT)
            for _ in 0..<500 where FileManager.default.fileExists(atPath: "/proc/\(CleanUp.processID)/cwd") {
                usleep(10_000)
            }
            try? FileManager.default.removeItem(atPath: CleanUp.folder)
        }
    }
}
