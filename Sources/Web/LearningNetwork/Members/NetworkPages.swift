import PageKit
import Site

/// The learning network: its lists, the page of one meeting, question or practice, and the forms.
enum NetworkPages {
    static let all: [any Page.Type] = [NetworkListPage.self, NetworkShowPage.self, NetworkFormPage.self]
}

/// One field of a form, of whatever kind.
struct NetworkField: Sendable {
    let text: TextField?
    let area: TextArea?
    let select: SelectField?
    let choices: Choices?

    init(_ field: TextField) { (text, area, select, choices) = (field, nil, nil, nil) }
    init(_ field: TextArea) { (text, area, select, choices) = (nil, field, nil, nil) }
    init(_ field: SelectField) { (text, area, select, choices) = (nil, nil, field, nil) }
    init(_ field: Choices) { (text, area, select, choices) = (nil, nil, nil, field) }
}

/// A form with its fields in order and one or two buttons.
struct NetworkForm: Sendable {
    /// Another way to send the same form.
    struct Other: Sendable {
        let label: String
        let name: String
        let value: String

        init(_ label: String, name: String, value: String) {
            self.label = label
            self.name = name
            self.value = value
        }
    }

    let action: String
    let submissionID: String
    let hidden: [HiddenField]
    let fields: [NetworkField]
    let button: String
    let modifier: String
    let other: Other?

    /// - Parameter isSecondary: for a button that is not what most people come for.
    init(
        action: String,
        submissionID: String,
        hidden: [HiddenField] = [],
        fields: [NetworkField] = [],
        button: String,
        isSecondary: Bool = false,
        other: Other? = nil
    ) {
        self.action = action
        self.submissionID = submissionID
        self.hidden = hidden
        self.fields = fields
        self.button = button
        modifier = isSecondary ? " button--secondary" : ""
        self.other = other
    }
}

/// One thing in a section: an answer, an action, a person, something on the work list.
struct NetworkEntry: Sendable {
    struct Paragraph: Sendable {
        let text: String
    }

    let link: PageLink?
    let title: String?
    let meta: String?
    let paragraphs: [Paragraph]
    let tags: [Tag]
    let hasTags: Bool
    let forms: [NetworkForm]
    let hasForms: Bool
    let links: [PageLink]
    let hasLinks: Bool

    /// - Parameters:
    ///   - link: the title as a link; without it `title` stands there plain.
    ///   - text: lines are paragraphs.
    ///   - links: what else can be done with it.
    init(
        link: PageLink? = nil,
        title: String? = nil,
        meta: String? = nil,
        text: String = "",
        tags: [Tag] = [],
        forms: [NetworkForm] = [],
        links: [PageLink] = []
    ) {
        self.link = link
        self.title = title
        self.meta = meta
        paragraphs = Self.paragraphs(text)
        self.tags = tags
        hasTags = !tags.isEmpty
        self.forms = forms
        hasForms = !forms.isEmpty
        self.links = links
        hasLinks = !links.isEmpty
    }

    static func paragraphs(_ text: String) -> [Paragraph] {
        text.split(whereSeparator: \.isNewline).map { Paragraph(text: String($0)) }
    }
}

/// A part of a page under its own heading.
struct NetworkSection: Sendable {
    let id: String
    let headingID: String
    let title: String
    let paragraphs: [NetworkEntry.Paragraph]
    let facts: Facts?
    let links: [PageLink]
    let hasLinks: Bool
    let entries: [NetworkEntry]
    let hasEntries: Bool
    let empty: EmptyState?
    let form: NetworkForm?

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - text: lines are paragraphs.
    ///   - empty: shown when there are no entries.
    init(
        id: String,
        title: String,
        text: String = "",
        facts: Facts? = nil,
        links: [PageLink] = [],
        entries: [NetworkEntry] = [],
        empty: EmptyState? = nil,
        form: NetworkForm? = nil
    ) {
        self.id = id
        headingID = "\(id)-kop"
        self.title = title
        paragraphs = NetworkEntry.paragraphs(text)
        self.facts = facts
        self.links = links
        hasLinks = !links.isEmpty
        self.entries = entries
        hasEntries = !entries.isEmpty
        self.empty = entries.isEmpty ? empty : nil
        self.form = form
    }
}

/// A list of the network with its filters.
struct NetworkListPage: Page {
    static let template = "network/list"

    struct Card: Sendable {
        let title: String
        let url: String?
        let meta: String
        let text: String
        let foot: String?
        let tags: [Tag]
        let hasTags: Bool

        init(
            title: String,
            url: String?,
            meta: String,
            text: String,
            foot: String? = nil,
            tags: [Tag] = []
        ) {
            self.title = title
            self.url = url
            self.meta = meta
            self.text = text
            self.foot = foot
            self.tags = tags
            hasTags = !tags.isEmpty
        }
    }

    let header: PageHeader
    let filters: Filters
    let cards: [Card]
    let hasCards: Bool
    let empty: EmptyState?
    let pagination: Pagination?
    let country: CountrySection?

    init(
        header: PageHeader,
        filters: Filters,
        cards: [Card],
        empty: EmptyState,
        pagination: Pagination? = nil,
        country: CountrySection? = nil
    ) {
        self.header = header
        self.filters = filters
        self.cards = cards
        hasCards = !cards.isEmpty
        self.empty = cards.isEmpty ? empty : nil
        self.pagination = pagination
        self.country = country
    }
}

/// The page of one thing, and the front page of the network: sections, and beside them what is said in short.
struct NetworkShowPage: Page {
    static let template = "network/show"

    let header: PageHeader
    let notices: [Notice]
    let facts: Facts?
    let sections: [NetworkSection]
    let aside: [NetworkSection]
    let asideLabel: String

    init(
        header: PageHeader,
        notices: [Notice] = [],
        facts: Facts? = nil,
        sections: [NetworkSection],
        aside: [NetworkSection],
        asideLabel: String = "Meer"
    ) {
        self.header = header
        self.notices = notices
        self.facts = facts
        self.sections = sections
        self.aside = aside
        self.asideLabel = asideLabel
    }
}

/// A form on a page of its own.
struct NetworkFormPage: Page {
    static let template = "network/form"

    let header: PageHeader
    let paragraphs: [NetworkEntry.Paragraph]
    let form: NetworkForm?
    /// What else can be done here, such as leaving.
    let extra: NetworkSection?

    init(header: PageHeader, text: String = "", form: NetworkForm?, extra: NetworkSection? = nil) {
        self.header = header
        paragraphs = NetworkEntry.paragraphs(text)
        self.form = form
        self.extra = extra
    }
}
