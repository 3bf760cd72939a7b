import PageKit
import Site

enum BottleneckPages {
    static let all: [any Page.Type] = [BottleneckIndexPage.self, BottleneckShowPage.self]
}

/// One thing in a list of the network: what, where it leads, and a line about it.
struct LinkLine: Sendable {
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
    init(
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
}

/// A heading with its lines.
struct LinkSection: Sendable {
    let id: String
    let title: String
    let lines: [LinkLine]
    let hasLines: Bool
    let empty: String
    let more: PageLink?

    /// - Parameter empty: what to do when there is nothing.
    init(id: String, title: String, lines: [LinkLine], empty: String, more: PageLink? = nil) {
        self.id = id
        self.title = title
        self.lines = lines
        hasLines = !lines.isEmpty
        self.empty = empty
        self.more = more
    }
}

/// From where someone stalls to what solved it elsewhere.
struct StallSolution: Sendable {
    let id: String
    let name: String
    let url: String
    let sentence: String
    let lines: [LinkLine]
    let hasLines: Bool

    /// - Parameter sentence: how often, in words.
    init(id: String, name: String, url: String, sentence: String, lines: [LinkLine]) {
        self.id = id
        self.name = name
        self.url = url
        self.sentence = sentence
        self.lines = lines
        hasLines = !lines.isEmpty
    }
}

/// `/knelpunten`: what regions run into, and what there is against it.
struct BottleneckIndexPage: Page {
    static let template = "bottlenecks/index"

    struct Row: Sendable {
        let name: String
        let url: String
        let description: String
        let projects: String
        let practices: String
        let regions: String

        /// - Parameter regions: those for whom it may be told that they run into it, or a dash.
        init(
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

    let header: PageHeader
    let rows: [Row]

    init(rows: [Row]) {
        header = PageHeader(
            title: "Knelpunten",
            lead: "Waar regio's tegenaan lopen als ze mensen willen opleiden. En wat elders hielp.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.rows = rows
    }
}

/// `/knelpunten/{naam}`: everything that knows this bottleneck.
struct BottleneckShowPage: Page {
    static let template = "bottlenecks/show"

    let header: PageHeader
    let projects: [ProjectCard]
    let hasProjects: Bool
    let allProjects: PageLink
    let sections: [LinkSection]
    let regions: LinkSection
    let follow: [PageLink]

    /// - Parameter follow: feeds and calendar about this bottleneck.
    init(
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
}
