package import PageKit

/// A page of plain text: headings with paragraphs and lists.
package struct TextPage: Page {
    package static let template = "start/text"

    /// A heading with what stands below it.
    package struct Section: Sendable {
        package let id: String
        package let heading: String
        package let paragraphs: [String]
        package let items: [String]
        package let hasItems: Bool
        package let terms: [Fact]
        package let hasTerms: Bool

        /// - Parameters:
        ///   - id: for links to the heading.
        ///   - terms: words with what they mean.
        package init(
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

    package let header: PageHeader
    package let sections: [Section]

    package init(title: String, lead: String, sections: [Section]) {
        header = PageHeader(title: title, lead: lead, breadcrumbs: [PageLink("Start", "/")])
        self.sections = sections
    }
}
