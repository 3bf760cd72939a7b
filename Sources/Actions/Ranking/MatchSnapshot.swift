public import Logging
public import Postgres
public import ServiceLifecycle
import Store

/// Keeps a ``MatchCountry`` that follows the database.
///
/// As a service it looks every second, and at once when the database announces a change; readers then get what is there,
/// without waiting for the database. Where it does not run as a service (a command, a test), each read looks first.
public actor MatchSnapshot: Service {
    private let world: World
    private let announcements: ConnectionConfiguration?
    private let patience: Duration
    private let logger: Logger
    private var latest: MatchCountry?
    private var isRefreshing = false
    private var isFollowing = false

    /// How often the database is looked at without an announcement.
    private static let interval = Duration.seconds(1)
    /// Rows that all readers have left behind go once in so many looks.
    private static let looksBetweenPruning = 600

    /// - Parameters:
    ///   - announcements: how to connect as the matcher to hear of changes; nil only looks every second.
    ///   - patience: how long a reader waits for the first load.
    public init(
        world: World,
        announcements: ConnectionConfiguration? = nil,
        patience: Duration = .seconds(20),
        logger: Logger
    ) {
        self.world = world
        self.announcements = announcements
        self.patience = patience
        self.logger = logger
    }

    /// The country as it was at most about a second ago.
    ///
    /// - Throws: ``MatchSnapshotUnavailable`` when the first load takes too long, and what the database throws.
    public func country() async throws -> MatchCountry {
        if !isFollowing { try await refresh() }
        let deadline = ContinuousClock.now + patience
        while true {
            if let latest { return latest }
            guard ContinuousClock.now < deadline else { throw MatchSnapshotUnavailable() }
            if isRefreshing { try await Task.sleep(for: .milliseconds(20)) } else { try await refresh() }
        }
    }

    /// Waits until the first load is done; for whoever starts the service.
    public func ready() async throws { _ = try await country() }

    /// Looks at the database now. One look at a time: whoever comes while another is on its way looks after it.
    public func refresh() async throws {
        while isRefreshing { try await Task.sleep(for: .milliseconds(5)) }
        isRefreshing = true
        defer { isRefreshing = false }
        let (now, today, known) = (world.now(), world.today, latest)
        latest = try await world.matcherDatabase.transaction(as: .visitor) { connection in
            if let known { return try await known.following(at: now, today: today, on: connection) }
            return try await MatchCountry.load(at: now, today: today, on: connection)
        }
    }

    /// Follows the database until the process shuts down.
    public func run() async throws {
        isFollowing = true
        defer { isFollowing = false }
        await cancelWhenGracefulShutdown { await self.follow() }
    }

    private func follow() async {
        let (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    waker.yield()
                    do { try await Task.sleep(for: Self.interval) } catch { break }
                }
                waker.finish()
            }
            if let announcements {
                let listener = Listener(
                    configuration: announcements,
                    channels: ["match_changes"],
                    logger: logger
                )
                group.addTask { for await _ in listener { waker.yield() } }
            }
            var looks = 0
            for await _ in wakes {
                looks += 1
                await look(prunes: looks.isMultiple(of: Self.looksBetweenPruning))
            }
            group.cancelAll()
        }
    }

    /// A look that fails leaves what was known; the next one tries again.
    private func look(prunes: Bool) async {
        do {
            try await refresh()
            if prunes, let position = latest?.position {
                try await world.matcherDatabase.transaction(as: .visitor) { connection in
                    _ = try await MatchChangeStore.prune(before: position, on: connection)
                }
            }
        } catch {
            logger.info("the matching snapshot could not be refreshed", metadata: ["error": "\(error)"])
        }
    }
}

/// The first load of all places and cases did not come in time.
public struct MatchSnapshotUnavailable: Error, CustomStringConvertible {
    public var description: String { "the matching snapshot is not loaded yet" }
}
