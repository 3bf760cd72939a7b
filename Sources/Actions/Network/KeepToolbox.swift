public import Domain
public import Foundation
import Postgres
public import Store

/// Keeps the toolbox and the social map of a region; its members do so together.
public struct KeepToolbox: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter existing: what is changed, with the version that was shown; nil for something new.
    public func save(
        _ draft: some RegionShelfDraft,
        existing: (id: UUID, version: Int)?,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        let action = "keep_\(type(of: draft).action)"
        return try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: action) { connection in
                let member = try await keeper(person, of: region, on: connection)
                try await PublicText.check(draft.publicWords, on: connection)
                guard let existing else {
                    try await draft.insert(
                        world.newUUID(),
                        in: region,
                        by: member,
                        on: world.today,
                        connection: connection
                    )
                    return path
                }
                guard
                    try await draft.update(
                        existing.id,
                        in: region,
                        version: existing.version,
                        by: member,
                        on: world.today,
                        connection: connection
                    )
                else { throw Conflict.networkChanged }
                return path
            }
        }
    }

    public func remove<Draft: RegionShelfDraft>(
        _ kind: Draft.Type,
        _ id: UUID,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "remove_\(kind.action)") { connection in
            _ = try await keeper(person, of: region, on: connection)
            guard try await kind.remove(id, in: region, on: connection) else { throw NotFound() }
            return path
        }
    }

    private func keeper(
        _ person: NetworkPerson,
        of region: RegionCode,
        on connection: Connection
    ) async throws -> NetworkMember.ID {
        let member = try await person.member(on: connection)
        guard member.regions.contains(region) else {
            throw Forbidden("Leden die in deze regio werken, houden dit bij. Zet de regio bij je lidmaatschap.")
        }
        return member.id
    }
}
