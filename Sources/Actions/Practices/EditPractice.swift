public import Domain
public import Foundation
import Store

/// Changes what is known of a practice itself; contacts, supervisors and recognition have actions of their own.
public struct EditPractice: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the practice's page.
    /// - Throws: `Conflict` `stale` when someone else changed it after `version`.
    public func callAsFunction(
        _ draft: PracticeDraft,
        of reference: Reference,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "edit_practice") { connection in
            guard let practice = try await PracticeStore.find(reference, on: connection) else { throw NotFound() }
            try practice.requireOwn(of: actor)
            let problems = draft.problems()
            guard problems.isEmpty else { throw Rejected(fields: problems) }
            let municipality = try await RegionStore.ownMunicipality(
                draft.municipality,
                of: actor.regionCode,
                on: connection
            )
            // Within the same municipality the exact location stays, unless a new one was given.
            let kept = draft.municipality == practice.municipalityCode ? practice.location : municipality.location
            let isWritten = try await PracticeStore.update(
                practice.id,
                draft,
                region: municipality.regionCode,
                location: draft.location ?? kept,
                version: version,
                on: connection
            )
            guard isWritten else { throw Conflict.stale("deze praktijk") }
            return "/praktijken/\(reference)"
        }
    }
}

extension Conflict {
    /// Someone else changed it after the form was opened.
    static func stale(_ subject: String) -> Conflict {
        Conflict(
            code: "stale",
            message:
                "Iemand anders heeft \(subject) net gewijzigd. Wat je invulde staat er nog. Kijk het na en sla opnieuw op.",
            reason: .change
        )
    }
}
