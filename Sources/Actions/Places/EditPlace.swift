public import Domain
public import Foundation
import Postgres
import Store

/// Changes what a place offers. Kind, qualification, practice and location stay: what is placed there rests on them.
public struct EditPlace: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the place's page.
    /// - Throws: `Conflict` `stale` when someone else changed it after `version`; `Conflict` `closed` for a closed place.
    public func callAsFunction(
        _ draft: TrainingPlaceDraft,
        of reference: Reference,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "edit_place") { connection in
            let place = try await TrainingPlaceStore.own(reference, of: actor, on: connection)
            guard place.state != .closed else {
                throw Conflict(
                    code: "closed",
                    message: "Deze plek is gesloten. Maak een kopie voor het volgende seizoen.",
                    next: Conflict.NextStep("Ga naar de plek", "/plekken/\(reference)")
                )
            }
            var draft = draft
            (draft.kind, draft.crebo, draft.role) = (place.kind, place.crebo, place.role)
            let problems = draft.problems()
            guard problems.isEmpty else { throw Rejected(fields: problems) }
            try await naming(draft) {
                guard
                    try await TrainingPlaceStore.update(
                        place.id,
                        draft,
                        version: version,
                        at: world.now(),
                        on: connection
                    )
                else { throw Conflict.stale("deze plek") }
                try await TrainingPlaceStore.replaceDetails(
                    of: place.id,
                    with: draft,
                    practice: place.practiceID,
                    on: connection
                )
            }
            return "/plekken/\(reference)"
        }
    }
}

/// Makes a place open, paused or closed.
public struct ChangePlaceState: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Throws: `Conflict` `not_recognised` when a BOL or BBL place would open without recognition asked for,
    ///   `state` when the place cannot become this, `stale` when it changed meanwhile.
    public func callAsFunction(
        _ reference: Reference,
        to state: TrainingPlaceState,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "change_place_state") { connection in
                let place = try await TrainingPlaceStore.own(reference, of: actor, on: connection)
                guard place.state.next.contains(state) else {
                    throw Conflict(
                        code: "state",
                        message: "Deze plek is \(place.state.dutchName) en kan niet \(state.dutchName) worden.",
                        next: Conflict.NextStep("Bekijk de plek", "/plekken/\(reference)")
                    )
                }
                if state == .open,
                    try await !OpeningRule.mayOpen(
                        place.draft,
                        practice: place.practiceID,
                        on: connection,
                        today: world.today
                    )
                {
                    throw Conflict(
                        code: "not_recognised",
                        message: "De praktijk is niet erkend voor deze opleiding. Zet bij de praktijk de erkenning op "
                            + "“aangevraagd” zodra die bij SBB loopt. Daarna kan de plek open.",
                        next: Conflict.NextStep(
                            "Leg de erkenning van \(place.practiceName) vast",
                            "/praktijken/\(place.practiceReference)#erkenning-kop"
                        )
                    )
                }
                guard
                    try await TrainingPlaceStore.changeState(
                        place.id,
                        from: place.state,
                        to: state,
                        version: version,
                        at: world.now(),
                        on: connection
                    )
                else { throw Conflict.stale("deze plek") }
                return "/plekken/\(reference)"
            }
        }
    }
}

/// Copies a place for the next season: a draft one year later, at the same practice.
public struct CopyPlace: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the copy's edit page, where its dates are checked.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "copy_place") { connection in
            let place = try await TrainingPlaceStore.own(reference, of: actor, on: connection)
            let practice = try await PracticeStore.own(place.practiceReference, of: actor, on: connection)
            let draft = try await TrainingPlaceStore.draft(of: place, on: connection).nextSeason()
            let copy = try await PostPlace(world: world)
                .write(draft, at: practice, copiedFrom: place.id, by: actor, on: connection)
            return "/plekken/\(copy.reference)/wijzigen"
        }
    }
}

/// Adds one seat to a place.
public struct AddSeat: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Throws: `Conflict` `seats_full` at fifty seats.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "add_seat") { connection in
            let place = try await TrainingPlaceStore.own(reference, of: actor, on: connection)
            guard try await SeatStore.seats(of: place.id, on: connection).count < 50 else {
                throw Conflict(code: "seats_full", message: "Een plek heeft hoogstens 50 plaatsen.")
            }
            do {
                try await SeatStore.insert([world.newID()], to: place.id, on: connection)
            } catch let error as DatabaseError where error.constraint == "seats_training_place_id_number_key" {
                throw Conflict.stale("deze plek")
            }
            return "/plekken/\(reference)"
        }
    }
}

extension TrainingPlaceStore {
    /// A place in the actor's region.
    /// - Throws: `NotFound`, or `Forbidden` for an open one elsewhere.
    static func own(_ reference: Reference, of actor: Actor, on connection: Connection) async throws -> Row {
        guard let place = try await find(reference, on: connection) else { throw NotFound() }
        guard place.regionCode == actor.regionCode else {
            guard place.state == .open else { throw NotFound() }
            throw Forbidden("Deze plek hoort bij de regio \(place.regionName). Alleen het team daar kan dit wijzigen.")
        }
        return place
    }
}
