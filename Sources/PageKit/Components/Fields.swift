/// One line of text in a form: label above, description tied to it, error text that says how to repair.
package struct TextField: Sendable {
    /// What is typed; decides the keyboard, never what is accepted: input is parsed by us.
    package enum Kind: Sendable {
        case text, email, tel, number, date, search, file, password
    }

    package enum Width: String, Sendable {
        case short, medium, full
    }

    let id: String
    let name: String
    let label: String
    let value: String
    let description: String?
    let error: String?
    let hasError: Bool
    let describedBy: String?
    let type: String
    let inputMode: String?
    let hasValue: Bool
    let autocomplete: String?
    let isRequired: Bool
    let isOptional: Bool
    let width: String
    let unit: String?

    package init(
        name: String,
        label: String,
        value: String = "",
        description: String? = nil,
        error: String? = nil,
        kind: Kind = .text,
        autocomplete: String? = nil,
        isRequired: Bool = true,
        width: Width? = nil,
        unit: String? = nil
    ) {
        let form = Self.form(of: kind)
        id = name
        self.name = name
        self.label = label
        self.value = value
        self.description = description ?? form.description
        self.error = error
        hasError = error != nil
        describedBy = describedByIDs(name, hasDescription: self.description != nil, hasError: error != nil)
        type = form.type
        inputMode = form.inputMode
        // A file field and a password are never sent back to the browser.
        hasValue = kind != .file && kind != .password
        self.autocomplete = autocomplete
        // A search is never an obligation, and needs no words about that.
        self.isRequired = isRequired && kind != .search
        isOptional = !isRequired && kind != .search
        self.width = (width ?? form.width).rawValue
        self.unit = unit
    }

    private static func form(of kind: Kind) -> (type: String, inputMode: String?, width: Width, description: String?) {
        switch kind {
        case .text: ("text", nil, .medium, nil)
        case .email: ("email", nil, .medium, nil)
        case .tel: ("tel", nil, .medium, nil)
        case .number: ("text", "numeric", .short, nil)
        // Three-part or native date pickers are harder to type than dd-mm-jjjj in one go.
        case .date: ("text", nil, .short, "Dag, maand en jaar, bijvoorbeeld 1-9-2027")
        case .search: ("search", nil, .medium, nil)
        case .file: ("file", nil, .full, nil)
        case .password: ("password", nil, .medium, nil)
        }
    }
}

/// Several lines of text.
///
/// Its template stands at column 0 everywhere: indentation would be added to what the person wrote.
package struct TextArea: Sendable {
    let id: String
    let name: String
    let label: String
    let value: String
    let description: String?
    let error: String?
    let hasError: Bool
    let describedBy: String?
    let isRequired: Bool
    let rows: String

    package init(
        name: String,
        label: String,
        value: String = "",
        description: String? = nil,
        error: String? = nil,
        isRequired: Bool = true,
        rows: Int = 4
    ) {
        id = name
        self.name = name
        self.label = label
        self.value = value
        self.description = description
        self.error = error
        hasError = error != nil
        describedBy = describedByIDs(name, hasDescription: description != nil, hasError: error != nil)
        self.isRequired = isRequired
        self.rows = String(rows)
    }
}

/// One possibility of a closed list: what is sent, what is read.
package struct Option: Sendable {
    package let value: String
    package let label: String
    let description: String?

    package init(value: String, label: String, description: String? = nil) {
        self.value = value
        self.label = label
        self.description = description
    }
}

/// A closed list too long for radio buttons.
package struct SelectField: Sendable {
    struct Choice: Sendable {
        let value: String
        let label: String
        let isSelected: Bool
    }

    let id: String
    let name: String
    let label: String
    let options: [Choice]
    let description: String?
    let error: String?
    let hasError: Bool
    let describedBy: String?
    let isRequired: Bool
    let emptyLabel: String?

    /// - Parameter emptyLabel: the first, empty possibility; nil when there is always a choice.
    package init(
        name: String,
        label: String,
        options: [Option],
        selected: String? = nil,
        description: String? = nil,
        error: String? = nil,
        isRequired: Bool = true,
        emptyLabel: String? = "Kies …"
    ) {
        id = name
        self.name = name
        self.label = label
        self.options = options.map { Choice(value: $0.value, label: $0.label, isSelected: $0.value == selected) }
        self.description = description
        self.error = error
        hasError = error != nil
        describedBy = describedByIDs(name, hasDescription: description != nil, hasError: error != nil)
        self.isRequired = isRequired
        self.emptyLabel = emptyLabel
    }
}

/// Radio buttons or checkboxes with big targets, in a fieldset with its legend.
package struct Choices: Sendable {
    package enum Kind: String, Sendable {
        case radio, checkbox
    }

    struct Choice: Sendable {
        let id: String
        let value: String
        let label: String
        let description: String?
        let descriptionID: String
        let isChecked: Bool
    }

    let id: String
    let name: String
    let type: String
    let legend: String
    let options: [Choice]
    let description: String?
    let error: String?
    let hasError: Bool
    let describedBy: String?
    let isRequired: Bool
    let isInline: Bool

    /// The first input's id is the name, so that a link in the error summary reaches it.
    package init(
        name: String,
        legend: String,
        kind: Kind,
        options: [Option],
        selected: Set<String> = [],
        description: String? = nil,
        error: String? = nil,
        isRequired: Bool = true,
        isInline: Bool = false
    ) {
        id = name
        self.name = name
        type = kind.rawValue
        self.legend = legend
        self.options = options.enumerated().map { index, option in
            let id = index == 0 ? name : "\(name)-\(index + 1)"
            return Choice(
                id: id,
                value: option.value,
                label: option.label,
                description: option.description,
                descriptionID: "\(id)-uitleg-keuze",
                isChecked: selected.contains(option.value)
            )
        }
        self.description = description
        self.error = error
        hasError = error != nil
        describedBy = describedByIDs(name, hasDescription: description != nil, hasError: error != nil)
        self.isRequired = isRequired
        self.isInline = isInline
    }
}

/// A value that travels along unseen.
package struct HiddenField: Sendable {
    let name: String
    let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The ids that a field's templates give to its description and error, as one attribute value.
func describedByIDs(_ id: String, hasDescription: Bool, hasError: Bool) -> String? {
    let ids = (hasDescription ? ["\(id)-uitleg"] : []) + (hasError ? ["\(id)-fout"] : [])
    return ids.isEmpty ? nil : ids.joined(separator: " ")
}
