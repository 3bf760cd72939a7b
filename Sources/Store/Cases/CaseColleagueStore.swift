public import Domain
public import Foundation
public import Postgres

/// Who of a team handles its cases.
extension CaseFileStore {
    /// A colleague who can handle cases.
    public struct Colleague: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let name: String
        public let phone: String
        public let absentUntil: CalendarDate?

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            phone = try row.next()
            absentUntil = try row.nextOptional()
        }
    }

    /// The coordinators of a team by name.
    public static func colleagues(in team: Team.ID, on connection: Connection) async throws -> [Colleague] {
        try await connection.query(
            """
            select m.id, m.name, m.phone, m.absent_until
            from staff_members m
            where m.disabled_at is null and exists (select 1 from staff_roles r
                where r.staff_member_id = m.id and r.role = 'coordinator' and r.team_id = \(team))
            order by m.name collate "nl-x-icu", m.id
            """
        )
    }

    /// How many registered cases each coordinator of the team has, and nobody in particular; the most first.
    public static func registeredPerCoordinator(
        team: Team.ID,
        importRun run: UUID?,
        on connection: Connection
    ) async throws -> [(coordinator: String?, count: Int)] {
        try await connection.query(
            """
            select s.name, count(*)
            from case_files f
            left join staff_members s on s.id = f.coordinator_id
            where f.team_id = \(team) and f.state = 'registered' and \(sql: isFrom(run))
            group by s.id, s.name
            order by 2 desc, 1
            """
        ) { (try $0.nextOptional(String.self), try $0.next(Int.self)) }
    }
}
