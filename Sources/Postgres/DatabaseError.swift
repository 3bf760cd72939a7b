/// What went wrong between us and PostgreSQL.
///
/// `description` is safe for logs: the kind, SQLSTATE and constraint. Message and detail of the server may quote personal
/// data and appear only in `debugDescription`.
public struct DatabaseError: Error, Sendable {
    /// What a caller can tell apart. Constraints carry their name in the schema.
    public enum Kind: Sendable, Hashable {
        case uniqueViolation(constraint: String)
        case foreignKeyViolation(constraint: String)
        case checkViolation(constraint: String)
        case exclusionViolation(constraint: String)
        case notNull(column: String)
        /// 40001: run the whole transaction again.
        case serialization
        /// 40P01: run the whole transaction again.
        case deadlock
        /// A statement, a lock or an idle transaction took longer than allowed.
        case timeout
        /// No connection, connection lost, server stopping, starting or out of resources, pool deadline passed.
        case unavailable
        case insufficientPrivilege
        /// Raised by a function of ours with a SQLSTATE that begins with DW.
        case raised(code: String, constraint: String?)
        /// Text with a NUL byte, which PostgreSQL cannot store and libpq would silently cut.
        case invalidText
        /// A row is not what its decoder expects.
        case decoding(column: String, expected: String, found: String)
        /// The calling code is wrong: a connection used after its lease, too many parameters, a changed migration.
        case misuse
        case other(sqlState: String)
    }

    public let kind: Kind
    /// Five characters, or nil when the error did not come from the server.
    public let sqlState: String?
    /// The constraint that refused, also for errors raised `using constraint = …`.
    public let constraint: String?
    public let table: String?
    public let column: String?
    /// The server's words; may hold personal data.
    public let message: String
    /// May hold personal data.
    public let detail: String?
    public let hint: String?

    public init(
        kind: Kind,
        message: String,
        sqlState: String? = nil,
        constraint: String? = nil,
        table: String? = nil,
        column: String? = nil,
        detail: String? = nil,
        hint: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.constraint = constraint
        self.table = table
        self.column = column
        self.detail = detail
        self.hint = hint
    }

    /// The transaction may succeed when it is run again from its beginning.
    public var isRetryable: Bool {
        kind == .serialization || kind == .deadlock
    }

    /// The database is away or too busy; the same request may succeed in a minute.
    public var isUnavailable: Bool {
        kind == .unavailable || kind == .timeout
    }

    /// A prepared statement no longer fits the tables, after a migration. The statement is fine, its plan is not.
    var isStalePlan: Bool {
        (sqlState == "0A000" && message.contains("cached plan")) || sqlState == "26000"
    }

    /// The server answered, and will answer the same next time: no reason to keep trying. When connecting, libpq 15 has
    /// no SQLSTATE, only words; in another language than English we merely try until the deadline.
    var isRefusedLogin: Bool {
        ["authentication failed", "does not exist", "no pg_hba.conf entry", "not permitted to log in", "no password"]
            .contains { message.contains($0) } && !message.contains("No such file")
    }

    static func unavailable(_ message: String) -> DatabaseError {
        DatabaseError(kind: .unavailable, message: message)
    }

    static func misuse(_ message: String) -> DatabaseError {
        DatabaseError(kind: .misuse, message: message)
    }

    static let nulByte = DatabaseError(kind: .invalidText, message: "text contains a NUL byte")
}

extension DatabaseError {
    /// Maps what the server said to a kind. SQLSTATEs: PostgreSQL 15, appendix A.
    init(
        sqlState: String,
        message: String,
        detail: String?,
        hint: String?,
        constraint: String?,
        table: String?,
        column: String?
    ) {
        let kind: Kind =
            switch sqlState {
            case "23505": .uniqueViolation(constraint: constraint ?? "")
            case "23503": .foreignKeyViolation(constraint: constraint ?? "")
            case "23514": .checkViolation(constraint: constraint ?? "")
            case "23P01": .exclusionViolation(constraint: constraint ?? "")
            case "23502": .notNull(column: column ?? "")
            case "40001": .serialization
            case "40P01": .deadlock
            case "57014", "55P03", "25P03": .timeout
            case "42501": .insufficientPrivilege
            case "57P01", "57P02", "57P03", "57P05": .unavailable
            default:
                if sqlState.hasPrefix("08") || sqlState.hasPrefix("53") {
                    .unavailable
                } else if sqlState.hasPrefix("DW") {
                    .raised(code: sqlState, constraint: constraint)
                } else {
                    .other(sqlState: sqlState)
                }
            }
        self.init(
            kind: kind,
            message: message,
            sqlState: sqlState,
            constraint: constraint,
            table: table,
            column: column,
            detail: detail,
            hint: hint
        )
    }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        let words =
            switch kind {
            case .uniqueViolation: "unique violation"
            case .foreignKeyViolation: "foreign key violation"
            case .checkViolation: "check violation"
            case .exclusionViolation: "exclusion violation"
            case .notNull(let column): "null in column \(column)"
            case .serialization: "serialization failure"
            case .deadlock: "deadlock"
            case .timeout: "timeout"
            case .unavailable: "database unavailable"
            case .insufficientPrivilege: "insufficient privilege"
            case .raised: "refused by a rule of the database"
            case .invalidText: "text contains a NUL byte"
            case .decoding(let column, let expected, let found):
                "column \(column): expected \(expected), found \(found)"
            case .misuse: "misuse: \(message)"
            case .other: "database error"
            }
        return [words, sqlState.map { "SQLSTATE \($0)" }, constraint.map { "constraint \($0)" }]
            .compactMap(\.self)
            .joined(separator: ", ")
    }

    public var debugDescription: String {
        [
            description,
            "message: \(message)",
            detail.map { "detail: \($0)" },
            hint.map { "hint: \($0)" },
            table.map { "table: \($0)" },
            column.map { "column: \($0)" },
        ]
        .compactMap(\.self)
        .joined(separator: "\n")
    }
}
