public import Domain
public import Foundation
public import Postgres

extension CaseOrigin: SQLCode {}
extension CaseEventKind: SQLCode {}
extension ContactParty: SQLCode {}
extension ContactChannel: SQLCode {}
extension StopParty: SQLCode {}

/// Case files: one candidate, one route, looking for a placement.
public enum CaseFileStore {
    /// A case as the team that has it sees it; a receiving region sees it too while a referral to it is open.
    public struct Row: Sendable, RowDecodable {
        public let id: CaseFile.ID
        public let reference: Reference
        public let candidateID: Candidate.ID
        public let teamID: Team.ID
        public let regionCode: RegionCode
        public let originTeamID: Team.ID
        public let originRegionCode: RegionCode
        public let origin: CaseOrigin
        public let coordinatorID: StaffMember.ID?
        public let standInID: StaffMember.ID?
        public let kind: PlacementKind
        public let route: LearningRoute
        public let studyYear: Int
        public let roleCode: String
        public let crebo: String?
        public let schoolID: School.ID?
        public let programme: String
        public let className: String
        public let schoolWeekdays: WeekdaySet
        public let wishedStartOn: CalendarDate
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksNeeded: Int
        public let weeksWanted: Int
        public let weekdays: WeekdaySet
        public let weekdaysLeast: Int
        public let weekdaysWanted: Int
        public let hoursLeast: Int
        public let hoursMost: Int
        public let coursePayer: CoursePayer?
        public let wishes: UInt32
        public let offers: UInt32
        public let hasPriority: Bool
        public let state: CaseState
        public let stateSince: Date
        public let owner: CaseOwner
        public let dueOn: CalendarDate?
        public let watchReason: WatchReason?
        public let withdrawalReason: WithdrawalReason?
        public let placedProposalID: Proposal.ID?
        public let openedAt: Date
        public let closedAt: Date?
        public let isFictional: Bool
        public let version: Int

        static let columns: SQL = """
            f.id, f.reference, f.candidate_id, f.team_id, f.region_code, f.origin_team_id, f.origin_region_code, f.origin,
            f.coordinator_id, f.stand_in_id, f.kind, f.route, f.study_year, f.role_code, f.crebo, f.school_id, f.programme,
            f.class_name, f.school_weekdays, f.wished_start_on, f.earliest_start_on, f.latest_start_on, f.weeks_needed,
            f.weeks_wanted, f.weekdays, f.weekdays_least, f.weekdays_wanted, f.hours_least, f.hours_most, f.course_payer,
            f.wishes, f.offers, f.has_priority, f.state, f.state_since, f.owner, f.due_on, f.watch_reason,
            f.withdrawal_reason, f.placed_proposal_id, f.opened_at, f.closed_at, f.is_fictional, f.version
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            candidateID = try row.next()
            teamID = try row.next()
            regionCode = try row.next()
            originTeamID = try row.next()
            originRegionCode = try row.next()
            origin = try row.next()
            coordinatorID = try row.nextOptional()
            standInID = try row.nextOptional()
            kind = try row.next()
            route = try row.next()
            studyYear = try row.next()
            roleCode = try row.next()
            crebo = try row.nextOptional()
            schoolID = try row.nextOptional()
            programme = try row.next()
            className = try row.next()
            schoolWeekdays = try row.next()
            wishedStartOn = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksNeeded = try row.next()
            weeksWanted = try row.next()
            weekdays = try row.next()
            weekdaysLeast = try row.next()
            weekdaysWanted = try row.next()
            hoursLeast = try row.next()
            hoursMost = try row.next()
            coursePayer = try row.nextOptional()
            wishes = UInt32(clamping: try row.next(Int.self))
            offers = UInt32(clamping: try row.next(Int.self))
            hasPriority = try row.next()
            state = try row.next()
            stateSince = try row.next()
            owner = try row.next()
            dueOn = try row.nextOptional()
            watchReason = try row.nextOptional()
            withdrawalReason = try row.nextOptional()
            placedProposalID = try row.nextOptional()
            openedAt = try row.next()
            closedAt = try row.nextOptional()
            isFictional = try row.next()
            version = try row.next()
        }
    }

    /// The case with this kenmerk, as far as the acting team may see it.
    public static func find(_ reference: Reference, on connection: Connection) async throws -> Row? {
        try await connection.first(
            "select \(sql: Row.columns) from case_files f where f.reference = \(reference)"
        )
    }

    public static func find(_ id: CaseFile.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: Row.columns) from case_files f where f.id = \(id)")
    }

    /// The case of the own team with this kenmerk, locked until the transaction ends. Lock it before places and seats.
    public static func lock(_ reference: Reference, team: Team.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from case_files f
            where f.reference = \(reference) and f.team_id = \(team)
            for update
            """
        )
    }

    /// The cases of the team that were registered and do not search yet, the oldest first, locked until the transaction
    /// ends.
    /// - Parameter run: only what this import brought in; nil for all of the team.
    public static func lockRegistered(
        team: Team.ID,
        importRun run: UUID?,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: Row.columns)
            from case_files f
            where f.team_id = \(team) and f.state = 'registered' and \(sql: isFrom(run))
            order by f.state_since, f.id
            limit \(limit)
            for update
            """
        )
    }

    /// The fact of a case's first event that names the fields nobody said.
    public static let assumedFact = "assumed"

    /// Fields that were filled in when the case came in, and that nobody corrected since.
    public static func assumedFields(of id: CaseFile.ID, on connection: Connection) async throws -> [String] {
        let fields: String? = try await connection.value(
            """
            select e.facts ->> \(assumedFact)
            from case_events e
            where e.case_id = \(id) and e.sequence = 1 and e.facts ->> \(assumedFact) is not null
                and not exists (select 1 from case_events c where c.case_id = e.case_id and c.kind = \(CaseEventKind.edited))
            """
        )
        return fields.map { $0.split(separator: " ").map(String.init) } ?? []
    }

    static func isFrom(_ run: UUID?) -> SQL {
        guard let run else { return "true" }
        return "f.id in (select k.case_id from import_run_rows k where k.import_run_id = \(run))"
    }

    public static func lock(_ id: CaseFile.ID, team: Team.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from case_files f
            where f.id = \(id) and f.team_id = \(team)
            for update
            """
        )
    }

    /// Who handles a case that begins, and how it came in.
    public struct Beginning: Sendable {
        public let id: CaseFile.ID
        public let reference: Reference
        public let candidateID: Candidate.ID
        public let teamID: Team.ID
        public let regionCode: RegionCode
        public let coordinatorID: StaffMember.ID?
        public let origin: CaseOrigin
        public let dueOn: CalendarDate
        public let isFictional: Bool

        public init(
            id: CaseFile.ID,
            reference: Reference,
            candidateID: Candidate.ID,
            teamID: Team.ID,
            regionCode: RegionCode,
            coordinatorID: StaffMember.ID?,
            origin: CaseOrigin,
            dueOn: CalendarDate,
            isFictional: Bool
        ) {
            self.id = id
            self.reference = reference
            self.candidateID = candidateID
            self.teamID = teamID
            self.regionCode = regionCode
            self.coordinatorID = coordinatorID
            self.origin = origin
            self.dueOn = dueOn
            self.isFictional = isFictional
        }
    }

    /// A case always begins as registered, with the team as its owner.
    public static func insert(
        _ beginning: Beginning,
        _ draft: CandidateDraft,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_files (id, reference, candidate_id, team_id, region_code, origin_team_id, origin_region_code,
                origin, coordinator_id, kind, route, study_year, role_code, crebo, school_id, programme, class_name,
                school_weekdays, wished_start_on, earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays,
                weekdays_least, weekdays_wanted, hours_least, hours_most, course_payer, wishes, offers, has_priority,
                state, state_since, owner, due_on, opened_at, is_fictional, version)
            values (\(beginning.id), \(beginning.reference), \(beginning.candidateID), \(beginning.teamID),
                \(beginning.regionCode), \(beginning.teamID), \(beginning.regionCode), \(beginning.origin),
                \(beginning.coordinatorID), \(draft.kind), \(draft.route), \(draft.studyYear), \(draft.roleCode),
                \(draft.crebo), \(draft.schoolID), \(draft.programme), \(draft.className), \(draft.schoolWeekdays),
                \(draft.wishedStartOn), \(draft.earliestStartOn), \(draft.latestStartOn), \(draft.weeksNeeded),
                \(draft.weeksWanted), \(draft.weekdays), \(draft.weekdaysLeast), \(draft.weekdaysWanted),
                \(draft.hoursLeast), \(draft.hoursMost), \(draft.coursePayer), \(Int(draft.wishes)), \(Int(draft.offers)),
                false, \(CaseState.registered), \(now), \(CaseOwner.team), \(beginning.dueOn), \(now),
                \(beginning.isFictional), 1)
            """
        )
    }

    /// Changes what is asked for.
    /// - Returns: false when the version is no longer the one the form was made from.
    public static func update(
        _ id: CaseFile.ID,
        version: Int,
        _ draft: CandidateDraft,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update case_files
            set kind = \(draft.kind), route = \(draft.route), study_year = \(draft.studyYear), role_code = \(draft.roleCode),
                crebo = \(draft.crebo), school_id = \(draft.schoolID), programme = \(draft.programme),
                class_name = \(draft.className), school_weekdays = \(draft.schoolWeekdays),
                wished_start_on = \(draft.wishedStartOn), earliest_start_on = \(draft.earliestStartOn),
                latest_start_on = \(draft.latestStartOn), weeks_needed = \(draft.weeksNeeded),
                weeks_wanted = \(draft.weeksWanted), weekdays = \(draft.weekdays), weekdays_least = \(draft.weekdaysLeast),
                weekdays_wanted = \(draft.weekdaysWanted), hours_least = \(draft.hoursLeast),
                hours_most = \(draft.hoursMost), course_payer = \(draft.coursePayer), wishes = \(Int(draft.wishes)),
                offers = \(Int(draft.offers)), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// One step of a case.
    public struct Step: Sendable {
        public var state: CaseState
        public var owner: CaseOwner
        /// Nil only at the end.
        public var dueOn: CalendarDate?
        public var watchReason: WatchReason?
        public var withdrawalReason: WithdrawalReason?
        /// Nil leaves it as it is.
        public var hasPriority: Bool?
        public var placedProposalID: Proposal.ID?

        public init(_ state: CaseState, owner: CaseOwner, dueOn: CalendarDate?) {
            self.state = state
            self.owner = owner
            self.dueOn = dueOn
        }
    }

    /// Takes a step, when the case is still in one of the states it may come from. `state_since` moves only when the state
    /// does; an end closes the case. The placed proposal is kept unless the step names another or leads back to searching.
    /// - Returns: false when the case moved on meanwhile: a `Conflict`.
    public static func take(
        _ step: Step,
        _ id: CaseFile.ID,
        from states: [CaseState],
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        let closedAt: Date? = step.state.isTerminal ? now : nil
        let forgetsPlacement = step.state == .searching
        return try await connection.execute(
            """
            update case_files
            set state = \(step.state),
                state_since = case when state = \(step.state) then state_since else \(now) end,
                owner = \(step.owner), due_on = \(step.dueOn), watch_reason = \(step.watchReason),
                withdrawal_reason = \(step.withdrawalReason), has_priority = coalesce(\(step.hasPriority), has_priority),
                placed_proposal_id = coalesce(\(step.placedProposalID),
                    case when \(forgetsPlacement) then null else placed_proposal_id end),
                closed_at = \(closedAt), version = version + 1
            where id = \(id) and state = any(\(states))
            """
        ) == 1
    }

    /// Who handles the case, and who stands in.
    /// - Returns: false when the version is no longer the one the form was made from.
    public static func setHandlers(
        _ id: CaseFile.ID,
        version: Int,
        coordinator: StaffMember.ID?,
        standIn: StaffMember.ID?,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update case_files
            set coordinator_id = \(coordinator), stand_in_id = \(standIn), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// Appends to the log of a case. Facts are ids, codes and dates.
    public static func record(
        _ kind: CaseEventKind,
        of caseID: CaseFile.ID,
        team: Team.ID,
        facts: [String: String] = [:],
        id: UUID,
        acting: Acting,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_events (id, case_id, team_id, sequence, happened_at, staff_member_id, acting_team_id, kind, facts)
            values (\(id), \(caseID), \(team), 0, \(now), \(acting.staffMemberID), \(acting.teamID), \(kind),
                \(try JSONText(encoding: facts)))
            """
        )
    }
}
