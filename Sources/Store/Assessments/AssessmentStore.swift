public import Domain
public import Foundation
public import Postgres

/// The uniform assessment of a candidate: who scored what, and the levels that follow.
public enum AssessmentStore {
    public struct Row: Sendable, RowDecodable {
        public let id: Assessment.ID
        public let candidateID: Candidate.ID
        public let frameworkVersion: Int
        public let form: AssessmentForm
        public let startedAt: Date
        public let updatedAt: Date
        public let validUntilOn: CalendarDate
        public let candidateRemark: String
        public let version: Int

        static let columns: SQL = """
            a.id, a.candidate_id, a.framework_version, a.form, a.started_at, a.updated_at, a.valid_until_on,
            a.candidate_remark, a.version
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            candidateID = try row.next()
            frameworkVersion = try row.next()
            form = try row.next()
            startedAt = try row.next()
            updatedAt = try row.next()
            validUntilOn = try row.next()
            candidateRemark = try row.next()
            version = try row.next()
        }
    }

    /// The newest assessment of a candidate, also one that is no longer valid.
    public static func newest(of candidate: Candidate.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from assessments a
            where a.candidate_id = \(candidate)
            order by a.started_at desc, a.id desc
            limit 1
            """
        )
    }

    /// The newest assessment, locked until the transaction ends.
    public static func lockNewest(of candidate: Candidate.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from assessments a
            where a.candidate_id = \(candidate)
            order by a.started_at desc, a.id desc
            limit 1
            for update
            """
        )
    }

    public static func insert(
        _ id: Assessment.ID,
        of candidate: Candidate.ID,
        team: Team.ID,
        frameworkVersion: Int,
        form: AssessmentForm,
        remark: String,
        validUntilOn: CalendarDate,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into assessments (id, candidate_id, team_id, framework_version, form, started_at, updated_at,
                valid_until_on, candidate_remark, version)
            values (\(id), \(candidate), \(team), \(frameworkVersion), \(form), \(now), \(now), \(validUntilOn), \(remark), 1)
            """
        )
    }

    /// - Returns: false when the version is no longer the one the form was made from.
    public static func update(
        _ id: Assessment.ID,
        version: Int,
        form: AssessmentForm,
        remark: String,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update assessments
            set form = \(form), candidate_remark = \(remark), updated_at = \(now), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// The row of the one who scores: the candidate (no staff member) or an assessor. Made on first use with `newID`.
    public static func assessor(
        _ kind: AssessorKind,
        staffMember: StaffMember.ID?,
        of assessment: Assessment.ID,
        team: Team.ID,
        newID: UUID,
        on connection: Connection
    ) async throws -> UUID {
        let found: UUID? = try await connection.value(
            """
            select id
            from assessors
            where assessment_id = \(assessment) and kind = \(kind)
                and (kind = 'self' or staff_member_id = \(staffMember))
            """
        )
        if let found { return found }
        _ = try await connection.execute(
            """
            insert into assessors (id, assessment_id, team_id, kind, staff_member_id)
            values (\(newID), \(assessment), \(team), \(kind), \(staffMember))
            """
        )
        return newID
    }

    /// Scores of one assessor by indicator; nil is "not seen". Replaces what this assessor scored on the same indicators.
    public static func saveScores(
        _ scores: [(indicator: String, level: SupervisionLevel?)],
        by assessor: UUID,
        of assessment: Assessment.ID,
        team: Team.ID,
        frameworkVersion: Int,
        at now: Date,
        on connection: Connection
    ) async throws {
        guard !scores.isEmpty else { return }
        _ = try await connection.execute(
            """
            insert into assessment_scores (assessor_id, assessment_id, team_id, framework_version, indicator_code, score,
                scored_at)
            select \(assessor), \(assessment), \(team), \(frameworkVersion), s.code, nullif(s.score, 0), \(now)
            from unnest(\(scores.map(\.indicator)), \(scores.map { $0.level?.rawValue ?? 0 })) as s (code, score)
            on conflict (assessor_id, indicator_code) do update set score = excluded.score, scored_at = excluded.scored_at
            """
        )
    }

    public struct Score: Sendable, RowDecodable {
        public let indicator: String
        public let kind: AssessorKind
        public let staffMemberID: StaffMember.ID?
        public let staffName: String?
        /// Nil is "not seen".
        public let level: SupervisionLevel?

        public init(row: inout RowReader) throws {
            indicator = try row.next()
            kind = try row.next()
            staffMemberID = try row.nextOptional()
            staffName = try row.nextOptional()
            level = try row.nextOptional(Int.self).flatMap { SupervisionLevel(rawValue: $0) }
        }
    }

    /// Every score of an assessment; whoever has no right to the scores gets none.
    public static func scores(of assessment: Assessment.ID, on connection: Connection) async throws -> [Score] {
        try await connection.query(
            """
            select s.indicator_code, r.kind, r.staff_member_id, m.name, s.score
            from assessment_scores s
            join assessors r on r.id = s.assessor_id
            left join staff_members m on m.id = r.staff_member_id
            where s.assessment_id = \(assessment)
            order by r.kind, r.id, s.indicator_code
            """
        )
    }

    /// Where the candidate's wish for a second assessor stands.
    public enum SecondAssessor: Sendable { case notAsked, asked, came }

    /// - Parameter caseID: the case in which it was asked.
    public static func secondAssessor(
        for caseID: CaseFile.ID,
        of candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> SecondAssessor {
        let (count, isAsked): (Int, Bool) =
            try await connection.first(
                """
                select (select count(*) from assessors r where r.kind = 'assessor' and r.assessment_id =
                        (select a.id from assessments a where a.candidate_id = \(candidate)
                            order by a.started_at desc, a.id desc limit 1)),
                    exists (select 1 from case_events e where e.case_id = \(caseID) and e.kind = 'second_assessor_asked')
                """
            ) { row in (try row.next(), try row.next()) } ?? (0, false)
        return count > 1 ? .came : isAsked ? .asked : .notAsked
    }

    /// The level of one area in tenths, with the sum and number of the scores it comes from.
    public struct Level: Sendable, RowDecodable {
        public let area: CompetenceArea
        public let level: Int
        public let scoreSum: Int
        public let scoreCount: Int

        public init(area: CompetenceArea, level: Int, scoreSum: Int, scoreCount: Int) {
            self.area = area
            self.level = level
            self.scoreSum = scoreSum
            self.scoreCount = scoreCount
        }

        public init(row: inout RowReader) throws {
            area = try row.next()
            level = try row.next()
            scoreSum = try row.next()
            scoreCount = try row.next()
        }
    }

    public static func levels(of assessment: Assessment.ID, on connection: Connection) async throws -> [Level] {
        try await connection.query(
            "select area_code, level, score_sum, score_count from assessment_levels where assessment_id = \(assessment)"
        )
    }

    public static func replaceLevels(
        _ levels: [Level],
        of assessment: Assessment.ID,
        team: Team.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from assessment_levels where assessment_id = \(assessment)")
        guard !levels.isEmpty else { return }
        _ = try await connection.execute(
            """
            insert into assessment_levels (assessment_id, team_id, area_code, level, score_sum, score_count)
            select \(assessment), \(team), l.area, l.level, l.sum, l.count
            from unnest(\(levels.map(\.area.rawValue)), \(levels.map(\.level)), \(levels.map(\.scoreSum)),
                \(levels.map(\.scoreCount))) as l (area, level, sum, count)
            """
        )
    }
}
