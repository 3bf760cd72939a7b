/// The user can mend it: one sentence per field.
public struct Rejected: Error, Hashable, Sendable {
    public let fields: [FieldError]
    public init(fields: [FieldError]) { self.fields = fields }
    public init(_ field: String, _ message: String) { fields = [FieldError(field: field, message: message)] }
}

/// What is wrong with one field of a form, as a Dutch sentence that says what to do.
public struct FieldError: Hashable, Sendable, Codable {
    public let field: String
    public let message: String
    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

/// It does not exist, or it may not be known that it does.
public struct NotFound: Error, Hashable, Sendable {
    public init() {}
}

/// It exists and is known, but this person may not do it.
public struct Forbidden: Error, Hashable, Sendable {
    /// A Dutch sentence that says who can.
    public let message: String
    public init(_ message: String = "Je mag dit niet doen.") { self.message = message }
}

/// It cannot be done as things stand: the seat went, the page was stale, a rule does not allow it.
public struct Conflict: Error, Hashable, Sendable {
    /// Why it cannot be done. People are told that someone was before them only when someone was.
    public enum Reason: Hashable, Sendable {
        /// A rule stands in the way; nobody changed anything.
        case rule
        /// Something changed after the page was opened.
        case change
    }

    /// Where it can be mended.
    public struct NextStep: Hashable, Sendable {
        /// A Dutch sentence or a few words, the text of a link.
        public let text: String
        /// A path of ours.
        public let path: String

        public init(_ text: String, _ path: String) {
            self.text = text
            self.path = path
        }
    }

    /// A short code for programs, e.g. `seat_taken`.
    public let code: String
    /// A Dutch sentence that says what happened and what to do.
    public let message: String
    public let reason: Reason
    public let next: NextStep?

    public init(code: String, message: String, reason: Reason = .rule, next: NextStep? = nil) {
        self.code = code
        self.message = message
        self.reason = reason
        self.next = next
    }
}
