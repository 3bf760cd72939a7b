public import Domain
public import Foundation
public import Postgres

/// Who is signed in: sessions by the hash of their token, and the staff member behind them.
public enum SessionStore {
    public struct Row: Sendable, RowDecodable {
        public let staffMemberID: StaffMember.ID
        public let name: String
        public let organisationID: Organisation.ID
        public let teamID: Team.ID?
        public let teamName: String?
        public let regionCode: RegionCode?
        public let lastSeenAt: Date

        public init(row: inout RowReader) throws {
            staffMemberID = try row.next()
            name = try row.next()
            organisationID = try row.next()
            teamID = try row.nextOptional()
            teamName = try row.nextOptional()
            regionCode = try row.nextOptional()
            lastSeenAt = try row.next()
        }
    }

    /// The session with this token hash that has not ended at `now`.
    public static func find(_ tokenHash: [UInt8], at now: Date, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select s.staff_member_id, m.name, m.organisation_id, m.team_id, t.name, t.region_code, s.last_seen_at
            from sessions s
            join staff_members m on m.id = s.staff_member_id
            left join teams t on t.id = m.team_id
            where s.token_sha256 = \(Data(tokenHash)) and s.expires_at > \(now)
            """
        )
    }

    public static func roles(of staffMember: StaffMember.ID, on connection: Connection) async throws -> [StaffRole] {
        try await connection.query("select role from staff_roles where staff_member_id = \(staffMember) order by role")
        {
            try $0.next()
        }
    }

    public static func insert(
        tokenHash: [UInt8],
        staffMember: StaffMember.ID,
        at now: Date,
        until expiry: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into sessions (token_sha256, staff_member_id, created_at, last_seen_at, expires_at)
            values (\(Data(tokenHash)), \(staffMember), \(now), \(now), \(expiry))
            """
        )
    }

    /// Notes that the session was used, so that it ends only after being idle.
    public static func touch(_ tokenHash: [UInt8], at now: Date, until expiry: Date, on connection: Connection)
        async throws
    {
        _ = try await connection.execute(
            "update sessions set last_seen_at = \(now), expires_at = \(expiry) where token_sha256 = \(Data(tokenHash))"
        )
    }

    public static func delete(_ tokenHash: [UInt8], on connection: Connection) async throws {
        _ = try await connection.execute("delete from sessions where token_sha256 = \(Data(tokenHash))")
    }

    /// Sessions that ended; at most 1,000 at once.
    public static func deleteEnded(before now: Date, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from sessions where token_sha256 in
                (select token_sha256 from sessions where expires_at <= \(now) limit 1000)
            """
        )
    }
}
