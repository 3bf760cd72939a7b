public import Domain
public import Postgres

/// Staff members with their organisation and the roles they were given.
public enum StaffStore {
    public struct Row: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let name: String
        public let phone: String
        public let mail: String
        public let organisationID: Organisation.ID
        public let organisationName: String
        public let absentUntil: CalendarDate?
        public let standInID: StaffMember.ID?
        public let isDisabled: Bool
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            phone = try row.next()
            mail = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            absentUntil = try row.nextOptional()
            standInID = try row.nextOptional()
            isDisabled = try row.next()
            isFictional = try row.next()
        }
    }

    /// A fictional person in one role, as the demo offers them.
    public struct DemoRow: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let roleID: RoleAssignment.ID
        public let name: String
        public let role: StaffRole
        public let scopeName: String
        public let regionCode: RegionCode?
        public let regionName: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            roleID = try row.next()
            name = try row.next()
            role = try row.next()
            scopeName = try row.next()
            regionCode = try row.nextOptional()
            regionName = try row.nextOptional()
        }
    }

    private static let columns: SQL = """
        select m.id, m.name, m.phone, m.mail, m.organisation_id, o.name, m.absent_until, m.stand_in_id,
            m.disabled_at is not null, m.is_fictional
        from staff_members m
        join organisations o on o.id = m.organisation_id
        """

    /// The fictional coordinators whom the demo lets a visitor be, by region; at most 500.
    public static func fictionalCoordinators(on connection: Connection) async throws -> [DemoRow] {
        try await connection.query(
            """
            select m.id, s.id, m.name, s.role, t.name, t.region_code, r.name
            from staff_members m
            join staff_roles s on s.staff_member_id = m.id and s.role = 'coordinator'
            join teams t on t.id = s.team_id
            join regions r on r.code = t.region_code
            where m.is_fictional and m.disabled_at is null
            order by r.name collate "nl-x-icu", t.name collate "nl-x-icu", m.name collate "nl-x-icu", m.id
            limit 500
            """
        )
    }

    /// Fictional people in the other roles, a few of each, for the demo.
    /// - Parameter first: who comes before the others of the same role.
    public static func fictionalOthers(first: [StaffMember.ID], on connection: Connection) async throws -> [DemoRow] {
        try await connection.query(
            """
            select id, role_id, name, role, scope, region_code, region from (
                select m.id, s.id as role_id, m.name, s.role, coalesce(o.name, c.name, '') as scope, r.code as region_code, r.name as region,
                    row_number() over (partition by s.role order by m.id = any (\(first)) desc, m.name collate "nl-x-icu", m.id) as number
                from staff_members m
                join staff_roles s on s.staff_member_id = m.id and s.role <> 'coordinator'
                left join organisations o on o.id = s.organisation_id
                left join schools c on c.id = s.school_id
                left join regions r on r.code = coalesce(s.region_code, c.region_code)
                where m.is_fictional and m.disabled_at is null) as people
            where number <= 3
            order by role, number
            limit 20
            """
        )
    }

    /// One staff member; nil when there is none with this id.
    public static func find(_ id: StaffMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where m.id = \(id)")
    }

    /// Whoever signs in with this mail address, whatever its capitals.
    public static func find(mail: String, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where lower(m.mail) = lower(\(mail))")
    }

    /// The coordinators of a team who still work there, in order of name.
    public static func members(of team: Team.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + """
                 where m.disabled_at is null and exists (select 1 from staff_roles s
                    where s.staff_member_id = m.id and s.role = 'coordinator' and s.team_id = \(team))
                order by m.name collate "nl-x-icu", m.id limit 200
                """
        )
    }
}
