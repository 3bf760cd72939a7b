public import Domain
public import Foundation
import Postgres
import Store

/// Keeps the contact person and the deciding GP of a practice.
public struct SavePracticeContacts: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// Replaces the contact person and the deciding GP by these; supervisors' contacts stay.
    public func callAsFunction(
        _ contacts: [PracticeContactDraft],
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "save_practice_contacts") { connection in
            let practice = try await PracticeStore.own(reference, of: actor, on: connection)
            try await PracticePeopleStore.deleteContacts(
                of: practice.id,
                functions: [.contact, .decidingGP],
                on: connection
            )
            try await PracticePeopleStore.insert(
                contacts.filter { $0.function != .supervisor }.map { (world.newUUID(), $0) },
                of: practice.id,
                region: practice.regionCode,
                on: connection
            )
            return "/praktijken/\(reference)"
        }
    }
}

/// Adds a supervisor to a practice, or changes one.
public struct SaveSupervisor: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Parameter id: whom to change; nil adds someone.
    public func callAsFunction(
        _ draft: SupervisorDraft,
        _ id: Supervisor.ID?,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "save_supervisor") { connection in
            let practice = try await PracticeStore.own(reference, of: actor, on: connection)
            let problems = draft.problems()
            guard problems.isEmpty else { throw Rejected(fields: problems) }
            if let id {
                guard try await PracticePeopleStore.update(id, draft, of: practice.id, on: connection) else {
                    throw NotFound()
                }
            } else {
                try await PracticePeopleStore.insert(world.newID(), draft, of: practice.id, on: connection)
            }
            return "/praktijken/\(reference)"
        }
    }
}

/// Writes down what SBB says of a practice for one qualification, as checked today.
public struct SaveRecognition: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    public func callAsFunction(
        crebo: String,
        state: RecognitionState,
        validUntil: CalendarDate?,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "save_recognition") { connection in
                let practice = try await PracticeStore.own(reference, of: actor, on: connection)
                guard PracticeDraft.isCrebo(crebo) else { throw Rejected("crebo", "Kies een opleiding uit de lijst.") }
                try await PracticePeopleStore.save(
                    RecognitionDraft(crebo: crebo, state: state, validUntil: validUntil, checkedOn: world.today),
                    of: practice.id,
                    on: connection
                )
                return "/praktijken/\(reference)"
            }
        }
    }
}

/// Adds days on which a practice is closed, or takes them away.
public struct ChangePracticeClosings: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    public func add(
        _ days: ClosedRange<CalendarDate>,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "add_practice_closing") { connection in
            let practice = try await PracticeStore.own(reference, of: actor, on: connection)
            guard try await PracticeStore.insertClosing(days, of: practice.id, on: connection) else {
                throw Rejected("dicht_van", "Er is al een sluiting die op deze dag begint. Haal die eerst weg.")
            }
            return "/praktijken/\(reference)"
        }
    }

    public func remove(
        from day: CalendarDate,
        of reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "remove_practice_closing") { connection in
            let practice = try await PracticeStore.own(reference, of: actor, on: connection)
            try await PracticeStore.deleteClosing(from: day, of: practice.id, on: connection)
            return "/praktijken/\(reference)"
        }
    }
}

/// Writes a call with a practice in the team's call log, also one that reached nobody.
public struct RecordPracticeCall: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    public func callAsFunction(
        wasReached: Bool,
        note: String,
        to reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "record_practice_call") { connection in
            let practice = try await PracticeStore.own(reference, of: actor, on: connection)
            try await PracticePeopleStore.insertCall(
                world.newUUID(),
                to: practice.id,
                by: actor.teamID,
                staffMember: actor.staffMemberID,
                wasReached: wasReached,
                note: note,
                at: world.now(),
                on: connection
            )
            return "/praktijken/\(reference)"
        }
    }
}

extension PracticeStore {
    /// A practice of the actor's region.
    /// - Throws: `NotFound`, or `Forbidden` for one elsewhere.
    static func own(_ reference: Reference, of actor: Actor, on connection: Connection) async throws -> Row {
        guard let practice = try await find(reference, on: connection) else { throw NotFound() }
        try practice.requireOwn(of: actor)
        return practice
    }
}
