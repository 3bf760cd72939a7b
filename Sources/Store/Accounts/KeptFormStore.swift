public import Domain
public import Foundation
public import Postgres

/// Forms that came too late to be taken, sealed, by the hash of the secret in the browser's cookie. Nobody acts here.
public enum KeptFormStore {
    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let staffMemberID: StaffMember.ID?
        public let candidateID: Candidate.ID?
        public let content: Data

        public init(row: inout RowReader) throws {
            id = try row.next()
            staffMemberID = try row.nextOptional()
            candidateID = try row.nextOptional()
            content = try row.next()
        }
    }

    private static let columns: SQL = "select k.id, k.staff_member_id, k.candidate_id, k.content from kept_forms k"

    /// How many forms are kept now: for this visitor, and in all. Whoever asks is alone until the end of the transaction.
    public static func counts(ofVisitor hash: [UInt8], on connection: Connection) async throws -> (own: Int, all: Int) {
        _ = try await connection.execute("select pg_advisory_xact_lock(hashtextextended('kept_forms', 0))")
        let counts = try await connection.query(
            "select count(*) filter (where visitor_hash = \(Data(hash))), count(*) from kept_forms"
        ) { row in (try row.next(Int.self), try row.next(Int.self)) }.first
        return (counts?.0 ?? 0, counts?.1 ?? 0)
    }

    public static func insert(
        _ id: UUID,
        browser: [UInt8],
        visitor: [UInt8],
        of person: SessionStore.Person?,
        content: Data,
        at now: Date,
        until end: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into kept_forms (id, browser_sha256, visitor_hash, staff_member_id, candidate_id, content, kept_at, expires_at)
            values (\(id), \(Data(browser)), \(Data(visitor)), \(person?.staffMemberID), \(person?.candidateID), \(content), \(now),
                \(end))
            """
        )
    }

    /// What this browser sent, the newest first.
    public static func forms(of browser: [UInt8], at now: Date, limit: Int, on connection: Connection) async throws
        -> [Row]
    {
        try await connection.query(
            columns + """
                 where k.browser_sha256 = \(Data(browser)) and k.expires_at > \(now)
                order by k.kept_at desc, k.id desc
                limit \(limit)
                """
        )
    }

    /// One of them; nil when it is not this browser's, or was kept too long ago.
    public static func find(_ id: UUID, of browser: [UInt8], at now: Date, on connection: Connection) async throws
        -> Row?
    {
        try await connection.first(
            columns + " where k.id = \(id) and k.browser_sha256 = \(Data(browser)) and k.expires_at > \(now)"
        )
    }

    public static func delete(_ id: UUID, of browser: [UInt8], on connection: Connection) async throws {
        _ = try await connection.execute(
            "delete from kept_forms where id = \(id) and browser_sha256 = \(Data(browser))"
        )
    }

    /// Forms that were kept long enough; at most 1,000 at once.
    public static func deleteEnded(before now: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            "delete from kept_forms where id in (select id from kept_forms where expires_at <= \(now) limit 1000)"
        )
    }
}
