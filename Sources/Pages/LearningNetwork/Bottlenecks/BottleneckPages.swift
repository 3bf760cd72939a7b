public enum BottleneckPages {
    static let all: [any Page.Type] = [BottleneckIndexPage.self, BottleneckShowPage.self]
}

/// One thing in a list of the network: what, where it leads, and a line about it.
public struct LinkLine: Sendable {
    let title: String
    let url: String?
    let text: String
    let why: String?
    let tags: [Tag]
    let source: PageLink?

    /// - Parameters:
    ///   - url: nil for a person.
    ///   - text: who, where or when.
    ///   - why: in words, why it stands here.
    ///   - source: where it was read, elsewhere.
    public init(
        title: String,
        url: String?,
        text: String,
        why: String? = nil,
        tags: [Tag] = [],
        source: PageLink? = nil
    ) {
        self.title = title
        self.url = url
        self.text = text
        self.why = why
        self.tags = tags
        self.source = source
    }

    static let samples = [
        LinkLine(
            title: "Samen begeleiden",
            url: "/goede-praktijken/samen",
            text: "HUS",
            why: "Ook kleine praktijken.",
            tags: [Tag("Verzonnen voorbeeld", .neutral)],
            source: PageLink("Bron", "https://voorbeeld.example/verslag")
        ),
        LinkLine(title: "Noa Verzonnen", url: nil, text: "praktijkmanager"),
    ]
}

/// A heading with its lines.
public struct LinkSection: Sendable {
    let id: String
    let title: String
    let lines: [LinkLine]
    let hasLines: Bool
    let empty: String
    let more: PageLink?

    /// - Parameter empty: what to do when there is nothing.
    public init(id: String, title: String, lines: [LinkLine], empty: String, more: PageLink? = nil) {
        self.id = id
        self.title = title
        self.lines = lines
        hasLines = !lines.isEmpty
        self.empty = empty
        self.more = more
    }

    static let samples = [
        LinkSection(
            id: "praktijken",
            title: "Goede praktijken",
            lines: LinkLine.samples,
            empty: "Nog geen.",
            more: PageLink("Alle praktijken", "/goede-praktijken")
        ),
        LinkSection(id: "vragen", title: "Vragen", lines: [], empty: "Nog geen vragen."),
    ]
}

/// From where someone stalls to what solved it elsewhere.
public struct StallSolution: Sendable {
    let id: String
    let name: String
    let url: String
    let sentence: String
    let lines: [LinkLine]
    let hasLines: Bool

    /// - Parameter sentence: how often, in words.
    public init(id: String, name: String, url: String, sentence: String, lines: [LinkLine]) {
        self.id = id
        self.name = name
        self.url = url
        self.sentence = sentence
        self.lines = lines
        hasLines = !lines.isEmpty
    }

    static let samples = [
        StallSolution(
            id: "stagnatie-supervision",
            name: "Begeleiding",
            url: "/knelpunten/begeleiding",
            sentence: "12 keer nee in een jaar.",
            lines: LinkLine.samples
        ),
        StallSolution(id: "stagnatie-room", name: "Ruimte", url: "/knelpunten/ruimte", sentence: "5 keer.", lines: []),
    ]
}

/// `/knelpunten`: what regions run into, and what there is against it.
public struct BottleneckIndexPage: Page {
    public static let template = "bottlenecks/index"

    public struct Row: Sendable {
        let name: String
        let url: String
        let description: String
        let projects: String
        let practices: String
        let regions: String

        /// - Parameter regions: those for whom it may be told that they run into it, or a dash.
        public init(
            name: String,
            url: String,
            description: String,
            projects: String,
            practices: String,
            regions: String
        ) {
            self.name = name
            self.url = url
            self.description = description
            self.projects = projects
            self.practices = practices
            self.regions = regions
        }
    }

    public let header: PageHeader
    let rows: [Row]

    public init(rows: [Row]) {
        header = PageHeader(
            title: "Knelpunten",
            lead: "Waar regio's tegenaan lopen als ze mensen willen opleiden. En wat elders hielp.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.rows = rows
    }

    public static var samples: [Self] {
        [
            Self(rows: [
                Row(
                    name: "Begeleiding",
                    url: "/knelpunten/begeleiding",
                    description: "Er is niemand die kan begeleiden.",
                    projects: "12",
                    practices: "3",
                    regions: "Twente"
                )
            ])
        ]
    }
}

/// `/knelpunten/{naam}`: everything that knows this bottleneck.
public struct BottleneckShowPage: Page {
    public static let template = "bottlenecks/show"

    public let header: PageHeader
    let projects: [ProjectCard]
    let hasProjects: Bool
    let allProjects: PageLink
    let sections: [LinkSection]
    let regions: LinkSection
    let follow: [PageLink]

    /// - Parameter follow: feeds and calendar about this bottleneck.
    public init(
        header: PageHeader,
        projects: [ProjectCard],
        follow: [PageLink],
        allProjects: PageLink,
        sections: [LinkSection],
        regions: LinkSection
    ) {
        self.header = header
        self.projects = projects
        hasProjects = !projects.isEmpty
        self.allProjects = allProjects
        self.sections = sections
        self.regions = regions
        self.follow = follow
    }

    public static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Begeleiding", breadcrumbs: [PageLink("Start", "/")]),
                projects: [.sample],
                follow: [PageLink("Volg de vragen (feed)", "/vragen?knelpunt=supervision&vorm=atom")],
                allProjects: PageLink("Alle projecten hierover", "/projecten?knelpunt=supervision"),
                sections: LinkSection.samples,
                regions: LinkSection(id: "regios", title: "Regio's", lines: LinkLine.samples, empty: "")
            )
        ]
    }
}
