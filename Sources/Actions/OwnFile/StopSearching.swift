public import Domain
public import Foundation
import Postgres
import Store

/// A candidate stops looking. What was still asked of practices and regions is taken back by the database in the same
/// transaction; nothing is erased yet.
public struct StopSearching: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `Conflict` when the case ended meanwhile; `NotFound`.
    public func callAsFunction(_ reference: Reference, by candidate: Candidate.ID, submission: UUID?) async throws
        -> String
    {
        let acting = Acting.candidate(candidate)
        return try await world.once(submission, as: acting, action: "stop_searching") { connection in
            guard let file = try await OwnFileStore.lock(reference, of: candidate, on: connection) else {
                throw NotFound()
            }
            var step = CaseFileStore.Step(.withdrawn, owner: .nobody, dueOn: nil)
            step.withdrawalReason = .byCandidate
            try await world.take(
                step,
                file,
                from: CaseState.open,
                event: .withdrawn,
                facts: ["reason": WithdrawalReason.byCandidate.rawValue, "by": "candidate"],
                as: acting,
                on: connection
            )
            return "/mijn"
        }
    }
}
