/// A leased connection. Valid until the closure that got it returns; afterwards every call throws.
///
/// Not Sendable: statements of one transaction run one after the other. Between statements a cancelled task stops with
/// `CancellationError`; a running statement is never cut off.
public final class Connection {
    private var session: Session?
    /// In a rolled-back database a statement outside a transaction stands in a savepoint of its own, so that its failure
    /// spoils nothing, as without a transaction.
    private let guardsLooseStatements: Bool
    var depth = 0
    /// A statement failed in a way that running the whole transaction again may mend.
    private(set) var sawRetryableFailure = false

    init(session: Session, guardsLooseStatements: Bool = false) {
        self.session = session
        self.guardsLooseStatements = guardsLooseStatements
    }

    /// All rows, each decoded by `Row.init(row:)`.
    public func query<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) async throws -> [Row] {
        try await query(sql) { row in try Row(row: &row) }
    }

    /// All rows, each decoded by the closure, which must read every column.
    public func query<Value>(_ sql: SQL, decode: (inout RowReader) throws -> Value) async throws -> [Value] {
        try RowReader.decodeAll(try await run(sql), decode: decode)
    }

    /// The first row, nil when there is none. Further rows are fetched and dropped: say `limit 1` or ask by a unique key.
    public func first<Row: RowDecodable>(_ sql: SQL, as type: Row.Type = Row.self) async throws -> Row? {
        try await first(sql) { row in try Row(row: &row) }
    }

    /// The first row, nil when there is none. Further rows are fetched and dropped: say `limit 1` or ask by a unique key.
    public func first<Value>(_ sql: SQL, decode: (inout RowReader) throws -> Value) async throws -> Value? {
        try RowReader.decodeAll(try await run(sql), limit: 1, decode: decode).first
    }

    /// The only column of every row.
    public func values<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> [Value] {
        try await query(sql) { row in try row.next(type) }
    }

    /// The only column of the first row, nil when there is no row.
    public func value<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> Value? {
        try await first(sql) { row in try row.next(type) }
    }

    /// Runs a statement for its effect.
    /// - Returns: the number of rows it touched.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        try await run(sql).affectedRows
    }

    /// Runs several statements without parameters. Outside a transaction they form one.
    public func executeScript(_ text: String) async throws {
        _ = try await perform { session throws(DatabaseError) in try await session.script(text) }
    }

    /// Writes rows by `COPY … FROM STDIN`.
    ///
    /// - Parameters:
    ///   - table: a name, or `schema.table`.
    ///   - columns: in the order of each row's values.
    ///   - rows: as many values as columns each; nil is NULL.
    ///   - progress: called now and then with the number of rows sent.
    /// - Returns: the number of rows written. When anything throws, none are.
    @discardableResult
    public func copy(
        into table: String,
        columns: [String],
        rows: some Sequence<[(any SQLBindable)?]>,
        progress: (Int) -> Void = { _ in }
    ) async throws -> Int {
        let target = table.split(separator: ".").map { SQL.quoted(identifier: String($0)) }.joined(separator: ".")
        let names = columns.map(SQL.quoted(identifier:)).joined(separator: ", ")
        let statement = "copy \(target) (\(names)) from stdin"
        try statement.refuseNUL()
        return try await perform { session in
            try await session.beginCopy(statement)
            do {
                try await Self.send(rows, columnCount: columns.count, to: session, progress: progress)
            } catch {
                _ = try? await session.endCopy(failure: "the sender gave up")
                throw error
            }
            return try await session.endCopy(failure: nil)
        }
    }

    private static func send(
        _ rows: some Sequence<[(any SQLBindable)?]>,
        columnCount: Int,
        to session: Session,
        progress: (Int) -> Void
    ) async throws {
        let chunkSize = 1 << 18
        var chunk = CopyText(capacity: chunkSize)
        var count = 0
        for row in rows {
            guard row.count == columnCount else {
                throw DatabaseError.misuse("a row for COPY has \(row.count) values for \(columnCount) columns")
            }
            try chunk.append(row)
            count += 1
            if chunk.bytes.count >= chunkSize {
                try Task.checkCancellation()
                try await session.copyData(chunk.bytes)
                chunk.removeAll()
                progress(count)
            }
        }
        if !chunk.bytes.isEmpty { try await session.copyData(chunk.bytes) }
        progress(count)
    }

    /// Runs the body in a savepoint: when it throws, its changes are undone and the transaction goes on.
    @discardableResult
    public func savepoint<Value>(_ body: (Connection) async throws -> Value) async throws -> Value {
        let session = try leased()
        let name = "level_\(depth)"
        try await session.script("savepoint \(name)")
        depth += 1
        do {
            let value = try await body(self)
            depth -= 1
            try await session.script("release savepoint \(name)")
            return value
        } catch {
            depth = min(depth, Int(name.dropFirst(6)) ?? depth)
            await rollBack("rollback to savepoint \(name); release savepoint \(name)")
            throw error
        }
    }

    // MARK: For Database

    /// Runs a statement that cleans up, also in a cancelled task, for at most five seconds. When it fails the connection
    /// is broken for good and its lease ends with throwing it away.
    func rollBack(_ text: String) async {
        guard let session else { return }
        let breaker = session.breaker
        let alarm = Task.detached {
            try await Task.sleep(for: .seconds(5))
            breaker.trip()
        }
        do {
            try await session.script(text)
        } catch {
            breaker.trip()
        }
        alarm.cancel()
    }

    /// Begins and ends transactions: not stopped by cancellation.
    @discardableResult
    func command(_ text: String) async throws -> RawResult {
        let session = try leased()
        return try await noting { () throws(DatabaseError) in try await session.script(text) }
    }

    var isInTransaction: Bool {
        get async {
            let state = await session?.transactionState
            return state == .inTransaction || state == .failed
        }
    }

    func end() {
        session = nil
    }

    private func run(_ sql: SQL) async throws -> RawResult {
        let statement = try Statement(sql)
        return try await perform { session throws(DatabaseError) in try await session.run(statement) }
    }

    private func perform<Value>(_ body: (Session) async throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        let session = try leased()
        guard guardsLooseStatements, depth == 0 else { return try await noting { try await body(session) } }
        return try await savepoint { _ in try await body(session) }
    }

    private func noting<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch {
            if let error = error as? DatabaseError, error.isRetryable { sawRetryableFailure = true }
            throw error
        }
    }

    private func leased() throws(DatabaseError) -> Session {
        guard let session else { throw .misuse("a connection was used after its lease") }
        return session
    }
}

/// Rows in the text format of COPY: tabs between columns, newlines between rows, `\N` for NULL.
struct CopyText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity + capacity / 8)
    }

    mutating func append(_ row: [(any SQLBindable)?]) throws(DatabaseError) {
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            guard let text = value?.sqlText else {
                bytes.append(contentsOf: #"\N"#.utf8)
                continue
            }
            for byte in text.utf8 {
                switch byte {
                case 0: throw DatabaseError.nulByte
                case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
                case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
                case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
                case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
