public import Domain
public import Foundation
public import Postgres

/// How staff sign in: password and second factor. A row is seen by its owner only, so whoever reads one acts as that person.
public enum AccountStore {
    public struct Row: Sendable, RowDecodable {
        public let staffMemberID: StaffMember.ID
        public let name: String
        public let mail: String
        public let organisationID: Organisation.ID
        public let organisationName: String
        /// When the account was closed; nil while it is open.
        public let disabledAt: Date?
        public let passwordHash: String?
        public let passwordChangedAt: Date?
        public let sealedSecret: Data?
        public let sealID: String?
        public let secondFactorSince: Date?
        /// The step of the last code that was used.
        public let lastStep: Int64?
        /// Rises with every change of password or second factor; 0 while there is no account yet.
        public let version: Int

        public init(row: inout RowReader) throws {
            staffMemberID = try row.next()
            name = try row.next()
            mail = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            disabledAt = try row.nextOptional()
            passwordHash = try row.nextOptional()
            passwordChangedAt = try row.nextOptional()
            sealedSecret = try row.nextOptional()
            sealID = try row.nextOptional()
            secondFactorSince = try row.nextOptional()
            lastStep = try row.nextOptional()
            version = try row.next()
        }
    }

    /// Whose address this is; everyone may ask, since staff see each other.
    public static func owner(of mail: EmailAddress, on connection: Connection) async throws -> StaffMember.ID? {
        try await connection.value("select id from staff_members where lower(mail) = lower(\(mail.rawValue))")
    }

    /// A staff member with the account; without secrets for anyone but the person self.
    public static func find(_ id: StaffMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select m.id, m.name, m.mail, m.organisation_id, o.name, m.disabled_at, a.password_hash, a.password_changed_at,
                a.totp_secret, a.totp_key_id, a.totp_confirmed_at, a.totp_last_step, coalesce(a.version, 0)
            from staff_members m
            join organisations o on o.id = m.organisation_id
            left join staff_accounts a on a.staff_member_id = m.id
            where m.id = \(id)
            """
        )
    }

    /// Sets a password, the first one or another.
    public static func setPassword(
        _ hash: String,
        of id: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into staff_accounts (staff_member_id, password_hash, password_changed_at, created_at, version)
            values (\(id), \(hash), \(now), \(now), 1)
            on conflict (staff_member_id) do update
            set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at,
                version = staff_accounts.version + 1
            """
        )
    }

    /// The same password, dearer to guess. Changes nothing when it was changed meanwhile.
    public static func strengthen(
        _ hash: String,
        instead old: String,
        of id: StaffMember.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            "update staff_accounts set password_hash = \(hash) where staff_member_id = \(id) and password_hash = \(old)"
        )
    }

    /// Sets the second factor. False when the account changed since `version` was read.
    public static func setSecondFactor(
        sealedSecret: Data,
        sealID: String,
        step: Int64,
        of id: StaffMember.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update staff_accounts
            set totp_secret = \(sealedSecret), totp_key_id = \(sealID), totp_confirmed_at = \(now), totp_last_step = \(step),
                version = version + 1
            where staff_member_id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// Takes the second factor and the recovery codes away: the next sign-in sets up another.
    public static func removeSecondFactor(of id: StaffMember.ID, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            update staff_accounts
            set totp_secret = null, totp_key_id = null, totp_confirmed_at = null, totp_last_step = null,
                version = version + 1
            where staff_member_id = \(id)
            """
        )
        _ = try await connection.execute("delete from recovery_codes where staff_member_id = \(id)")
    }

    /// Uses the code of a step. False when that code or a later one was used before.
    public static func use(step: Int64, of id: StaffMember.ID, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            """
            update staff_accounts set totp_last_step = \(step)
            where staff_member_id = \(id) and coalesce(totp_last_step, -1) < \(step)
            """
        ) == 1
    }

    /// New recovery codes instead of the old ones.
    public static func replaceRecoveryCodes(
        of id: StaffMember.ID,
        with codes: [(id: UUID, hash: [UInt8])],
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from recovery_codes where staff_member_id = \(id)")
        for code in codes {
            _ = try await connection.execute(
                """
                insert into recovery_codes (id, staff_member_id, code_sha256)
                values (\(code.id), \(id), \(Data(code.hash)))
                """
            )
        }
    }

    /// Uses a recovery code. False when it is none of this person's, or was used.
    public static func useRecoveryCode(
        _ hash: [UInt8],
        of id: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update recovery_codes set used_at = \(now)
            where staff_member_id = \(id) and code_sha256 = \(Data(hash)) and used_at is null
            """
        ) > 0
    }

    /// How many recovery codes are left.
    public static func recoveryCodesLeft(of id: StaffMember.ID, on connection: Connection) async throws -> Int {
        try await connection.value(
            "select count(*) from recovery_codes where staff_member_id = \(id) and used_at is null"
        ) ?? 0
    }
}
