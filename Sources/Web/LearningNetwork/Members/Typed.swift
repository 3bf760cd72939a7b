import Domain
import HTTPBase
import HTTPTypes
import Hummingbird
import PageKit
import Site

/// What was typed and what is wrong with it, for showing a form again.
struct Typed {
    private let data: FormData?
    private let stored: [String: [String]]
    let errors: [FieldError]
    /// Someone else changed it since the form was opened.
    let isStale: Bool

    /// - Parameter stored: what stands in the form as long as nothing was sent.
    init(
        _ data: FormData? = nil,
        stored: [String: [String]] = [:],
        errors: [FieldError] = [],
        isStale: Bool = false
    ) {
        self.isStale = isStale
        self.data = data
        self.stored = stored
        self.errors = errors
    }

    func value(_ name: String) -> String { data.map { $0[name] ?? "" } ?? stored[name]?.first ?? "" }
    func all(_ name: String) -> Set<String> { Set(data.map { $0.all(name) } ?? stored[name] ?? []) }
    func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
    var links: [ErrorLink] { errors.map { ErrorLink(fieldID: $0.field, text: $0.message) } }
    var status: HTTPResponse.Status { isStale ? .conflict : errors.isEmpty ? .ok : .badRequest }
    /// For above a form that was overtaken.
    var notice: Notice? {
        isStale
            ? Notice(
                .warning,
                title: "Intussen gewijzigd",
                text: "Iemand anders heeft dit gewijzigd terwijl jij schreef. Hieronder staat wat jij typte. "
                    + "Bewaar je dat, dan komt het in de plaats van de andere tekst."
            ) : nil
    }

    func text(
        _ name: String,
        _ label: String,
        _ description: String? = nil,
        kind: TextField.Kind = .text,
        isRequired: Bool = true,
        width: TextField.Width? = nil
    ) -> NetworkField {
        NetworkField(
            TextField(
                name: name,
                label: label,
                value: value(name),
                description: description,
                error: error(name),
                kind: kind,
                isRequired: isRequired,
                width: width
            )
        )
    }

    func area(
        _ name: String,
        _ label: String,
        _ description: String? = nil,
        isRequired: Bool = true,
        rows: Int = 4
    ) -> NetworkField {
        NetworkField(
            TextArea(
                name: name,
                label: label,
                value: value(name),
                description: description,
                error: error(name),
                isRequired: isRequired,
                rows: rows
            )
        )
    }

    func select(
        _ name: String,
        _ label: String,
        _ options: [Option],
        _ description: String? = nil,
        isRequired: Bool = true,
        emptyLabel: String? = "Kies …"
    ) -> NetworkField {
        NetworkField(
            SelectField(
                name: name,
                label: label,
                options: options,
                selected: value(name),
                description: description,
                error: error(name),
                isRequired: isRequired,
                emptyLabel: emptyLabel
            )
        )
    }

    func choices(
        _ name: String,
        _ legend: String,
        _ kind: Choices.Kind,
        _ options: [Option],
        _ description: String? = nil,
        isRequired: Bool = true
    ) -> NetworkField {
        NetworkField(
            Choices(
                name: name,
                legend: legend,
                kind: kind,
                options: options,
                selected: all(name),
                description: description,
                error: error(name),
                isRequired: isRequired
            )
        )
    }
}
