import Domain
import Foundation
import Postgres
import Store

/// A case of the actor's own team, locked for the rest of the transaction. What another team has does not exist here.
func lockedCase(_ reference: Reference, of actor: Actor, on connection: Connection) async throws -> CaseFileStore.Row {
    guard let file = try await CaseFileStore.lock(reference, team: actor.teamID, on: connection) else {
        throw NotFound()
    }
    return file
}

/// The case stands elsewhere than the form believed.
func movedOn(_ file: CaseFileStore.Row) -> Conflict {
    Conflict(
        code: "case_moved_on",
        message: "Dit traject staat nu op “\(file.state.dutchName)”. Kijk eerst wat er is veranderd.",
        reason: .change
    )
}

/// Someone saved the same thing in between.
let staleVersion = Conflict(
    code: "stale",
    message:
        "Iemand anders heeft dit intussen gewijzigd. Wat jij invulde staat er nog. Vergelijk het en sla opnieuw op.",
    reason: .change
)

extension World {
    /// Takes a step of a case and writes the event, or says why it cannot.
    func take(
        _ step: CaseFileStore.Step,
        _ file: CaseFileStore.Row,
        from states: [CaseState],
        event: CaseEventKind,
        facts: [String: String] = [:],
        by actor: Actor,
        on connection: Connection
    ) async throws {
        try await take(step, file, from: states, event: event, facts: facts, as: actor.acting, on: connection)
    }

    /// The same for whoever acts: a coordinator, or the candidate in the own file.
    func take(
        _ step: CaseFileStore.Step,
        _ file: CaseFileStore.Row,
        from states: [CaseState],
        event: CaseEventKind,
        facts: [String: String] = [:],
        as acting: Acting,
        on connection: Connection
    ) async throws {
        guard states.contains(file.state) else { throw movedOn(file) }
        do {
            guard try await CaseFileStore.take(step, file.id, from: states, at: now(), on: connection) else {
                throw movedOn(file)
            }
        } catch let error as DatabaseError {
            throw caseConflict(of: error)
        }
        try await CaseFileStore.record(
            event,
            of: file.id,
            team: file.teamID,
            facts: facts.merging(["from": file.state.rawValue]) { fact, _ in fact },
            id: newUUID(),
            acting: acting,
            at: now(),
            on: connection
        )
    }
}

/// What the guards of the database refuse about a case, in words; anything else stays what it is.
func caseConflict(of error: DatabaseError) -> any Error {
    switch error.constraint {
    case "case_files_unreachable":
        Conflict(
            code: "unreachable_needs_tries",
            message: "Dit kan pas na drie pogingen die niet lukten, verspreid over ten minste 21 dagen. "
                + "Leg elke poging vast bij Contact."
        )
    case "case_files_placed_needs_recognition":
        Conflict(
            code: "needs_recognition",
            message: "De praktijk heeft geen erkenning van SBB die geldt op de startdatum. Regel dat eerst."
        )
    case "case_files_placed_has_agreed_proposal", "case_files_placed_has_place", "case_files_placed_has_parts",
        "case_files_placed_has_seat":
        Conflict(code: "needs_agreed_place", message: "Er is nog geen plek waar iedereen ja op zegt.")
    case "case_files_transition":
        Conflict(
            code: "case_moved_on",
            message: "Deze stap kan nu niet. Kijk eerst wat er is veranderd.",
            reason: .change
        )
    default: error
    }
}
