public import Domain
public import Foundation
public import Postgres

/// What a candidate reads of the own file and changes in it. Row-level security lets through the own rows only, whatever team
/// has them (Schema, 0014_own_file.sql).
public enum OwnFileStore {
    // MARK: Cases

    /// Every case of a candidate, the open ones first, then the newest; at most 20.
    public static func cases(of candidate: Candidate.ID, on connection: Connection) async throws -> [CaseFileStore.Row]
    {
        try await connection.query(
            """
            select \(sql: CaseFileStore.Row.columns)
            from case_files f
            where f.candidate_id = \(candidate)
            order by f.closed_at is not null, f.opened_at desc, f.id
            limit 20
            """
        )
    }

    /// The own case with this kenmerk, locked until the transaction ends.
    public static func lock(
        _ reference: Reference,
        of candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> CaseFileStore.Row? {
        try await connection.first(
            """
            select \(sql: CaseFileStore.Row.columns)
            from case_files f
            where f.reference = \(reference) and f.candidate_id = \(candidate)
            for update
            """
        )
    }

    /// The cases that are still open, locked until the transaction ends, the oldest first.
    public static func lockOpen(of candidate: Candidate.ID, on connection: Connection) async throws
        -> [CaseFileStore.Row]
    {
        try await connection.query(
            """
            select \(sql: CaseFileStore.Row.columns)
            from case_files f
            where f.candidate_id = \(candidate) and f.closed_at is null
            order by f.opened_at, f.id
            for update
            """
        )
    }

    // MARK: Who helps

    /// The team that has a case, and who to ask for; a stand-in while the coordinator is away.
    public struct Helper: Sendable, RowDecodable {
        public let teamName: String
        public let organisationName: String
        public let phone: String
        public let mail: String
        public let coordinatorName: String?
        public let standInName: String?
        public let isAway: Bool

        public init(row: inout RowReader) throws {
            teamName = try row.next()
            organisationName = try row.next()
            phone = try row.next()
            mail = try row.next()
            coordinatorName = try row.nextOptional()
            standInName = try row.nextOptional()
            isAway = try row.next()
        }
    }

    public static func helper(
        of caseID: CaseFile.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Helper? {
        try await connection.first(
            """
            select t.name, o.name, t.phone, t.mail, m.name, s.name, coalesce(m.absent_until >= \(today), false)
            from case_files f
            join teams t on t.id = f.team_id
            join organisations o on o.id = t.organisation_id
            left join staff_members m on m.id = f.coordinator_id
            left join staff_members s on s.id = coalesce(f.stand_in_id, m.stand_in_id)
            where f.id = \(caseID)
            """
        )
    }

    // MARK: Places

    /// A place that a team proposed for the candidate; nothing of what the practice wrote.
    public struct Place: Sendable, RowDecodable {
        public let id: Proposal.ID
        public let reference: Reference
        public let caseReference: Reference
        public let caseState: CaseState
        public let state: ProposalState
        public let isOwnPlace: Bool
        public let practiceName: String
        public let town: String
        public let kind: PlacementKind
        public let openedAt: Date
        public let dueOn: CalendarDate
        public let startsOn: CalendarDate
        /// The first day after the placement.
        public let endsOn: CalendarDate
        public let weekdays: WeekdaySet?
        public let hoursPerWeek: Int?
        public let distanceInHectometres: Int?
        public let interviewOn: CalendarDate?
        public let practiceYesAt: Date?
        public let candidateYesAt: Date?
        public let introductionYesAt: Date?
        public let version: Int

        static let select: SQL = """
            select p.id, p.reference, f.reference, f.state, p.state, p.is_own_place, r.name, r.town, t.kind, p.opened_at,
                p.due_on, p.starts_on, p.ends_on, part.weekdays, part.hours_per_week, p.distance_hm, p.interview_on,
                p.practice_yes_at, p.candidate_yes_at, p.introduction_yes_at, p.version
            from proposals p
            join case_files f on f.id = p.case_id
            join practices r on r.id = p.practice_id
            join training_places t on t.id = p.training_place_id
            left join lateral (select x.weekdays, x.hours_per_week from placement_parts x
                where x.proposal_id = p.id order by x.starts_on, x.id limit 1) as part on true
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            caseReference = try row.next()
            caseState = try row.next()
            state = try row.next()
            isOwnPlace = try row.next()
            practiceName = try row.next()
            town = try row.next()
            kind = try row.next()
            openedAt = try row.next()
            dueOn = try row.next()
            startsOn = try row.next()
            endsOn = try row.next()
            weekdays = try row.nextOptional()
            hoursPerWeek = try row.nextOptional()
            distanceInHectometres = try row.nextOptional()
            interviewOn = try row.nextOptional()
            practiceYesAt = try row.nextOptional()
            candidateYesAt = try row.nextOptional()
            introductionYesAt = try row.nextOptional()
            version = try row.next()
        }

        /// The practice said yes or nothing yet.
        public var isLive: Bool { ProposalState.live.contains(state) }
        /// The candidate's last yes is what is missing.
        public var waitsForYes: Bool { state == .agreed && candidateYesAt == nil }
        /// The practice wants to meet and may not know yet who it is.
        public var waitsForIntroduction: Bool {
            [.interview, .agreed].contains(state) && introductionYesAt == nil && !isOwnPlace
        }
    }

    /// The places of a case, those under way first, then the newest; at most 50.
    public static func places(of caseID: CaseFile.ID, on connection: Connection) async throws -> [Place] {
        try await connection.query(
            """
            \(sql: Place.select)
            where p.case_id = \(caseID)
            order by p.state <> all(\(ProposalState.live)), p.opened_at desc, p.id
            limit 50
            """
        )
    }

    public static func place(
        _ reference: Reference,
        of candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> Place? {
        try await connection.first(
            "\(sql: Place.select) where p.reference = \(reference) and f.candidate_id = \(candidate)"
        )
    }

    // MARK: Who looked

    /// Someone saw the file, or the candidate took a copy of it.
    public struct Read: Sendable, RowDecodable {
        public let id: UUID
        public let readAt: Date
        /// A code of ``CandidateReadStore/Purpose``.
        public let purpose: String
        /// Nil when nobody of the staff did it: the candidate, or the service itself.
        public let staffName: String?
        public let organisationName: String
        public let teamName: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            readAt = try row.next()
            purpose = try row.next()
            staffName = try row.nextOptional()
            organisationName = try row.next()
            teamName = try row.next()
        }
    }

    /// The latest first.
    /// - Parameter after: moment and id of the last row before.
    public static func reads(
        of candidate: Candidate.ID,
        after: (moment: Date, id: UUID)?,
        limit: Int,
        on connection: Connection
    ) async throws -> [Read] {
        let seek: SQL = after.map { last -> SQL in " and (r.read_at, r.id) < (\(last.moment), \(last.id))" } ?? ""
        return try await connection.query(
            """
            select r.id, r.read_at, r.purpose, m.name, o.name, t.name
            from candidate_reads r
            join teams t on t.id = r.team_id
            join organisations o on o.id = t.organisation_id
            left join staff_members m on m.id = r.staff_member_id
            where r.candidate_id = \(candidate)\(sql: seek)
            order by r.read_at desc, r.id desc
            limit \(limit)
            """
        )
    }

    /// Notes that the candidate took a copy of the own file.
    public static func noteDownload(
        by candidate: Candidate.ID,
        id: UUID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into candidate_reads (id, candidate_id, team_id, staff_member_id, read_at, purpose)
            select \(id), c.id, c.team_id, null, \(now), \(CandidateReadStore.Purpose.ownCopy)
            from candidates c
            where c.id = \(candidate)
            """
        )
    }
}
