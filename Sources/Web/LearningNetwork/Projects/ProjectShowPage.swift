import PageKit
import Site

/// `/projecten/{naam}`: one project, with what worked, what did not, and how complete and recent the page is.
struct ProjectShowPage: Page {
    static let template = "projects/show"

    /// A text with its heading; empty texts are left out and named as missing.
    struct Section: Sendable {
        let id: String
        let title: String
        let paragraphs: [String]

        /// - Parameter text: as it was written; an empty line begins a new paragraph.
        init?(id: String, title: String, text: String) {
            let paragraphs = Paragraphs.of(text)
            guard !paragraphs.isEmpty else { return nil }
            self.id = id
            self.title = title
            self.paragraphs = paragraphs
        }
    }

    struct Partner: Sendable {
        let name: String
        let kind: String
        let left: String?

        /// - Parameter left: "vertrokken op 3 mei 2026"; nil for whoever takes part.
        init(name: String, kind: String, left: String?) {
            self.name = name
            self.kind = kind
            self.left = left
        }
    }

    struct Link: Sendable {
        let title: String
        let url: String
        let kind: String

        init(title: String, url: String, kind: String) {
            self.title = title
            self.url = url
            self.kind = kind
        }
    }

    struct Copy: Sendable {
        let who: String
        let region: PageLink
        let when: String
        let text: String?
        let outcome: Tag?
        let tell: PageLink?
        /// For the fund.
        let takeDown: PageLink?

        /// - Parameter tell: where the one who copied it says what came of it; nil for everyone else.
        init(
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
    struct Question: Sendable {
        let link: PageLink
        let when: String
        let tag: Tag

        init(link: PageLink, when: String, tag: Tag) {
            self.link = link
            self.when = when
            self.tag = tag
        }
    }

    struct Edit: Sendable {
        let when: String
        let what: String

        init(when: String, what: String) {
            self.when = when
            self.what = what
        }
    }

    let header: PageHeader
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
    ///   - copy: where a member of the network says that they copy it; nil for whoever cannot be one.
    ///   - ask: where a member asks about it.
    init(
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
}
