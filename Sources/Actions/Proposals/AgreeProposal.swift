public import Domain
public import Foundation
import Postgres
import Store

/// Records the goes that a placement needs beside the practice's: the candidate's last yes and, where a school is involved,
/// the school's. They come in any order.
public struct AgreeProposal: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public enum Word: Sendable {
        case candidateYes
        /// The practice may know who the candidate is, for the interview.
        case introductionYes
        case schoolYes
        /// With a code of the list `candidate_decline`.
        case candidateNo(reason: String)
        /// With a code of the list `school_no`. The seat stays, so that there is time for another training advice.
        case schoolNo(reason: String)
    }

    /// Who is waited for while the practice agreed.
    static func owner(candidateSaidYes: Bool, schoolSaidYes: Bool, needsSchool: Bool) -> CaseOwner {
        if !candidateSaidYes { return .candidate }
        return needsSchool && !schoolSaidYes ? .school : .team
    }

    /// - Returns: the path of the proposal.
    /// - Throws: `Conflict` `stale_page`, `proposal_answered`; `NotFound`.
    public func callAsFunction(
        _ word: Word,
        to reference: Reference,
        version: Int,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "agree_proposal") { connection in
                let (proposal, file) = try await world.lockProposal(
                    reference,
                    version: version,
                    by: actor,
                    on: connection
                )
                let due = try await DueDates.read(today: world.today, on: connection)
                switch word {
                case .introductionYes:
                    guard
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
                        by: actor,
                        on: connection
                    )
                case .candidateYes, .schoolYes:
                    try await world.sayYes(word, proposal, file, due: due, as: actor.acting, on: connection)
                case .candidateNo(let reason):
                    try await world.sayNo(reason, proposal, file, due: due, as: actor.acting, on: connection)
                case .schoolNo(let reason):
                    try await world.record(
                        .proposalAnswered,
                        in: file,
                        facts: ["proposal": reference.text, "answer": "school_no", "reason": reason],
                        by: actor,
                        on: connection
                    )
                    if file.state == .agreed {
                        _ = try await CaseStepStore.handOn(
                            file.id,
                            in: .agreed,
                            to: .team,
                            dueOn: try due.on(.schoolNoHold),
                            at: world.now(),
                            on: connection
                        )
                    }
                }
                return "/voorstellen/\(reference)"
            }
        }
    }
}

extension World {
    /// Records a yes; who is waited for next follows from what is still missing.
    func sayYes(
        _ word: AgreeProposal.Word,
        _ proposal: ProposalRow,
        _ file: CaseFileStore.Row,
        due: DueDates,
        as acting: Acting,
        on connection: Connection
    ) async throws {
        var isCandidate = false
        if case .candidateYes = word { isCandidate = true }
        guard
            try await ProposalStore.say(
                yesOfCandidate: isCandidate,
                yesOfSchool: !isCandidate,
                to: proposal.id,
                version: proposal.version,
                now: now(),
                on: connection
            )
        else { throw Conflict.stalePage }
        try await record(
            isCandidate ? .candidateAgreed : .schoolAgreed,
            in: file,
            facts: ["proposal": proposal.reference.text],
            as: acting,
            on: connection
        )
        guard proposal.state == .agreed, file.state == .agreed else { return }
        let owner = AgreeProposal.owner(
            candidateSaidYes: isCandidate || proposal.candidateYesAt != nil,
            schoolSaidYes: !isCandidate || proposal.schoolYesAt != nil,
            needsSchool: proposal.needsSchool
        )
        let dueOn = try due.on(owner == .school ? .schoolGo : owner == .team ? .registered : .agreed)
        guard owner != file.owner else { return }
        _ = try await CaseStepStore.handOn(
            file.id,
            in: .agreed,
            to: owner,
            dueOn: dueOn,
            at: now(),
            on: connection
        )
    }

    /// Records that the candidate does not want this place. It is free again, and the case looks on.
    func sayNo(
        _ reason: String,
        _ proposal: ProposalRow,
        _ file: CaseFileStore.Row,
        due: DueDates,
        as acting: Acting,
        on connection: Connection
    ) async throws {
        guard
            try await ProposalStore.answer(
                proposal.id,
                version: proposal.version,
                state: .withdrawn,
                interviewOn: nil,
                declineReason: nil,
                note: proposal.answerNote,
                notBeforeOn: nil,
                dueOn: nil,
                practiceSaysYes: false,
                now: now(),
                on: connection
            )
        else { throw Conflict.stalePage }
        try await record(
            .proposalWithdrawn,
            in: file,
            facts: ["proposal": proposal.reference.text, "by": "candidate", "reason": reason],
            as: acting,
            on: connection
        )
        try await settle(file, ended: proposal, due: due, on: connection)
    }
}
