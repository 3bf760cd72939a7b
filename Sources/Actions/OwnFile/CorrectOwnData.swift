public import Domain
public import Foundation
import Postgres
public import Store

/// A candidate corrects name, phone, town, travel and wished regions.
public struct CorrectOwnData: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter version: as the form was made from; another one is a `Conflict`.
    /// - Throws: `Rejected` with the names of ``CandidateDraft/Field``.
    public func callAsFunction(
        _ correction: OwnFileStore.Correction,
        version: Int,
        by candidate: Candidate.ID,
        submission: UUID?
    ) async throws -> String {
        typealias Field = CandidateDraft.Field
        let acting = Acting.candidate(candidate)
        do {
            return try await world.once(submission, as: acting, action: "correct_own_data") { connection in
                guard let standing = try await OwnFileStore.standing(of: candidate, on: connection),
                    let current = try await CandidateStore.find(candidate, on: connection)
                else { throw NotFound() }
                guard standing.version == version else { throw staleVersion }
                guard correction.phone != nil || current.mail != nil else {
                    throw Rejected(Field.phone.rawValue, "Vul een telefoonnummer in. We hebben geen mailadres van je.")
                }
                guard try await OwnFileStore.correct(candidate, version: version, correction, on: connection) else {
                    throw staleVersion
                }
                try await world.keepPersonKey(
                    of: candidate,
                    correction.name,
                    bornOn: current.bornOn,
                    on: connection
                )
                for file in try await OwnFileStore.lockOpen(of: candidate, on: connection) {
                    try await world.record(.edited, in: file, facts: ["by": "candidate"], as: acting, on: connection)
                }
                return "/mijn/gegevens"
            }
        } catch let error as DatabaseError {
            throw rejection(of: error)
        }
    }
}
