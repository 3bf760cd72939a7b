public import Domain
public import Foundation
public import Postgres

/// The log of what happened to an application.
public enum ApplicationEventStore {
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
    public static func insert(
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
