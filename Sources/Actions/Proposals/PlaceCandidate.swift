public import Domain
public import Foundation
import Postgres
public import Store

/// Places a candidate on an agreed proposal when every go is there. Other open proposals are taken back.
public struct PlaceCandidate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the proposal.
    /// - Throws: `Conflict` `goes_missing`, `no_recognition`, `not_agreed`, `stale_page`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "place_candidate") { connection in
                let (proposal, file) = try await world.lockProposal(
                    reference,
                    version: version,
                    by: actor,
                    on: connection
                )
                let missing = Self.missing(of: proposal)
                guard missing.isEmpty else {
                    throw Conflict(
                        code: "goes_missing",
                        message: "Plaatsen kan nog niet. Het wachten is op: \(missing.joined(separator: ", "))."
                    )
                }
                guard file.state == .agreed else { throw Conflict.wrongState(file.state, "Plaatsen") }
                let due = try await DueDates.read(today: world.today, on: connection)
                var step = CaseFileStore.Step(.placed, owner: .team, dueOn: try due.on(.placed))
                step.placedProposalID = proposal.id
                guard try await CaseFileStore.take(step, file.id, from: [.agreed], at: world.now(), on: connection)
                else {
                    throw Conflict.stalePage
                }
                _ = try await ProposalStore.withdrawOthers(
                    of: file.id,
                    but: proposal.id,
                    now: world.now(),
                    on: connection
                )
                try await world.record(
                    .placed,
                    in: file,
                    facts: ["proposal": reference.text, "place": proposal.placeReference.text],
                    by: actor,
                    on: connection
                )
                return "/voorstellen/\(reference)"
            }
        }
    }

    /// The goes that are not there yet, in words.
    public static func missing(of proposal: ProposalRow) -> [String] {
        var missing: [String] = []
        if proposal.practiceYesAt == nil { missing.append("het akkoord van de praktijk") }
        if proposal.candidateYesAt == nil { missing.append("het ja van de kandidaat") }
        if proposal.needsSchool, proposal.schoolYesAt == nil { missing.append("het ja van de school") }
        return missing
    }
}

/// *Plek weggevallen*: a placed candidate loses the place and looks again, before others.
public struct LosePlace: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameters:
    ///   - reference: the proposal on which the candidate was placed.
    ///   - reason: a code of the list `place_lost`.
    /// - Returns: the path of the ranked places.
    /// - Throws: `Conflict` `wrong_state`, `stale_page`, `proposal_answered`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        version: Int,
        reason: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "lose_place") { connection in
                let (proposal, file) = try await world.lockProposal(
                    reference,
                    version: version,
                    by: actor,
                    on: connection
                )
                guard file.state == .placed, file.placedProposalID == proposal.id else {
                    throw Conflict.wrongState(file.state, "De plek als weggevallen melden")
                }
                let due = try await DueDates.read(today: world.today, on: connection)
                var step = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.on(.rescue))
                step.hasPriority = true
                guard try await CaseFileStore.take(step, file.id, from: [.placed], at: world.now(), on: connection)
                else {
                    throw Conflict.stalePage
                }
                try await world.record(
                    .placeLost,
                    in: file,
                    facts: ["proposal": reference.text, "reason": reason],
                    by: actor,
                    on: connection
                )
                return "/kandidaten/\(file.reference)/plekken"
            }
        }
    }
}
