import Actions
import ArgumentParser
import Domain
import Foundation
import Store

/// The team for which a command works, and so what it may see.
struct TeamOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The team that acts, by name or id.", valueName: "name or id"))
    var team: String?

    @Option(
        help: ArgumentHelp("Without --team: the first team of this region, by name, code or slug.", valueName: "region")
    )
    var region: String?

    func validate() throws {
        guard team != nil || region != nil else { throw ValidationError("give --team, or --region for its first team") }
    }

    /// Someone of the team to act as: the first coordinator by name.
    ///
    /// - Throws: ``Failure`` when there is no such team, or nobody in it.
    func actor(in world: World, reference: ReferenceData) async throws -> Actor {
        let (found, member) = try await world.database.transaction(as: .visitor) { connection in
            let found: [TeamStore.Row]
            if let team {
                found = try await TeamStore.named(team, on: connection)
            } else {
                guard let region = region.flatMap({ Self.region($0, reference) }) else {
                    return ([TeamStore.Row](), StaffStore.Row?.none)
                }
                found = try await TeamStore.working(in: region, on: connection)
            }
            let member = try await found.first.asyncMap {
                try await StaffStore.members(of: $0.id, on: connection).first
            }
            return (found, member ?? nil)
        }
        let asked = team.map { "the team \"\($0)\"" } ?? "a team in the region \"\(region ?? "")\""
        guard let first = found.first else { throw Failure(.data, "there is no such thing as \(asked)") }
        guard team == nil || found.count == 1 else {
            let ids = found.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            throw Failure(.data, "several teams have that name; give the id of one: \(ids)")
        }
        guard let member else { throw Failure(.data, "\(first.name) has no members to act as") }
        return Actor(staffMemberID: member.id, teamID: first.id, regionCode: first.regionCode)
    }

    private static func region(_ text: String, _ reference: ReferenceData) -> RegionCode? {
        reference.regions.first {
            $0.code.rawValue.lowercased() == text.lowercased() || $0.slug == text.lowercased()
                || $0.name.lowercased() == text.lowercased()
        }?.code
    }
}

extension Optional {
    fileprivate func asyncMap<R>(_ transform: (Wrapped) async throws -> R) async throws -> R? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
