/// A value made from one row. Reads every column, in the order of the select list.
public protocol RowDecodable {
    init(row: inout RowReader) throws
}

/// Reads the columns of a row from left to right and checks that each has the type the decoder expects.
public struct RowReader {
    private let result: RawResult
    private var rowIndex = 0
    private var columnIndex = 0
    /// Per column the Swift type whose column types were checked already: one check per statement, not per row.
    private var checked: [ObjectIdentifier?]

    init(_ result: RawResult) {
        self.result = result
        checked = Array(repeating: nil, count: result.columns.count)
    }

    /// The next column.
    /// - Throws: a ``DatabaseError`` of kind `decoding` for NULL, for another column type and for unreadable text.
    public mutating func next<Value: SQLDecodable>(_ type: Value.Type = Value.self) throws(DatabaseError) -> Value {
        let name = result.columnName(columnIndex)
        guard let value = try nextOptional(type) else {
            throw Self.failure(column: name, expected: "\(type)", found: "NULL")
        }
        return value
    }

    /// The next column, nil for NULL.
    public mutating func nextOptional<Value: SQLDecodable>(
        _ type: Value.Type = Value.self
    ) throws(DatabaseError) -> Value? {
        guard columnIndex < result.columns.count else {
            throw Self.failure(
                column: "number \(columnIndex + 1)",
                expected: "\(type)",
                found: "only \(result.columns.count) columns"
            )
        }
        let column = result.columns[columnIndex]
        if checked[columnIndex] != ObjectIdentifier(type) {
            guard type.sqlTypeOIDs.contains(column.typeOID) else {
                let expected = type.sqlTypeOIDs.sorted().map(SQLTypeOID.describe).joined(separator: "/")
                throw Self.failure(
                    column: column.name,
                    expected: "\(type) (\(expected))",
                    found: SQLTypeOID.describe(column.typeOID)
                )
            }
            checked[columnIndex] = ObjectIdentifier(type)
        }
        let text = result.text(row: rowIndex, column: columnIndex)
        columnIndex += 1
        guard let text else { return nil }
        do {
            return try Value(sqlText: text)
        } catch {
            // The text itself may be personal and stays out of the error.
            throw Self.failure(column: column.name, expected: "\(type)", found: "unreadable text")
        }
    }

    /// Decodes all rows of a result.
    static func decodeAll<Value>(
        _ result: RawResult,
        limit: Int = .max,
        decode: (inout RowReader) throws -> Value
    ) throws -> [Value] {
        var reader = RowReader(result)
        var values: [Value] = []
        let count = min(result.rowCount, limit)
        values.reserveCapacity(count)
        for index in 0..<count {
            reader.rowIndex = index
            reader.columnIndex = 0
            values.append(try decode(&reader))
            guard reader.columnIndex == result.columns.count else {
                throw failure(
                    column: result.columnName(reader.columnIndex),
                    expected: "\(reader.columnIndex) columns",
                    found: "\(result.columns.count) columns"
                )
            }
        }
        return values
    }

    private static func failure(column: String, expected: String, found: String) -> DatabaseError {
        DatabaseError(
            kind: .decoding(column: column, expected: expected, found: found),
            message: "column \(column): expected \(expected), found \(found)"
        )
    }
}

/// A result copied out of libpq, so that it may leave the connection's thread: all cells in one buffer.
final class RawResult: Sendable {
    struct Column: Sendable {
        let name: String
        let typeOID: UInt32
    }

    let columns: [Column]
    let rowCount: Int
    /// Rows touched by a statement that changes, rows returned by one that selects.
    let affectedRows: Int
    /// `COMMIT`, `ROLLBACK`, `INSERT 0 1`, …
    let commandTag: String
    private let bytes: [UInt8]
    /// Where each cell ends in `bytes`, row by row; NULL as the bitwise complement of where it would end.
    private let ends: [Int]

    init(
        columns: [Column],
        rowCount: Int,
        affectedRows: Int,
        commandTag: String,
        bytes: [UInt8],
        ends: [Int]
    ) {
        self.columns = columns
        self.rowCount = rowCount
        self.affectedRows = affectedRows
        self.commandTag = commandTag
        self.bytes = bytes
        self.ends = ends
    }

    func columnName(_ index: Int) -> String {
        columns.indices.contains(index) ? columns[index].name : "number \(index + 1)"
    }

    func text(row: Int, column: Int) -> String? {
        let cell = row * columns.count + column
        let end = ends[cell]
        guard end >= 0 else { return nil }
        let previous = cell == 0 ? 0 : ends[cell - 1]
        return String(decoding: bytes[(previous < 0 ? ~previous : previous)..<end], as: UTF8.self)
    }
}
