public import Domain
public import Foundation
import Postgres
import Store

/// Takes a consent back, in one click. An open referral that rests on it comes back at once; the receiver sees that it was
/// taken back, and nothing of the candidate any more.
public struct WithdrawConsent: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the consents.
    /// - Throws: `NotFound`, also when it was withdrawn before.
    public func callAsFunction(
        _ consent: Consent.ID,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "withdraw_consent") { connection in
                let file = try await world.lockCase(reference, by: actor, on: connection)
                guard
                    try await ConsentStore.withdraw(
                        consent,
                        of: file.candidateID,
                        at: world.now(),
                        on: connection
                    )
                else { throw NotFound() }
                try await world.settle(withdrawn: consent, in: file, as: actor.acting, on: connection)
                return "/kandidaten/\(reference)/toestemmingen"
            }
        }
    }
}

extension World {
    /// What rests on a consent that was taken back ends: the open referral of this case comes back.
    func settle(
        withdrawn consent: Consent.ID,
        in file: CaseFileStore.Row,
        as acting: Acting,
        on connection: Connection
    ) async throws {
        try await record(.consentWithdrawn, in: file, as: acting, on: connection)
        if let open = try await ReferralStore.open(of: file.id, on: connection), open.consentID == consent {
            try await tellConsentWithdrawn(open.reference, on: connection)
            try await takeReferralBack(file, open.reference, as: acting, on: connection)
        }
    }
}
