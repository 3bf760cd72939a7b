public import Foundation
public import Postgres

/// Guesses that were made, by the keyed hash of whom or from where, so that a restart forgets nothing.
public enum SignInFailureStore {
    public enum Kind: String, SQLCode, CaseIterable, Sendable {
        case password
        case secondFactor = "second_factor"
        case mailLink = "mail_link"
        case address
    }

    /// Until when one more guess has to wait; nil when it may be made now. Guesses about the same subject follow each other
    /// from here to the end of the transaction, so that a thousand at once are counted as a thousand.
    ///
    /// - Parameters:
    ///   - most: so many guesses are allowed…
    ///   - seconds: …within this time.
    public static func wait(
        _ kind: Kind,
        key: [UInt8],
        most: Int,
        within seconds: TimeInterval,
        at now: Date,
        on connection: Connection
    ) async throws -> Date? {
        _ = try await connection.execute(
            "select pg_advisory_xact_lock(hashtextextended(\(kind) || encode(\(Data(key)), 'hex'), 0))"
        )
        let earliest: Date? = try await connection.value(
            """
            select failed_at from sign_in_failures
            where kind = \(kind) and key = \(Data(key)) and failed_at > \(now - seconds)
            order by failed_at desc
            offset \(most - 1)
            limit 1
            """
        )
        return earliest.map { $0 + seconds }
    }

    /// Counts a guess before it is looked at.
    public static func insert(_ kind: Kind, key: [UInt8], at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            "insert into sign_in_failures (kind, key, failed_at) values (\(kind), \(Data(key)), \(now))"
        )
    }

    /// It was no guess: forgets those about this subject, or only the one of this moment.
    public static func delete(_ kind: Kind, key: [UInt8], at moment: Date? = nil, on connection: Connection)
        async throws
    {
        _ = try await connection.execute(
            """
            delete from sign_in_failures
            where kind = \(kind) and key = \(Data(key)) and (\(moment)::timestamptz is null or failed_at = \(moment))
            """
        )
    }

    /// What is too old to count; at most 10,000 at once.
    public static func deleteOld(before moment: Date, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from sign_in_failures where ctid in
                (select ctid from sign_in_failures where failed_at < \(moment) limit 10000)
            """
        )
    }
}
