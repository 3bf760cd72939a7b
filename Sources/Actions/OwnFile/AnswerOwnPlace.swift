public import Domain
public import Foundation
import Postgres
import Store

/// A candidate says yes or no to a place, or lets a practice know who it is.
public struct AnswerOwnPlace: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public enum Answer: Sendable {
        /// The last yes: the practice agreed.
        case yes
        /// With a code of the list `candidate_decline`. The place is free again and the search goes on.
        case no(reason: String)
        /// The practice may know name and phone, for the first talk.
        case introduce
    }

    /// - Parameter version: of the proposal, as the page was made from it.
    /// - Returns: the path of the place.
    /// - Throws: `Conflict`; `NotFound`.
    public func callAsFunction(
        _ answer: Answer,
        to reference: Reference,
        version: Int,
        by candidate: Candidate.ID,
        submission: UUID?
    ) async throws -> String {
        let acting = Acting.candidate(candidate)
        return try await explainingRefusals {
            try await world.once(submission, as: acting, action: "answer_own_place") { connection in
                let (proposal, file) = try await lock(reference, version, candidate, on: connection)
                let due = try await DueDates.read(today: world.today, on: connection)
                switch answer {
                case .yes:
                    guard proposal.state == .agreed else { throw Conflict.stalePage }
                    try await world.sayYes(.candidateYes, proposal, file, due: due, as: acting, on: connection)
                case .no(let reason):
                    try await world.sayNo(reason, proposal, file, due: due, as: acting, on: connection)
                case .introduce:
                    guard [.interview, .agreed].contains(proposal.state), proposal.introductionYesAt == nil,
                        try await ProposalStore.introduce(
                            proposal.id,
                            version: version,
                            now: world.now(),
                            on: connection
                        )
                    else { throw Conflict.stalePage }
                    try await world.record(
                        .introductionAgreed,
                        in: file,
                        facts: ["proposal": reference.text],
                        as: acting,
                        on: connection
                    )
                }
                return "/mijn/plekken/\(reference)"
            }
        }
    }

    private func lock(
        _ reference: Reference,
        _ version: Int,
        _ candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> (ProposalRow, CaseFileStore.Row) {
        guard let place = try await OwnFileStore.place(reference, of: candidate, on: connection),
            let file = try await OwnFileStore.lock(place.caseReference, of: candidate, on: connection),
            let proposal = try await ProposalStore.find(reference, of: file.teamID, on: connection)
        else { throw NotFound() }
        guard proposal.version == version, proposal.isLive else { throw Conflict.stalePage }
        return (proposal, file)
    }
}
