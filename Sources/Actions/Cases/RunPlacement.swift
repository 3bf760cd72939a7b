public import Domain
public import Foundation
import Postgres
import Store

/// The candidate began at the place.
public struct StartPlacement: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "start_placement") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let due = try await DueDates.read(today: world.today, on: connection)
            let step = CaseFileStore.Step(.started, owner: .practice, dueOn: try due.date(for: .started))
            try await world.take(step, file, from: [.placed], event: .started, by: actor, on: connection)
            return "/kandidaten/\(file.reference)"
        }
    }
}

/// The placement ran to its end: the case is done.
public struct CompletePlacement: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "complete_placement") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let step = CaseFileStore.Step(.completed, owner: .nobody, dueOn: nil)
            try await world.take(step, file, from: [.started], event: .completed, by: actor, on: connection)
            return "/kandidaten/\(file.reference)"
        }
    }
}

/// A placement ended early: date, who stopped it, why. The team then searches on with priority, or the case is withdrawn.
public struct StopPlacement: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter reason: a code of the reasons of kind `stop`.
    public func callAsFunction(
        _ reference: Reference,
        on date: CalendarDate,
        by party: StopParty,
        reason: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        guard date <= world.today else {
            throw Rejected("datum", "De datum ligt in de toekomst. Kies vandaag of eerder.")
        }
        return try await world.once(submission, by: actor, action: "stop_placement") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            guard
                try await ReferenceStore.reasons(on: connection).contains(where: {
                    $0.kind == "stop" && $0.code == reason
                })
            else { throw Rejected("reden", "Kies een reden uit de lijst.") }
            let due = try await DueDates.read(today: world.today, on: connection)
            let step = CaseFileStore.Step(.stopped, owner: .team, dueOn: try due.date(for: .stopped))
            try await world.take(
                step,
                file,
                from: [.started],
                event: .stopped,
                facts: ["on": date.iso8601, "by": party.rawValue, "reason": reason],
                by: actor,
                on: connection
            )
            try await CaseHistoryStore.insertStop(
                world.newUUID(),
                of: file.id,
                team: file.teamID,
                on: date,
                by: party,
                reason: reason,
                connection: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
