public import Domain
public import Foundation
public import Postgres

extension DuplicateChoice: SQLCode {}

/// Keyed hashes by which one person is found twice, and what the candidate says of it.
public enum PersonKeyStore {
    /// Writes the hash of a candidate of the acting team, or of the acting candidate. Equal hashes elsewhere become questions to
    /// the candidates; the caller learns nothing of them.
    public static func keep(
        _ hash: [UInt8],
        keyID: String,
        of candidate: Candidate.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into person_keys (candidate_id, team_id, key_id, hash, made_at)
            select id, team_id, \(keyID), \(Data(hash)), \(now) from candidates where id = \(candidate)
            on conflict (candidate_id, key_id) do update set hash = excluded.hash, made_at = excluded.made_at
                where person_keys.hash <> excluded.hash
            """
        )
    }

    /// Removes the hashes of the acting team that were made with other keys.
    public static func forget(otherThan keyIDs: [String], team: Team.ID, on connection: Connection) async throws {
        _ = try await connection.execute(
            "delete from person_keys where team_id = \(team) and key_id <> all(\(keyIDs))"
        )
    }

    /// Name and birth date of candidates of the acting team that have not a hash with each of these keys.
    public static func missing(
        keyIDs: [String],
        team: Team.ID,
        limit: Int,
        on connection: Connection
    ) async throws -> [(id: Candidate.ID, name: PersonName, bornOn: CalendarDate)] {
        try await connection.query(
            """
            select i.candidate_id, i.given_name, i.name_infix, i.family_name, i.born_on
            from candidate_identities i
            where i.team_id = \(team) and (
                select count(*) from person_keys k where k.candidate_id = i.candidate_id and k.key_id = any(\(keyIDs))
                ) < \(keyIDs.count)
            order by i.candidate_id
            limit \(limit)
            """
        ) { row in
            let id: Candidate.ID = try row.next()
            let (given, infix, family): (String, String, String) = (try row.next(), try row.next(), try row.next())
            return (id, PersonName(givenName: given, prefix: infix, familyName: family), try row.next())
        }
    }

    /// Finds what two registrations at one moment missed of each other.
    /// - Returns: how many pairs; while there are any, there may be more.
    public static func noteSamePeople(at now: Date, on connection: Connection) async throws -> Int {
        try await connection.value("select note_same_people(\(now))", as: Int.self) ?? 0
    }

    /// A question to the acting candidate: is that other file yours too?
    public struct Duplicate: Sendable, RowDecodable {
        public let id: CandidateDuplicate.ID
        public let foundAt: Date
        public let choice: DuplicateChoice?
        /// Where the other case is; nil when it ended.
        public let regionName: String?
        public let openedOn: CalendarDate?
        /// Both files have one mail address, so that one answer is enough.
        public let isProven: Bool
        /// One of the two has no open case any more: nothing is left to join.
        public let isSettled: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            foundAt = try row.next()
            choice = try row.nextOptional()
            regionName = try row.nextOptional()
            openedOn = try row.nextOptional()
            isProven = try row.next()
            isSettled = try row.next()
        }
    }

    /// The questions to the acting candidate, the newest first.
    public static func duplicates(on connection: Connection) async throws -> [Duplicate] {
        try await connection.query(
            "select id, found_at, choice, region_name, opened_on, is_proven, is_settled from own_duplicates()"
        )
    }

    /// What an answer came to.
    public enum Result: String, Sendable, SQLCode {
        /// Nothing happened and nobody hears.
        case different
        /// The same answer is asked in the other file, since nothing proves that it is theirs.
        case waiting
        case joined
    }

    /// - Parameter keepsThis: the search goes on in the file from which is answered, else in the other.
    /// - Returns: nil when there is no such question to the acting candidate.
    public static func choose(
        _ choice: DuplicateChoice,
        _ id: CandidateDuplicate.ID,
        keepsThis: Bool,
        at now: Date,
        on connection: Connection
    ) async throws -> Result? {
        try await connection.first("select choose_duplicate(\(id), \(choice), \(keepsThis), \(now))") { row in
            try row.nextOptional(Result.self)
        } ?? nil
    }
}
