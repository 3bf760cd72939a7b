/// What stands in a form: the first time from what is stored, after an error as it was typed.
package struct FormValues: Sendable {
    private let values: [String: [String]]
    private let errors: [String: String]
    /// For the summary on top of the page, in the order of the fields' errors.
    package let errorLinks: [ErrorLink]

    /// - Parameter errors: per field a Dutch sentence that says how to repair it.
    package init(_ values: [String: [String]], errors: [(field: String, message: String)] = []) {
        self.values = values
        self.errors = Dictionary(errors.map { ($0.field, $0.message) }) { first, _ in first }
        errorLinks = errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
    }

    package subscript(_ name: String) -> String { values[name]?.first ?? "" }

    func all(_ name: String) -> Set<String> { Set(values[name] ?? []) }
    package func has(_ name: String) -> Bool { values[name] != nil }
    package func error(_ name: String) -> String? { errors[name] }

    package func text(
        _ name: String,
        _ label: String,
        _ description: String? = nil,
        kind: TextField.Kind = .text,
        isRequired: Bool = true,
        width: TextField.Width? = nil,
        unit: String? = nil,
        autocomplete: String? = nil
    ) -> TextField {
        TextField(
            name: name,
            label: label,
            value: self[name],
            description: description,
            error: error(name),
            kind: kind,
            autocomplete: autocomplete,
            isRequired: isRequired,
            width: width,
            unit: unit
        )
    }

    package func area(
        _ name: String,
        _ label: String,
        _ description: String? = nil,
        isRequired: Bool = false,
        rows: Int = 3
    )
        -> TextArea
    {
        TextArea(
            name: name,
            label: label,
            value: self[name],
            description: description,
            error: error(name),
            isRequired: isRequired,
            rows: rows
        )
    }

    package func select(
        _ name: String,
        _ label: String,
        _ options: [Option],
        _ description: String? = nil,
        isRequired: Bool = true,
        emptyLabel: String? = "Kies …"
    ) -> SelectField {
        SelectField(
            name: name,
            label: label,
            options: options,
            selected: self[name],
            description: description,
            error: error(name),
            isRequired: isRequired,
            emptyLabel: emptyLabel
        )
    }

    package func choices(
        _ name: String,
        _ legend: String,
        _ kind: Choices.Kind,
        _ options: [Option],
        _ description: String? = nil,
        isRequired: Bool = true,
        isInline: Bool = true
    ) -> Choices {
        Choices(
            name: name,
            legend: legend,
            kind: kind,
            options: options,
            selected: all(name),
            description: description,
            error: error(name),
            isRequired: isRequired,
            isInline: isInline
        )
    }
}

extension Option {
    /// The seven weekdays as bits, monday 1 … sunday 64.
    package static let weekdays: [Option] = zip(
        ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        0..<7
    ).map { Option(value: String(1 << $1), label: $0) }
}
