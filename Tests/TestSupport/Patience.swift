public import Postgres

/// How long a test waits for what must come. It proves nothing: on a busy machine everything takes longer, and only a test
/// that fails waits to the end.
public enum Patience {
    public static let limit: Duration = .seconds(240)
}

/// Looks again and again until it is so; for what happens in another process, where no event can be waited for.
///
/// - Parameter what: for the message when it does not come.
public func waitUntil(
    _ what: String,
    within limit: Duration = Patience.limit,
    _ isSo: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !isSo() {
        guard ContinuousClock.now < end else { throw WaitedInVain(what: what, limit: limit) }
        try await Task.sleep(for: .milliseconds(20))
    }
}

/// Something that must come did not come.
public struct WaitedInVain: Error, CustomStringConvertible {
    let what: String
    let limit: Duration

    public var description: String { "waited \(limit) in vain for \(what)" }
}

extension ConnectionConfiguration {
    /// The same server, at which a busy machine makes nobody give up.
    public func patient() -> ConnectionConfiguration {
        var copy = self
        let seconds = Int(Patience.limit.components.seconds)
        copy.connectTimeoutInSeconds = seconds
        copy.statementTimeoutInMilliseconds = seconds * 1_000
        copy.lockTimeoutInMilliseconds = seconds * 1_000
        copy.idleInTransactionTimeoutInMilliseconds = seconds * 1_000
        return copy
    }
}
