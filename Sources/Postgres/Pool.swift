import Logging
import Metrics
import Synchronization

/// How many connections there may be, and for how long one waits for them.
public struct PoolConfiguration: Sendable {
    public var connection: ConnectionConfiguration
    /// Kept open while the service runs.
    public var minimumConnections: Int
    /// Each is a thread here and a process at the server.
    public var maximumConnections: Int
    /// How long a request waits for a connection, including opening one, before ``DatabaseError/Kind/unavailable``.
    public var acquireDeadline: Duration
    /// Spare connections close after this long without use.
    public var idleTimeout: Duration
    /// Whether a task that holds a connection is refused another one (``DatabaseError/Kind/misuse``, with both callers). True
    /// in debug builds, so that tests find it; in release it is logged and waits like any other.
    public var refusesSecondLease: Bool

    public init(
        connection: ConnectionConfiguration,
        minimumConnections: Int = 1,
        maximumConnections: Int = 10,
        acquireDeadline: Duration = .seconds(5),
        idleTimeout: Duration = .seconds(300),
        refusesSecondLease: Bool = Self.isDebugBuild
    ) {
        self.connection = connection
        self.minimumConnections = minimumConnections
        self.maximumConnections = maximumConnections
        self.acquireDeadline = acquireDeadline
        self.idleTimeout = idleTimeout
        self.refusesSecondLease = refusesSecondLease
    }

    public static var isDebugBuild: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }
}

/// Carries out what ``PoolState`` decides.
final class Pool: Sendable {
    private enum Reply: Sendable {
        case lease(Session), open, timedOut, cancelled, closed
    }

    private struct Guarded: Sendable {
        var state: PoolState<Session>
        var waiting: [Int: CheckedContinuation<Reply, Never>] = [:]
        var lastRequest = 0
    }

    let configuration: PoolConfiguration
    let logger: Logger
    /// The state in which a connection may be handed to the next request.
    private let healthyState: Session.TransactionState
    /// Run on every new connection.
    private let afterOpening: String?
    private let guarded: Mutex<Guarded>
    private let began = ContinuousClock.now
    private let openGauge = Gauge(label: "database_connections_open")
    private let leasedGauge = Gauge(label: "database_connections_leased")
    private let waitTimer = Timer(label: "database_connection_wait")

    init(
        configuration: PoolConfiguration,
        logger: Logger,
        healthyState: Session.TransactionState = .idle,
        afterOpening: String? = nil
    ) {
        self.configuration = configuration
        self.logger = logger
        self.healthyState = healthyState
        self.afterOpening = afterOpening
        guarded = Mutex(
            Guarded(
                state: PoolState(
                    minimum: configuration.minimumConnections,
                    maximum: configuration.maximumConnections
                )
            )
        )
    }

    /// A connection for the caller alone; give it back with ``giveBack(_:)``.
    func lease(for caller: Caller) async throws -> Session {
        try Task.checkCancellation()
        try refuseSecondLease(for: caller)
        let start = ContinuousClock.now
        let deadline = start + configuration.acquireDeadline
        defer { waitTimer.record(duration: ContinuousClock.now - start) }
        switch await request(deadline: deadline) {
        case .lease(let session):
            if await session.isAlive() { return session }
            logger.debug("an idle database connection was lost")
            await session.close()
            guarded.withLock { $0.state.replaceLeased() }
            return try await open(deadline: deadline)
        case .open:
            return try await open(deadline: deadline)
        case .timedOut:
            throw DatabaseError.unavailable("no connection became free in \(configuration.acquireDeadline)")
        case .cancelled:
            throw CancellationError()
        case .closed:
            throw DatabaseError.unavailable("the pool is closed")
        }
    }

    private func refuseSecondLease(for caller: Caller) throws {
        guard let holder = Lease.ofThisTask else { return }
        let message = "\(caller) asks for a database connection while it holds the one that \(holder) asked for"
        guard configuration.refusesSecondLease else { return logger.warning("\(message)") }
        throw DatabaseError.misuse(message)
    }

    func giveBack(_ session: Session) async {
        let state = await session.transactionState
        let isHealthy = state == healthyState
        if !isHealthy, state != .broken {
            logger.warning("a database connection came back inside a transaction and is thrown away")
        }
        let now = ContinuousClock.now - began
        let closes = guarded.withLock { guarded in
            let release = guarded.state.release(session, isHealthy: isHealthy, now: now)
            Self.carryOut(release.outcome, in: &guarded)
            return release.closes
        }
        if closes { await session.close() }
        record()
    }

    /// Opens up to the minimum and closes what is spare. The service calls this now and then.
    func tend() async {
        let now = ContinuousClock.now - began
        let spare = guarded.withLock { $0.state.prune(olderThan: configuration.idleTimeout, now: now) }
        for session in spare { await session.close() }
        while guarded.withLock({ $0.state.reserveSpare() }) {
            guard let session = try? await open(deadline: ContinuousClock.now) else { return }
            await giveBack(session)
        }
    }

    func close() async {
        let sessions = guarded.withLock { guarded in
            let (sessions, waiters) = guarded.state.close()
            for id in waiters { guarded.waiting.removeValue(forKey: id)?.resume(returning: .closed) }
            return sessions
        }
        for session in sessions { await session.close() }
        record()
    }

    private func request(deadline: ContinuousClock.Instant) async -> Reply {
        let id = guarded.withLock { guarded in
            guarded.lastRequest += 1
            return guarded.lastRequest
        }
        var alarm: Task<Void, Never>?
        let reply = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isWaiting = enqueue(id, deadline: deadline, continuation)
                guard isWaiting else { return }
                // The handler below may have run before the request stood in line.
                if Task.isCancelled { refuse(id, with: .cancelled) }
                alarm = Task.detached { [self] in
                    guard (try? await Task.sleep(until: deadline)) != nil else { return }
                    expire()
                }
            }
        } onCancel: {
            refuse(id, with: .cancelled)
        }
        alarm?.cancel()
        return reply
    }

    private func enqueue(
        _ id: Int,
        deadline: ContinuousClock.Instant,
        _ continuation: CheckedContinuation<Reply, Never>
    ) -> Bool {
        let answer = guarded.withLock { guarded in
            let answer = guarded.state.acquire(id, deadline: deadline - began)
            if case .wait = answer { guarded.waiting[id] = continuation }
            return answer
        }
        switch answer {
        case .granted(.lease(let session)): continuation.resume(returning: .lease(session))
        case .granted(.open): continuation.resume(returning: .open)
        case .closed: continuation.resume(returning: .closed)
        case .wait: return true
        }
        return false
    }

    private func refuse(_ id: Int, with reply: Reply) {
        guarded.withLock { guarded in
            guard guarded.state.cancel(id) else { return }
            guarded.waiting.removeValue(forKey: id)?.resume(returning: reply)
        }
    }

    private func expire() {
        let now = ContinuousClock.now - began
        guarded.withLock { guarded in
            for id in guarded.state.expire(now: now) {
                guarded.waiting.removeValue(forKey: id)?.resume(returning: .timedOut)
            }
        }
    }

    /// Opens a connection, again and again until the deadline: a server that restarts is back in a moment.
    private func open(deadline: ContinuousClock.Instant) async throws -> Session {
        var pause = Duration.milliseconds(50)
        do {
            while true {
                do {
                    guard let session = try await openOnce() else {
                        throw PoolClosed()
                    }
                    return session
                } catch let error as DatabaseError {
                    guard error.kind == .unavailable, !error.isRefusedLogin,
                        ContinuousClock.now + pause < deadline
                    else { throw error }
                }
                try await Task.sleep(for: pause)
                pause = min(pause * 2, .milliseconds(500))
            }
        } catch {
            guarded.withLock { guarded in Self.carryOut(guarded.state.openFailed(), in: &guarded) }
            throw error is PoolClosed ? DatabaseError.unavailable("the pool is closed") : error
        }
    }

    private struct PoolClosed: Error {}

    /// Nil when the pool closed meanwhile.
    private func openOnce() async throws -> Session? {
        let session = try await Session.open(configuration.connection, logger: logger)
        if let afterOpening { try await session.script(afterOpening) }
        guard guarded.withLock({ $0.state.opened() }) else {
            await session.close()
            return nil
        }
        record()
        return session
    }

    private static func carryOut(_ outcome: PoolState<Session>.Outcome, in guarded: inout Guarded) {
        guard case .grant(let id, let grant) = outcome else { return }
        let continuation = guarded.waiting.removeValue(forKey: id)
        switch grant {
        case .lease(let session): continuation?.resume(returning: .lease(session))
        case .open: continuation?.resume(returning: .open)
        }
    }

    private func record() {
        let (total, leased) = guarded.withLock { ($0.state.total, $0.state.leased) }
        openGauge.record(total)
        leasedGauge.record(leased)
    }
}
