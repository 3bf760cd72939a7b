public import Domain
public import Foundation
import Store

/// A case begins to search, or searches again: after registration, after watching, or after a placement that stopped.
public struct StartSearching: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// After a stop the case keeps priority over others.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "start_searching") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let due = try await DueDates.read(today: world.today, on: connection)
            var step = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.date(for: .searching))
            step.hasPriority = file.state == .stopped ? true : nil
            try await world.take(
                step,
                file,
                from: CaseState.startable,
                event: .searching,
                by: actor,
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
