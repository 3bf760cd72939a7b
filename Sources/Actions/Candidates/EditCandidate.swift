public import Domain
public import Foundation
import Postgres
import Store

/// Changes what is known of a candidate and what the open case asks for.
public struct EditCandidate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter version: of the case, as the form was made from it; another one is a `Conflict`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        _ draft: CandidateDraft,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        let problems = draft.problems(today: world.today)
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        return try await world.once(submission, by: actor, action: "edit_candidate") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            guard file.version == version else { throw staleVersion }
            guard file.state.isOpen else { throw movedOn(file) }
            do {
                guard try await CandidateStore.update(file.candidateID, draft, team: actor.teamID, on: connection)
                else {
                    throw Rejected(CandidateDraft.Field.municipality.rawValue, "Kies een gemeente uit de lijst.")
                }
                guard try await CaseFileStore.update(file.id, version: version, draft, on: connection) else {
                    throw staleVersion
                }
            } catch let error as DatabaseError {
                let rejected = rejection(of: error)
                throw rejected is Rejected ? rejected : caseConflict(of: error)
            }
            try await world.keepPersonKey(of: file.candidateID, draft.name, bornOn: draft.bornOn, on: connection)
            try await CaseFileStore.record(
                .edited,
                of: file.id,
                team: file.teamID,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return "/kandidaten/\(file.reference)"
        }
    }
}
