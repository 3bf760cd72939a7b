/// The filter panel of a list: what is chosen (each removable by a link), the possibilities with their counts, and the
/// downloads of exactly this list. The address can be shared.
package struct Filters: Sendable {
    let action: String
    let isPrivate: Bool
    let summary: String
    let chosen: [Chip]
    let hasChosen: Bool
    let clearURL: String?
    let groups: [FilterGroup]
    let selects: [SelectField]
    let search: TextField?
    let hidden: [HiddenField]
    let downloads: [PageLink]
    let input: PageLink?
    let tasks: [PageLink]
    let hasDownloads: Bool

    /// - Parameters:
    ///   - action: path of the list itself.
    ///   - isPrivate: the form is posted, because the search words name people; the page answers with its address.
    ///   - summary: how many there are, as a phrase: "214 plekken".
    ///   - tasks: what can be done for many of them at once.
    ///   - selects: filters with too many possibilities for checkboxes, such as the region.
    package init(
        action: String,
        isPrivate: Bool = false,
        summary: String,
        chosen: [Chip] = [],
        clearURL: String? = nil,
        groups: [FilterGroup] = [],
        selects: [SelectField] = [],
        search: TextField? = nil,
        hidden: [HiddenField] = [],
        downloads: [PageLink] = [],
        input: PageLink? = nil,
        tasks: [PageLink] = []
    ) {
        self.action = action
        self.isPrivate = isPrivate
        self.summary = summary
        self.chosen = chosen
        hasChosen = !chosen.isEmpty
        self.clearURL = clearURL
        self.groups = groups
        self.selects = selects
        self.search = search
        self.hidden = hidden
        self.downloads = downloads
        self.input = input
        self.tasks = tasks
        hasDownloads = !downloads.isEmpty
    }
}

/// A chosen filter and the address of the list without it.
package struct Chip: Sendable {
    let label: String
    let removeURL: String

    package init(label: String, removeURL: String) {
        self.label = label
        self.removeURL = removeURL
    }
}

package struct FilterGroup: Sendable {
    let legend: String
    let name: String
    let type: String
    let options: [FilterOption]

    /// Whether there is anything to choose.
    package var hasOptions: Bool { !options.isEmpty }

    package init(legend: String, name: String, kind: Choices.Kind = .checkbox, options: [FilterOption]) {
        self.legend = legend
        self.name = name
        type = kind.rawValue
        self.options = options
    }
}

package struct FilterOption: Sendable {
    let value: String
    let label: String
    let count: String?
    let isSelected: Bool

    /// - Parameter count: how many there would be; nil when it was not counted.
    package init(value: String, label: String, count: String? = nil, isSelected: Bool = false) {
        self.value = value
        self.label = label
        self.count = count
        self.isSelected = isSelected
    }
}
