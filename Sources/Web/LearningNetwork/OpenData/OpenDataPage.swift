import PageKit
import Site

enum OpenDataPages {
    static let all: [any Page.Type] = [OpenDataPage.self]
}

/// `/open-data`: what there is, under which licence, what the fields mean and how complete it is.
struct OpenDataPage: Page {
    static let template = "open-data/show"

    struct Download: Sendable {
        let name: String
        let url: String
        let what: String

        init(name: String, url: String, what: String) {
            self.name = name
            self.url = url
            self.what = what
        }
    }

    struct Field: Sendable {
        let name: String
        /// What it is called in a spreadsheet.
        let column: String?
        let meaning: String

        init(_ name: String, column: String? = nil, _ meaning: String) {
            self.name = name
            self.column = column
            self.meaning = meaning
        }
    }

    let header: PageHeader
    let facts: Facts
    let downloads: [Download]
    let completeness: ShareBars
    let fields: [Field]
    let grantFields: [Field]
    let grantNote: String?
    let feeds: [PageLink]

    /// - Parameter grantNote: which grants the file leaves out, and why.
    init(
        facts: Facts,
        downloads: [Download],
        completeness: ShareBars,
        fields: [Field],
        grantFields: [Field],
        grantNote: String?,
        feeds: [PageLink]
    ) {
        header = PageHeader(
            title: "Open data",
            lead: "Alles wat openbaar is over projecten kun je ophalen en gebruiken. Gratis en zonder account.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.facts = facts
        self.downloads = downloads
        self.completeness = completeness
        self.fields = fields
        self.grantFields = grantFields
        self.grantNote = grantNote
        self.feeds = feeds
    }
}
