public import Domain
public import Foundation
public import Postgres

/// A proposal with everything the coordinator sees beside it. Identity only for the own team.
public struct ProposalRow: Sendable, RowDecodable {
    public let id: Proposal.ID
    public let reference: Reference
    public let state: ProposalState
    public let isOwnPlace: Bool
    public let openedAt: Date
    public let dueOn: CalendarDate
    public let startsOn: CalendarDate
    /// The first day after the placement.
    public let endsOn: CalendarDate
    /// 0…1000; nil for an own place.
    public let fit: Int?
    public let distanceInHectometres: Int?
    public let rankPosition: Int?
    public let choiceReason: String
    public let answeredAt: Date?
    public let interviewOn: CalendarDate?
    public let declineReason: PracticeDeclineReason?
    public let answerNote: String
    public let notBeforeOn: CalendarDate?
    public let practiceYesAt: Date?
    public let candidateYesAt: Date?
    public let schoolYesAt: Date?
    public let version: Int
    public let caseID: CaseFile.ID
    public let caseReference: Reference
    public let caseState: CaseState
    public let candidateID: Candidate.ID
    public let candidateName: PersonName
    public let candidatePhone: String
    public let kind: PlacementKind
    public let route: LearningRoute
    public let schoolName: String?
    public let placeID: TrainingPlace.ID
    public let placeReference: Reference
    public let practiceID: Practice.ID
    public let practiceReference: Reference
    public let practiceName: String
    public let town: String
    public let weekdays: WeekdaySet
    public let hoursPerWeek: Int
    public let employer: EmployerOfRecord
    public let supervisorName: String?
    public let recognition: RecognitionState?
    public let recognisedUntilOn: CalendarDate?

    static let select: SQL = """
        select p.id, p.reference, p.state, p.is_own_place, p.opened_at, p.due_on, p.starts_on, p.ends_on, p.fit,
            p.distance_hm, p.rank_position, p.choice_reason, p.answered_at, p.interview_on, p.decline_reason, p.answer_note,
            p.not_before_on, p.practice_yes_at, p.candidate_yes_at, p.school_yes_at, p.version,
            f.id, f.reference, f.state, f.candidate_id, i.given_name, i.name_infix, i.family_name, i.phone, f.kind, f.route,
            s.name, t.id, t.reference, r.id, r.reference, r.name, r.town, part.weekdays, part.hours_per_week, part.employer,
            v.name, n.state, n.valid_until
        from proposals p
        join case_files f on f.id = p.case_id and f.team_id = p.team_id
        join candidate_identities i on i.candidate_id = f.candidate_id
        join training_places t on t.id = p.training_place_id
        join practices r on r.id = p.practice_id
        join lateral (
            select weekdays, hours_per_week, employer, supervisor_id from placement_parts
            where proposal_id = p.id order by starts_on, id limit 1) as part on true
        left join supervisors v on v.id = part.supervisor_id
        left join schools s on s.id = f.school_id
        left join practice_recognitions n on n.practice_id = p.practice_id and n.crebo = t.crebo
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        state = try row.next()
        isOwnPlace = try row.next()
        openedAt = try row.next()
        dueOn = try row.next()
        startsOn = try row.next()
        endsOn = try row.next()
        fit = try row.nextOptional()
        distanceInHectometres = try row.nextOptional()
        rankPosition = try row.nextOptional()
        choiceReason = try row.next()
        answeredAt = try row.nextOptional()
        interviewOn = try row.nextOptional()
        declineReason = try row.nextOptional()
        answerNote = try row.next()
        notBeforeOn = try row.nextOptional()
        practiceYesAt = try row.nextOptional()
        candidateYesAt = try row.nextOptional()
        schoolYesAt = try row.nextOptional()
        version = try row.next()
        caseID = try row.next()
        caseReference = try row.next()
        caseState = try row.next()
        candidateID = try row.next()
        let (given, infix): (String, String) = (try row.next(), try row.next())
        candidateName = PersonName(givenName: given, prefix: infix, familyName: try row.next())
        candidatePhone = try row.next()
        kind = try row.next()
        route = try row.next()
        schoolName = try row.nextOptional()
        placeID = try row.next()
        placeReference = try row.next()
        practiceID = try row.next()
        practiceReference = try row.next()
        practiceName = try row.next()
        town = try row.next()
        weekdays = try row.next()
        hoursPerWeek = try row.next()
        employer = try row.next()
        supervisorName = try row.nextOptional()
        recognition = try row.nextOptional()
        recognisedUntilOn = try row.nextOptional()
    }

    /// The practice said yes or nothing yet; its seats are held or taken.
    public var isLive: Bool { [.open, .interview, .agreed].contains(state) }

    /// The school's say counts.
    public var needsSchool: Bool { schoolName != nil && !kind.isShort }
}

/// Whom to call at a practice. Visible in the practice's own region only.
public struct PracticeContactRow: Sendable, RowDecodable {
    public let function: String
    public let name: String
    public let phone: String
    public let mail: String
    public let bestTime: String

    public init(row: inout RowReader) throws {
        function = try row.next()
        name = try row.next()
        phone = try row.next()
        mail = try row.next()
        bestTime = try row.next()
    }
}

/// What a place is called and where, with the fields a proposal copies into its part.
public struct PlaceHeadRow: Sendable, RowDecodable {
    public let id: TrainingPlace.ID
    public let reference: Reference
    public let practiceID: Practice.ID
    public let practiceName: String
    public let town: String
    public let regionCode: RegionCode
    public let regionName: String
    public let state: TrainingPlaceState
    public let kind: PlacementKind
    public let weekdays: WeekdaySet
    public let hoursPerWeek: Int
    public let weeksOffered: Int
    public let earliestStartOn: CalendarDate
    public let latestStartOn: CalendarDate
    public let employer: EmployerOfRecord
    public let contactRule: String

    static let select: SQL = """
        select t.id, t.reference, t.practice_id, p.name, p.town, t.region_code, g.name, t.state, t.kind, t.weekdays,
            t.hours_per_week, t.weeks_offered, t.earliest_start_on, t.latest_start_on, t.employer, t.contact_rule
        from training_places t
        join practices p on p.id = t.practice_id
        join regions g on g.code = t.region_code
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        practiceID = try row.next()
        practiceName = try row.next()
        town = try row.next()
        regionCode = try row.next()
        regionName = try row.next()
        state = try row.next()
        kind = try row.next()
        weekdays = try row.next()
        hoursPerWeek = try row.next()
        weeksOffered = try row.next()
        earliestStartOn = try row.next()
        latestStartOn = try row.next()
        employer = try row.next()
        contactRule = try row.next()
    }
}

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
                version = version + 1
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
            where id = \(id) and version = \(version) and state in ('open', 'interview', 'agreed')
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
            where case_id = \(caseID) and id <> \(id) and state in ('open', 'interview', 'agreed')
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
                where case_id = \(caseID) and training_place_id = \(place) and state in ('open', 'interview', 'agreed'))
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
            where case_id = \(caseID) and state in ('open', 'interview', 'agreed')
            """
        ) { row in (try row.next(), try row.nextOptional()) } ?? (0, nil)
    }
}
