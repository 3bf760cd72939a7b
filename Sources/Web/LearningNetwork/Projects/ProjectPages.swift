import PageKit
import Site

enum ProjectPages {
    static let all: [any Page.Type] = [ProjectIndexPage.self, ProjectShowPage.self, ProjectGonePage.self]
}

/// A project in a list.
struct ProjectCard: Sendable {
    let url: String
    let name: String
    let subject: String
    let organisation: String
    let place: String
    let facts: String
    let tags: [Tag]

    /// - Parameters:
    ///   - place: regions, or that they are not known.
    ///   - facts: bottlenecks, period and how often it was copied, in one line.
    init(
        url: String,
        name: String,
        subject: String,
        organisation: String,
        place: String,
        facts: String,
        tags: [Tag]
    ) {
        self.url = url
        self.name = name
        self.subject = subject
        self.organisation = organisation
        self.place = place
        self.facts = facts
        self.tags = tags
    }
}

/// A number of the list, with the list it opens.
struct CountedLink: Sendable {
    let text: String
    let url: String
    let count: String

    init(_ text: String, _ url: String, count: String) {
        self.text = text
        self.url = url
        self.count = count
    }
}

/// `/projecten`: projects as a list first, then on the map with a table beside it.
struct ProjectIndexPage: Page {
    static let template = "projects/index"

    let header: PageHeader
    let filters: Filters
    let rows: [ProjectCard]
    let hasRows: Bool
    let empty: EmptyState?
    let nearly: [CountedLink]
    let hasNearly: Bool
    let pagination: Pagination?
    let country: CountrySection

    /// - Parameters:
    ///   - empty: when nothing was found.
    ///   - nearly: what would be found with one filter less.
    ///   - country: how many projects each region has, with the other filters as they stand.
    init(
        header: PageHeader,
        filters: Filters,
        rows: [ProjectCard],
        empty: EmptyState,
        nearly: [CountedLink],
        pagination: Pagination?,
        country: CountrySection
    ) {
        self.header = header
        self.filters = filters
        self.rows = rows
        hasRows = !rows.isEmpty
        self.empty = rows.isEmpty ? empty : nil
        self.nearly = nearly
        hasNearly = !nearly.isEmpty
        self.pagination = pagination
        self.country = country
    }
}

/// What is left of a project page that was removed: status 410.
struct ProjectGonePage: Page {
    static let template = "projects/gone"

    let header: PageHeader
    let text: String

    init(name: String, day: String) {
        header = PageHeader(
            title: "\(name) is weggehaald",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Projecten", "/projecten")],
            isError: true
        )
        text = "Deze pagina is op \(day) weggehaald. Ze komt niet terug."
    }
}
