public import Domain
public import Foundation
public import Postgres

/// What leaders report of their projects, and what the fund says of it.
public enum ApplicationReportStore {
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
    public struct Draft: Sendable {
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

    public static func insert(
        _ id: UUID,
        of application: GrantApplication.ID,
        _ draft: Draft,
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
}
