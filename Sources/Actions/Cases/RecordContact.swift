public import Domain
public import Foundation
import Store

/// A call or message about a case, also one that reached nobody: three such tries over 21 days are what "unreachable" means.
public struct RecordContact: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public func callAsFunction(
        _ reference: Reference,
        party: ContactParty,
        channel: ContactChannel,
        wasReached: Bool,
        note: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "record_contact") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            try await CaseHistoryStore.insertContact(
                world.newUUID(),
                of: file.id,
                team: file.teamID,
                by: actor.staffMemberID,
                at: world.now(),
                party: party,
                channel: channel,
                wasReached: wasReached,
                note: note,
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
