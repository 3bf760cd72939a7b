public import Domain
public import Foundation
public import Postgres

/// Attempts to sign in through a provider: begun by one browser, answered once, within minutes.
public enum ProviderAttemptStore {
    public struct Attempt: Sendable {
        public let providerID: IdentityProvider.ID
        public let nonce: String
        public let codeVerifier: String
        public let returnPath: String
        /// Who wants to link an account; nil for someone who signs in.
        public let staffMemberID: StaffMember.ID?

        public init(
            providerID: IdentityProvider.ID,
            nonce: String,
            codeVerifier: String,
            returnPath: String,
            staffMemberID: StaffMember.ID?
        ) {
            self.providerID = providerID
            self.nonce = nonce
            self.codeVerifier = codeVerifier
            self.returnPath = returnPath
            self.staffMemberID = staffMemberID
        }
    }

    /// What an attempt is found by: SHA-256 of its state and of the browser's cookie, both 32 bytes.
    public struct Key: Hashable, Sendable {
        public let state: [UInt8]
        public let browser: [UInt8]

        public init(state: [UInt8], browser: [UInt8]) {
            self.state = state
            self.browser = browser
        }
    }

    public static func insert(
        _ attempt: Attempt,
        _ key: Key,
        at now: Date,
        until expiry: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into oidc_attempts (state_sha256, browser_sha256, provider_id, nonce, code_verifier, return_path,
                linking_staff_member_id, created_at, expires_at)
            values (\(Data(key.state)), \(Data(key.browser)), \(attempt.providerID), \(attempt.nonce),
                \(attempt.codeVerifier), \(attempt.returnPath), \(attempt.staffMemberID), \(now), \(expiry))
            """
        )
    }

    /// Uses an attempt up. Nil when it is unknown, begun by another browser, used before or too old: all look the same.
    public static func use(_ key: Key, at now: Date, on connection: Connection) async throws -> Attempt? {
        try await connection.first(
            """
            update oidc_attempts set used_at = \(now)
            where state_sha256 = \(Data(key.state)) and browser_sha256 = \(Data(key.browser)) and used_at is null
                and expires_at > \(now)
            returning provider_id, nonce, code_verifier, return_path, linking_staff_member_id
            """
        ) { row in
            Attempt(
                providerID: try row.next(),
                nonce: try row.next(),
                codeVerifier: try row.next(),
                returnPath: try row.next(),
                staffMemberID: try row.nextOptional()
            )
        }
    }

    /// Keeps whom the provider vouched for, until the person says yes to linking.
    public static func keep(subject: String, _ key: Key, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            update oidc_attempts set subject = \(subject)
            where state_sha256 = \(Data(key.state)) and browser_sha256 = \(Data(key.browser)) and used_at is not null
                and linking_staff_member_id is not null
            """
        )
    }

    /// Ends an attempt to link and says what is to be linked. Nil when there is none of this person in this browser.
    public static func take(
        _ key: Key,
        of staffMember: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> (providerID: IdentityProvider.ID, subject: String)? {
        try await connection.first(
            """
            delete from oidc_attempts
            where state_sha256 = \(Data(key.state)) and browser_sha256 = \(Data(key.browser)) and expires_at > \(now)
                and linking_staff_member_id = \(staffMember) and subject is not null
            returning provider_id, subject
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// Attempts that nobody can end any more; at most 1,000 at once.
    public static func deleteEnded(before now: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            delete from oidc_attempts where state_sha256 in
                (select state_sha256 from oidc_attempts where expires_at <= \(now) limit 1000)
            """
        )
    }
}
