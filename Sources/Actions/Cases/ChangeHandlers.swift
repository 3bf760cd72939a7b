public import Domain
public import Foundation
import Store

/// Another coordinator or stand-in for a case; both belong to the team.
public struct ChangeHandlers: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        coordinator: StaffMember.ID,
        standIn: StaffMember.ID?,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        guard standIn != coordinator else { throw Rejected("waarnemer", "Kies iemand anders dan de coördinator.") }
        return try await world.once(submission, by: actor, action: "change_handlers") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let team = Set(try await CaseFileStore.colleagues(in: actor.teamID, on: connection).map(\.id))
            guard team.contains(coordinator) else { throw Rejected("coordinator", "Kies iemand van je eigen team.") }
            guard standIn.map({ team.contains($0) }) ?? true else {
                throw Rejected("waarnemer", "Kies iemand van je eigen team.")
            }
            guard
                try await CaseFileStore.setHandlers(
                    file.id,
                    version: version,
                    coordinator: coordinator,
                    standIn: standIn,
                    on: connection
                )
            else { throw staleVersion }
            try await CaseFileStore.record(
                .handlersChanged,
                of: file.id,
                team: file.teamID,
                facts: ["coordinator": "\(coordinator)"],
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
