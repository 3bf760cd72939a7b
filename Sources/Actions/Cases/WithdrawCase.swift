public import Domain
public import Foundation
import Store

/// A case ends without a placement: by the candidate, unreachable, or after a placement that stopped. What was still asked
/// of practices and regions is taken back by the database in the same transaction.
public struct WithdrawCase: Sendable {
    let world: World

    /// What a coordinator may choose; erasing and joining are actions of their own.
    public static let reasons: [WithdrawalReason] = [.byCandidate, .unreachable, .stoppedAfterStart]

    public init(world: World) { self.world = world }

    public func callAsFunction(
        _ reference: Reference,
        reason: WithdrawalReason,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "withdraw_case") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            guard Self.reasons.contains(reason), reason != .stoppedAfterStart || file.state == .stopped else {
                throw Rejected("reden", "Deze reden past niet bij dit traject. Kies een andere.")
            }
            var step = CaseFileStore.Step(.withdrawn, owner: .nobody, dueOn: nil)
            step.withdrawalReason = reason
            try await world.take(
                step,
                file,
                from: CaseState.open,
                event: .withdrawn,
                facts: ["reason": reason.rawValue],
                by: actor,
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
