public import Domain
import Foundation
public import Postgres

/// What changed for the matcher's snapshot, read so that no transaction's rows are skipped, however long it ran.
///
/// A row carries the id of the transaction that wrote it. Everything below `pg_snapshot_xmin` has ended, so what is read
/// between the last such bound and the present one is complete; a slow transaction only holds the bound back.
public enum MatchChangeStore {
    /// How far a reader has come.
    public struct Position: Hashable, Sendable {
        /// Transactions below this number are behind us.
        public let transaction: UInt64
        /// The highest row number that was there.
        public let row: Int

        public init(transaction: UInt64, row: Int) {
            self.transaction = transaction
            self.row = row
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
            decode: Self.position(of:)) ?? Position(transaction: 0, row: 0)
    }

    /// What transactions that ended since wrote, and the position after it.
    public static func changes(
        since old: Position, on connection: Connection
    ) async throws -> (changes: Changes, position: Position) {
        let lowest: Int? = try await connection.value("select id from match_changes order by id limit 1")
        let new = try await position(on: connection)
        // A lower number than before means another database, such as a restored one.
        if new.transaction < old.transaction || (lowest ?? 0) > old.row + 1 { return (.everything, new) }
        guard new.transaction > old.transaction else { return (.some(cases: [], places: []), new) }
        let rows: [(kind: String, subject: UUID?)] = try await connection.query(
            """
            select distinct kind, subject_id from match_changes
            where xid >= \(String(old.transaction))::xid8 and xid < \(String(new.transaction))::xid8
            """
        ) { (try $0.next(), try $0.nextOptional()) }
        if rows.contains(where: { $0.kind == "all" }) { return (.everything, new) }
        return (
            .some(
                cases: rows.filter { $0.kind == "case" }.compactMap { $0.subject.map { CaseFile.ID($0) } },
                places: rows.filter { $0.kind == "place" }.compactMap { $0.subject.map { TrainingPlace.ID($0) } }), new
        )
    }

    /// Removes rows that even slow readers have left behind. Who lagged further reads everything anew.
    @discardableResult
    public static func prune(before position: Position, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from match_changes
            where id <= \(position.row - keptRows) and xid < \(String(position.transaction))::xid8
            """)
    }

    private static func position(of row: inout RowReader) throws -> Position {
        let text: String = try row.next()
        guard let transaction = UInt64(text) else { throw UnreadableValue(type: "transaction number") }
        return Position(transaction: transaction, row: try row.next())
    }
}
