public import Domain
public import Foundation
import Postgres
import Store

/// The sender takes a referral back; the case looks again and the seat is free.
public struct WithdrawReferral: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the case.
    /// - Throws: `Conflict` `referral_answered`; `NotFound`.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "withdraw_referral") { connection in
                guard let referral = try await ReferralStore.find(reference, on: connection),
                    referral.sendingTeamID == actor.teamID
                else { throw NotFound() }
                guard let file = try await CaseFileStore.lock(referral.caseID, team: actor.teamID, on: connection),
                    try await ReferralStore.open(of: file.id, on: connection)?.reference == reference
                else { throw Conflict.referralAnswered }
                try await world.takeReferralBack(file, reference, as: actor.acting, on: connection)
                return "/kandidaten/\(file.reference)"
            }
        }
    }
}

extension World {
    /// Back to searching; the database closes the referral and frees its seat with the step.
    func takeReferralBack(
        _ file: CaseFileStore.Row,
        _ referral: Reference,
        as acting: Acting,
        on connection: Connection
    ) async throws {
        let due = try await DueDates.read(today: today, on: connection)
        let step = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.on(.searching))
        guard try await CaseFileStore.take(step, file.id, from: [.referring], at: now(), on: connection) else {
            throw Conflict.stalePage
        }
        try await record(.referralWithdrawn, in: file, facts: ["referral": referral.text], as: acting, on: connection)
    }
}
