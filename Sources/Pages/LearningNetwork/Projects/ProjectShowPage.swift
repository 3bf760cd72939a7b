/// `/projecten/{naam}`: one project, with what worked, what did not, and how complete and recent the page is.
public struct ProjectShowPage: Page {
    public static let template = "projects/show"

    /// A text with its heading; empty texts are left out and named as missing.
    public struct Section: Sendable {
        let id: String
        let title: String
        let paragraphs: [String]

        /// - Parameter text: as it was written; an empty line begins a new paragraph.
        public init?(id: String, title: String, text: String) {
            let paragraphs = Paragraphs.of(text)
            guard !paragraphs.isEmpty else { return nil }
            self.id = id
            self.title = title
            self.paragraphs = paragraphs
        }
    }

    public struct Partner: Sendable {
        let name: String
        let kind: String
        let left: String?

        /// - Parameter left: "vertrokken op 3 mei 2026"; nil for who takes part.
        public init(name: String, kind: String, left: String?) {
            self.name = name
            self.kind = kind
            self.left = left
        }
    }

    public struct Link: Sendable {
        let title: String
        let url: String
        let kind: String

        public init(title: String, url: String, kind: String) {
            self.title = title
            self.url = url
            self.kind = kind
        }
    }

    public struct Copy: Sendable {
        let who: String
        let region: PageLink
        let when: String
        let text: String?
        let outcome: Tag?
        let tell: PageLink?
        /// For the fund.
        let takeDown: PageLink?

        /// - Parameter tell: where the one who copied it says what came of it; nil for everyone else.
        public init(
            who: String,
            region: PageLink,
            when: String,
            text: String?,
            outcome: Tag?,
            tell: PageLink? = nil,
            takeDown: PageLink? = nil
        ) {
            self.takeDown = takeDown
            self.who = who
            self.region = region
            self.when = when
            self.text = text
            self.outcome = outcome
            self.tell = tell
        }
    }

    /// A question of the network about this project.
    public struct Question: Sendable {
        let link: PageLink
        let when: String
        let tag: Tag

        public init(link: PageLink, when: String, tag: Tag) {
            self.link = link
            self.when = when
            self.tag = tag
        }
    }

    public struct Edit: Sendable {
        let when: String
        let what: String

        public init(when: String, what: String) {
            self.when = when
            self.what = what
        }
    }

    public let header: PageHeader
    let notices: [Notice]
    let sections: [Section]
    let goals: ShareBars?
    let results: [Section]
    let partners: [Partner]
    let hasPartners: Bool
    let links: [Link]
    let hasLinks: Bool
    let copies: [Copy]
    let hasCopies: Bool
    let copy: PageLink?
    let questions: [Question]
    let hasQuestions: Bool
    let ask: PageLink?
    let facts: Facts
    let regions: [PageLink]
    let hasRegions: Bool
    let municipalities: String?
    let bottlenecks: [PageLink]
    let hasBottlenecks: Bool
    let contact: Facts?
    let map: CountryMap?
    let period: Timeline?
    let completeness: String
    let missing: [String]
    let hasMissing: Bool
    let edits: [Edit]
    let hasEdits: Bool

    /// - Parameters:
    ///   - copy: where a member of the network says that they copy it; nil for who cannot be one.
    ///   - ask: where a member asks about it.
    public init(
        header: PageHeader,
        notices: [Notice],
        sections: [Section],
        goals: ShareBars?,
        results: [Section],
        partners: [Partner],
        links: [Link],
        copies: [Copy],
        copy: PageLink?,
        questions: [Question],
        ask: PageLink?,
        facts: Facts,
        regions: [PageLink],
        municipalities: String?,
        bottlenecks: [PageLink],
        contact: Facts?,
        map: CountryMap?,
        period: Timeline?,
        completeness: String,
        missing: [String],
        edits: [Edit]
    ) {
        self.header = header
        self.notices = notices
        self.sections = sections
        self.goals = goals
        self.results = results
        self.partners = partners
        hasPartners = !partners.isEmpty
        self.links = links
        hasLinks = !links.isEmpty
        self.copies = copies
        hasCopies = !copies.isEmpty
        self.copy = copy
        self.questions = questions
        hasQuestions = !questions.isEmpty
        self.ask = ask
        self.facts = facts
        self.regions = regions
        hasRegions = !regions.isEmpty
        self.municipalities = municipalities
        self.bottlenecks = bottlenecks
        hasBottlenecks = !bottlenecks.isEmpty
        self.contact = contact
        self.map = map
        self.period = period
        self.completeness = completeness
        self.missing = missing
        hasMissing = !missing.isEmpty
        self.edits = edits
        hasEdits = !edits.isEmpty
    }

    public static var samples: [Self] {
        func section(_ id: String, _ title: String) -> [Section] {
            [Section(id: id, title: title, text: "Er zijn te weinig begeleiders.")].compactMap(\.self)
        }
        let full = Self(
            header: PageHeader(
                title: "Stagepunt",
                lead: "Eén stagebureau voor de hele regio.",
                breadcrumbs: [PageLink("Start", "/"), PageLink("Projecten", "/projecten")],
                tags: [Tag("stimuleringsregeling", .info)]
            ),
            notices: [Notice(.warning, title: "Voorwaarde niet vervuld", text: "Er doen nog 2 partners mee.")],
            sections: section("probleem", "Het probleem"),
            goals: .sample,
            results: section("resultaat", "Wat werkte"),
            partners: [
                Partner(name: "ROC Tilburg", kind: "school", left: nil),
                Partner(name: "LHV-kring", kind: "andere organisatie", left: "vertrokken op 3 mei 2026"),
            ],
            links: [Link(title: "Draaiboek", url: "https://voorbeeld.example/draaiboek", kind: "document")],
            copies: [
                Copy(
                    who: "HUS",
                    region: PageLink("Utrecht", "/regios/utrecht"),
                    when: "3 mei 2026",
                    text: "We doen hetzelfde.",
                    outcome: Tag("werkt ook hier", .ok),
                    tell: PageLink("Vertel hoe het ging", "/overgenomen/1"),
                    takeDown: PageLink("Haal weg", "/leernetwerk/weghalen/overname/1")
                ),
                Copy(
                    who: "UNICUM",
                    region: PageLink("Utrecht", "/regios/utrecht"),
                    when: "4 mei 2026",
                    text: nil,
                    outcome: nil
                ),
            ],
            copy: PageLink("Wij nemen dit over", "/projecten/stagepunt/overnemen"),
            questions: [
                Question(
                    link: PageLink("Wie belt de praktijken?", "/vragen/wie-belt-de-praktijken"),
                    when: "5 mei",
                    tag: Tag("beantwoord", .info)
                )
            ],
            ask: PageLink("Stel een vraag over dit project", "/vragen/nieuw?project=stagepunt"),
            facts: Facts([Fact("Organisatie", "Zorggroep RCH Midden-Brabant")]),
            regions: [PageLink("Midden-Brabant", "/regios/midden-brabant")],
            municipalities: "Tilburg",
            bottlenecks: [PageLink("Begeleiding", "/knelpunten/begeleiding")],
            contact: Facts([Fact("E-mail", "info@voorbeeld.example", url: "mailto:info@voorbeeld.example")]),
            map: .sampleWithoutLinks,
            period: Timeline([TimelineItem(when: "1 mei 2026", datetime: "2026-05-01", title: "Begin")]),
            completeness: "12 van de 14 onderdelen zijn ingevuld.",
            missing: ["de partners"],
            edits: [Edit(when: "3 mei 2026", what: "de aanpak")]
        )
        let bare = Self(
            header: PageHeader(title: "Stagepunt"),
            notices: [],
            sections: [],
            goals: nil,
            results: [],
            partners: [],
            links: [],
            copies: [],
            copy: nil,
            questions: [],
            ask: nil,
            facts: Facts([Fact("Organisatie", "RCH")]),
            regions: [],
            municipalities: nil,
            bottlenecks: [],
            contact: nil,
            map: nil,
            period: nil,
            completeness: "14 van de 14 onderdelen zijn ingevuld.",
            missing: [],
            edits: []
        )
        return [full, bare]
    }
}

/// A text that was typed, as the paragraphs it has.
enum Paragraphs {
    static func of(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
            .map(String.init)
    }
}
