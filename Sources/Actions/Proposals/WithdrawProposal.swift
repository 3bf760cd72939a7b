public import Domain
public import Foundation
import Postgres
import Store

/// Takes a proposal back; its seats are free at once.
public struct WithdrawProposal: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the ranked places of the candidate.
    /// - Throws: `Conflict` `stale_page`, `proposal_answered`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "withdraw_proposal") { connection in
                let (proposal, file) = try await world.lockProposal(
                    reference,
                    version: version,
                    by: actor,
                    on: connection
                )
                guard !(proposal.state == .agreed && CaseState.bound.contains(file.state)) else {
                    throw Conflict.wrongState(file.state, "Intrekken")
                }
                let due = try await DueDates.read(today: world.today, on: connection)
                guard
                    try await ProposalStore.answer(
                        proposal.id,
                        version: version,
                        state: .withdrawn,
                        interviewOn: nil,
                        declineReason: nil,
                        note: proposal.answerNote,
                        notBeforeOn: nil,
                        dueOn: nil,
                        practiceSaysYes: false,
                        now: world.now(),
                        on: connection
                    )
                else { throw Conflict.stalePage }
                try await world.record(
                    .proposalWithdrawn,
                    in: file,
                    facts: ["proposal": reference.text, "by": "team"],
                    by: actor,
                    on: connection
                )
                try await world.settle(file, ended: proposal, due: due, on: connection)
                return "/kandidaten/\(file.reference)/plekken"
            }
        }
    }
}
