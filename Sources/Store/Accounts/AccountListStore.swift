public import Domain
public import Postgres

/// Every account, for whoever keeps the installation: read as the owner of the schema, whom no policy binds.
public enum AccountListStore {
    public struct Row: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let name: String
        public let mail: String
        public let organisationName: String
        /// Codes of the roles, by comma; empty without any.
        public let roles: String
        public let isClosed: Bool
        public let hasPassword: Bool
        public let hasSecondFactor: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            mail = try row.next()
            organisationName = try row.next()
            roles = try row.next()
            isClosed = try row.next()
            hasPassword = try row.next()
            hasSecondFactor = try row.next()
        }
    }

    private static let columns: SQL = """
        select m.id, m.name, m.mail, o.name,
            coalesce((select string_agg(distinct r.role, ', ' order by r.role) from staff_roles r
                where r.staff_member_id = m.id), ''),
            m.disabled_at is not null, a.password_hash is not null, a.totp_confirmed_at is not null
        from staff_members m
        join organisations o on o.id = m.organisation_id
        left join staff_accounts a on a.staff_member_id = m.id
        """

    /// By organisation and name; at most 5,000.
    public static func all(on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + " order by o.name collate \"nl-x-icu\", m.name collate \"nl-x-icu\", m.id limit 5000"
        )
    }

    public static func find(_ mail: EmailAddress, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where lower(m.mail) = lower(\(mail.rawValue))")
    }
}
