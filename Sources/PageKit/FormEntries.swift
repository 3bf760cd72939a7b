package import Domain

/// What stands in a form that is shown: the values by field name, and what is wrong with them.
package struct FormEntries: Sendable {
    private let values: [String: [String]]
    private let errors: [FieldError]

    package init(values: [String: [String]], errors: [FieldError] = []) {
        self.values = values
        self.errors = errors
    }

    package func value(_ name: String) -> String { values[name]?.first ?? "" }
    package func all(_ name: String) -> Set<String> { Set(values[name] ?? []) }
    package func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }

    /// The summary on top, each error linked to its field.
    package var errorLinks: [ErrorLink] { errors.map { ErrorLink(fieldID: $0.field, text: $0.message) } }
}
