public import Domain
public import Foundation

/// Fields that hold a value of Domain, each with a sentence that says how to write it.
extension Form {
    public mutating func date(_ name: String, label: String) -> CalendarDate? {
        readDate(name, label: label, required: true)
    }

    public mutating func optionalDate(_ name: String, label: String) -> CalendarDate? {
        readDate(name, label: label, required: false)
    }

    public mutating func email(_ name: String, label: String) -> EmailAddress? {
        readEmail(name, label: label, required: true)
    }

    public mutating func optionalEmail(_ name: String, label: String) -> EmailAddress? {
        readEmail(name, label: label, required: false)
    }

    public mutating func phone(_ name: String, label: String) -> PhoneNumber? {
        readPhone(name, label: label, required: true)
    }

    public mutating func optionalPhone(_ name: String, label: String) -> PhoneNumber? {
        readPhone(name, label: label, required: false)
    }

    public mutating func postcode(_ name: String, label: String) -> Postcode? {
        readPostcode(name, label: label, required: true)
    }

    public mutating func optionalPostcode(_ name: String, label: String) -> Postcode? {
        readPostcode(name, label: label, required: false)
    }

    /// A kenmerk, typed or sent by a link or button.
    public mutating func reference(_ name: String, label: String) -> Reference? {
        parsed(
            name,
            label: label,
            message: "Dit kenmerk klopt niet. Het heeft 8 letters en cijfers, bijvoorbeeld zoals op de kaart staat."
        ) { Reference(typed: $0) }
    }

    /// An id that a select list or hidden field carried.
    public mutating func id<Tag>(_ name: String, _ type: Identifier<Tag>.Type, label: String) -> Identifier<Tag>? {
        parsed(name, label: label, message: "Kies bij \(label.lowercasedFirst) iets uit de lijst.") {
            Identifier<Tag>($0)
        }
    }

    /// The id the page was given for this sending, from the hidden field ``FormData/submissionField``.
    public mutating func submissionID() -> UUID? {
        parsed(
            FormData.submissionField,
            label: "Verzending",
            message: "Dit formulier is verouderd. Open de pagina opnieuw en vul het nog een keer in."
        ) { UUID(uuidString: $0) }
    }

    private mutating func readDate(_ name: String, label: String, required: Bool) -> CalendarDate? {
        parsed(
            name,
            label: label,
            required: required,
            message: "\(label) is geen datum. Schrijf dag, maand en jaar, zoals 24-11-2026."
        ) { text in
            // Nobody means the year 26 or 20266; a date far off is a typing error.
            CalendarDate(dutch: text).flatMap { (1900...2200).contains($0.year) ? $0 : nil }
        }
    }

    private mutating func readEmail(_ name: String, label: String, required: Bool) -> EmailAddress? {
        parsed(
            name,
            label: label,
            required: required,
            message: "\(label) klopt niet. Schrijf het zoals naam@voorbeeld.nl."
        ) { EmailAddress($0) }
    }

    private mutating func readPhone(_ name: String, label: String, required: Bool) -> PhoneNumber? {
        parsed(
            name,
            label: label,
            required: required,
            message: "\(label) klopt niet. Schrijf 10 cijfers, zoals 06 12 34 56 78."
        ) { PhoneNumber($0) }
    }

    private mutating func readPostcode(_ name: String, label: String, required: Bool) -> Postcode? {
        parsed(
            name,
            label: label,
            required: required,
            message: "\(label) klopt niet. Schrijf 4 cijfers en 2 letters, zoals 1234 AB."
        ) { Postcode($0) }
    }
}
