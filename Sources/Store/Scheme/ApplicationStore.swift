public import Domain
public import Foundation
public import Postgres

/// Applications for the stimuleringsregeling. Row-level security shows the applicant its own and the fund what was submitted.
public enum ApplicationStore {
    /// An application with what its pages always say.
    public struct Row: Sendable, RowDecodable {
        public let id: GrantApplication.ID
        public let reference: Reference
        public let year: Int
        public let organisationID: Organisation.ID
        public let organisationName: String
        public let leaderID: StaffMember.ID
        public let leaderName: String
        public let leaderMail: String
        public let leaderPhone: String
        public let state: ApplicationState
        public let name: String
        public let problem: String
        public let approach: String
        public let plan: String
        public let summary: String
        public let cost: Money?
        public let requested: Money?
        public let startsOn: CalendarDate?
        public let endsOn: CalendarDate?
        public let createdAt: Date
        public let submittedAt: Date?
        public let decidedAt: Date?
        public let decidedBy: String?
        public let decisionReason: String?
        public let advice: String?
        public let granted: Money?
        public let settled: Money?
        public let startedOn: CalendarDate?
        public let endedOn: CalendarDate?
        /// For which routes the project is; empty for all of them.
        public let routes: RouteSet
        public let isFictional: Bool
        public let version: Int
        /// Organisations beside the applicant that did not leave.
        public let partnerCount: Int
        /// What the year asked at the grant; before that, what it asks now.
        public let minimumPartners: Int
        /// Since when it waits for the fund as it is now: submitted, or the last question answered.
        public let waitingSince: Date?
        /// The oldest report nobody at the fund has read.
        public let unreadReportAt: Date?
        public let hasFinalReport: Bool
        /// The page that was made of it.
        public let projectSlug: String?
        /// When the open question of the fund should be answered.
        public let answerDueOn: CalendarDate?
        /// The last day on which its year takes applications.
        public let yearClosesOn: CalendarDate

        /// Granted or running with fewer partners than was asked when it was granted.
        public var lacksPartners: Bool {
            [.granted, .running].contains(state) && partnerCount < minimumPartners
        }

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            year = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            leaderID = try row.next()
            leaderName = try row.next()
            leaderMail = try row.next()
            leaderPhone = try row.next()
            state = try row.next()
            name = try row.next()
            problem = try row.next()
            approach = try row.next()
            plan = try row.next()
            summary = try row.next()
            cost = try row.nextOptional()
            requested = try row.nextOptional()
            startsOn = try row.nextOptional()
            endsOn = try row.nextOptional()
            createdAt = try row.next()
            submittedAt = try row.nextOptional()
            decidedAt = try row.nextOptional()
            decidedBy = try row.nextOptional()
            decisionReason = try row.nextOptional()
            advice = try row.nextOptional()
            granted = try row.nextOptional()
            settled = try row.nextOptional()
            startedOn = try row.nextOptional()
            endedOn = try row.nextOptional()
            routes = try row.next()
            isFictional = try row.next()
            version = try row.next()
            partnerCount = try row.next()
            minimumPartners = try row.next()
            waitingSince = try row.nextOptional()
            unreadReportAt = try row.nextOptional()
            hasFinalReport = try row.next()
            projectSlug = try row.nextOptional()
            answerDueOn = try row.nextOptional()
            yearClosesOn = try row.next()
        }
    }

    private static let columns: SQL = """
        select a.id, a.reference, a.year, a.organisation_id, o.name, a.leader_id, l.name, l.mail, l.phone, a.state, a.name,
            a.problem, a.approach, a.plan, a.summary, a.cost_cents, a.requested_cents, a.starts_on, a.ends_on, a.created_at,
            a.submitted_at, a.decided_at, d.name, a.decision_reason, a.advice, a.granted_cents, a.settled_cents,
            a.started_on, a.ended_on, a.routes, a.is_fictional, a.version, application_partner_count(a.id),
            coalesce(a.minimum_partners, y.minimum_partners),
            greatest(a.submitted_at, (select max(greatest(q.answered_at, q.withdrawn_at)) from application_questions q
                where q.application_id = a.id)),
            (select min(r.reported_at) from application_reports r where r.application_id = a.id and r.seen_at is null),
            exists (select 1 from application_reports r where r.application_id = a.id and r.kind = 'final'),
            (select j.slug from projects j where j.application_id = a.id),
            (select q.due_on from application_questions q where q.application_id = a.id and q.answered_at is null
                and q.withdrawn_at is null),
            y.closes_on
        from applications a
        join organisations o on o.id = a.organisation_id
        join staff_members l on l.id = a.leader_id
        join scheme_years y on y.year = a.year
        left join staff_members d on d.id = a.decided_by_id
        """

    /// - Parameter locking: keeps others from changing it until the transaction ends.
    public static func find(
        _ reference: Reference,
        locking: Bool = false,
        on connection: Connection
    ) async throws -> Row? {
        try await connection.first(
            "\(sql: columns) where a.reference = \(reference) \(sql: locking ? "for update of a" : "")"
        )
    }

    /// Every application the person who acts may see, the newest first; at most 500.
    public static func list(year: Int? = nil, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            \(sql: columns) where \(year)::bigint is null or a.year = \(year)
            order by a.created_at desc, a.id limit 500
            """
        )
    }

    /// The waiting list of a year: whoever submitted first stands first.
    public static func waiting(in year: Int, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            "\(sql: columns) where a.year = \(year) and a.state = 'waiting' order by a.submitted_at, a.id limit 500"
        )
    }

    // MARK: The applicant

    public static func insertDraft(
        _ id: GrantApplication.ID,
        _ reference: Reference,
        year: Int,
        name: String,
        of organisation: Organisation.ID,
        by leader: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach, plan,
                summary, created_at, is_fictional, version)
            select \(id), \(reference), \(year), \(organisation), \(leader), 'draft', \(name), '', '', '', '', \(now),
                m.is_fictional, 1
            from staff_members m where m.id = \(leader)
            """
        )
    }

    /// Changes some columns of the version that was shown. False when it is not the present one.
    static func update(
        _ id: GrantApplication.ID,
        version: Int,
        _ changes: SQL,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            "update applications set \(sql: changes), version = version + 1 where id = \(id) and version = \(version)"
        ) == 1
    }

    public static func saveStory(
        _ id: GrantApplication.ID,
        version: Int,
        _ content: ApplicationContent,
        on connection: Connection
    ) async throws -> Bool {
        try await update(
            id,
            version: version,
            """
            name = \(content.name), problem = \(content.problem), approach = \(content.approach), plan = \(content.plan),
            summary = \(content.summary)
            """,
            on: connection
        )
    }

    /// Only the version: the parts are written beside it.
    public static func touch(_ id: GrantApplication.ID, version: Int, on connection: Connection) async throws -> Bool {
        try await update(id, version: version, "name = name", on: connection)
    }

    public static func saveRoutes(
        _ id: GrantApplication.ID,
        version: Int,
        _ routes: RouteSet,
        on connection: Connection
    ) async throws -> Bool {
        try await update(id, version: version, "routes = \(routes)", on: connection)
    }

    public static func saveMoney(
        _ id: GrantApplication.ID,
        version: Int,
        _ content: ApplicationContent,
        on connection: Connection
    ) async throws -> Bool {
        try await update(
            id,
            version: version,
            """
            cost_cents = \(content.cost), requested_cents = \(content.requested), starts_on = \(content.startsOn),
            ends_on = \(content.endsOn)
            """,
            on: connection
        )
    }

    /// Submits a draft, or gives it back to the fund after a question.
    public static func submit(
        _ id: GrantApplication.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await update(
            id,
            version: version,
            "state = 'submitted', submitted_at = coalesce(submitted_at, \(now))",
            on: connection
        )
    }

    /// Stands before the fund again without an answer.
    public static func takeBackQuestion(
        _ id: GrantApplication.ID,
        version: Int,
        on connection: Connection
    ) async throws -> Bool {
        try await update(id, version: version, "state = 'submitted'", on: connection)
    }

    public static func withdraw(_ id: GrantApplication.ID, version: Int, on connection: Connection) async throws -> Bool
    {
        try await update(id, version: version, "state = 'withdrawn'", on: connection)
    }

    public static func start(
        _ id: GrantApplication.ID,
        version: Int,
        on day: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await update(id, version: version, "state = 'running', started_on = \(day)", on: connection)
    }

    public static func setLeader(
        _ id: GrantApplication.ID,
        version: Int,
        to leader: StaffMember.ID,
        on connection: Connection
    ) async throws -> Bool {
        try await update(id, version: version, "leader_id = \(leader)", on: connection)
    }

    // MARK: The fund

    /// What the fund decided: a grant, a place on the waiting list, or a refusal.
    public struct Decision: Sendable {
        public let state: ApplicationState
        public let granted: Money?
        public let reason: String
        public let advice: String?

        public init(state: ApplicationState, granted: Money?, reason: String, advice: String?) {
            self.state = state
            self.granted = granted
            self.reason = reason
            self.advice = advice
        }
    }

    public static func decide(
        _ id: GrantApplication.ID,
        version: Int,
        _ decision: Decision,
        by member: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await update(
            id,
            version: version,
            """
            state = \(decision.state), granted_cents = \(decision.granted), decision_reason = \(decision.reason),
            advice = \(decision.advice), decided_at = \(now), decided_by_id = \(member)
            """,
            on: connection
        )
    }

    public static func setAsked(_ id: GrantApplication.ID, version: Int, on connection: Connection) async throws -> Bool
    {
        try await update(id, version: version, "state = 'asked'", on: connection)
    }

    /// - Parameter state: ended or stopped.
    public static func settle(
        _ id: GrantApplication.ID,
        version: Int,
        _ state: ApplicationState,
        for amount: Money,
        on day: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await update(
            id,
            version: version,
            "state = \(state), settled_cents = \(amount), ended_on = \(day)",
            on: connection
        )
    }
}
