public import Domain
public import Foundation
public import Postgres

/// Finds what is public by the words that people type (Schema, 0033_search.sql): inflections, compounds, other words for a
/// bottleneck and typing errors included.
public enum SearchStore {
    public struct Hit: Hashable, Sendable, RowDecodable {
        public let kind: SearchKind
        public let id: UUID
        /// How many of the typed words were found, and in the fraction how much it is about them.
        public let rank: Double

        public init(row: inout RowReader) throws {
            kind = try row.next()
            id = try row.next()
            rank = try row.next()
        }
    }

    /// The best first: what holds all words, then what holds most, then the newest. What holds only some comes along when
    /// little holds all. Empty when the text has no words that say something.
    public static func search(
        _ text: String,
        kinds: [SearchKind] = SearchKind.allCases,
        limit: Int,
        on connection: Connection
    ) async throws -> [Hit] {
        try await connection.query(
            """
            select kind, subject_id, rank::double precision
            from search_subjects(\(text), \(kinds.map(\.rawValue)), \(limit)::integer) with ordinality as found (kind, subject_id, rank, position)
            order by position
            """
        )
    }
}
