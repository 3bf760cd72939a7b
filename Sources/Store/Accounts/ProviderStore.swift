public import Domain
public import Foundation
public import Postgres

/// Identity providers of organisations, and the people that they vouch for.
public enum ProviderStore {
    public struct Row: Sendable, RowDecodable {
        public let id: IdentityProvider.ID
        public let name: String
        /// Names it in addresses of ours.
        public let slug: String
        public let organisationID: Organisation.ID
        public let organisationName: String
        public let issuer: String
        public let clientID: String
        /// The name of the setting that holds the secret; the secret itself is never in the database.
        public let secretName: String
        public let isEnabled: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            slug = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            issuer = try row.next()
            clientID = try row.next()
            secretName = try row.next()
            isEnabled = try row.next()
        }
    }

    private static let columns: SQL = """
        select p.id, p.name, p.slug, p.organisation_id, o.name, p.issuer, p.client_id, p.secret_name, p.is_enabled
        from oidc_providers p
        join organisations o on o.id = p.organisation_id
        """

    /// Every provider by name; at most 100.
    public static func all(on connection: Connection) async throws -> [Row] {
        try await connection.query(columns + " order by p.name collate \"nl-x-icu\", p.id limit 100")
    }

    /// Those people can sign in with now; at most 100.
    public static func enabled(on connection: Connection) async throws -> [Row] {
        try await connection.query(
            columns + " where p.is_enabled order by p.name collate \"nl-x-icu\", p.id limit 100"
        )
    }

    /// A provider that people can sign in with now.
    public static func enabled(_ id: IdentityProvider.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where p.is_enabled and p.id = \(id)")
    }

    public static func enabled(slug: String, on connection: Connection) async throws -> Row? {
        try await connection.first(columns + " where p.is_enabled and p.slug = \(slug)")
    }

    /// The organisation with this name, whatever its capitals, or this id; nil when there is none.
    public static func organisation(_ nameOrID: String, on connection: Connection) async throws -> Organisation.ID? {
        try await connection.value(
            "select id from organisations where lower(name) = lower(\(nameOrID)) or id::text = lower(\(nameOrID)) limit 1"
        )
    }

    /// Registers a provider. Only the owner of the schema may. An issuer or slug that is there already gives
    /// `oidc_providers_issuer_key` or `oidc_providers_slug_key`.
    public static func insert(
        _ id: IdentityProvider.ID,
        organisation: Organisation.ID,
        name: String,
        slug: String,
        issuer: String,
        clientID: String,
        secretName: String,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into oidc_providers (id, organisation_id, name, slug, issuer, client_id, secret_name, is_enabled)
            values (\(id), \(organisation), \(name), \(slug), \(issuer), \(clientID), \(secretName), true)
            """
        )
    }

    /// Opens or closes a provider. Only the owner of the schema may. False when there is none with this slug.
    public static func setEnabled(
        _ isEnabled: Bool,
        slug: String,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            "update oidc_providers set is_enabled = \(isEnabled) where slug = \(slug)"
        ) == 1
    }

    // MARK: People

    /// A link between a provider's account and a staff member.
    public struct Link: Sendable, RowDecodable {
        public let slug: String
        public let linkedAt: Date

        public init(row: inout RowReader) throws {
            slug = try row.next()
            linkedAt = try row.next()
        }
    }

    /// Whom an open provider means by a subject; nil when that account is linked to nobody. Needs no one to act.
    public static func staffMember(
        of provider: IdentityProvider.ID,
        subject: String,
        on connection: Connection
    ) async throws -> StaffMember.ID? {
        try await connection.first("select oidc_staff_member(\(provider), \(subject))") { row in
            try row.nextOptional(StaffMember.ID.self)
        } ?? nil
    }

    /// The links of whoever acts, by name of the provider; at most 100.
    public static func links(of staffMember: StaffMember.ID, on connection: Connection) async throws -> [Link] {
        try await connection.query(
            """
            select p.slug, s.linked_at from oidc_subjects s
            join oidc_providers p on p.id = s.provider_id
            where s.staff_member_id = \(staffMember)
            order by p.name collate "nl-x-icu", p.id
            limit 100
            """
        )
    }

    /// Links an account at an open provider of the person's own organisation. False when it is none, or when that account, or
    /// this person at this provider, is linked already.
    public static func link(
        _ provider: IdentityProvider.ID,
        subject: String,
        to staffMember: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            insert into oidc_subjects (provider_id, subject, staff_member_id, linked_at)
            select p.id, \(subject), m.id, \(now)
            from oidc_providers p join staff_members m on m.organisation_id = p.organisation_id
            where p.id = \(provider) and p.is_enabled and m.id = \(staffMember)
            on conflict do nothing
            """
        ) == 1
    }

    /// Takes a link away, also of a provider that was closed. Nil when there was none.
    public static func unlink(
        slug: String,
        from staffMember: StaffMember.ID,
        on connection: Connection
    ) async throws -> IdentityProvider.ID? {
        try await connection.value(
            """
            delete from oidc_subjects s using oidc_providers p
            where p.id = s.provider_id and p.slug = \(slug) and s.staff_member_id = \(staffMember)
            returning s.provider_id
            """
        )
    }
}
