public import Domain
import Foundation
import Postgres
import Store

/// A candidate signs in with a link from a mail. Opening the page uses nothing, since mail programs open links too; the
/// button on it uses the link, once.
public struct SignInByLink: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Whether the button would work.
    public func isGood(_ token: LinkToken) async throws -> Bool {
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.find(token.hash, .candidateSignIn, on: connection)
        }
        return found.map { $0.usedAt == nil && $0.expiresAt > world.now() } ?? false
    }

    /// Uses the link.
    /// - Returns: who signed in.
    /// - Throws: `NotFound` when it never was one, was used before, or is too old.
    public func callAsFunction(_ token: LinkToken) async throws -> Candidate.ID {
        let subject = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.use(token.hash, .candidateSignIn, at: world.now(), on: connection)
        }
        guard case .candidate(let id) = subject else { throw NotFound() }
        return id
    }
}
