public import Domain
public import Postgres

/// The roles staff members were given.
public enum RoleStore {
    struct Row: RowDecodable {
        let assignment: RoleAssignment

        init(row: inout RowReader) throws {
            assignment = RoleAssignment(
                id: try row.next(),
                role: try row.next(),
                teamID: try row.nextOptional(),
                organisationID: try row.nextOptional(),
                schoolID: try row.nextOptional(),
                regionCode: try row.nextOptional(),
                scopeName: try row.next()
            )
        }
    }

    /// What this staff member may do, coordinator first; at most 50.
    public static func assignments(of staffMember: StaffMember.ID, on connection: Connection) async throws
        -> [RoleAssignment]
    {
        try await connection.query(
            """
            select s.id, s.role, s.team_id, coalesce(s.organisation_id, t.organisation_id), s.school_id,
                coalesce(t.region_code, s.region_code), coalesce(t.name, o.name, c.name, '')
            from staff_roles s
            left join teams t on t.id = s.team_id
            left join organisations o on o.id = s.organisation_id
            left join schools c on c.id = s.school_id
            where s.staff_member_id = \(staffMember)
            order by s.role <> 'coordinator', s.role, coalesce(t.name, o.name, c.name, '') collate "nl-x-icu", s.id
            limit 50
            """
        ) { row in try Row(row: &row).assignment }
    }

    /// The roles of everyone of an organisation; at most 2,000.
    public static func assignments(ofStaffOf organisation: Organisation.ID, on connection: Connection) async throws
        -> [StaffMember.ID: [RoleAssignment]]
    {
        let rows = try await connection.query(
            """
            select s.staff_member_id, s.id, s.role, s.team_id, coalesce(s.organisation_id, t.organisation_id), s.school_id,
                coalesce(t.region_code, s.region_code), coalesce(t.name, o.name, c.name, '')
            from staff_roles s
            join staff_members m on m.id = s.staff_member_id
            left join teams t on t.id = s.team_id
            left join organisations o on o.id = s.organisation_id
            left join schools c on c.id = s.school_id
            where m.organisation_id = \(organisation)
            order by s.role <> 'coordinator', s.role, coalesce(t.name, o.name, c.name, '') collate "nl-x-icu", s.id
            limit 2000
            """
        ) { row in (try row.next(StaffMember.ID.self), try Row(row: &row).assignment) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Gives a role; the database refuses who may not give it, and the same role twice.
    public static func insert(_ assignment: RoleAssignment, to staffMember: StaffMember.ID, on connection: Connection)
        async throws
    {
        let role = assignment.role
        _ = try await connection.execute(
            """
            insert into staff_roles (id, staff_member_id, role, team_id, organisation_id, school_id, region_code)
            values (\(assignment.id), \(staffMember), \(role), \(role == .coordinator ? assignment.teamID : nil),
                \(role == .organisationAdministrator || role == .projectLeader ? assignment.organisationID : nil),
                \(role == .schoolContact ? assignment.schoolID : nil),
                \(role == .projectLeader ? assignment.regionCode : nil))
            """
        )
    }

    /// Takes a role back; false when the database hides it from the person who acts, or it is gone.
    public static func delete(_ id: RoleAssignment.ID, on connection: Connection) async throws -> Bool {
        try await connection.execute("delete from staff_roles where id = \(id)") > 0
    }
}
