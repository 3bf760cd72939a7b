public import Domain
import Postgres
public import Store

/// Two files may be of one person: the candidate says whether they are. Teams hear only of files that were joined.
public struct ChooseDuplicate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// The questions to a candidate, the newest first.
    public func questions(to candidate: Candidate.ID) async throws -> [PersonKeyStore.Duplicate] {
        try await world.database.transaction(as: .candidate(candidate)) { connection in
            try await PersonKeyStore.duplicates(on: connection)
        }
    }

    /// - Parameter keepsThis: the search goes on in this file, else in the other one; only for "the same".
    /// - Returns: nothing happened, the other file is asked as well, or the open cases are one now.
    /// - Throws: `NotFound` for a question to someone else; `Conflict` when the case that would end has a place.
    public func callAsFunction(
        _ choice: DuplicateChoice,
        _ id: CandidateDuplicate.ID,
        keepsThis: Bool = true,
        by candidate: Candidate.ID
    ) async throws -> PersonKeyStore.Result {
        do {
            return try await world.database.transaction(as: .candidate(candidate)) { connection in
                let result = try await PersonKeyStore.choose(
                    choice,
                    id,
                    keepsThis: keepsThis,
                    at: world.now(),
                    on: connection
                )
                guard let result else { throw NotFound() }
                return result
            }
        } catch let error as DatabaseError where error.constraint == "candidate_duplicates_has_place" {
            throw Self.hasPlace(keepsThis: keepsThis)
        }
    }

    private static func hasPlace(keepsThis: Bool) -> Conflict {
        Conflict(
            code: "duplicate_has_place",
            message: keepsThis
                ? "Bij je andere inschrijving heb je al een plek. Kies dat je dáár verdergaat. Wil je die plek niet meer? "
                    + "Bel dan eerst het team dat je daar helpt. Heb je bij allebei een plek? Bel je team."
                : "Bij deze inschrijving heb je al een plek. Kies dat je híer verdergaat. Wil je deze plek niet meer? "
                    + "Bel dan eerst je team. Heb je bij allebei een plek? Bel ook dan je team."
        )
    }
}
