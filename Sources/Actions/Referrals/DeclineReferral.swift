public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// Gives a referred candidate back to the sender, with a reason and, where there is one, another place in the region.
public struct DeclineReferral: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter alternative: the kenmerk of an open place in the actor's region.
    /// - Returns: the path of the referral.
    /// - Throws: `Conflict` `referral_answered`, `stale_page`; `Rejected` for field `andere_plek`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        reason: ReferralDeclineReason,
        note: String,
        alternative: Reference?,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "decline_referral") { connection in
                let referral = try await world.openReferral(reference, version: version, by: actor, on: connection)
                var place: PlaceHeadRow?
                if let alternative {
                    place = try await ProposalStore.place(alternative, on: connection)
                    guard place?.regionCode == actor.regionCode, place?.state == .open else {
                        throw Rejected("andere_plek", "Dit is geen open plek in jouw regio. Kijk het kenmerk na.")
                    }
                }
                let due = try await DueDates.read(today: world.today, on: connection)
                guard
                    try await ReferralStore.decline(
                        referral.id,
                        version: version,
                        staff: actor.staffMemberID,
                        reason: reason,
                        note: note,
                        alternative: place?.id,
                        event: world.newUUID(),
                        now: world.now(),
                        senderDueOn: try due.on(.searching),
                        on: connection
                    )
                else { throw Conflict.referralAnswered }
                try await world.tell(
                    .referralAnswered,
                    team: referral.sendingTeamID,
                    facts: ["referral": reference.text],
                    on: connection
                )
                return "/doorverwijzingen/\(reference)"
            }
        }
    }
}
