public import Domain
public import Foundation
public import Postgres

/// All SQL of proposals, their parts and the seats they hold.
public enum ProposalStore {
    /// What is written when a place is proposed.
    public struct Insertion: Sendable {
        public let id: Proposal.ID
        public let reference: Reference
        public let partID: UUID
        public let seatID: Seat.ID
        public let weekdays: WeekdaySet
        public let startsOn: CalendarDate
        public let endsOn: CalendarDate
        public let dueOn: CalendarDate
        public let isOwnPlace: Bool
        public let fit: Int?
        public let distanceInHectometres: Int?
        public let rankPosition: Int?
        public let choiceReason: String

        public init(
            id: Proposal.ID,
            reference: Reference,
            partID: UUID,
            seatID: Seat.ID,
            weekdays: WeekdaySet,
            startsOn: CalendarDate,
            endsOn: CalendarDate,
            dueOn: CalendarDate,
            isOwnPlace: Bool,
            fit: Int?,
            distanceInHectometres: Int?,
            rankPosition: Int?,
            choiceReason: String
        ) {
            self.id = id
            self.reference = reference
            self.partID = partID
            self.seatID = seatID
            self.weekdays = weekdays
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.dueOn = dueOn
            self.isOwnPlace = isOwnPlace
            self.fit = fit
            self.distanceInHectometres = distanceInHectometres
            self.rankPosition = rankPosition
            self.choiceReason = choiceReason
        }
    }

    public static func find(
        _ reference: Reference,
        of team: Team.ID,
        on connection: Connection
    ) async throws -> ProposalRow? {
        try await connection.first(
            "\(sql: ProposalRow.select) where p.reference = \(reference) and p.team_id = \(team)"
        )
    }

    /// Proposals of one case, newest first; at most 50.
    public static func list(case id: CaseFile.ID, on connection: Connection) async throws -> [ProposalRow] {
        try await connection.query(
            "\(sql: ProposalRow.select) where p.case_id = \(id) order by p.opened_at desc, p.id limit 50"
        )
    }

    /// Locks the place so that those who want its seats come one after the other: two inserts that meet in the exclusion
    /// constraint would otherwise wait for each other.
    public static func lockPlace(_ id: TrainingPlace.ID, on connection: Connection) async throws {
        _ = try await connection.execute("select id from training_places where id = \(id) for no key update")
    }

    public static func place(_ reference: Reference, on connection: Connection) async throws -> PlaceHeadRow? {
        try await connection.first("\(sql: PlaceHeadRow.select) where t.reference = \(reference)")
    }

    public static func place(_ id: TrainingPlace.ID, on connection: Connection) async throws -> PlaceHeadRow? {
        try await connection.first("\(sql: PlaceHeadRow.select) where t.id = \(id)")
    }

    /// The places with these references, in no order.
    public static func places(_ references: [Reference], on connection: Connection) async throws -> [PlaceHeadRow] {
        try await connection.query(
            "\(sql: PlaceHeadRow.select) where t.reference = any(\(references)) limit 50"
        )
    }

    /// Who can be called at a practice of the own region, the contact person first.
    public static func contacts(of practice: Practice.ID, on connection: Connection) async throws
        -> [PracticeContactRow]
    {
        try await connection.query(
            """
            select function, name, phone, mail, best_time from practice_contacts
            where practice_id = \(practice)
            order by array_position(array['contact', 'deciding_gp', 'supervisor'], function), name, id
            limit 10
            """
        )
    }

    /// Days on which a practice is closed from a day on.
    public static func closings(
        of practice: Practice.ID,
        from day: CalendarDate,
        on connection: Connection
    ) async throws -> [ClosedRange<CalendarDate>] {
        try await connection.query(
            """
            select closed_from, closed_until from practice_closings
            where practice_id = \(practice) and closed_until >= \(day)
            order by closed_from
            limit 100
            """
        ) { row in
            let (first, last): (CalendarDate, CalendarDate) = (try row.next(), try row.next())
            return first...max(first, last)
        }
    }

    /// What the case's own accepted referrals hold on a place is given back, to be taken by the proposal that follows.
    public static func releaseReferralHolds(
        of caseID: CaseFile.ID,
        at place: TrainingPlace.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update seat_occupations set state = 'released', held_until = null
            where training_place_id = \(place) and state = 'held'
                and referral_id in (select id from referrals where case_id = \(caseID) and state = 'accepted')
            """
        )
    }

    /// Writes the proposal and its part; ``SeatStore`` holds the seat in the same transaction, or the database refuses.
    /// - Throws: `proposals_at_most_three` at the fourth live proposal of a case, `proposals_place_open`.
    public static func insert(
        _ proposal: Insertion,
        for file: CaseFileStore.Row,
        at place: PlaceHeadRow,
        now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into proposals (id, reference, case_id, team_id, training_place_id, practice_id, state, is_own_place,
                opened_at, due_on, starts_on, ends_on, fit, distance_hm, rank_position, choice_reason, answer_note, version)
            values (\(proposal.id), \(proposal.reference), \(file.id), \(file.teamID), \(place.id), \(place.practiceID), 'open',
                \(proposal.isOwnPlace), \(now), \(proposal.dueOn), \(proposal.startsOn), \(proposal.endsOn),
                \(proposal.fit), \(proposal.distanceInHectometres),
                \(proposal.rankPosition), \(proposal.choiceReason), '', 1)
            """
        )
        _ = try await connection.execute(
            """
            insert into placement_parts (id, proposal_id, team_id, training_place_id, seat_id, weekdays, starts_on, ends_on,
                hours_per_week, supervisor_id, employer)
            values (\(proposal.partID), \(proposal.id), \(file.teamID), \(place.id), \(proposal.seatID), \(proposal.weekdays),
                \(proposal.startsOn), \(proposal.endsOn), \(place.hoursPerWeek),
                (select v.id from training_place_supervisors x join supervisors v on v.id = x.supervisor_id
                    where x.training_place_id = \(place.id)
                    order by length(replace((v.weekdays & \(proposal.weekdays))::integer::bit(7)::text, '0', '')) desc,
                        v.is_trained desc, v.months_of_experience desc, v.id
                    limit 1),
                \(place.employer))
            """
        )
    }

    /// Records a practice's answer. False when the proposal changed meanwhile.
    public static func answer(
        _ id: Proposal.ID,
        version: Int,
        state: ProposalState,
        interviewOn: CalendarDate?,
        declineReason: PracticeDeclineReason?,
        note: String,
        notBeforeOn: CalendarDate?,
        dueOn: CalendarDate?,
        practiceSaysYes: Bool,
        now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update proposals
            set state = \(state), answered_at = \(now), interview_on = coalesce(\(interviewOn), interview_on),
                decline_reason = \(declineReason), answer_note = \(note), not_before_on = \(notBeforeOn),
                due_on = coalesce(\(dueOn), due_on),
                practice_yes_at = case when \(practiceSaysYes) then coalesce(practice_yes_at, \(now)) else practice_yes_at end,
                call_wanted_at = null, version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// Records a yes of candidate or school. False when the proposal changed meanwhile.
    public static func say(
        yesOfCandidate: Bool,
        yesOfSchool: Bool,
        to id: Proposal.ID,
        version: Int,
        now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update proposals
            set candidate_yes_at = case when \(yesOfCandidate) then coalesce(candidate_yes_at, \(now)) else candidate_yes_at end,
                school_yes_at = case when \(yesOfSchool) then coalesce(school_yes_at, \(now)) else school_yes_at end,
                version = version + 1
            where id = \(id) and version = \(version) and state = any(\(ProposalState.live))
            """
        ) == 1
    }

    /// The candidate agrees that this practice knows who it is. False when the proposal changed meanwhile.
    public static func introduce(
        _ id: Proposal.ID,
        version: Int,
        now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update proposals set introduction_yes_at = coalesce(introduction_yes_at, \(now)), version = version + 1
            where id = \(id) and version = \(version) and state = any(\(ProposalState.live))
            """
        ) == 1
    }

    /// The practice wants to be called before it answers. False when the proposal changed meanwhile.
    public static func wantCall(
        _ id: Proposal.ID,
        version: Int,
        now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update proposals set call_wanted_at = \(now), version = version + 1
            where id = \(id) and version = \(version) and state = 'open'
            """
        ) == 1
    }

    /// Takes live proposals of a case back, all but one.
    /// - Returns: how many.
    public static func withdrawOthers(
        of caseID: CaseFile.ID,
        but id: Proposal.ID,
        now: Date,
        on connection: Connection
    ) async throws -> Int {
        try await connection.execute(
            """
            update proposals set state = 'withdrawn', answered_at = \(now), version = version + 1
            where case_id = \(caseID) and id <> \(id) and state = any(\(ProposalState.live))
            """
        )
    }

    /// Whether a case has a live proposal at a place.
    public static func isLive(
        of caseID: CaseFile.ID,
        at place: TrainingPlace.ID,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value(
            """
            select exists (select 1 from proposals
                where case_id = \(caseID) and training_place_id = \(place) and state = any(\(ProposalState.live)))
            """,
            as: Bool.self
        ) ?? false
    }

    /// How many live proposals a case has, and the earliest day on which one of them is due.
    public static func live(
        of caseID: CaseFile.ID,
        on connection: Connection
    ) async throws -> (count: Int, dueOn: CalendarDate?) {
        try await connection.first(
            """
            select count(*), min(due_on) from proposals
            where case_id = \(caseID) and state = any(\(ProposalState.live))
            """
        ) { row in (try row.next(), try row.nextOptional()) } ?? (0, nil)
    }
}
