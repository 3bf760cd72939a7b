import Actions
package import Domain
package import Foundation
import HTTPBase
import Hummingbird
import Matching
import PageKit
import Postgres
package import Store

// What forms of several rooms read: the number of a sending, a version, a reason, an amount.

extension Form {
    /// The id of this sending; without it the form is an old one.
    package mutating func submission() throws -> UUID {
        guard let id = submissionID() else { throw rejected }
        return id
    }

    /// An amount in euros that must be there and be more than nothing.
    package mutating func money(_ name: String, label: String) -> Money? {
        let amount = parsed(name, label: label, message: Self.moneyMessage(label)) { Money($0) }
        if let amount, amount == .zero { reject(name, "\(label) moet meer zijn dan nul.") }
        return amount
    }

    /// An amount that may be nothing.
    package mutating func moneyOrZero(_ name: String, label: String, required: Bool = true) -> Money? {
        parsed(name, label: label, required: required, message: Self.moneyMessage(label)) { Money($0) }
    }

    private static func moneyMessage(_ label: String) -> String {
        "\(label) is geen bedrag. Schrijf het zoals 25.000 of 1.234,50."
    }
}

extension Money {
    /// As one types it into a field: `25.000` or `1.234,50`.
    package var plainText: String { String(text.drop { !$0.isNumber }) }
}

extension Form {
    /// The version of what the form was made from.
    package mutating func version() -> Int { int("versie", label: "Versie", in: 1...Int(Int32.max)) }

    /// A code of a list in the reference data.
    package mutating func reason(_ name: String, label: String, among reasons: [ReferenceStore.Reason]?) -> String? {
        parsed(name, label: label, message: "Kies bij \(label.lowercased()) iets uit de lijst.") { text in
            reasons?.contains { $0.code == text } == true ? text : nil
        }
    }
}
