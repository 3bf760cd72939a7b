public import Domain

/// What stands in a form that is shown: the values by field name, and what is wrong with them.
public struct FormEntries: Sendable {
    private let values: [String: [String]]
    private let errors: [FieldError]

    public init(values: [String: [String]], errors: [FieldError] = []) {
        self.values = values
        self.errors = errors
    }

    public func value(_ name: String) -> String { values[name]?.first ?? "" }
    public func all(_ name: String) -> Set<String> { Set(values[name] ?? []) }
    public func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }

    /// The summary on top, each error linked to its field.
    public var errorLinks: [ErrorLink] { errors.map { ErrorLink(fieldID: $0.field, text: $0.message) } }
}
