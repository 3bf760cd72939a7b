import CLibPQ

/// Where a server is and how we want to be treated there. Every key that matters is set, so that `PG…` variables and
/// service files change nothing by surprise; only a password may still come from `~/.pgpass`.
public struct ConnectionConfiguration: Sendable, Hashable {
    /// Names, addresses or socket folders, several separated by commas.
    public var host: String
    /// One port, or one per host.
    public var port: String
    public var user: String?
    public var password: String?
    public var database: String
    public var applicationName: String
    /// `disable`, `prefer`, `require`, `verify-ca` or `verify-full`; has no meaning for sockets.
    public var sslMode: String
    /// `any`, `read-write`, `primary`, `standby`, …: which of several hosts will do.
    public var targetSessionAttributes: String
    /// Whole seconds; libpq takes at least two.
    public var connectTimeoutInSeconds: Int
    /// Zero switches a timeout off.
    public var statementTimeoutInMilliseconds: Int
    public var lockTimeoutInMilliseconds: Int
    public var idleInTransactionTimeoutInMilliseconds: Int
    /// Further libpq keywords from a URL, such as `sslrootcert`.
    public var furtherKeywords: [String: String]

    public init(
        host: String,
        port: Int = 5432,
        user: String? = nil,
        password: String? = nil,
        database: String,
        applicationName: String = "doorwijzer",
        sslMode: String = "prefer",
        targetSessionAttributes: String = "any",
        connectTimeoutInSeconds: Int = 5,
        statementTimeoutInMilliseconds: Int = 30_000,
        lockTimeoutInMilliseconds: Int = 10_000,
        idleInTransactionTimeoutInMilliseconds: Int = 60_000,
        furtherKeywords: [String: String] = [:]
    ) {
        self.host = host
        self.port = String(port)
        self.user = user
        self.password = password
        self.database = database
        self.applicationName = applicationName
        self.sslMode = sslMode
        self.targetSessionAttributes = targetSessionAttributes
        self.connectTimeoutInSeconds = connectTimeoutInSeconds
        self.statementTimeoutInMilliseconds = statementTimeoutInMilliseconds
        self.lockTimeoutInMilliseconds = lockTimeoutInMilliseconds
        self.idleInTransactionTimeoutInMilliseconds = idleInTransactionTimeoutInMilliseconds
        self.furtherKeywords = furtherKeywords
    }

    /// Reads `postgres://user:password@host:port/database?sslmode=…`; a socket is `postgres:///database?host=/folder`.
    /// - Throws: ``DatabaseURLError``, which never repeats the URL, since that may hold a password.
    public init(url: String) throws(DatabaseURLError) {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else { throw .scheme }
        guard !url.utf8.contains(0) else { throw .malformed }
        guard let options = PQconninfoParse(url, nil) else { throw .malformed }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let take = { (keyword: String) in values.removeValue(forKey: keyword).flatMap { $0.isEmpty ? nil : $0 } }
        guard let database = take("dbname") else { throw .noDatabase }
        self.init(host: take("host") ?? "localhost", user: take("user"), password: take("password"), database: database)
        port = take("port") ?? port
        applicationName = take("application_name") ?? applicationName
        sslMode = take("sslmode") ?? sslMode
        targetSessionAttributes = take("target_session_attrs") ?? targetSessionAttributes
        connectTimeoutInSeconds = take("connect_timeout").flatMap { Int($0) } ?? connectTimeoutInSeconds
        furtherKeywords = values
    }

    /// All keywords for `PQconnectdbParams`.
    var keywords: [String: String] {
        var keywords = furtherKeywords
        keywords["host"] = host
        keywords["port"] = port
        keywords["user"] = user
        keywords["password"] = password
        keywords["dbname"] = database
        keywords["application_name"] = applicationName
        keywords["sslmode"] = sslMode
        keywords["gssencmode"] = keywords["gssencmode"] ?? "disable"
        keywords["target_session_attrs"] = targetSessionAttributes
        keywords["connect_timeout"] = String(connectTimeoutInSeconds)
        // A silent network ends a blocking call half a minute after the last answer.
        keywords["tcp_user_timeout"] = keywords["tcp_user_timeout"] ?? "30000"
        keywords["client_encoding"] = "UTF8"
        let settings = [
            "statement_timeout=\(statementTimeoutInMilliseconds)", "lock_timeout=\(lockTimeoutInMilliseconds)",
            "idle_in_transaction_session_timeout=\(idleInTransactionTimeoutInMilliseconds)", "TimeZone=UTC",
            "DateStyle=ISO", "IntervalStyle=iso_8601", "bytea_output=hex", "extra_float_digits=1",
        ]
        let given = furtherKeywords["options"].map { [$0] } ?? []
        keywords["options"] = (given + settings.map { "-c \($0)" }).joined(separator: " ")
        return keywords
    }
}

extension ConnectionConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never holds the password.
    public var description: String {
        "\(user.map { "\($0)@" } ?? "")\(host):\(port)/\(database)"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}

/// Why a database URL cannot be used.
public enum DatabaseURLError: Error, Hashable, CustomStringConvertible {
    case scheme
    case malformed
    case noDatabase

    public var description: String {
        switch self {
        case .scheme: "a database URL begins with postgres://"
        case .malformed: "the database URL is malformed; expected postgres://user:password@host:port/database"
        case .noDatabase: "the database URL names no database; expected postgres://user:password@host:port/database"
        }
    }
}
