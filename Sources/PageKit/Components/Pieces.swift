/// A state in one word, with a shape and a colour that say the same.
package struct Tag: Sendable {
    package enum Kind: String, Sendable {
        case neutral, info, ok, waiting, overdue
    }

    let text: String
    let symbol: String
    let modifier: String

    package init(_ text: String, _ kind: Kind = .neutral) {
        self.text = text
        modifier = kind.rawValue
        symbol =
            switch kind {
            case .neutral: "○"
            case .info: "●"
            case .ok: "✓"
            case .waiting: "◐"
            case .overdue: "▲"
            }
    }
}

/// A message in a box: what happened and what to do.
package struct Notice: Sendable {
    package enum Kind: String, Sendable {
        case info, ok, warning, error
    }

    let modifier: String
    let word: String
    let symbol: String
    let role: String
    let title: String?
    let text: String
    let link: PageLink?

    package init(_ kind: Kind, title: String? = nil, text: String, link: PageLink? = nil) {
        modifier = kind.rawValue
        switch kind {
        case .info: (word, symbol) = ("Let op", "i")
        case .ok: (word, symbol) = ("Gelukt", "✓")
        case .warning: (word, symbol) = ("Waarschuwing", "!")
        case .error: (word, symbol) = ("Fout", "×")
        }
        role = kind == .error ? "alert" : "status"
        self.title = title
        self.text = text
        self.link = link
    }
}

/// Key facts as terms with their values.
package struct Facts: Sendable {
    let facts: [Fact]

    package init(_ facts: [Fact]) {
        self.facts = facts
    }
}

package struct Fact: Sendable {
    let term: String
    let value: String
    let url: String?

    /// - Parameter url: makes the value a link, such as `tel:` for a phone number.
    package init(_ term: String, _ value: String, url: String? = nil) {
        self.term = term
        self.value = value
        self.url = url
    }
}

/// Parts of one subject, each with its own address.
package struct Tabs: Sendable {
    let label: String
    let tabs: [Tab]

    package init(label: String, _ tabs: [Tab]) {
        self.label = label
        self.tabs = tabs
    }
}

package struct Tab: Sendable {
    let text: String
    let url: String
    let isCurrent: Bool
    let count: String?

    package init(_ text: String, url: String, isCurrent: Bool = false, count: String? = nil) {
        self.text = text
        self.url = url
        self.isCurrent = isCurrent
        self.count = count
    }
}

/// What happened, in order.
package struct Timeline: Sendable {
    let items: [TimelineItem]

    package init(_ items: [TimelineItem]) {
        self.items = items
    }
}

package struct TimelineItem: Sendable {
    package enum Kind: String, Sendable {
        case done, current, future
    }

    let when: String
    let datetime: String
    let title: String
    let who: String?
    let detail: String?
    let modifier: String
    let isCurrent: Bool

    /// - Parameters:
    ///   - when: as people read it, "di 24 nov".
    ///   - datetime: the same for machines, "2026-11-24".
    package init(
        when: String,
        datetime: String,
        title: String,
        who: String? = nil,
        detail: String? = nil,
        kind: Kind = .done
    ) {
        self.when = when
        self.datetime = datetime
        self.title = title
        self.who = who
        self.detail = detail
        modifier = kind.rawValue
        isCurrent = kind == .current
    }
}

/// Numbers that each open the list behind them.
package struct Stats: Sendable {
    let tiles: [StatTile]

    package init(_ tiles: [StatTile]) {
        self.tiles = tiles
    }
}

package struct StatTile: Sendable {
    let number: String
    let label: String
    let url: String?
    let modifier: String

    /// - Parameter url: where they are listed; nil when there is nothing to list.
    package init(number: String, label: String, url: String?, kind: Tag.Kind = .neutral) {
        self.number = number
        self.label = label
        self.url = url
        modifier = kind.rawValue
    }
}

/// Where you are in a form of several pages.
package struct Steps: Sendable {
    let text: String
    let title: String
    let value: String
    let maximum: String

    package init(current: Int, of count: Int, title: String) {
        text = "Stap \(current) van \(count)"
        self.title = title
        value = String(current)
        maximum = String(count)
    }
}

/// An empty list that says what to do next.
package struct EmptyState: Sendable {
    let title: String
    let text: String
    let action: PageLink?

    package init(title: String, text: String, action: PageLink? = nil) {
        self.title = title
        self.text = text
        self.action = action
    }
}

/// Where in a long list you are.
package struct Pagination: Sendable {
    let summary: String
    let previous: PageLink?
    let next: PageLink?

    package init(summary: String, previous: PageLink? = nil, next: PageLink? = nil) {
        self.summary = summary
        self.previous = previous
        self.next = next
    }
}
