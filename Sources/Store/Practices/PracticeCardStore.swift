public import Domain
public import Foundation
public import Postgres

/// What a practice sees by the link to one proposal. Read as ``Acting/practice(_:)``; the database leaves out who it is.
public enum PracticeCardStore {
    public struct Row: Sendable, RowDecodable {
        public let id: Proposal.ID
        public let reference: Reference
        public let version: Int
        public let state: ProposalState
        public let dueOn: CalendarDate
        public let startsOn: CalendarDate
        /// The first day after the placement.
        public let endsOn: CalendarDate
        public let answeredAt: Date?
        public let interviewOn: CalendarDate?
        public let declineReason: PracticeDeclineReason?
        public let notBeforeOn: CalendarDate?
        public let callWantedAt: Date?
        public let caseState: CaseState
        public let teamID: Team.ID
        public let regionCode: RegionCode
        public let teamName: String
        public let teamPhone: String
        public let teamMail: String
        public let coordinatorName: String?
        public let coordinatorPhone: String?
        public let practiceID: Practice.ID
        public let practiceName: String
        public let town: String
        public let kind: PlacementKind
        public let route: LearningRoute
        public let studyYear: Int
        public let roleName: String
        public let background: CandidateBackground
        public let weekdays: WeekdaySet
        public let hoursPerWeek: Int
        /// Only for the interview and after the candidate's yes to this practice.
        public let candidateName: String?
        public let candidatePhone: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            version = try row.next()
            state = try row.next()
            dueOn = try row.next()
            startsOn = try row.next()
            endsOn = try row.next()
            answeredAt = try row.nextOptional()
            interviewOn = try row.nextOptional()
            declineReason = try row.nextOptional()
            notBeforeOn = try row.nextOptional()
            callWantedAt = try row.nextOptional()
            caseState = try row.next()
            teamID = try row.next()
            regionCode = try row.next()
            teamName = try row.next()
            teamPhone = try row.next()
            teamMail = try row.next()
            coordinatorName = try row.nextOptional()
            coordinatorPhone = try row.nextOptional()
            practiceID = try row.next()
            practiceName = try row.next()
            town = try row.next()
            kind = try row.next()
            route = try row.next()
            studyYear = try row.next()
            roleName = try row.next()
            background = try row.next()
            weekdays = try row.nextOptional() ?? []
            hoursPerWeek = try row.nextOptional() ?? 0
            candidateName = try row.nextOptional()
            candidatePhone = try row.nextOptional()
        }
    }

    /// Nil when there is no such proposal any more.
    public static func card(on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select proposal_id, reference, version, state, due_on, starts_on, ends_on, answered_at, interview_on,
                decline_reason, not_before_on, call_wanted_at, case_state, team_id, region_code, team_name, team_phone,
                team_mail, coordinator_name, coordinator_phone, practice_id, practice_name, town, kind, route, study_year,
                role_name, background, weekdays, hours_per_week, candidate_name, candidate_phone
            from practice_cards
            """
        )
    }

    /// What a practice says by its link.
    public struct Answer: Sendable {
        public let state: ProposalState
        public let note: String
        /// When the case is due if it looks for a place again.
        public let searchDueOn: CalendarDate
        /// For a talk: on which day.
        public var interviewOn: CalendarDate?
        /// For a no: why.
        public var declineReason: PracticeDeclineReason?
        /// For not now: from which day.
        public var notBeforeOn: CalendarDate?
        /// For a talk or a yes: when what comes next is due.
        public var dueOn: CalendarDate?

        public init(state: ProposalState, note: String, searchDueOn: CalendarDate) {
            self.state = state
            self.note = note
            self.searchDueOn = searchDueOn
        }
    }

    /// Records the answer with all that follows from it, and spends the link.
    /// - Throws: `proposals_transition` when the proposal changed or the link is over.
    public static func answer(
        _ answer: Answer,
        _ tokenHash: [UInt8],
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            select answer_by_link(\(Data(tokenHash)), \(version), \(answer.state), \(answer.interviewOn), \(answer.declineReason),
                \(answer.notBeforeOn), \(answer.note), \(answer.dueOn), \(answer.searchDueOn), \(now))
            """
        )
    }

    /// Asks the team to call.
    /// - Throws: as ``answer(_:_:version:at:on:)``.
    public static func askCall(
        _ tokenHash: [UInt8],
        version: Int,
        note: String,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            "select ask_call_by_link(\(Data(tokenHash)), \(version), \(note), \(now))"
        )
    }

    /// Writes down, for the candidate, that the practice saw who it is.
    public static func noteLook(at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute("select note_look_by_link(\(now))")
    }

    /// Level per area in tenths, 10…50; empty for whoever was not assessed yet.
    public static func levels(on connection: Connection) async throws -> [CompetenceArea: Int] {
        let rows: [(CompetenceArea, Int)] = try await connection.query(
            "select area_code, level from practice_card_levels limit 20"
        ) { row in (try row.next(), try row.next()) }
        return Dictionary(rows) { first, _ in first }
    }
}
