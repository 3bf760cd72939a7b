/// A statement whose interpolated values travel as parameters, never as text.
///
/// ```swift
/// let sql: SQL = """
///     select id, name
///     from practices
///     where region = \(region) and id = any(\(ids))
///     """
/// ```
///
/// `\(value)` becomes `$1::type`; `\(ident: name)` a quoted identifier; `\(sql: other)` splices a statement with its
/// parameters; `\(unsafe: text)` goes in as it is and needs a comment that says why that is safe.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Fragment: Sendable {
        case text(String)
        case parameter(type: String, text: String?)
    }

    var fragments: [Fragment]

    public init(stringLiteral value: String) {
        fragments = [.text(value)]
    }

    public init(stringInterpolation: StringInterpolation) {
        fragments = stringInterpolation.fragments
    }

    init(fragments: [Fragment]) {
        self.fragments = fragments
    }

    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(fragments: left.fragments + right.fragments)
    }

    public static func += (left: inout SQL, right: SQL) {
        left.fragments += right.fragments
    }

    /// Collects the pieces between quotes.
    public struct StringInterpolation: StringInterpolationProtocol {
        var fragments: [Fragment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            fragments.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            guard !literal.isEmpty else { return }
            fragments.append(.text(literal))
        }

        /// Binds a value as a parameter, cast to its SQL type.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value) {
            fragments.append(.parameter(type: Value.sqlType, text: value.sqlText))
        }

        /// Binds a value or NULL. Apart from the one above, since the compiler warns of optionals that a generic takes.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            fragments.append(.parameter(type: Value.sqlType, text: value.flatMap(\.sqlText)))
        }

        /// Binds a value with another cast, such as `"jsonb"` or `"smallint[]"`. The type is code, never input.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value, as type: StaticString) {
            fragments.append(.parameter(type: type.description, text: value.sqlText))
        }

        /// A table, column or role by name, quoted.
        public mutating func appendInterpolation(ident name: String) {
            fragments.append(.text(SQL.quoted(identifier: name)))
        }

        /// Another statement, with its parameters.
        public mutating func appendInterpolation(sql: SQL) {
            fragments += sql.fragments
        }

        /// Text that becomes part of the statement. Never input.
        public mutating func appendInterpolation(unsafe text: String) {
            fragments.append(.text(text))
        }
    }

    static func quoted(identifier: String) -> String {
        "\"" + identifier.replacing("\"", with: "\"\"") + "\""
    }
}

extension Sequence<SQL> {
    /// All statements with `separator` in between, for instance conditions with `" and "`.
    public func joined(separator: SQL) -> SQL {
        var result = SQL(fragments: [])
        for (index, element) in enumerated() {
            if index > 0 { result += separator }
            result += element
        }
        return result
    }
}

/// What is sent: text with `$n` and the parameters in text format.
struct Statement: Sendable {
    /// The wire protocol counts parameters in 16 bits.
    static let maximumParameters = 65_535

    let text: String
    let parameters: [String?]

    /// - Throws: ``DatabaseError`` when any text holds a NUL byte or there are too many parameters.
    init(_ sql: SQL) throws(DatabaseError) {
        var text = ""
        var parameters: [String?] = []
        for fragment in sql.fragments {
            switch fragment {
            case .text(let piece):
                text += piece
            case .parameter(let type, let value):
                if let value { try value.refuseNUL() }
                parameters.append(value)
                text += "$\(parameters.count)::\(type)"
            }
        }
        try text.refuseNUL()
        guard parameters.count <= Self.maximumParameters else {
            throw .misuse("more than 65535 parameters; bind an array and unnest it")
        }
        self.text = text
        self.parameters = parameters
    }
}

extension String {
    /// libpq takes C strings: everything behind a NUL byte would silently be lost.
    func refuseNUL() throws(DatabaseError) {
        guard !utf8.contains(0) else { throw DatabaseError.nulByte }
    }
}
