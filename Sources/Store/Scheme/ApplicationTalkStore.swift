public import Domain
public import Foundation
public import Postgres

/// What fund and applicant say to each other about an application: questions, reports, and the log of what happened.
public enum ApplicationTalkStore {
    public struct Question: Sendable, RowDecodable {
        public let id: UUID
        public let askedBy: String
        public let askedAt: Date
        public let question: String
        public let dueOn: CalendarDate
        public let answeredBy: String?
        public let answeredAt: Date?
        public let answer: String?
        /// The fund needs no answer any more since then.
        public let withdrawnAt: Date?

        /// Whether the fund waits for an answer.
        public var isOpen: Bool { answeredAt == nil && withdrawnAt == nil }

        public init(row: inout RowReader) throws {
            id = try row.next()
            askedBy = try row.next()
            askedAt = try row.next()
            question = try row.next()
            dueOn = try row.next()
            answeredBy = try row.nextOptional()
            answeredAt = try row.nextOptional()
            answer = try row.nextOptional()
            withdrawnAt = try row.nextOptional()
        }
    }

    /// The newest first.
    public static func questions(of id: GrantApplication.ID, on connection: Connection) async throws -> [Question] {
        try await connection.query(
            """
            select q.id, f.name, q.asked_at, q.question, q.due_on, l.name, q.answered_at, q.answer,
                q.withdrawn_at
            from application_questions q
            join staff_members f on f.id = q.asked_by_id
            left join staff_members l on l.id = q.answered_by_id
            where q.application_id = \(id)
            order by q.asked_at desc, q.id desc limit 50
            """
        )
    }

    public static func ask(
        _ id: UUID,
        of application: GrantApplication.ID,
        _ question: String,
        dueOn: CalendarDate,
        by member: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into application_questions (id, application_id, asked_by_id, asked_at, question, due_on)
            values (\(id), \(application), \(member), \(now), \(question), \(dueOn))
            """
        )
    }

    /// Answers the open question. False when there is none.
    public static func answer(
        of application: GrantApplication.ID,
        _ answer: String,
        by leader: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update application_questions set answered_by_id = \(leader), answered_at = \(now), answer = \(answer)
            where application_id = \(application) and answered_at is null and withdrawn_at is null
            """
        ) == 1
    }

    /// Takes the open question back. False when there is none.
    public static func takeBack(
        of application: GrantApplication.ID,
        by member: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update application_questions set withdrawn_by_id = \(member), withdrawn_at = \(now)
            where application_id = \(application) and answered_at is null and withdrawn_at is null
            """
        ) == 1
    }

    public struct Report: Sendable, RowDecodable {
        public let id: UUID
        public let isFinal: Bool
        public let reportedBy: String
        public let reportedAt: Date
        public let done: String
        public let result: String
        public let didNotWork: String
        public let spent: Money
        public let seenBy: String?
        public let seenAt: Date?
        public let remark: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            isFinal = try row.next()
            reportedBy = try row.next()
            reportedAt = try row.next()
            done = try row.next()
            result = try row.next()
            didNotWork = try row.next()
            spent = try row.next()
            seenBy = try row.nextOptional()
            seenAt = try row.nextOptional()
            remark = try row.nextOptional()
        }
    }

    /// The newest first.
    public static func reports(of id: GrantApplication.ID, on connection: Connection) async throws -> [Report] {
        try await connection.query(
            """
            select r.id, r.kind = 'final', l.name, r.reported_at, r.done, r.result, r.did_not_work, r.spent_cents, f.name,
                r.seen_at, r.remark
            from application_reports r
            join staff_members l on l.id = r.reported_by_id
            left join staff_members f on f.id = r.seen_by_id
            where r.application_id = \(id)
            order by r.reported_at desc, r.id desc limit 50
            """
        )
    }

    /// What a leader reports.
    public struct ReportDraft: Sendable {
        public let isFinal: Bool
        public let done: String
        public let result: String
        public let didNotWork: String
        public let spent: Money

        public init(isFinal: Bool, done: String, result: String, didNotWork: String, spent: Money) {
            self.isFinal = isFinal
            self.done = done
            self.result = result
            self.didNotWork = didNotWork
            self.spent = spent
        }
    }

    public static func insertReport(
        _ id: UUID,
        of application: GrantApplication.ID,
        _ draft: ReportDraft,
        by leader: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into application_reports (id, application_id, kind, reported_by_id, reported_at, done, result,
                did_not_work, spent_cents)
            values (\(id), \(application), \(draft.isFinal ? "final" : "progress"), \(leader), \(now), \(draft.done),
                \(draft.result), \(draft.didNotWork), \(draft.spent))
            """
        )
    }

    /// False when it is not there, or was read before.
    public static func markSeen(
        _ id: UUID,
        of application: GrantApplication.ID,
        remark: String?,
        by member: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update application_reports set seen_by_id = \(member), seen_at = \(now), remark = \(remark)
            where id = \(id) and application_id = \(application) and seen_at is null
            """
        ) == 1
    }

    public struct Event: Sendable, RowDecodable {
        public let happenedAt: Date
        public let kind: String
        public let who: String?
        public let facts: [String: String]

        public init(row: inout RowReader) throws {
            happenedAt = try row.next()
            kind = try row.next()
            who = try row.nextOptional()
            facts = try row.next(JSONText.self).decode([String: String].self)
        }
    }

    /// The oldest first.
    public static func events(of id: GrantApplication.ID, on connection: Connection) async throws -> [Event] {
        try await connection.query(
            """
            select e.happened_at, e.kind, m.name, e.facts from application_events e
            left join staff_members m on m.id = e.staff_member_id
            where e.application_id = \(id) order by e.sequence limit 200
            """
        )
    }

    /// - Parameter facts: ids, codes, dates and amounts in cents.
    public static func insertEvent(
        _ kind: String,
        of application: GrantApplication.ID,
        id: UUID,
        by member: StaffMember.ID?,
        facts: [String: String],
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into application_events (id, application_id, sequence, happened_at, staff_member_id, kind, facts)
            select \(id), \(application), coalesce(max(sequence), 0) + 1, \(now), \(member), \(kind),
                \(try JSONText(encoding: facts))
            from application_events where application_id = \(application)
            """
        )
    }
}
