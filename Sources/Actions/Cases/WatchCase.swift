public import Domain
public import Foundation
import Store

/// "We blijven zoeken": every new or changed place is checked for this case. Only with a recorded reason (DOMAIN, section 7).
public struct WatchCase: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public func callAsFunction(
        _ reference: Reference,
        reason: WatchReason,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "watch_case") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let due = try await DueDates.read(today: world.today, on: connection)
            var step = CaseFileStore.Step(.watching, owner: .team, dueOn: try due.date(for: .watching))
            step.watchReason = reason
            try await world.take(
                step,
                file,
                from: [.searching],
                event: .watching,
                facts: ["reason": reason.rawValue],
                by: actor,
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
