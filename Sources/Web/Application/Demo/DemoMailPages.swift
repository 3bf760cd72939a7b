import PageKit
import Site

/// `/demo/post`: the mail of the demo, which goes nowhere.
enum DemoMailPages {
    static let all: [any Page.Type] = [DemoMailListPage.self, DemoMailPage.self]
}

struct DemoMailListPage: Page {
    static let template = "demo/index"

    struct Row: Sendable {
        let subject: String
        let url: String
        let to: String
        let when: String

        init(subject: String, url: String, to: String, when: String) {
            self.subject = subject
            self.url = url
            self.to = to
            self.when = when
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool

    init(rows: [Row]) {
        header = PageHeader(
            title: "Post van de demo",
            lead: "Deze mails gaan nergens heen. Lees ze hier, en antwoord als de praktijk of de kandidaat.",
            back: PageLink("Kies wie je bent", "/demo/kies")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
    }
}

struct DemoMailPage: Page {
    static let template = "demo/show"

    struct Line: Sendable {
        let text: String
        /// Where the line leads; nil for a line that is only read.
        let path: String?

        init(_ text: String, path: String?) {
            self.text = text
            self.path = path
        }
    }

    let header: PageHeader
    let facts: Facts
    let lines: [Line]

    init(subject: String, to: String, when: String, lines: [Line]) {
        header = PageHeader(title: subject, back: PageLink("Alle post", "/demo/post"))
        facts = Facts([Fact("Aan", to), Fact("Wanneer", when)])
        self.lines = lines
    }
}
