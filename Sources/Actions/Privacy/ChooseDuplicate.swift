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
    /// - Throws: `NotFound` for a question to someone else.
    public func callAsFunction(
        _ choice: DuplicateChoice,
        _ id: CandidateDuplicate.ID,
        keepsThis: Bool = true,
        by candidate: Candidate.ID
    ) async throws -> PersonKeyStore.Result {
        try await world.database.transaction(as: .candidate(candidate)) { connection in
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
    }
}
