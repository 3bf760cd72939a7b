public import Domain

/// Reads a form field by field and collects everything that is wrong with it, so that people see all errors at once.
///
/// A getter never throws: it notes a Dutch sentence and answers nil, or something harmless where a value is handy
/// (`""`, the lower bound). So look at ``isValid`` or call ``finish()`` before using what was read:
///
///     var form = Form(context.formData)
///     let name = form.text("naam", label: "Naam", maxLength: 100)
///     let start = form.date("begin", label: "Begindatum")
///     guard form.isValid, let start else { throw form.rejected }
public struct Form: Sendable {
    public let data: FormData
    public private(set) var errors: [FieldError] = []

    public init(_ data: FormData) {
        self.data = data
    }

    public var isValid: Bool { errors.isEmpty }

    /// The error that shows the form again, with a sentence per field.
    public var rejected: Rejected { Rejected(fields: errors) }

    /// - Throws: `Rejected` when any field was wrong.
    public func finish() throws {
        guard isValid else { throw rejected }
    }

    /// Notes an error of the caller's own; only the first sentence of a field is kept.
    public mutating func reject(_ field: String, _ message: String) {
        guard !errors.contains(where: { $0.field == field }) else { return }
        errors.append(FieldError(field: field, message: message))
    }

    // MARK: Text

    /// One or more lines of text that must be there; `""` when it is wrong.
    public mutating func text(_ name: String, label: String, maxLength: Int = 200) -> String {
        guard let text = optionalText(name, label: label, maxLength: maxLength) else {
            reject(name, "Vul in: \(label.lowercasedFirst).")
            return ""
        }
        return text
    }

    /// Text without white space around it; nil when nothing was typed. Length counts characters.
    public mutating func optionalText(_ name: String, label: String, maxLength: Int = 200) -> String? {
        guard let text = entered(name) else { return nil }
        guard text.count <= maxLength else {
            reject(name, "\(label) mag hoogstens \(maxLength) tekens lang zijn. Nu zijn het er \(text.count).")
            return nil
        }
        guard !CitizenServiceNumber.occurs(in: text) else {
            reject(name, "Bij \(label.lowercasedFirst) staat een burgerservicenummer (BSN). Haal dat weg.")
            return nil
        }
        return text
    }

    // MARK: Numbers and choices

    /// A whole number that must be there; the lower bound when it is wrong.
    public mutating func int(_ name: String, label: String, in range: ClosedRange<Int>) -> Int {
        optionalInt(name, label: label, in: range)
            ?? require(name, "Vul een getal in bij \(label.lowercasedFirst).", otherwise: range.lowerBound)
    }

    /// A whole number; nil when nothing was typed or when it is wrong.
    public mutating func optionalInt(_ name: String, label: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = entered(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            reject(name, "\(label) moet een heel getal zijn van \(range.lowerBound) tot en met \(range.upperBound).")
            return nil
        }
        return number
    }

    /// Whether a checkbox was ticked, whatever its value.
    public func flag(_ name: String) -> Bool {
        data[name] != nil
    }

    /// One of a closed list, sent as its raw value.
    public mutating func choice<Value: RawRepresentable>(
        _ name: String,
        _ type: Value.Type = Value.self,
        label: String
    ) -> Value? where Value.RawValue == String {
        optionalChoice(name, type, label: label)
            ?? require(name, "Kies: \(label.lowercasedFirst).", otherwise: nil)
    }

    public mutating func optionalChoice<Value: RawRepresentable>(
        _ name: String,
        _ type: Value.Type = Value.self,
        label: String
    ) -> Value? where Value.RawValue == String {
        parsed(name, label: label, required: false, message: "Kies bij \(label.lowercasedFirst) iets uit de lijst.") {
            Value(rawValue: $0)
        }
    }

    /// Every ticked member of a closed list, in the order of the page.
    public mutating func choices<Value: RawRepresentable>(
        _ name: String,
        _ type: Value.Type = Value.self,
        label: String,
        required: Bool = false
    ) -> [Value] where Value.RawValue == String {
        let texts = data.all(name)
        let values = texts.compactMap { Value(rawValue: $0) }
        if values.count < texts.count {
            reject(name, "Kies bij \(label.lowercasedFirst) alleen dingen uit de lijst.")
        } else if required && values.isEmpty {
            reject(name, "Kies er ten minste één: \(label.lowercasedFirst).")
        }
        return values
    }

    /// Ticked boxes whose values are bits (1, 2, 4, …), together as a mask: weekdays, routes, study years.
    public mutating func bits(_ name: String, label: String, allowed: Int, required: Bool = true) -> Int {
        var mask = 0
        for text in data.all(name) {
            guard let bit = Int(text), bit > 0, bit.nonzeroBitCount == 1, bit & allowed == bit else {
                reject(name, "Kies bij \(label.lowercasedFirst) alleen dingen uit de lijst.")
                return 0
            }
            mask |= bit
        }
        if required && mask == 0 {
            reject(name, "Kies er ten minste één: \(label.lowercasedFirst).")
        }
        return mask
    }

    // MARK: Anything else

    /// A value that another type knows how to read.
    ///
    /// - Parameter message: what is wrong, when something was typed that `parse` refuses.
    public mutating func parsed<Value>(
        _ name: String,
        label: String,
        required: Bool = true,
        message: String,
        parse: (String) -> Value?
    ) -> Value? {
        guard let text = entered(name) else {
            return required ? require(name, "Vul in: \(label.lowercasedFirst).", otherwise: nil) : nil
        }
        guard let value = parse(text) else {
            reject(name, message)
            return nil
        }
        return value
    }

    /// A file of at most `maxBytes`; nil when it is missing, empty or too large.
    public mutating func file(_ name: String, label: String, maxBytes: Int) -> FormData.File? {
        guard let file = data.files.first(where: { $0.name == name }), !file.bytes.isEmpty else {
            reject(name, "Kies een bestand bij \(label.lowercasedFirst). Het mag niet leeg zijn.")
            return nil
        }
        guard file.bytes.count <= maxBytes else {
            reject(name, "Het bestand is te groot. Het mag hoogstens \(byteCount(maxBytes)) zijn.")
            return nil
        }
        return file
    }

    private func entered(_ name: String) -> String? {
        let text = (data[name] ?? "").trimmed
        return text.isEmpty ? nil : text
    }

    /// Notes that a field is missing, unless something else is already wrong with it.
    private mutating func require<Value>(_ name: String, _ message: String, otherwise value: Value) -> Value {
        reject(name, message)
        return value
    }
}

/// A number of bytes for people: `5 MB`, `512 kB`.
func byteCount(_ bytes: Int) -> String {
    bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(max(1, bytes / 1_000)) kB"
}

extension String {
    /// For a label inside a sentence: `Naam` → `naam`, but `BIG-nummer` stays.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
