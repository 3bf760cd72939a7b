public import Domain
public import Foundation
public import Postgres
import Store

/// Puts a practice on the map, with its contacts, supervisors, closings and recognition.
public struct RegisterPractice: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the practice's page.
    /// - Throws: `Rejected` when a field is wrong or the municipality lies in another region.
    public func callAsFunction(_ draft: PracticeDraft, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "register_practice") { connection in
            let practice = try await write(draft, by: actor, on: connection)
            return "/praktijken/\(practice.reference)"
        }
    }

    /// The same within a transaction of the caller's, for imports.
    public func write(
        _ draft: PracticeDraft,
        by actor: Actor,
        on connection: Connection
    ) async throws -> (id: Practice.ID, reference: Reference) {
        let problems = draft.problems() + draft.supervisors.flatMap { $0.problems() }
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        let municipality = try await RegionStore.ownMunicipality(
            draft.municipality,
            of: actor.regionCode,
            on: connection
        )
        let (id, reference) = (world.newID(Practice.ID.self), world.newReference())
        try await PracticeStore.insert(
            id,
            reference: reference,
            draft,
            region: municipality.regionCode,
            location: draft.location ?? municipality.location,
            at: world.now(),
            on: connection
        )
        try await PracticePeopleStore.insert(
            draft.contacts.map { (world.newUUID(), $0) },
            of: id,
            region: municipality.regionCode,
            on: connection
        )
        for supervisor in draft.supervisors {
            try await PracticePeopleStore.insert(world.newID(), supervisor, of: id, on: connection)
        }
        for recognition in draft.recognitions {
            try await PracticePeopleStore.save(recognition, of: id, on: connection)
        }
        for days in draft.closings {
            _ = try await PracticeStore.insertClosing(days, of: id, on: connection)
        }
        return (id, reference)
    }
}

extension RegionStore {
    /// A municipality in which this region's teams may enter practices.
    static func ownMunicipality(
        _ code: MunicipalityCode,
        of region: RegionCode,
        on connection: Connection
    ) async throws -> Municipality {
        guard let municipality = try await municipality(code, on: connection) else {
            throw Rejected("gemeente", "Kies een gemeente uit de lijst.")
        }
        guard municipality.regionCode == region else {
            throw Rejected(
                "gemeente",
                "\(municipality.name) ligt in de regio \(municipality.regionName). Alleen het team daar voegt er praktijken toe."
            )
        }
        return municipality
    }
}
