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
                try await world.record(.consentWithdrawn, in: file, by: actor, on: connection)
                if let open = try await ReferralStore.open(of: file.id, on: connection), open.consentID == consent {
                    try await world.tellConsentWithdrawn(open.reference, on: connection)
                    try await world.takeReferralBack(file, open.reference, by: actor, on: connection)
                }
                return "/kandidaten/\(reference)/toestemmingen"
            }
        }
    }
}
