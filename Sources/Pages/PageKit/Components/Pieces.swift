/// A state in one word, with a shape and a colour that say the same.
public struct Tag: Sendable {
    public enum Kind: String, Sendable {
        case neutral, info, ok, waiting, overdue
    }

    let text: String
    let symbol: String
    let modifier: String

    public init(_ text: String, _ kind: Kind = .neutral) {
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
public struct Notice: Sendable {
    public enum Kind: String, Sendable {
        case info, ok, warning, error
    }

    let modifier: String
    let word: String
    let symbol: String
    let role: String
    let title: String?
    let text: String
    let link: PageLink?

    public init(_ kind: Kind, title: String? = nil, text: String, link: PageLink? = nil) {
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
public struct Facts: Sendable {
    let facts: [Fact]

    public init(_ facts: [Fact]) {
        self.facts = facts
    }
}

public struct Fact: Sendable {
    let term: String
    let value: String
    let url: String?

    /// - Parameter url: makes the value a link, such as `tel:` for a phone number.
    public init(_ term: String, _ value: String, url: String? = nil) {
        self.term = term
        self.value = value
        self.url = url
    }
}

/// Parts of one subject, each with its own address.
public struct Tabs: Sendable {
    let label: String
    let tabs: [Tab]

    public init(label: String, _ tabs: [Tab]) {
        self.label = label
        self.tabs = tabs
    }
}

public struct Tab: Sendable {
    let text: String
    let url: String
    let isCurrent: Bool
    let count: String?

    public init(_ text: String, url: String, isCurrent: Bool = false, count: String? = nil) {
        self.text = text
        self.url = url
        self.isCurrent = isCurrent
        self.count = count
    }
}

/// What happened, in order.
public struct Timeline: Sendable {
    let items: [TimelineItem]

    public init(_ items: [TimelineItem]) {
        self.items = items
    }
}

public struct TimelineItem: Sendable {
    public enum Kind: String, Sendable {
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
    public init(
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
public struct Stats: Sendable {
    let tiles: [StatTile]

    public init(_ tiles: [StatTile]) {
        self.tiles = tiles
    }
}

public struct StatTile: Sendable {
    let number: String
    let label: String
    let url: String?
    let modifier: String

    /// - Parameter url: where they are listed; nil when there is nothing to list.
    public init(number: String, label: String, url: String?, kind: Tag.Kind = .neutral) {
        self.number = number
        self.label = label
        self.url = url
        modifier = kind.rawValue
    }
}

/// Where you are in a form of several pages.
public struct Steps: Sendable {
    let text: String
    let title: String
    let value: String
    let maximum: String

    public init(current: Int, of count: Int, title: String) {
        text = "Stap \(current) van \(count)"
        self.title = title
        value = String(current)
        maximum = String(count)
    }
}

/// An empty list that says what to do next.
public struct EmptyState: Sendable {
    let title: String
    let text: String
    let action: PageLink?

    public init(title: String, text: String, action: PageLink? = nil) {
        self.title = title
        self.text = text
        self.action = action
    }
}

/// Where in a long list you are.
public struct Pagination: Sendable {
    let summary: String
    let previous: PageLink?
    let next: PageLink?

    public init(summary: String, previous: PageLink? = nil, next: PageLink? = nil) {
        self.summary = summary
        self.previous = previous
        self.next = next
    }
}
