public import Domain
public import Foundation
public import Postgres
public import Store

/// Offers a training place at a practice, with its seats, activities, supervisors and schools.
public struct PostPlace: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the place's page.
    /// - Throws: `NotFound` (no such practice), `Forbidden` (another region's), `Rejected` (a field is wrong).
    public func callAsFunction(
        _ draft: TrainingPlaceDraft,
        at practice: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "post_place") { connection in
            guard let row = try await PracticeStore.find(practice, on: connection) else { throw NotFound() }
            let place = try await write(draft, at: row, by: actor, on: connection)
            return "/plekken/\(place.reference)"
        }
    }

    /// The same within a transaction of the caller's, for imports and copies. A place that should be open at a practice
    /// that is not recognised, nor asked to be, becomes a draft: it can be opened when that is mended.
    public func write(
        _ draft: TrainingPlaceDraft,
        at practice: PracticeStore.Row,
        copiedFrom: TrainingPlace.ID? = nil,
        by actor: Actor,
        on connection: Connection
    ) async throws -> (id: TrainingPlace.ID, reference: Reference, state: TrainingPlaceState) {
        try practice.requireOwn(of: actor)
        var draft = draft
        draft.isFictional = draft.isFictional || practice.isFictional
        let problems = draft.problems()
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        if draft.state == .open,
            try await !OpeningRule.mayOpen(draft, practice: practice.id, on: connection, today: world.today)
        {
            draft.state = .draft
        }
        let (id, reference) = (world.newID(TrainingPlace.ID.self), world.newReference())
        try await naming(draft) {
            try await TrainingPlaceStore.insert(
                id,
                reference: reference,
                draft,
                at: practice,
                team: actor.teamID,
                copiedFrom: copiedFrom,
                at: world.now(),
                on: connection
            )
            try await TrainingPlaceStore.replaceDetails(of: id, with: draft, practice: practice.id, on: connection)
        }
        try await SeatStore.insert((0..<draft.seats).map { _ in world.newID() }, to: id, on: connection)
        return (id, reference, draft.state)
    }
}

/// When a place may be found by others.
enum OpeningRule {
    /// A BOL or BBL place opens only where SBB recognised the practice or was asked to (DOMAIN, section 4).
    static func mayOpen(
        _ draft: TrainingPlaceDraft,
        practice: Practice.ID,
        on connection: Connection,
        today: CalendarDate
    ) async throws -> Bool {
        guard draft.needsRecognition, let crebo = draft.crebo else { return true }
        let recognition = try await PracticePeopleStore.recognitions(of: practice, on: connection)
            .first { $0.crebo == crebo }
        return recognition?.state(on: today).allowsOpening ?? false
    }
}

extension PracticeStore.Row {
    /// - Throws: `Forbidden` unless the practice lies in the actor's region.
    func requireOwn(of actor: Actor) throws {
        guard regionCode == actor.regionCode else {
            throw Forbidden("Deze praktijk hoort bij de regio \(regionName). Alleen het team daar kan dit wijzigen.")
        }
    }
}

/// Turns references to rows that do not exist into errors at their field.
func naming<Value>(_ draft: TrainingPlaceDraft, _ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as DatabaseError {
        guard case .foreignKeyViolation(let constraint) = error.kind else { throw error }
        switch constraint {
        case "training_places_role_code_fkey": throw Rejected("rol", "Kies een rol uit de lijst.")
        case "training_places_reserved_for_school_id_fkey":
            throw Rejected("gereserveerd", "Kies een school uit de lijst.")
        case "training_place_schools_school_id_fkey": throw Rejected("scholen", "Kies scholen uit de lijst.")
        case "training_place_activities_activity_code_fkey":
            throw Rejected("activiteiten", "Kies activiteiten uit de lijst.")
        default: throw error
        }
    }
}
