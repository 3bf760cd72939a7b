/// The learning network: its lists, the page of one meeting, question or practice, and the forms.
public enum NetworkPages {
    static let all: [any Page.Type] = [NetworkListPage.self, NetworkShowPage.self, NetworkFormPage.self]
}

/// One field of a form, of whatever kind.
public struct NetworkField: Sendable {
    let text: TextField?
    let area: TextArea?
    let select: SelectField?
    let choices: Choices?

    public init(_ field: TextField) { (text, area, select, choices) = (field, nil, nil, nil) }
    public init(_ field: TextArea) { (text, area, select, choices) = (nil, field, nil, nil) }
    public init(_ field: SelectField) { (text, area, select, choices) = (nil, nil, field, nil) }
    public init(_ field: Choices) { (text, area, select, choices) = (nil, nil, nil, field) }
}

/// A form with its fields in order and one or two buttons.
public struct NetworkForm: Sendable {
    /// Another way to send the same form.
    public struct Other: Sendable {
        let label: String
        let name: String
        let value: String

        public init(_ label: String, name: String, value: String) {
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
    public init(
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

    static var sample: NetworkForm {
        let option = [Option(value: "1", label: "Twente")]
        return NetworkForm(
            action: "/vragen/nieuw",
            submissionID: "1",
            hidden: [HiddenField(name: "versie", value: "1")],
            fields: [
                NetworkField(TextField(name: "titel", label: "Titel")),
                NetworkField(TextArea(name: "uitleg", label: "Uitleg")),
                NetworkField(SelectField(name: "regio", label: "Regio", options: option)),
                NetworkField(Choices(name: "knelpunt", legend: "Knelpunt", kind: .checkbox, options: option)),
            ],
            button: "Stel de vraag",
            other: Other("Bewaar als concept", name: "stap", value: "concept")
        )
    }
}

/// One thing in a section: an answer, an action, a person, something on the work list.
public struct NetworkEntry: Sendable {
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
    public init(
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

    static var sample: NetworkEntry {
        NetworkEntry(
            link: PageLink("Wie deelt begeleiding?", "/vragen/wie-deelt-begeleiding"),
            title: "Wie deelt begeleiding?",
            meta: "di 24 nov",
            text: "Wij delen een begeleider met twee praktijken.",
            tags: [Tag("hielp", .ok)],
            forms: [.sample],
            links: [PageLink("Haal dit antwoord weg", "/leernetwerk/weghalen/antwoord/1")]
        )
    }
}

/// A part of a page under its own heading.
public struct NetworkSection: Sendable {
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
    public init(
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

    static func sample(_ id: String, form: NetworkForm? = nil) -> NetworkSection {
        NetworkSection(
            id: id,
            title: "Antwoorden",
            text: "Iedereen kan dit lezen.",
            facts: Facts([Fact("Plaats", "Enschede", url: "/regios/twente#kaart")]),
            links: [PageLink("Alle vragen", "/vragen")],
            entries: form == nil ? [.init(link: PageLink("Een vraag", "/vragen/1"), meta: "vandaag")] : [],
            empty: EmptyState(
                title: "Nog geen antwoord",
                text: "Weet jij iets?",
                action: PageLink("Word lid", "/leernetwerk/lidmaatschap")
            ),
            form: form
        )
    }
}

/// A list of the network with its filters.
public struct NetworkListPage: Page {
    public static let template = "network/list"

    public struct Card: Sendable {
        let title: String
        let url: String?
        let meta: String
        let text: String
        let foot: String?
        let tags: [Tag]
        let hasTags: Bool

        public init(
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

    public let header: PageHeader
    let filters: Filters
    let cards: [Card]
    let hasCards: Bool
    let empty: EmptyState?
    let pagination: Pagination?
    let country: CountrySection?

    public init(
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

    public static var samples: [Self] {
        func sample(_ cards: [Card], _ pagination: Pagination?, _ country: CountrySection? = nil) -> Self {
            Self(
                header: PageHeader(title: "Vragen", breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")]),
                filters: Filters(action: "/vragen", summary: "1 vraag"),
                cards: cards,
                empty: EmptyState(
                    title: "Geen vraag die hierbij past",
                    text: "Haal een filter weg, of stel je vraag zelf.",
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                pagination: pagination,
                country: country
            )
        }
        return [
            sample(
                [
                    Card(
                        title: "Wie deelt begeleiding?",
                        url: "/vragen/wie-deelt-begeleiding",
                        meta: "di 24 nov · Twente",
                        text: "Wij zoeken een begeleider.",
                        foot: "2 antwoorden",
                        tags: [Tag("open", .waiting)]
                    ), Card(title: "Sanne de Wit", url: nil, meta: "Twente", text: "Begeleiding"),
                ],
                Pagination(summary: "1 van 2", next: PageLink("Volgende", "/vragen?pagina=2"))
            ), sample([], nil, CountrySection.samples[0]),
        ]
    }
}

/// The page of one thing, and the front page of the network: sections, and beside them what is said in short.
public struct NetworkShowPage: Page {
    public static let template = "network/show"

    public let header: PageHeader
    let notices: [Notice]
    let facts: Facts?
    let sections: [NetworkSection]
    let aside: [NetworkSection]
    let asideLabel: String

    public init(
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

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Wie deelt begeleiding?", back: PageLink("Alle vragen", "/vragen")),
                notices: [Notice(.info, text: "Deze vraag is gesloten.")],
                facts: Facts([Fact("Regio", "Twente")]),
                sections: [
                    .sample("een"), .sample("twee", form: .sample),
                ],
                aside: [.sample("drie")]
            ),
            Self(
                header: PageHeader(title: "Leernetwerk"),
                sections: [NetworkSection(id: "wachten", title: "Wat op jou wacht", entries: [.sample])],
                aside: []
            ),
        ]
    }
}

/// A form on a page of its own.
public struct NetworkFormPage: Page {
    public static let template = "network/form"

    public let header: PageHeader
    let paragraphs: [NetworkEntry.Paragraph]
    let form: NetworkForm?
    /// What else can be done here, such as leaving.
    let extra: NetworkSection?

    public init(header: PageHeader, text: String = "", form: NetworkForm?, extra: NetworkSection? = nil) {
        self.header = header
        paragraphs = NetworkEntry.paragraphs(text)
        self.form = form
        self.extra = extra
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Stel een vraag", back: PageLink("Alle vragen", "/vragen")),
                text: "Iedereen kan je vraag lezen.",
                form: .sample,
                extra: .sample("stoppen")
            ),
            Self(
                header: PageHeader(title: "Schrijf een praktijk"),
                form: nil,
                extra: .sample("weggooien", form: .sample)
            ),
            Self(
                header: PageHeader(title: "Je lidmaatschap"),
                form: nil,
                extra: NetworkSection(id: "acties", title: "Wat je beloofde", entries: [.sample])
            ),
        ]
    }
}
