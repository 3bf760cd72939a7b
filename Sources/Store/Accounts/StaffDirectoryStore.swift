public import Domain
public import Foundation
public import Postgres

/// Staff as their administrator sees them: whose account is in use, and who has which role. Row-level security hides the state
/// of accounts from everyone else.
public enum StaffDirectoryStore {
    public struct Row: Sendable, RowDecodable {
        public let id: StaffMember.ID
        public let name: String
        public let mail: String
        public let phone: String
        public let organisationID: Organisation.ID
        public let organisationName: String
        public let disabledAt: Date?
        public let hasPassword: Bool
        public let hasSecondFactor: Bool
        public let lastSeenAt: Date?

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            mail = try row.next()
            phone = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            disabledAt = try row.nextOptional()
            hasPassword = try row.next()
            hasSecondFactor = try row.next()
            lastSeenAt = try row.nextOptional()
        }
    }

    private static let columns: SQL = """
        select m.id, m.name, m.mail, m.phone, m.organisation_id, o.name, m.disabled_at, s.has_password, s.has_second_factor,
            s.last_seen_at
        from staff_members m
        join organisations o on o.id = m.organisation_id
        join staff_account_states s on s.staff_member_id = m.id
        """

    /// Everyone of an organisation, those who left at the end; at most 500.
    public static func staff(of organisation: Organisation.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + """
                 where m.organisation_id = \(organisation)
                order by m.disabled_at is not null, m.name collate "nl-x-icu", m.id
                limit 500
                """
        )
    }

    /// One person; nil for whoever may not see the account.
    public static func find(_ id: StaffMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where m.id = \(id)")
    }

    /// A new member of staff, as fictional as the organisation.
    public static func insert(
        _ id: StaffMember.ID,
        of organisation: Organisation.ID,
        name: String,
        mail: EmailAddress,
        phone: String,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            insert into staff_members (id, organisation_id, name, mail, phone, is_fictional)
            select \(id), o.id, \(name), \(mail.rawValue), \(phone), o.is_fictional from organisations o
            where o.id = \(organisation)
            """
        ) == 1
    }

    /// Closes an account, or opens it again with nil.
    public static func setDisabled(_ id: StaffMember.ID, at moment: Date?, on connection: Connection) async throws
        -> Bool
    {
        try await connection.execute(
            """
            update staff_members set disabled_at = \(moment)
            where id = \(id) and (disabled_at is null) <> (\(moment)::timestamptz is null)
            """
        ) == 1
    }

    /// Other details, if what stood there still does. Without a mail address that stays as it is.
    public static func correct(
        _ id: StaffMember.ID,
        name: String,
        phone: String,
        mail: EmailAddress?,
        instead before: (name: String, phone: String, mail: EmailAddress?),
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update staff_members set name = \(name), phone = \(phone), mail = coalesce(\(mail?.rawValue), mail)
            where id = \(id) and name = \(before.name) and phone = \(before.phone)
                and mail = coalesce(\(before.mail?.rawValue), mail)
            """
        ) == 1
    }

    /// Until when someone is away, and who stands in.
    public static func setAbsence(
        _ id: StaffMember.ID,
        until: CalendarDate?,
        standIn: StaffMember.ID?,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            "update staff_members set absent_until = \(until), stand_in_id = \(standIn) where id = \(id)"
        ) == 1
    }

    /// How many others, whose accounts are open, administer the same: the fund, or this organisation. Nobody else changes that
    /// until the end of the transaction.
    public static func otherAdministrators(
        of organisation: Organisation.ID?,
        than person: StaffMember.ID,
        on connection: Connection
    ) async throws -> Int {
        _ = try await connection.execute("select pg_advisory_xact_lock(hashtextextended('staff_roles', 0))")
        return try await connection.value(
            """
            select count(distinct m.id) from staff_roles r join staff_members m on m.id = r.staff_member_id
            where m.id <> \(person) and m.disabled_at is null
                and ((\(organisation)::uuid is null and r.role = 'fund_administrator')
                    or (r.role = 'organisation_administrator' and r.organisation_id = \(organisation)))
            """
        ) ?? 0
    }

    /// An organisation with how many work there and who administers it.
    public struct OrganisationRow: Sendable, RowDecodable {
        public let id: Organisation.ID
        public let name: String
        public let kind: OrganisationKind
        public let staffCount: Int
        public let administrators: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            kind = try row.next()
            staffCount = try row.next()
            administrators = try row.nextOptional()
        }
    }

    private static let organisationColumns: SQL = """
        select o.id, o.name, o.kind,
            (select count(*) from staff_members m where m.organisation_id = o.id and m.disabled_at is null),
            (select string_agg(m.name, ', ' order by m.name collate "nl-x-icu")
                from staff_roles r join staff_members m on m.id = r.staff_member_id
                where m.disabled_at is null and ((r.role = 'organisation_administrator' and r.organisation_id = o.id)
                    or (r.role = 'fund_administrator' and m.organisation_id = o.id)))
        from organisations o
        """

    /// By name; at most 1,000.
    public static func organisations(on connection: Connection) async throws -> [OrganisationRow] {
        try await connection.query(
            organisationColumns + " order by o.name collate \"nl-x-icu\", o.id limit 1000"
        )
    }

    public static func organisation(_ id: Organisation.ID, on connection: Connection) async throws -> OrganisationRow? {
        try await connection.first(organisationColumns + " where o.id = \(id)")
    }

    /// A team with its region.
    public struct TeamRow: Sendable, RowDecodable {
        public let id: Team.ID
        public let name: String
        public let regionName: String
        public let phone: String
        public let mail: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            regionName = try row.next()
            phone = try row.next()
            mail = try row.next()
        }
    }

    public static func teams(of organisation: Organisation.ID, on connection: Connection) async throws -> [TeamRow] {
        try await connection.query(
            """
            select t.id, t.name, g.name, t.phone, t.mail
            from teams t join regions g on g.code = t.region_code
            where t.organisation_id = \(organisation)
            order by t.name collate "nl-x-icu", t.id
            limit 200
            """
        )
    }

    /// Whether the organisation works in the region today.
    public static func works(
        _ organisation: Organisation.ID,
        in region: RegionCode,
        on today: CalendarDate,
        connection: Connection
    )
        async throws -> Bool
    {
        try await connection.value(
            """
            select exists (select 1 from organisation_regions
                where organisation_id = \(organisation) and region_code = \(region)
                    and (valid_until is null or valid_until >= \(today)))
            """
        ) ?? false
    }

    /// A new team of an organisation, as fictional as that. From today the organisation works in the team's region.
    public static func insertTeam(
        _ id: Team.ID,
        of organisation: Organisation.ID,
        in region: RegionCode,
        name: String,
        phone: String,
        mail: EmailAddress,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        _ = try await connection.execute(
            """
            insert into organisation_regions (organisation_id, region_code, valid_from)
            select \(organisation), \(region), \(today)
            where not exists (select 1 from organisation_regions
                where organisation_id = \(organisation) and region_code = \(region)
                    and (valid_until is null or valid_until >= \(today)))
            """
        )
        return try await connection.execute(
            """
            insert into teams (id, organisation_id, region_code, name, phone, mail, is_fictional)
            select \(id), o.id, \(region), \(name), \(phone), \(mail.rawValue), o.is_fictional from organisations o
            where o.id = \(organisation)
            """
        ) == 1
    }

    /// A new organisation; `slug` is unique.
    public static func insertOrganisation(
        _ id: Organisation.ID,
        _ kind: OrganisationKind,
        name: String,
        slug: String,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into organisations (id, kind, name, slug, is_fictional, source)
            values (\(id), \(kind), \(name), \(slug), false, 'Doorwijzer')
            """
        )
    }

    /// The organisation with this slug; without a slug the first that is a fund.
    public static func organisation(
        slug: String?,
        on connection: Connection
    ) async throws -> (id: Organisation.ID, name: String)? {
        try await connection.first(
            """
            select id, name from organisations
            where case when \(slug)::text is null then kind = 'fund' else slug = \(slug) end
            order by is_fictional, name, id limit 1
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
