public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// Takes a referred candidate over: the whole file moves to the accepting team, the seat stays held for the proposal.
public struct AcceptReferral: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the proposal form for the held place.
    /// - Throws: `Conflict` `referral_answered`, `no_consent`, `stale_page`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        note: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "accept_referral") { connection in
                let referral = try await world.openReferral(reference, version: version, by: actor, on: connection)
                let places = try await ReferralStore.places(of: referral.id, on: connection)
                let due = try await DueDates.read(today: world.today, on: connection)
                let dueOn = try due.on(.searching)
                guard
                    try await ReferralStore.accept(
                        referral.id,
                        version: version,
                        team: actor.teamID,
                        staff: actor.staffMemberID,
                        note: note,
                        now: world.now(),
                        dueOn: dueOn,
                        on: connection
                    )
                else { throw Conflict.referralAnswered }
                // The new team gets its own time to call the practice.
                try await SeatStore.prolong(
                    .referral(referral.id),
                    until: world.heldUntil(max(dueOn, referral.dueOn)),
                    on: connection
                )
                guard let file = try await CaseFileStore.find(referral.caseID, on: connection) else { throw NotFound() }
                try await world.record(
                    .referralAccepted,
                    in: file,
                    facts: ["referral": reference.text, "region": actor.regionCode.rawValue],
                    by: actor,
                    on: connection
                )
                try await world.tell(
                    .referralAnswered,
                    team: referral.sendingTeamID,
                    facts: ["referral": reference.text],
                    on: connection
                )
                try await world.tell(
                    .fileMoved,
                    case: file.id,
                    team: actor.teamID,
                    candidate: file.candidateID,
                    facts: ["from": referral.sendingRegionCode.rawValue, "to": actor.regionCode.rawValue],
                    on: connection
                )
                let held = places.first { $0.isHeld } ?? places.first
                return held.map { "/kandidaten/\(file.reference)/voorstellen/\($0.reference)" }
                    ?? "/kandidaten/\(file.reference)"
            }
        }
    }
}

extension World {
    /// An open referral to the actor's region that has not lapsed.
    func openReferral(
        _ reference: Reference,
        version: Int,
        by actor: Actor,
        on connection: Connection
    ) async throws -> ReferralRow {
        guard let referral = try await ReferralStore.find(reference, on: connection),
            referral.receivingRegionCode == actor.regionCode
        else {
            // Taken back: the row is hidden from the receiver, its kenmerk is not.
            let takenBack = try await ReferralStore.takenBack(since: now() - 86_400 * 60, on: connection)
            if takenBack.contains(where: { $0.reference == reference }) { throw Conflict.referralAnswered }
            throw NotFound()
        }
        guard referral.state == .open, referral.dueOn >= today else { throw Conflict.referralAnswered }
        guard referral.version == version else { throw Conflict.stalePage }
        return referral
    }
}

extension Conflict {
    static let referralAnswered = Conflict(
        code: "referral_answered",
        message: "Deze doorverwijzing is intussen beantwoord, verlopen of ingetrokken.",
        reason: .change
    )
}
