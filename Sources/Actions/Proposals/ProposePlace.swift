public import Domain
public import Foundation
import Mail
import Matching
import Postgres
import Store

/// Proposes a place of the own region to a practice and holds its seat: all of it, or nothing.
public struct ProposePlace: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public struct Command: Sendable {
        public var caseReference: Reference
        public var placeReference: Reference
        /// The version of the case the form was made from.
        public var version: Int
        /// Nil takes the free common days, as many as are wanted.
        public var weekdays: WeekdaySet?
        /// Where the place stands in the list for this candidate, 1 is first; nil when it is not in it.
        public var rankPosition: Int?
        /// Why another than the first; one line.
        public var choiceReason: String

        public init(
            caseReference: Reference,
            placeReference: Reference,
            version: Int,
            weekdays: WeekdaySet?,
            rankPosition: Int?,
            choiceReason: String
        ) {
            self.caseReference = caseReference
            self.placeReference = placeReference
            self.version = version
            self.weekdays = weekdays
            self.rankPosition = rankPosition
            self.choiceReason = choiceReason
        }
    }

    /// - Returns: the path of the proposal.
    /// - Throws: `Conflict` `seat_taken`, `three_open`, `no_fit`, `place_closed`, `other_region`, `wrong_state`,
    ///   `stale_page`; `Rejected` for fields `dagen` and `reden`; `NotFound`.
    public func callAsFunction(_ command: Command, by actor: Actor, submission: UUID?) async throws -> String {
        try await explainingRefusals {
            try await world.once(submission, by: actor, action: "propose_place") { connection in
                try await propose(command, by: actor, on: connection)
            }
        }
    }

    private func propose(_ command: Command, by actor: Actor, on connection: Connection) async throws -> String {
        let (now, today) = (world.now(), world.today)
        guard let place = try await ProposalStore.place(command.placeReference, on: connection) else {
            throw NotFound()
        }
        guard place.regionCode == actor.regionCode else {
            throw Conflict(
                code: "other_region",
                message: "Deze plek ligt in \(place.regionName). Verwijs de kandidaat door naar die regio."
            )
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
        guard CaseState.proposable.contains(file.state) else {
            throw Conflict.wrongState(file.state, "Een plek voorstellen")
        }
        let live = try await ProposalStore.live(of: file.id, on: connection)
        guard live.count < 3 else { throw Conflict.threeOpen }
        guard try await !ProposalStore.isLive(of: file.id, at: place.id, on: connection) else {
            throw Conflict(code: "already_proposed", message: "Voor deze plek staat al een voorstel open.")
        }
        try await ProposalStore.lockPlace(place.id, on: connection)
        // Its own hold from a referral would look like someone else's: give it back here, to take it again below.
        try await ProposalStore.releaseReferralHolds(of: file.id, at: place.id, on: connection)
        guard
            let fit = try await FreshMatch.fits(of: file, at: [place], now: now, today: today, on: connection).first
        else { throw Conflict.placeClosed }
        let weekdays = try chosen(command, fit, file)
        guard command.rankPosition == 1 || !command.choiceReason.isEmpty else {
            throw Rejected("reden", "Schrijf in één regel waarom je niet de eerste plek uit de lijst kiest.")
        }

        let closed = try await ProposalStore.closings(of: place.practiceID, from: today, on: connection)
        let dueOn = try due.date(for: .proposalHold, closed: closed)
        let proposal = ProposalStore.Insertion(
            id: world.newID(),
            reference: world.newReference(),
            partID: world.newUUID(),
            seatID: fit.seatID,
            weekdays: weekdays,
            startsOn: fit.startOn,
            endsOn: fit.untilOn,
            dueOn: dueOn,
            isOwnPlace: false,
            fit: fit.total,
            distanceInHectometres: fit.distanceInHectometres,
            rankPosition: command.rankPosition,
            choiceReason: command.choiceReason
        )
        if file.state == .watching {
            let back = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.on(.searching))
            _ = try await CaseFileStore.take(back, file.id, from: [.watching], at: now, on: connection)
        }
        try await ProposalStore.insert(proposal, for: file, at: place, now: now, on: connection)
        try await SeatStore.hold(
            seat: fit.seatID,
            of: place.id,
            weekdays: weekdays,
            from: fit.startOn,
            until: fit.untilOn,
            for: .proposal(proposal.id),
            heldUntil: world.heldUntil(dueOn),
            newID: world.newUUID,
            on: connection
        )
        if CaseState.referable.contains(file.state) {
            let step = CaseFileStore.Step(.proposed, owner: .practice, dueOn: dueOn)
            guard try await CaseFileStore.take(step, file.id, from: [.searching], at: now, on: connection) else {
                throw Conflict.stalePage
            }
        }
        try await world.record(
            .proposed,
            in: file,
            facts: [
                "proposal": proposal.reference.text, "place": place.reference.text, "fit": String(fit.total),
                "rank": command.rankPosition.map(String.init) ?? "",
            ],
            by: actor,
            on: connection
        )
        try await tellPractice(proposal, file, due: due, closed: closed, on: connection)
        return "/voorstellen/\(proposal.reference)"
    }

    /// The question now, and a reminder at half time in the morning; whoever answered meanwhile is not reminded.
    private func tellPractice(
        _ proposal: ProposalStore.Insertion,
        _ file: CaseFileStore.Row,
        due: DueDates,
        closed: [ClosedRange<CalendarDate>],
        on connection: Connection
    ) async throws {
        let facts = ["proposal": proposal.reference.text]
        try await world.tell(
            .proposalAsked,
            case: file.id,
            team: file.teamID,
            proposal: proposal.id,
            facts: facts,
            on: connection
        )
        let reminderOn = try due.date(for: .proposalReminder, closed: closed)
        guard reminderOn < proposal.dueOn else { return }
        try await world.tell(
            .proposalReminder,
            case: file.id,
            team: file.teamID,
            proposal: proposal.id,
            facts: facts,
            notBefore: world.time.startOfDay(reminderOn) + 8 * 3_600,
            on: connection
        )
    }

    private func chosen(_ command: Command, _ fit: Fit, _ file: CaseFileStore.Row) throws -> WeekdaySet {
        guard let weekdays = command.weekdays, !weekdays.isEmpty else {
            return fit.seatWeekdays.first(max(file.weekdaysWanted, file.weekdaysLeast))
        }
        guard fit.commonWeekdays.isSuperset(of: weekdays) else {
            throw Rejected(
                "dagen",
                "Kies dagen die de kandidaat en de praktijk allebei hebben: \(fit.commonWeekdays.dutchName)."
            )
        }
        guard weekdays.count >= file.weekdaysLeast else {
            throw Rejected(
                "dagen",
                "Kies minstens \(file.weekdaysLeast) dagen. Minder heeft voor deze kandidaat geen zin."
            )
        }
        guard fit.seatWeekdays.isSuperset(of: weekdays) else { throw Conflict.seatTaken }
        return weekdays
    }
}
