public import Domain
public import Foundation
import Postgres
public import Store

/// Writes down what is new, so that a region that was asked before may be asked again.
public struct RecordNewFact: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter place: the kenmerk of the new place, for `newPlace` only.
    /// - Returns: the path where regions are chosen.
    /// - Throws: `Rejected` for field `plek`; `NotFound`.
    public func callAsFunction(
        _ kind: NewFactKind,
        place: Reference?,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "record_new_fact") { connection in
            let file = try await world.lockCase(reference, by: actor, on: connection)
            var found: PlaceHeadRow?
            if kind == .newPlace {
                if let place { found = try await ProposalStore.place(place, on: connection) }
                guard found != nil else { throw Rejected("plek", "Vul het kenmerk van de nieuwe plek in.") }
            }
            try await ReferralStore.insertFact(
                world.newUUID(),
                kind: kind,
                place: found?.id,
                of: file,
                by: actor.staffMemberID,
                at: world.now(),
                on: connection
            )
            try await world.record(.factRecorded, in: file, facts: ["kind": kind.rawValue], by: actor, on: connection)
            return "/kandidaten/\(reference)/doorverwijzen"
        }
    }
}
