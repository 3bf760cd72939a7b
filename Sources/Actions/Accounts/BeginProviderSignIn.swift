import Domain
import Foundation
public import Store

/// Keeps an attempt to sign in, or to link an account, through a provider until the browser is back.
public struct BeginProviderSignIn: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter seconds: how long the browser may stay away.
    public func callAsFunction(
        _ attempt: ProviderAttemptStore.Attempt,
        _ key: ProviderAttemptStore.Key,
        seconds: Int
    ) async throws {
        let now = world.now()
        try await world.database.transaction(as: attempt.staffMemberID.map { .person($0) } ?? .visitor) { connection in
            try await ProviderAttemptStore.deleteEnded(before: now, on: connection)
            try await ProviderAttemptStore.insert(
                attempt,
                key,
                at: now,
                until: now + TimeInterval(seconds),
                on: connection
            )
        }
    }
}
