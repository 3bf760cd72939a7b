public import Domain
public import Postgres

/// The years of the stimuleringsregeling with their rules, and what is left of each.
public enum SchemeStore {
    /// A year with what was granted of it.
    public struct Year: Sendable, RowDecodable {
        public let rules: SchemeYear
        /// Granted, or settled where a project ended for less.
        public let committed: Money

        public var left: Money { rules.ceiling - committed }

        public init(row: inout RowReader) throws {
            rules = SchemeYear(
                year: try row.next(),
                ceiling: try row.next(),
                sharePercent: try row.next(),
                maximum: try row.next(),
                minimumPartners: try row.next(),
                opensOn: try row.next(),
                closesOn: try row.next(),
                source: try row.next(),
                version: try row.next()
            )
            committed = try row.next()
        }
    }

    private static let columns: SQL = """
        select year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on, closes_on, source, version,
            scheme_committed(year)
        from scheme_years
        """

    /// Every year, the latest first.
    public static func years(on connection: Connection) async throws -> [Year] {
        try await connection.query("\(sql: columns) order by year desc limit 100")
    }

    public static func find(_ year: Int, on connection: Connection) async throws -> Year? {
        try await connection.first("\(sql: columns) where year = \(year)")
    }

    public static func insert(_ rules: SchemeYear, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                closes_on, source, version)
            values (\(rules.year), \(rules.ceiling), \(rules.sharePercent), \(rules.maximum), \(rules.minimumPartners),
                \(rules.opensOn), \(rules.closesOn), \(rules.source), 1)
            """
        )
    }

    /// False when the version is not the present one.
    public static func update(_ rules: SchemeYear, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            """
            update scheme_years set ceiling_cents = \(rules.ceiling), share_percent = \(rules.sharePercent),
                maximum_cents = \(rules.maximum), minimum_partners = \(rules.minimumPartners),
                opens_on = \(rules.opensOn), closes_on = \(rules.closesOn), source = \(rules.source),
                version = version + 1
            where year = \(rules.year) and version = \(rules.version)
            """
        ) == 1
    }

    /// Who works for the fund, to mail; at most 20 people.
    public static func fundStaff(on connection: Connection) async throws -> [(id: StaffMember.ID, role: StaffRole)] {
        try await connection.query(
            """
            select m.id, min(r.role) from staff_roles r join staff_members m on m.id = r.staff_member_id
            where r.role in ('fund', 'fund_administrator') and m.disabled_at is null
            group by m.id order by m.id limit 20
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// Who leads projects of an organisation, by name.
    public static func leaders(
        of organisation: Organisation.ID,
        on connection: Connection
    ) async throws -> [(id: StaffMember.ID, name: String)] {
        try await connection.query(
            """
            select m.id, m.name from staff_members m
            where m.disabled_at is null and exists (select 1 from staff_roles r where r.staff_member_id = m.id
                and r.role = 'project_leader' and r.organisation_id = \(organisation))
            order by m.name collate "nl-x-icu", m.id limit 100
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
