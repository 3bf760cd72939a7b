import PageKit

/// A page of plain text: headings with paragraphs and lists.
struct TextPage: Page {
    static let template = "start/text"

    /// A heading with what stands below it.
    struct Section: Sendable {
        let id: String
        let heading: String
        let paragraphs: [String]
        let items: [String]
        let hasItems: Bool
        let terms: [Fact]
        let hasTerms: Bool

        /// - Parameters:
        ///   - id: for links to the heading.
        ///   - terms: words with what they mean.
        init(
            _ id: String,
            _ heading: String,
            _ paragraphs: [String] = [],
            items: [String] = [],
            terms: [Fact] = []
        ) {
            self.id = id
            self.heading = heading
            self.paragraphs = paragraphs
            self.items = items
            hasItems = !items.isEmpty
            self.terms = terms
            hasTerms = !terms.isEmpty
        }
    }

    let header: PageHeader
    let sections: [Section]

    init(title: String, lead: String, sections: [Section]) {
        header = PageHeader(title: title, lead: lead, breadcrumbs: [PageLink("Start", "/")])
        self.sections = sections
    }
}
