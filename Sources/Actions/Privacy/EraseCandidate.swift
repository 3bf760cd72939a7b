public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// Erases everything about a candidate; figures without a person stay. Cannot be undone.
public struct EraseCandidate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// By the candidate, in the own file. Sessions end with it, so a form that is sent twice finds nobody.
    ///
    /// - Throws: `NotFound` when the file is gone already.
    public func callAsFunction(own candidate: Candidate.ID) async throws {
        let erased = try await world.database.transaction(as: .candidate(candidate)) { connection in
            try await RetentionStore.erase(candidate, .byCandidate, at: world.now(), on: connection)
        }
        guard erased else { throw NotFound() }
    }

    /// By the team that has the file, because the candidate asked for it. One last mail says so to the candidate, and the
    /// account of whoever did it keeps the kenmerk (the database writes that).
    ///
    /// - Returns: the path of the candidates.
    /// - Throws: `NotFound`, also when the file is gone or another team's.
    public func callAsFunction(
        _ reference: Reference,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "erase_candidate") { connection in
            let file = try await world.lockCase(reference, by: actor, on: connection)
            let mail = try await CandidateStore.find(file.candidateID, on: connection)?.mail
            guard try await RetentionStore.erase(file.candidateID, .byTeam, at: world.now(), on: connection) else {
                throw NotFound()
            }
            if let mail { try await world.tellErased(mail, by: actor.teamID, on: connection) }
            return "/kandidaten"
        }
    }
}

extension World {
    /// The last mail to someone who was erased. The address belongs to nobody here any more: the message is removed when it is
    /// delivered or given up.
    ///
    /// - Parameter team: which did it; nil when the candidate did.
    func tellErased(_ mail: EmailAddress, by team: Team.ID? = nil, on connection: Connection) async throws {
        var facts = ["mail": mail.rawValue]
        facts["team"] = team.map { "\($0)" }
        try await tell(.erased, facts: facts, on: connection)
    }
}
