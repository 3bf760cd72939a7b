/// Who has which connection: the pool's decisions, without clocks, threads or sockets. Times are since the pool began.
struct PoolState<Resource> {
    typealias RequestID = Int

    /// What a request gets: a connection, or the right to open one.
    enum Grant {
        case lease(Resource)
        case open
    }

    enum Answer {
        case granted(Grant)
        case wait
        case closed
    }

    /// What to do with a connection that came back, or with the room it leaves.
    enum Outcome {
        /// It stays open for the next request.
        case keep
        /// The waiting request gets it, or the right to open another.
        case grant(RequestID, Grant)
        case nothing
    }

    struct Release {
        let outcome: Outcome
        /// The connection that came back must be closed.
        let closes: Bool
    }

    private struct Waiter {
        let id: RequestID
        let deadline: Duration
    }

    fileprivate struct Idle {
        let resource: Resource
        let since: Duration
    }

    let minimum: Int
    let maximum: Int
    private var idle: [Idle] = []
    private var waiters: [Waiter] = []
    private(set) var opening = 0
    private(set) var leased = 0
    private(set) var isClosed = false

    init(minimum: Int, maximum: Int) {
        self.minimum = min(minimum, maximum)
        self.maximum = max(1, maximum)
    }

    var idleCount: Int { idle.count }
    var waitingCount: Int { waiters.count }
    /// Never more than `maximum`.
    var total: Int { idle.count + opening + leased }

    /// The most recently used connection first, so that spare ones grow old and can go.
    mutating func acquire(_ id: RequestID, deadline: Duration) -> Answer {
        guard !isClosed else { return .closed }
        if let last = idle.popLast() {
            leased += 1
            return .granted(.lease(last.resource))
        }
        if total < maximum {
            opening += 1
            return .granted(.open)
        }
        waiters.append(Waiter(id: id, deadline: deadline))
        return .wait
    }

    /// The service opens a spare connection. False when there are enough.
    mutating func reserveSpare() -> Bool {
        guard !isClosed, total < minimum else { return false }
        opening += 1
        return true
    }

    /// An opened connection is now leased. False when the pool closed meanwhile: close it and call ``openFailed()``.
    mutating func opened() -> Bool {
        guard !isClosed else { return false }
        opening -= 1
        leased += 1
        return true
    }

    /// Whoever had the right to open gives up; the first waiter may try.
    mutating func openFailed() -> Outcome {
        opening -= 1
        return grantRoom()
    }

    /// A leased connection turned out dead before use; its holder may open another.
    mutating func replaceLeased() {
        leased -= 1
        opening += 1
    }

    mutating func release(_ resource: Resource, isHealthy: Bool, now: Duration) -> Release {
        leased -= 1
        guard isHealthy, !isClosed else { return Release(outcome: grantRoom(), closes: true) }
        guard !waiters.isEmpty else {
            idle.append(Idle(resource: resource, since: now))
            return Release(outcome: .keep, closes: false)
        }
        leased += 1
        return Release(outcome: .grant(waiters.removeFirst().id, .lease(resource)), closes: false)
    }

    /// True when the request was still waiting and now is not.
    mutating func cancel(_ id: RequestID) -> Bool {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Requests whose deadline has passed.
    mutating func expire(now: Duration) -> [RequestID] {
        let expired = waiters.filter { $0.deadline <= now }.map(\.id)
        waiters.removeAll { $0.deadline <= now }
        return expired
    }

    /// Connections beyond the minimum that nobody used for `age`: close them.
    mutating func prune(olderThan age: Duration, now: Duration) -> [Resource] {
        var pruned: [Resource] = []
        while total > minimum, let oldest = idle.first, now - oldest.since >= age {
            pruned.append(oldest.resource)
            idle.removeFirst()
        }
        return pruned
    }

    /// Ends the pool: idle connections to close and waiters to refuse. Leased ones close when they come back.
    mutating func close() -> (resources: [Resource], waiters: [RequestID]) {
        isClosed = true
        defer {
            idle = []
            waiters = []
        }
        return (idle.map(\.resource), waiters.map(\.id))
    }

    private mutating func grantRoom() -> Outcome {
        guard !isClosed, !waiters.isEmpty else { return .nothing }
        opening += 1
        return .grant(waiters.removeFirst().id, .open)
    }
}

extension PoolState: Sendable where Resource: Sendable {}
extension PoolState.Idle: Sendable where Resource: Sendable {}
