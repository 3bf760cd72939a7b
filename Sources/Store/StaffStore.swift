public import Domain
public import Postgres

/// Staff members with their team, organisation and region.
public enum StaffStore {
    public struct Row: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let name: String
        public let phone: String
        public let mail: String
        public let teamID: Team.ID?
        public let teamName: String?
        public let organisationName: String
        public let regionCode: RegionCode?
        public let regionName: String?
        public let absentUntil: CalendarDate?

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            phone = try row.next()
            mail = try row.next()
            teamID = try row.nextOptional()
            teamName = try row.nextOptional()
            organisationName = try row.next()
            regionCode = try row.nextOptional()
            regionName = try row.nextOptional()
            absentUntil = try row.nextOptional()
        }
    }

    private static let columns: SQL = """
        select m.id, m.name, m.phone, m.mail, m.team_id, t.name, o.name, t.region_code, r.name, m.absent_until
        from staff_members m
        join organisations o on o.id = m.organisation_id
        left join teams t on t.id = m.team_id
        left join regions r on r.code = t.region_code
        """

    /// The fictional coordinators whom the demo lets a visitor be, by region; at most 500.
    public static func fictionalCoordinators(on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + """
                 where m.is_fictional and m.team_id is not null
                    and exists (select 1 from staff_roles s where s.staff_member_id = m.id and s.role = 'coordinator')
                order by r.name collate "nl-x-icu", t.name collate "nl-x-icu", m.name collate "nl-x-icu", m.id
                limit 500
                """
        )
    }

    /// One staff member; nil when there is none with this id.
    public static func find(_ id: StaffMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where m.id = \(id)")
    }

    /// The coordinators of a team, in order of name.
    public static func members(of team: Team.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + " where m.team_id = \(team) order by m.name collate \"nl-x-icu\", m.id limit 200"
        )
    }
}
