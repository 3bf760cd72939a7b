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
        _ draft: ToolboxStore.ItemDraft,
        existing: (id: UUID, version: Int)?,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "keep_toolbox") { connection in
                let member = try await keeper(person, of: region, on: connection)
                try await PublicText.check([("titel", draft.title), ("tekst", draft.text)], on: connection)
                guard let existing else {
                    try await ToolboxStore.insert(
                        draft,
                        id: world.newUUID(),
                        in: region,
                        by: member,
                        on: world.today,
                        connection: connection
                    )
                    return path
                }
                guard
                    try await ToolboxStore.update(
                        draft,
                        id: existing.id,
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

    public func save(
        _ draft: ToolboxStore.EntryDraft,
        existing: (id: UUID, version: Int)?,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "keep_social_map") { connection in
                let member = try await keeper(person, of: region, on: connection)
                try await PublicText.check([("naam", draft.name), ("tekst", draft.text)], on: connection)
                guard let existing else {
                    try await ToolboxStore.insert(
                        draft,
                        id: world.newUUID(),
                        in: region,
                        by: member,
                        on: world.today,
                        connection: connection
                    )
                    return path
                }
                guard
                    try await ToolboxStore.update(
                        draft,
                        id: existing.id,
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

    public func removeItem(
        _ id: UUID,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "remove_tool") { connection in
            _ = try await keeper(person, of: region, on: connection)
            guard try await ToolboxStore.removeItem(id, in: region, on: connection) else { throw NotFound() }
            return path
        }
    }

    public func removeEntry(
        _ id: UUID,
        in region: RegionCode,
        path: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "remove_organisation") { connection in
            _ = try await keeper(person, of: region, on: connection)
            guard try await ToolboxStore.removeEntry(id, in: region, on: connection) else { throw NotFound() }
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
