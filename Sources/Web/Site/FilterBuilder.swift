import Actions
package import Domain
import Foundation
package import HTTPBase
package import PageKit
import Postgres
import Store

/// Chosen filters, their links and options, the same for every list.
package struct FilterBuilder {
    package let path: String
    package let query: Query
    package private(set) var chips: [Chip] = []

    package init(path: String, query: Query) {
        self.path = path
        self.query = query
    }

    /// A list always begins at its first page when a filter changes.
    private func link(removing name: String, _ value: String?) -> String {
        path
            + Query(pairs: query.fields.filter { $0.0 != "na" && !($0.0 == name && (value == nil || $0.1 == value)) })
            .link
    }

    package mutating func chip(_ label: String, _ name: String, _ value: String? = nil) {
        chips.append(Chip(label: label, removeURL: link(removing: name, value)))
    }

    package mutating func group<Value: Coded>(
        _ legend: String,
        _ name: String,
        _ options: [Value],
        chosen: [Value],
        counts: [String: Int]
    ) -> FilterGroup {
        for value in chosen { chip("\(legend): \(value.dutchName)", name, value.rawValue) }
        return FilterGroup(
            legend: legend,
            name: name,
            options: options.map {
                FilterOption(
                    value: $0.rawValue,
                    label: $0.dutchName,
                    count: Count.text(counts[$0.rawValue] ?? 0),
                    isSelected: chosen.contains($0)
                )
            }
        )
    }

    /// A select whose options carry their counts; options nobody has are left out unless chosen.
    package mutating func select(
        _ label: String,
        _ name: String,
        _ options: [(value: String, label: String)],
        chosen: String?,
        counts: [String: Int],
        emptyLabel: String
    ) -> SelectField {
        if let chosen, let option = options.first(where: { $0.value == chosen }) {
            chip("\(label): \(option.label)", name)
        }
        return SelectField(
            name: name,
            label: label,
            options: options.filter { counts[$0.value] != nil || $0.value == chosen }.map {
                Option(value: $0.value, label: "\($0.label) (\(Count.text(counts[$0.value] ?? 0)))")
            },
            selected: chosen,
            isRequired: false,
            emptyLabel: emptyLabel
        )
    }

    /// The address of the same list as CSV.
    package var csv: String { path + query.replacing("vorm", with: "csv") }
    package func next(_ keys: [String]) -> String { path + query.replacing("na", with: PageCursor(keys).token) }
    package var first: String { path + query.removing("na") }
}
