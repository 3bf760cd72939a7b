public import Logging
import Metrics
public import ServiceLifecycle
import Synchronization

/// How much a transaction sees of others.
public enum IsolationLevel: String, Sendable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable
}

/// A database: leases connections and runs transactions.
///
/// As a service it keeps a few connections ready and closes all when the process shuts down; it also works without.
public final class Database: Service {
    private let pool: Pool
    /// Set when everything happens inside one outer transaction that never commits.
    private let rolledBack: RolledBack?
    private let logger: Logger
    private let random: @Sendable () -> Double
    private let retryCounter = Counter(label: "database_transaction_retries")

    /// - Parameter random: 0 ..< 1, spreads the pauses of transactions that are run again.
    public init(
        configuration: PoolConfiguration,
        logger: Logger,
        random: @escaping @Sendable () -> Double = { 0.5 }
    ) {
        pool = Pool(configuration: configuration, logger: logger)
        rolledBack = nil
        self.logger = logger
        self.random = random
    }

    private init(rollingBack configuration: PoolConfiguration, logger: Logger) {
        pool = Pool(configuration: configuration, logger: logger, healthyState: .inTransaction, afterOpening: "begin")
        rolledBack = RolledBack()
        self.logger = logger
        random = { 0.5 }
    }

    /// For tests: one connection with one transaction around everything, which ``close()`` rolls back.
    ///
    /// A transaction becomes a savepoint with the same errors: deferred constraints are checked where it would commit,
    /// and its settings (who acts) do not leak into the next. A statement outside a transaction stands in a savepoint of
    /// its own. Leases take turns on the one connection.
    /// NOTIFY does not fire, other connections see nothing, and afterwards constraints that can be deferred are.
    public static func rollingBack(connectionTo configuration: ConnectionConfiguration, logger: Logger) -> Database {
        Database(
            rollingBack: PoolConfiguration(
                connection: configuration,
                minimumConnections: 0,
                maximumConnections: 1,
                acquireDeadline: .seconds(10)
            ),
            logger: logger
        )
    }

    /// Leases a connection for as long as the body runs. Each statement stands on its own.
    ///
    /// The body asks for no other connection, here or of another database, and neither do its child tasks
    /// (``PoolConfiguration/refusesSecondLease``).
    @discardableResult
    public func withConnection<Value>(
        file: StaticString = #fileID,
        line: UInt = #line,
        _ body: (Connection) async throws -> Value
    ) async throws -> Value {
        let caller = Caller(file: file, line: line)
        return try await leased(try await pool.lease(for: caller), to: caller, body)
    }

    /// Runs the body in a transaction and commits, or rolls back when it throws.
    ///
    /// - Parameters:
    ///   - settings: set for this transaction only, such as who acts; policies read them with `current_setting`.
    ///   - file: who asks, for the message when it holds a connection already; likewise the line.
    ///   - body: after a serialization failure or deadlock it is run again from its beginning, up to three times, so it
    ///     must have no effects outside the database. Asks for no other connection, as in
    ///     ``withConnection(file:line:_:)``.
    /// - Throws: what the body throws, or ``DatabaseError``; when the connection is lost while committing, kind
    ///   `unavailable`, and then nobody knows whether the transaction happened.
    @discardableResult
    public func transaction<Value>(
        settings: [String: String] = [:],
        isolation: IsolationLevel = .readCommitted,
        file: StaticString = #fileID,
        line: UInt = #line,
        _ body: (Connection) async throws -> Value
    ) async throws -> Value {
        let caller = Caller(file: file, line: line)
        var attempt = 0
        while true {
            var mayRunAgain = false
            do {
                return try await leased(try await begin(isolation, for: caller), to: caller) { connection in
                    do {
                        return try await carryOut(settings, on: connection, body)
                    } catch {
                        let failure = error as? DatabaseError
                        mayRunAgain = connection.sawRetryableFailure || failure?.isStalePlan == true
                        throw error
                    }
                }
            } catch {
                attempt += 1
                guard mayRunAgain, attempt <= 3, !Task.isCancelled else { throw error }
            }
            retryCounter.increment()
            logger.debug("transaction is run again", metadata: ["attempt": "\(attempt)"])
            // 0–20, 0–40, 0–80 ms.
            try await Task.sleep(for: .milliseconds(20) * random() * Double(1 << (attempt - 1)))
        }
    }

    /// Keeps connections ready until the process shuts down, then closes them.
    public func run() async throws {
        await cancelWhenGracefulShutdownIgnoringErrors {
            while !Task.isCancelled {
                await self.pool.tend()
                try await Task.sleep(for: .seconds(15))
            }
        }
        await close()
    }

    /// Closes idle connections at once and leased ones when they come back.
    public func close() async {
        await pool.close()
    }

    // MARK: -

    private func cancelWhenGracefulShutdownIgnoringErrors(_ work: @escaping @Sendable () async throws -> Void) async {
        // Cancellation is the ordinary end of this work.
        try? await cancelWhenGracefulShutdown(work)
    }

    private func leased<Value>(
        _ session: Session,
        to caller: Caller,
        _ body: (Connection) async throws -> Value
    ) async throws -> Value {
        let connection = Connection(session: session, guardsLooseStatements: rolledBack != nil)
        let lease = Lease(caller)
        do {
            let value = try await Lease.$current.withValue(lease) { try await body(connection) }
            lease.end()
            connection.end()
            await pool.giveBack(session)
            return value
        } catch {
            lease.end()
            connection.end()
            await pool.giveBack(session)
            throw error
        }
    }

    /// A connection with a transaction begun. A server that went away is often noticed here first; nothing has happened
    /// yet, so another connection is tried.
    private func begin(_ isolation: IsolationLevel, for caller: Caller) async throws -> Session {
        let text = rolledBack == nil ? "begin isolation level \(isolation.rawValue)" : "savepoint transaction_begin"
        var attempt = 0
        while true {
            let session = try await pool.lease(for: caller)
            do {
                try await session.script(text)
                return session
            } catch {
                await pool.giveBack(session)
                attempt += 1
                guard error.kind == .unavailable, attempt <= pool.configuration.maximumConnections else { throw error }
            }
        }
    }

    private func carryOut<Value>(
        _ settings: [String: String],
        on connection: Connection,
        _ body: (Connection) async throws -> Value
    ) async throws -> Value {
        connection.depth = 1
        do {
            try await apply(rolledBack?.completed(settings) ?? settings, on: connection)
            let value = try await body(connection)
            try await commit(connection)
            return value
        } catch {
            let text =
                rolledBack == nil
                ? "rollback" : "rollback to savepoint transaction_begin; release savepoint transaction_begin"
            await connection.rollBack(text)
            throw error
        }
    }

    private func commit(_ connection: Connection) async throws {
        guard let rolledBack else {
            // PostgreSQL answers COMMIT of a failed transaction with a cheerful ROLLBACK.
            guard try await connection.command("commit").commandTag == "COMMIT" else {
                throw DatabaseError(
                    kind: .other(sqlState: "25P02"),
                    message: "the body swallowed an error; nothing was committed",
                    sqlState: "25P02"
                )
            }
            return
        }
        try await connection.command("set constraints all immediate")
        let cleared = rolledBack.cleared.map { "; select set_config('\($0.replacing("'", with: "''"))', '', true)" }
        try await connection.command(
            "set constraints all deferred; release savepoint transaction_begin" + cleared.joined()
        )
    }

    private func apply(_ settings: [String: String], on connection: Connection) async throws {
        guard !settings.isEmpty else { return }
        let calls = settings.sorted { $0.key < $1.key }.map { key, value -> SQL in "set_config(\(key), \(value), true)"
        }
        try await connection.execute("select \(sql: calls.joined(separator: ", "))")
    }
}

/// Remembers which settings were ever used in a rolled-back database: releasing a savepoint keeps them, so whoever comes
/// next must find them empty, as after a real commit.
private final class RolledBack: Sendable {
    private let keys = Mutex<Set<String>>([])

    func completed(_ settings: [String: String]) -> [String: String] {
        let known = keys.withLock { keys in
            keys.formUnion(settings.keys)
            return keys
        }
        return Dictionary(uniqueKeysWithValues: known.map { ($0, settings[$0] ?? "") })
    }

    var cleared: [String] {
        keys.withLock { $0.sorted() }
    }
}
