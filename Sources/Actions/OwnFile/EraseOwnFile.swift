public import Domain
import Postgres
import Store

/// A candidate has everything erased; one last mail says so, in case somebody else did it.
public struct EraseOwnFile: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `NotFound` when the file is gone already.
    public func callAsFunction(_ candidate: Candidate.ID) async throws {
        let mail = try await world.database.transaction(as: .candidate(candidate)) { connection in
            try await CandidateStore.find(candidate, on: connection)?.mail
        }
        try await EraseCandidate(world: world)(own: candidate)
        guard let mail else { return }
        try await world.database.transaction(as: .visitor) { connection in
            try await world.tellErased(mail, on: connection)
        }
    }
}
