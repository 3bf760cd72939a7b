public import Domain
public import Foundation
import Postgres
import Store

/// *Eigen plek*: the candidate found a practice that already said yes. The case goes straight to agreed; recognition and the
/// other goes are checked before placing, as always. Needs no ranking.
public struct AgreeOwnPlace: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public struct Command: Sendable {
        public var caseReference: Reference
        public var placeReference: Reference
        public var version: Int
        public var weekdays: WeekdaySet
        public var startsOn: CalendarDate
        public var weeks: Int

        public init(
            caseReference: Reference,
            placeReference: Reference,
            version: Int,
            weekdays: WeekdaySet,
            startsOn: CalendarDate,
            weeks: Int
        ) {
            self.caseReference = caseReference
            self.placeReference = placeReference
            self.version = version
            self.weekdays = weekdays
            self.startsOn = startsOn
            self.weeks = weeks
        }
    }

    /// - Returns: the path of the proposal, agreed by the practice and the candidate.
    /// - Throws: `Conflict` `seat_taken`, `wrong_state`, `stale_page`; `Rejected` for `plek`, `dagen`, `start`; `NotFound`.
    public func callAsFunction(_ command: Command, by actor: Actor, submission: UUID?) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "agree_own_place") { connection in
                try await agree(command, by: actor, on: connection)
            }
        }
    }

    private func agree(_ command: Command, by actor: Actor, on connection: Connection) async throws -> String {
        let (now, today) = (world.now(), world.today)
        guard let place = try await ProposalStore.place(command.placeReference, on: connection),
            place.regionCode == actor.regionCode
        else { throw Rejected("plek", "Dit is geen plek in jouw regio. Voer de plek eerst in bij de praktijk.") }
        guard place.weekdays.isSuperset(of: command.weekdays), !command.weekdays.isEmpty else {
            throw Rejected("dagen", "De praktijk heeft deze dagen: \(place.weekdays.dutchName).")
        }
        let due = try await DueDates.read(today: today, on: connection)
        _ = try await CaseStepStore.lapse(
            at: place.id,
            now: now,
            today: today,
            searchingDueOn: try due.on(.searching),
            on: connection
        )
        let file = try await world.lockCase(command.caseReference, version: command.version, by: actor, on: connection)
        guard file.state == .searching else { throw Conflict.wrongState(file.state, "Een eigen plek vastleggen") }
        try await ProposalStore.lockPlace(place.id, on: connection)
        let endsOn = command.startsOn + 7 * command.weeks
        let seats = try await SeatStore.freeWeekdays(
            of: place.id,
            from: command.startsOn,
            until: endsOn,
            at: now,
            on: connection
        )
        guard let seat = seats.first(where: { $0.weekdays.isSuperset(of: command.weekdays) }) else {
            throw Conflict(
                code: "seat_taken",
                message: "Op deze dagen is daar geen plek vrij. Kies andere dagen of een andere start."
            )
        }
        let dueOn = try due.on(.agreed)
        let proposal = ProposalStore.Insertion(
            id: world.newID(),
            reference: world.newReference(),
            partID: world.newUUID(),
            seatID: seat.seatID,
            weekdays: command.weekdays,
            startsOn: command.startsOn,
            endsOn: endsOn,
            dueOn: dueOn,
            isOwnPlace: true,
            fit: nil,
            distanceInHectometres: nil,
            rankPosition: nil,
            choiceReason: ""
        )
        try await ProposalStore.insert(proposal, for: file, at: place, now: now, on: connection)
        try await SeatStore.hold(
            seat: seat.seatID,
            of: place.id,
            weekdays: command.weekdays,
            from: command.startsOn,
            until: endsOn,
            for: .proposal(proposal.id),
            heldUntil: world.heldUntil(dueOn),
            newID: world.newUUID,
            on: connection
        )
        _ = try await ProposalStore.say(
            yesOfCandidate: true,
            yesOfSchool: false,
            to: proposal.id,
            version: 1,
            now: now,
            on: connection
        )
        _ = try await ProposalStore.answer(
            proposal.id,
            version: 2,
            state: .agreed,
            interviewOn: nil,
            declineReason: nil,
            note: "",
            notBeforeOn: nil,
            dueOn: nil,
            practiceSaysYes: true,
            now: now,
            on: connection
        )
        let needsSchool = file.schoolID != nil && !file.kind.isShort
        let step = CaseFileStore.Step(.agreed, owner: needsSchool ? .school : .team, dueOn: dueOn)
        guard try await CaseFileStore.take(step, file.id, from: [.searching], at: now, on: connection) else {
            throw Conflict.stalePage
        }
        try await world.record(
            .proposed,
            in: file,
            facts: ["proposal": proposal.reference.text, "place": place.reference.text, "own": "1"],
            by: actor,
            on: connection
        )
        return "/voorstellen/\(proposal.reference)"
    }
}
