import HTTPTypes
import Hummingbird

/// What a form sent: names and values in the order of the page, and files. Nothing has been judged yet.
public struct FormData: Sendable {
    public struct Pair: Hashable, Sendable {
        public let name: String
        public let value: String
    }

    public struct File: Sendable {
        /// The field's name.
        public let name: String
        /// What the sender calls the file, without folders; only to show, never a path.
        public let filename: String
        public let contentType: String
        public let bytes: [UInt8]
    }

    public let pairs: [Pair]
    public let files: [File]

    public static let empty = FormData(pairs: [], files: [])
    /// The hidden field with the cross-site token.
    public static let tokenField = "_csrf"
    /// The hidden field that makes a second sending of the same form recognisable.
    public static let submissionField = "submission_id"

    public init(pairs: [(String, String)]) {
        self.init(pairs: pairs.map { Pair(name: $0.0, value: $0.1) }, files: [])
    }

    init(pairs: [Pair], files: [File]) {
        self.pairs = pairs
        self.files = files
    }

    /// The first value with this name.
    public subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// Every value with this name, e.g. of a row of checkboxes.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// All values by name, to show a refused form again with what was entered.
    public var values: [String: [String]] {
        Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
    }
}

extension FormData {
    /// Reads the body of a request.
    ///
    /// - Parameter limit: bytes the whole body may have.
    /// - Throws: ``BodyTooLarge``, ``MalformedRequest``, or status 415 for a body that is no form.
    init(_ request: Request, limit: Int) async throws {
        let announced = request.headers[.contentLength].flatMap(Int.init)
        if let announced, announced > limit { throw BodyTooLarge(limit: limit) }
        let body = try await Self.body(of: request, limit: limit)
        // A visitor who went away leaves half a form, which is none.
        guard announced == nil || announced == body.count else { throw BrokenOff() }
        guard !body.isEmpty else {
            self = .empty
            return
        }
        let contentType = request.headers[.contentType] ?? ""
        switch contentType.prefix(while: { $0 != ";" }).trimmed.lowercased() {
        case "application/x-www-form-urlencoded":
            self.init(pairs: try URLEncoded.parse(body), files: [])
        case "multipart/form-data":
            self = try Multipart.parse(body, contentType: contentType)
        default:
            throw HTTPError(.unsupportedMediaType)
        }
    }

    private static func body(of request: Request, limit: Int) async throws -> [UInt8] {
        var body: [UInt8] = []
        do {
            for try await part in request.body {
                guard body.count + part.readableBytes <= limit else { throw BodyTooLarge(limit: limit) }
                body.append(contentsOf: part.readableBytesView)
            }
        } catch let error as BodyTooLarge {
            throw error
        } catch {
            try Task.checkCancellation()
            throw BrokenOff()
        }
        try Task.checkCancellation()
        return body
    }

    static let fieldLimit = 2_000
    static let valueLimit = 100_000

    /// Bytes as text: valid UTF-8 without NUL, which PostgreSQL cannot hold.
    static func text(_ bytes: some Collection<UInt8>) throws -> String {
        guard bytes.count <= valueLimit else {
            throw MalformedRequest("Een van de velden is te lang. Kort de tekst in en probeer het opnieuw.")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
            throw MalformedRequest("De tekst bevat tekens die we niet kunnen lezen. Typ de tekst opnieuw.")
        }
        return text
    }

    static func checkCount(_ count: Int) throws {
        guard count <= fieldLimit else { throw MalformedRequest("Het formulier heeft te veel velden.") }
    }
}

/// A request that cannot be read (400). The sentence is Dutch and says what to do.
public struct MalformedRequest: Error, Hashable, Sendable {
    public let message: String
    public init(_ message: String) { self.message = message }
}

/// The body ended before its end, or is no HTTP.
struct BrokenOff: Error {}

/// More than may be sent (413).
public struct BodyTooLarge: Error, Hashable, Sendable {
    /// The most that may be sent, in bytes.
    public let limit: Int
    public init(limit: Int) { self.limit = limit }
}

extension StringProtocol {
    /// Without white space around it.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
