import Postgres
import Store

/// The daily work of keeping nothing longer than needed: warns, erases, removes what was kept beside the files, and makes the
/// hashes by which one person is found twice. Running it again does nothing more; several processes may run it at once.
public struct KeepRetention: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// What a run did; numbers only.
    public struct Outcome: Hashable, Sendable {
        public var warned = 0
        public var erased = 0
        /// Rows removed per rule.
        public var removed: [String: Int] = [:]
        /// Hashes that were missing.
        public var keys = 0

        public init() {}
    }

    /// Each file is erased in a transaction of its own.
    @discardableResult
    public func callAsFunction() async throws -> Outcome {
        var outcome = Outcome()
        let database = world.database
        outcome.removed = try await database.transaction(as: .visitor) { connection in
            try await RetentionStore.purge(at: world.now(), on: connection)
        }
        while try await database.transaction(
            as: .visitor,
            { try await RetentionStore.eraseNextDue(at: world.now(), on: $0) }
        ) {
            outcome.erased += 1
            try Task.checkCancellation()
        }
        var last = 1
        while last > 0 {
            last = try await database.transaction(as: .visitor) { connection in
                try await RetentionStore.warn(at: world.now(), on: connection)
            }
            outcome.warned += last
        }
        outcome.keys = try await KeepPersonKeys(world: world)()
        while try await database.transaction(
            as: .visitor,
            { try await PersonKeyStore.noteSamePeople(at: world.now(), on: $0) }
        ) > 0 {
            try Task.checkCancellation()
        }
        return outcome
    }
}
