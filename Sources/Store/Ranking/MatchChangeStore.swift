public import Domain
import Foundation
public import Postgres

/// What changed for the matcher's snapshot, read so that no transaction's rows are skipped, however long it ran.
///
/// A row carries the id of the transaction that wrote it. Everything below `pg_snapshot_xmin` has ended, so a reader goes
/// on from the last such bound. Above it rows may still come in any order: those that are visible are read once, and
/// remembered until the bound has passed them, so that a slow transaction (of any database of the server) delays nobody.
public enum MatchChangeStore {
    /// How far a reader has come.
    public struct Position: Hashable, Sendable {
        /// Transactions below this number are behind us.
        public let transaction: UInt64
        /// The highest row number that was there.
        public let row: Int
        /// Rows of transactions at or above ``transaction`` that were read already.
        public let ahead: Set<Int>

        public init(transaction: UInt64, row: Int, ahead: Set<Int> = []) {
            self.transaction = transaction
            self.row = row
            self.ahead = ahead
        }
    }

    /// What changed between two positions.
    public enum Changes: Hashable, Sendable {
        /// Rows were pruned unseen, or a bulk load says so: read everything anew.
        case everything
        case some(cases: [CaseFile.ID], places: [TrainingPlace.ID])
    }

    /// So many rows are kept for readers that lag.
    public static let keptRows = 100_000

    /// Where a reader begins: take it before loading everything, in an earlier statement.
    public static func position(on connection: Connection) async throws -> Position {
        try await connection.first(
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text, coalesce((select max(id) from match_changes), 0)
            """,
            decode: Self.position(of:)
        ) ?? Position(transaction: 0, row: 0)
    }

    /// What transactions that ended since wrote, and the position after it.
    public static func changes(
        since old: Position,
        on connection: Connection
    ) async throws -> (changes: Changes, position: Position) {
        let lowest: Int? = try await connection.value("select id from match_changes order by id limit 1")
        let new = try await position(on: connection)
        // A lower number than before means another database, such as a restored one.
        if new.transaction < old.transaction || (lowest ?? 0) > old.row + 1 { return (.everything, new) }
        let rows: [Row] = try await connection.query(
            """
            select id, kind, subject_id, xid >= \(String(new.transaction))::xid8 from match_changes
            where xid >= \(String(old.transaction))::xid8
            """
        )
        let position = Position(
            transaction: new.transaction,
            row: max(new.row, rows.map(\.id).max() ?? 0),
            ahead: Set(rows.filter(\.isAhead).map(\.id))
        )
        let news = rows.filter { !old.ahead.contains($0.id) }
        if news.contains(where: { $0.kind == "all" }) { return (.everything, position) }
        func subjects(_ kind: String) -> Set<UUID> { Set(news.filter { $0.kind == kind }.compactMap(\.subject)) }
        return (
            .some(
                cases: subjects("case").map { CaseFile.ID($0) },
                places: subjects("place").map { TrainingPlace.ID($0) }
            ),
            position
        )
    }

    private struct Row: RowDecodable {
        let id: Int
        let kind: String
        let subject: UUID?
        let isAhead: Bool

        init(row: inout RowReader) throws {
            id = try row.next()
            kind = try row.next()
            subject = try row.nextOptional()
            isAhead = try row.next()
        }
    }

    /// Removes rows that even slow readers have left behind. A reader that lagged further reads everything anew.
    @discardableResult
    public static func prune(before position: Position, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from match_changes
            where id <= \(position.row - keptRows) and xid < \(String(position.transaction))::xid8
            """
        )
    }

    private static func position(of row: inout RowReader) throws -> Position {
        let text: String = try row.next()
        guard let transaction = UInt64(text) else { throw UnreadableValue(type: "transaction number") }
        return Position(transaction: transaction, row: try row.next())
    }
}
