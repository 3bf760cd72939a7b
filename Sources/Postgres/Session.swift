import CLibPQ
import Foundation
import Logging

/// One connection to the server: the only place that touches libpq. Calls block, on this actor's own thread.
actor Session {
    enum TransactionState: Sendable {
        case idle, inTransaction, failed, broken
    }

    nonisolated let breaker = Breaker()
    private let executor = ThreadExecutor(name: "postgres")
    private let notices: NoticeLog
    private var connection: OpaquePointer?
    private var statements = StatementCache(capacity: 200)

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(logger: Logger) {
        notices = NoticeLog(logger: logger)
    }

    isolated deinit {
        close()
    }

    static func open(_ configuration: ConnectionConfiguration, logger: Logger) async throws(DatabaseError) -> Session {
        let session = Session(logger: logger)
        try await session.connect(configuration)
        return session
    }

    private func connect(_ configuration: ConnectionConfiguration) throws(DatabaseError) {
        let pairs = configuration.keywords.sorted { $0.key < $1.key }
        for (_, value) in pairs { try value.refuseNUL() }
        let keywords = CStrings(pairs.map(\.key))
        let values = CStrings(pairs.map(\.value))
        connection = PQconnectdbParams(keywords.pointers, values.pointers, 0)
        guard let connection, PQstatus(connection) == CONNECTION_OK else {
            let message = connection.map { String(cString: PQerrorMessage($0)) } ?? "out of memory"
            close()
            throw .unavailable(message)
        }
        breaker.arm(PQsocket(connection))
        // The log lives as long as this actor, which finishes the connection before it goes.
        _ = PQsetNoticeReceiver(
            connection,
            { log, result in
                guard let log, let result else { return }
                Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue().write(result)
            },
            Unmanaged.passUnretained(notices).toOpaque()
        )
    }

    func close() {
        breaker.disarm()
        if let connection { PQfinish(connection) }
        connection = nil
    }

    var transactionState: TransactionState {
        guard let connection, PQstatus(connection) == CONNECTION_OK else { return .broken }
        switch PQtransactionStatus(connection) {
        case PQTRANS_IDLE: return .idle
        case PQTRANS_INTRANS: return .inTransaction
        case PQTRANS_INERROR: return .failed
        default: return .broken
        }
    }

    /// The server's process for this connection.
    var backendProcessID: Int32 {
        connection.map { PQbackendPID($0) } ?? 0
    }

    /// False when the server has ended this idle connection. Costs one `poll`, no round trip.
    func isAlive() -> Bool {
        guard let connection, PQstatus(connection) == CONNECTION_OK else { return false }
        guard Self.isReadable(PQsocket(connection), timeoutInMilliseconds: 0) else { return true }
        // An idle server says nothing, or that it is leaving.
        return PQconsumeInput(connection) == 1 && !Self.isReadable(PQsocket(connection), timeoutInMilliseconds: 0)
            && PQstatus(connection) == CONNECTION_OK
    }

    /// Runs one statement with parameters. From the second time on it is prepared.
    func run(_ statement: Statement) throws(DatabaseError) -> RawResult {
        do {
            return try runOnce(statement)
        } catch let error where error.isStalePlan {
            statements.removeAll()
            guard transactionState == .idle else { throw error }
            _ = try? script("deallocate all")
            return try runOnce(statement)
        }
    }

    private func runOnce(_ statement: Statement) throws(DatabaseError) -> RawResult {
        guard let connection else { throw .unavailable("the connection is closed") }
        let values = CStrings(statement.parameters)
        let count = Int32(statement.parameters.count)
        // In a failed transaction nothing can be prepared; the statement fails with its own clear error.
        guard transactionState != .failed, let use = statements.use(statement.text) else {
            return try read(
                PQexecParams(connection, statement.text, count, nil, values.pointers, nil, nil, 0)
            )
        }
        if let evicted = use.evicted { _ = try? script("deallocate \(evicted)") }
        if use.isNew {
            do {
                _ = try read(PQprepare(connection, use.name, statement.text, count, nil))
            } catch {
                statements.remove(statement.text)
                throw error
            }
        }
        return try read(PQexecPrepared(connection, use.name, count, values.pointers, nil, nil, 0))
    }

    /// Runs statements without parameters, separated by semicolons. Returns the result of the last.
    @discardableResult
    func script(_ text: String) throws(DatabaseError) -> RawResult {
        try text.refuseNUL()
        guard let connection else { throw .unavailable("the connection is closed") }
        return try read(PQexec(connection, text))
    }

    // MARK: COPY

    /// Begins `COPY … FROM STDIN`; then call ``copyData(_:)`` and finally ``endCopy(failure:)``.
    func beginCopy(_ text: String) throws(DatabaseError) {
        guard let connection else { throw .unavailable("the connection is closed") }
        let result = PQexec(connection, text)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else { throw failure(result) }
    }

    func copyData(_ bytes: [UInt8]) throws(DatabaseError) {
        guard let connection else { throw .unavailable("the connection is closed") }
        let sent = bytes.withUnsafeBytes { buffer in
            PQputCopyData(connection, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw failure(nil) }
    }

    /// - Parameter failure: a reason makes the server throw away what it got.
    /// - Returns: the number of rows.
    func endCopy(failure reason: String?) throws(DatabaseError) -> Int {
        guard let connection else { throw .unavailable("the connection is closed") }
        guard PQputCopyEnd(connection, reason) == 1 else { throw failure(nil) }
        let result = try read(PQgetResult(connection))
        while let rest = PQgetResult(connection) { PQclear(rest) }
        return result.affectedRows
    }

    // MARK: LISTEN

    /// Waits until notifications came or the time is over.
    /// - Throws: when the connection is lost.
    func notifications(
        timeoutInMilliseconds: Int32
    ) throws(DatabaseError) -> [(channel: String, payload: String)] {
        guard let connection else { throw .unavailable("the connection is closed") }
        var found = takeNotifications(connection)
        if found.isEmpty, Self.isReadable(PQsocket(connection), timeoutInMilliseconds: timeoutInMilliseconds) {
            guard PQconsumeInput(connection) == 1 else { throw failure(nil) }
            found = takeNotifications(connection)
        }
        guard PQstatus(connection) == CONNECTION_OK else { throw failure(nil) }
        return found
    }

    private func takeNotifications(_ connection: OpaquePointer) -> [(channel: String, payload: String)] {
        var found: [(String, String)] = []
        while let notification = PQnotifies(connection) {
            found.append((String(cString: notification.pointee.relname), String(cString: notification.pointee.extra)))
            PQfreemem(notification)
        }
        return found
    }

    // MARK: Results

    /// Copies a result out of libpq and frees it.
    private func read(_ result: OpaquePointer?) throws(DatabaseError) -> RawResult {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            return Self.copy(result)
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            // The connection is in the middle of a COPY nobody will finish.
            breaker.trip()
            throw .misuse("use copy(into:columns:rows:) for COPY")
        default:
            throw failure(result)
        }
    }

    private static func copy(_ result: OpaquePointer?) -> RawResult {
        let columnCount = PQnfields(result)
        let rowCount = PQntuples(result)
        let columns = (0..<columnCount).map { index in
            RawResult.Column(
                name: PQfname(result, index).map { String(cString: $0) } ?? "",
                typeOID: PQftype(result, index)
            )
        }
        var bytes: [UInt8] = []
        var ends: [Int] = []
        ends.reserveCapacity(Int(rowCount) * Int(columnCount))
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column) else {
                    ends.append(~bytes.count)
                    continue
                }
                let length = Int(PQgetlength(result, row, column))
                bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: length))
                ends.append(bytes.count)
            }
        }
        let affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) }
        return RawResult(
            columns: columns,
            rowCount: Int(rowCount),
            affectedRows: affected ?? 0,
            commandTag: PQcmdStatus(result).map { String(cString: $0) } ?? "",
            bytes: bytes,
            ends: ends
        )
    }

    private func failure(_ result: OpaquePointer?) -> DatabaseError {
        let message = connection.map { String(cString: PQerrorMessage($0)) } ?? "the connection is closed"
        guard let result, let sqlState = ResultField.sqlState.text(of: result) else { return .unavailable(message) }
        return DatabaseError(
            sqlState: sqlState,
            message: ResultField.message.text(of: result) ?? message,
            detail: ResultField.detail.text(of: result),
            hint: ResultField.hint.text(of: result),
            constraint: ResultField.constraint.text(of: result),
            table: ResultField.table.text(of: result),
            column: ResultField.column.text(of: result)
        )
    }

    private static func isReadable(_ descriptor: Int32, timeoutInMilliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, timeoutInMilliseconds) > 0
    }
}

/// The codes of `postgres_ext.h`, which are character macros.
private enum ResultField: String {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case detail = "D"
    case hint = "H"
    case table = "t"
    case column = "c"
    case constraint = "n"

    func text(of result: OpaquePointer) -> String? {
        rawValue.utf8.first.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
}

/// What the server says without being asked goes to the log.
private final class NoticeLog: Sendable {
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    func write(_ result: OpaquePointer) {
        let severity = ResultField.severity.text(of: result) ?? "NOTICE"
        logger.log(
            level: severity == "WARNING" ? .warning : .debug,
            "notice from the database",
            metadata: [
                "severity": "\(severity)", "sqlstate": "\(ResultField.sqlState.text(of: result) ?? "")",
                "notice": "\(ResultField.message.text(of: result) ?? "")",
            ]
        )
    }
}

/// C strings that live as long as this object, ended by a null pointer.
private final class CStrings {
    private let storage: UnsafeMutableBufferPointer<UnsafePointer<CChar>?>

    init(_ strings: [String?]) {
        storage = .allocate(capacity: strings.count + 1)
        storage.initialize(repeating: nil)
        for (index, string) in strings.enumerated() {
            storage[index] = string.flatMap { UnsafePointer(strdup($0)) }
        }
    }

    var pointers: UnsafePointer<UnsafePointer<CChar>?>? { UnsafePointer(storage.baseAddress) }

    deinit {
        for string in storage { free(UnsafeMutablePointer(mutating: string)) }
        storage.deallocate()
    }
}
