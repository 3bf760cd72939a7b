public import Domain
public import Foundation
import Postgres
import Store

/// Writes down that a candidate lets a region, or all neighbours, look at the card without a name.
public struct RecordConsent: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter region: nil for all neighbours of the region that has the case.
    /// - Returns: the path of the consents.
    /// - Throws: `Rejected` for fields `regio` and `tekst`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        region: RegionCode?,
        textVersion: Int,
        channel: ConsentChannel,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        do {
            return try await world.once(submission, by: actor, action: "record_consent") { connection in
                let file = try await world.lockCase(reference, by: actor, on: connection)
                guard region != file.regionCode else {
                    throw Rejected("regio", "Voor de eigen regio is geen toestemming nodig.")
                }
                try await CandidateStore.insertConsent(
                    world.newID(),
                    of: file.candidateID,
                    ConsentDraft(regionCode: region, textVersion: textVersion, channel: channel),
                    team: actor.teamID,
                    by: actor.staffMemberID,
                    at: world.now(),
                    on: connection
                )
                try await world.record(
                    .consentGiven,
                    in: file,
                    facts: ["region": region?.rawValue ?? "neighbours"],
                    by: actor,
                    on: connection
                )
                return "/kandidaten/\(reference)/toestemmingen"
            }
        } catch let error as DatabaseError where error.constraint?.hasPrefix("consents_") == true {
            throw Rejected(
                error.constraint == "consents_text_version_fkey" ? "tekst" : "regio",
                "Kies een regio uit de lijst."
            )
        }
    }
}
