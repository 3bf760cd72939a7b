public import Foundation
public import Postgres

/// Guesses that were made, by the keyed hash of whom or from where, so that a restart forgets nothing.
public enum SignInFailureStore {
    public enum Kind: String, SQLCode, CaseIterable, Sendable {
        case password
        case secondFactor = "second_factor"
        case address
        // Mails that someone asks for.
        case passwordReset = "password_reset"
        case candidateSignIn = "candidate_sign_in"
        case candidateRegistration = "candidate_registration"
        case candidateMailChange = "candidate_mail_change"
        /// A coordinator sends a candidate a link.
        case teamSendsLink = "team_sends_link"
    }

    /// Whom or what guesses are about, as a keyed hash.
    public struct Key: Sendable {
        public let hash: [UInt8]
        /// The same with keys that were replaced: what was counted then still counts.
        public let older: [[UInt8]]

        public init(hash: [UInt8], older: [[UInt8]]) {
            self.hash = hash
            self.older = older
        }

        fileprivate var all: [Data] { ([hash] + older).map { Data($0) } }
    }

    /// Until when one more guess has to wait; nil when it may be made now. Guesses about the same subject follow each other
    /// from here to the end of the transaction, so that a thousand at once are counted as a thousand.
    ///
    /// - Parameters:
    ///   - most: so many guesses are allowed…
    ///   - seconds: …within this time.
    public static func wait(
        _ kind: Kind,
        key: Key,
        most: Int,
        within seconds: TimeInterval,
        at now: Date,
        on connection: Connection
    ) async throws -> Date? {
        _ = try await connection.execute(
            "select pg_advisory_xact_lock(hashtextextended(\(kind) || encode(\(Data(key.hash)), 'hex'), 0))"
        )
        let earliest: Date? = try await connection.value(
            """
            select failed_at from sign_in_failures
            where kind = \(kind) and key = any(\(key.all)) and failed_at > \(now - seconds)
            order by failed_at desc
            offset \(most - 1)
            limit 1
            """
        )
        return earliest.map { $0 + seconds }
    }

    /// Counts a guess before it is looked at.
    public static func insert(_ kind: Kind, key: Key, at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            "insert into sign_in_failures (kind, key, failed_at) values (\(kind), \(Data(key.hash)), \(now))"
        )
    }

    /// It was no guess: forgets those about this subject, or only the one of this moment.
    public static func delete(_ kind: Kind, key: Key, at moment: Date? = nil, on connection: Connection)
        async throws
    {
        _ = try await connection.execute(
            """
            delete from sign_in_failures
            where kind = \(kind) and key = any(\(key.all)) and (\(moment)::timestamptz is null or failed_at = \(moment))
            """
        )
    }

    /// What is too old to count; at most 10,000 at once, and nothing while another sweeps. In a transaction of its own, so that
    /// it waits for nobody who counts.
    public static func deleteOld(before moment: Date, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from sign_in_failures where ctid in
                (select ctid from sign_in_failures where failed_at < \(moment) limit 10000)
                and pg_try_advisory_xact_lock(hashtextextended('sign_in_failures swept', 0))
            """
        )
    }
}
