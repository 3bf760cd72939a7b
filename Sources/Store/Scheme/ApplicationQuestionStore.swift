public import Domain
public import Foundation
public import Postgres

/// What the fund asks about an application, and what its leader answers.
public enum ApplicationQuestionStore {
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
}
