public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// Records what a practice said to a proposal.
public struct AnswerProposal: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public enum Answer: Sendable {
        /// *Ja, plan een klikgesprek.*
        case interview(on: CalendarDate)
        /// *Akkoord*: the practice takes this candidate.
        case agreed
        /// *Nu niet, wel vanaf …*
        case notNow(from: CalendarDate)
        /// *Nee, omdat …*
        case declined(PracticeDeclineReason)

        var state: ProposalState {
            switch self {
            case .interview: .interview
            case .agreed: .agreed
            case .notNow: .notNow
            case .declined: .declined
            }
        }
    }

    /// - Returns: the path of the proposal.
    /// - Throws: `Conflict` `stale_page`, `proposal_answered`; `Rejected` for fields `klikgesprek` and `vanaf`; `NotFound`.
    public func callAsFunction(
        _ answer: Answer,
        to reference: Reference,
        version: Int,
        note: String,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try check(answer)
        return try await explainingRefusals {
            try await world.once(submission, by: actor, action: "answer_proposal") { connection in
                try await self.answer(
                    answer,
                    to: reference,
                    version: version,
                    note: note,
                    by: actor,
                    on: connection
                )
                return "/voorstellen/\(reference)"
            }
        }
    }

    private func answer(
        _ answer: Answer,
        to reference: Reference,
        version: Int,
        note: String,
        by actor: Actor,
        on connection: Connection
    ) async throws {
        let (proposal, file) = try await world.lockProposal(reference, version: version, by: actor, on: connection)
        guard !(proposal.state == .agreed && answer.state != .declined && answer.state != .notNow) else {
            throw Conflict(code: "proposal_answered", message: "De praktijk gaf al akkoord.")
        }
        try await record(answer, proposal, file, note: note, by: actor, on: connection)
        if answer.state == .interview, proposal.introductionYesAt == nil {
            try await world.tell(
                .introductionAsked,
                case: file.id,
                team: file.teamID,
                candidate: file.candidateID,
                facts: ["proposal": reference.text, "practice": "\(proposal.practiceID)"],
                on: connection
            )
        }
    }

    /// - Throws: `Rejected` for fields `klikgesprek` and `vanaf`.
    func check(_ answer: Answer) throws {
        switch answer {
        case .interview(let date) where date < world.today:
            throw Rejected("klikgesprek", "Vul een dag in die nog komt.")
        case .interview(let date) where date > world.today + 90:
            throw Rejected("klikgesprek", "Plan het klikgesprek binnen drie maanden.")
        case .notNow(let date) where date <= world.today:
            throw Rejected("vanaf", "Vul een dag in die nog komt.")
        default: break
        }
    }

    /// Two working days after the talk there should be an answer.
    static func dueOn(interview date: CalendarDate, _ due: DueDates) throws -> CalendarDate {
        max(try due.on(.interview), WorkingDays().adding(workingDays: 2, to: date))
    }

    private func record(
        _ answer: Answer,
        _ proposal: ProposalRow,
        _ file: CaseFileStore.Row,
        note: String,
        by actor: Actor,
        on connection: Connection
    ) async throws {
        let now = world.now()
        let due = try await DueDates.read(today: world.today, on: connection)
        var (interviewOn, notBeforeOn, declineReason): (CalendarDate?, CalendarDate?, PracticeDeclineReason?)
        var dueOn: CalendarDate?
        // From agreed the database knows one way back: declined. "Not now" after a yes is a no with a date in the note.
        var state = answer.state
        switch answer {
        case .interview(let date):
            (interviewOn, dueOn) = (date, try Self.dueOn(interview: date, due))
        case .agreed: dueOn = try due.on(.agreed)
        case .notNow(let date):
            if proposal.state == .agreed {
                (state, declineReason) = (.declined, .startMoved)
            } else {
                notBeforeOn = date
            }
        case .declined(let reason): declineReason = reason
        }
        let isWritten = try await ProposalStore.answer(
            proposal.id,
            version: proposal.version,
            state: state,
            interviewOn: interviewOn,
            declineReason: declineReason,
            note: note,
            notBeforeOn: notBeforeOn,
            dueOn: dueOn,
            practiceSaysYes: state == .agreed,
            now: now,
            on: connection
        )
        guard isWritten else { throw Conflict.stalePage }
        try await world.record(
            .proposalAnswered,
            in: file,
            facts: [
                "proposal": proposal.reference.text, "answer": state.rawValue, "reason": declineReason?.rawValue ?? "",
                "from": notBeforeOn?.iso8601 ?? "", "interview": interviewOn?.iso8601 ?? "",
            ].filter { !$0.value.isEmpty },
            by: actor,
            on: connection
        )
        try await move(file, proposal, to: state, dueOn: dueOn, due: due, on: connection)
    }

    private func move(
        _ file: CaseFileStore.Row,
        _ proposal: ProposalRow,
        to state: ProposalState,
        dueOn: CalendarDate?,
        due: DueDates,
        on connection: Connection
    ) async throws {
        let now = world.now()
        guard let dueOn, state == .interview || state == .agreed else {
            return try await world.settle(file, ended: proposal, due: due, on: connection)
        }
        if state == .interview {
            try await SeatStore.prolong(.proposal(proposal.id), until: world.heldUntil(dueOn), on: connection)
            guard file.state == .proposed else { return }
            let step = CaseFileStore.Step(.interview, owner: .practice, dueOn: dueOn)
            _ = try await CaseFileStore.take(step, file.id, from: [.proposed], at: now, on: connection)
        } else if CaseState.undecided.contains(file.state) {
            let missing = AgreeProposal.owner(
                candidateSaidYes: proposal.candidateYesAt != nil,
                schoolSaidYes: proposal.schoolYesAt != nil,
                needsSchool: proposal.needsSchool
            )
            let step = CaseFileStore.Step(.agreed, owner: missing, dueOn: dueOn)
            guard
                try await CaseFileStore.take(
                    step,
                    file.id,
                    from: CaseState.undecided,
                    at: now,
                    on: connection
                )
            else { throw Conflict.stalePage }
        }
    }
}
