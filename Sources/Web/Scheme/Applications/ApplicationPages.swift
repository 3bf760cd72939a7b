import Domain
import PageKit
import Site

/// The stimuleringsregeling: a few shapes of pages that applicant and fund share. What stands on them is said in Web.
enum ApplicationPages {
    static let all: [any Page.Type] = [
        ApplicationSheetPage.self, ApplicationListPage.self, ApplicationLetterPage.self,
    ]
}

/// Facts, texts, tables and what can be done, in sections below each other.
struct ApplicationSheetPage: Page {
    static let template = "applications/sheet"

    let header: PageHeader
    let notices: [Notice]
    let tabs: Tabs?
    let steps: Steps?
    let stats: Stats?
    let budget: BudgetBar?
    let sections: [SheetSection]
    let isPrintable: Bool

    init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        steps: Steps? = nil,
        stats: Stats? = nil,
        budget: BudgetBar? = nil,
        sections: [SheetSection],
        isPrintable: Bool = false
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.steps = steps
        self.stats = stats
        self.budget = budget
        self.sections = sections
        self.isPrintable = isPrintable
    }
}

/// A work list: what waits, how long, and the next step.
struct ApplicationListPage: Page {
    static let template = "applications/list"

    struct Row: Sendable {
        /// A number of days, or another short mark.
        let mark: String
        let markText: String
        let title: String
        let url: String
        let text: String
        let detail: String
        let tags: [Tag]
        let action: PageLink?
        let modifier: String

        /// - Parameter kind: decides the colour of the side.
        init(
            mark: String,
            markText: String,
            title: String,
            url: String,
            text: String,
            detail: String,
            tags: [Tag] = [],
            action: PageLink? = nil,
            kind: Kind = .waiting
        ) {
            self.mark = mark
            self.markText = markText
            self.title = title
            self.url = url
            self.text = text
            self.detail = detail
            self.tags = tags
            self.action = action
            modifier = kind.rawValue
        }
    }

    enum Kind: String, Sendable {
        case overdue, today, incoming, waiting
    }

    struct Group: Sendable {
        let title: String
        let rows: [Row]
        let hasRows: Bool
        let empty: EmptyState?

        init(_ title: String, _ rows: [Row], empty: EmptyState? = nil) {
            self.title = title
            self.rows = rows
            hasRows = !rows.isEmpty
            self.empty = rows.isEmpty ? empty : nil
        }
    }

    let header: PageHeader
    let notices: [Notice]
    let tabs: Tabs?
    let budget: BudgetBar?
    let groups: [Group]
    let links: [PageLink]
    let hasLinks: Bool

    init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        budget: BudgetBar? = nil,
        groups: [Group],
        links: [PageLink] = []
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.budget = budget
        self.groups = groups
        self.links = links
        hasLinks = !links.isEmpty
    }
}

/// A letter on one page of paper.
struct ApplicationLetterPage: Page {
    static let template = "applications/letter"

    let header: PageHeader
    let to: [String]
    let date: String
    let facts: Facts
    let subject: String
    let paragraphs: [String]
    let signer: String

    init(
        header: PageHeader,
        to: [String],
        date: String,
        facts: Facts,
        subject: String,
        paragraphs: [String],
        signer: String
    ) {
        self.header = header
        self.to = to
        self.date = date
        self.facts = facts
        self.subject = subject
        self.paragraphs = paragraphs
        self.signer = signer
    }
}
