import Crypto
public import Domain
import Foundation
public import Postgres
import Store

extension World {
    /// HMAC-SHA256 of the normalised name and birth date, with a key that the database does not have.
    private func personHash(_ name: PersonName, bornOn: CalendarDate, _ key: Secrets.Key) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("person|\(PersonKey.text(name, bornOn: bornOn))".utf8),
            using: SymmetricKey(data: key.bytes)
        )
        return Array(code)
    }

    /// Keeps by what a candidate is known again. To be called in every transaction that writes a name or a birth date, after
    /// the case was written. One hash for each key that is configured, so that someone is known again while a key is replaced.
    public func keepPersonKey(
        of candidate: Candidate.ID,
        _ name: PersonName,
        bornOn: CalendarDate,
        on connection: Connection
    ) async throws {
        for key in secrets.hashes {
            try await PersonKeyStore.keep(
                personHash(name, bornOn: bornOn, key),
                keyID: key.id,
                of: candidate,
                at: now(),
                on: connection
            )
        }
    }
}

/// Makes the hashes that are missing, team by team: after the demo was filled, and when a key was added. Those of keys that are
/// not configured any more go.
public struct KeepPersonKeys: Sendable {
    let world: World
    /// So many candidates in one transaction.
    static let portion = 500

    public init(world: World) { self.world = world }

    /// - Returns: for how many candidates.
    @discardableResult
    public func callAsFunction() async throws -> Int {
        let keyIDs = world.secrets.hashes.map(\.id)
        let teams = try await world.database.transaction(as: .visitor) { connection in
            try await CaseStepStore.teams(on: connection)
        }
        var made = 0
        for team in teams {
            let acting = Acting(teamID: team.id, regionCode: team.regionCode)
            var last = Self.portion
            while last == Self.portion {
                last = try await world.database.transaction(as: acting) { connection in
                    let missing = try await PersonKeyStore.missing(
                        keyIDs: keyIDs,
                        team: team.id,
                        limit: Self.portion,
                        on: connection
                    )
                    for person in missing {
                        try await world.keepPersonKey(
                            of: person.id,
                            person.name,
                            bornOn: person.bornOn,
                            on: connection
                        )
                    }
                    return missing.count
                }
                made += last
            }
            try await world.database.transaction(as: acting) { connection in
                try await PersonKeyStore.forget(otherThan: keyIDs, team: team.id, on: connection)
            }
        }
        return made
    }
}
