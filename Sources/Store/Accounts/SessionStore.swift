public import Domain
public import Foundation
public import Postgres

/// Who is signed in: sessions by the hash of their token. Read and written by whoever acts for no team.
public enum SessionStore {
    /// Someone with an own session.
    public enum Person: Hashable, Sendable {
        case staff(StaffMember.ID)
        case candidate(Candidate.ID)

        var staffMemberID: StaffMember.ID? { if case .staff(let id) = self { id } else { nil } }
        var candidateID: Candidate.ID? { if case .candidate(let id) = self { id } else { nil } }
    }

    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let staffMemberID: StaffMember.ID?
        public let candidateID: Candidate.ID?
        /// The role the person chose to work in; nil until then.
        public let roleID: RoleAssignment.ID?
        public let device: String
        public let createdAt: Date
        public let lastSeenAt: Date
        public let endsAt: Date

        public init(row: inout RowReader) throws {
            id = try row.next()
            staffMemberID = try row.nextOptional()
            candidateID = try row.nextOptional()
            roleID = try row.nextOptional()
            device = try row.next()
            createdAt = try row.next()
            lastSeenAt = try row.next()
            endsAt = try row.next()
        }
    }

    private static let columns: SQL = """
        select s.id, s.staff_member_id, s.candidate_id, s.role_id, s.device, s.created_at, s.last_seen_at, s.ends_at
        from sessions s
        """

    /// The session with this token hash that has not ended at `now`, of someone whose account is not closed.
    public static func find(_ tokenHash: [UInt8], at now: Date, on connection: Connection) async throws -> Row? {
        try await connection.first(
            columns + """
                 left join staff_members m on m.id = s.staff_member_id
                where s.token_sha256 = \(Data(tokenHash)) and s.expires_at > \(now) and s.ends_at > \(now)
                    and m.disabled_at is null
                """
        )
    }

    /// Sessions of a person that have not ended, the last used first; at most 100.
    public static func sessions(of person: Person, at now: Date, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + """
                 where (s.staff_member_id = \(person.staffMemberID) or s.candidate_id = \(person.candidateID))
                    and s.expires_at > \(now) and s.ends_at > \(now)
                order by s.last_seen_at desc, s.id
                limit 100
                """
        )
    }

    /// - Parameters:
    ///   - provider: who vouched for the person, if it was a provider: the session ends when that one is closed.
    ///   - device: the kind of browser in words, for the list of own sessions.
    ///   - expiry: when it ends without use.
    ///   - end: when it ends in any case.
    public static func insert(
        _ id: UUID,
        tokenHash: [UInt8],
        of person: Person,
        role: RoleAssignment.ID?,
        through provider: IdentityProvider.ID?,
        device: String,
        at now: Date,
        until expiry: Date,
        endingAt end: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into sessions (id, token_sha256, staff_member_id, candidate_id, role_id, provider_id, device, created_at,
                last_seen_at, expires_at, ends_at)
            values (\(id), \(Data(tokenHash)), \(person.staffMemberID), \(person.candidateID), \(role), \(provider), \(device),
                \(now), \(now), \(expiry), \(end))
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

    /// The person goes on in another of the own roles.
    public static func choose(_ role: RoleAssignment.ID, tokenHash: [UInt8], on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            update sessions s set role_id = \(role)
            where s.token_sha256 = \(Data(tokenHash))
                and exists (select 1 from staff_roles r where r.id = \(role) and r.staff_member_id = s.staff_member_id)
            """
        )
    }

    public static func delete(_ tokenHash: [UInt8], on connection: Connection) async throws {
        _ = try await connection.execute("delete from sessions where token_sha256 = \(Data(tokenHash))")
    }

    /// Ends one session of this person; false when there is none with this id.
    public static func delete(_ id: UUID, of person: Person, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            """
            delete from sessions
            where id = \(id) and (staff_member_id = \(person.staffMemberID) or candidate_id = \(person.candidateID))
            """
        ) > 0
    }

    /// Ends every session of this person, except the one with this token.
    public static func deleteAll(of person: Person, except tokenHash: [UInt8]?, on connection: Connection) async throws
    {
        _ = try await connection.execute(
            """
            delete from sessions
            where (staff_member_id = \(person.staffMemberID) or candidate_id = \(person.candidateID))
                and token_sha256 is distinct from \(tokenHash.map { Data($0) })
            """
        )
    }

    /// Sessions that ended; at most 1,000 at once.
    public static func deleteEnded(before now: Date, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from sessions where token_sha256 in
                (select token_sha256 from sessions where expires_at <= \(now) or ends_at <= \(now) limit 1000)
            """
        )
    }
}
