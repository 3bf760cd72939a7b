/// `/demo/post`: the mail of the demo, which goes nowhere.
public enum DemoMailPages {
    static let all: [any Page.Type] = [DemoMailListPage.self, DemoMailPage.self]
}

public struct DemoMailListPage: Page {
    public static let template = "demo/index"

    public struct Row: Sendable {
        let subject: String
        let url: String
        let to: String
        let when: String

        public init(subject: String, url: String, to: String, when: String) {
            self.subject = subject
            self.url = url
            self.to = to
            self.when = when
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let hasRows: Bool

    public init(rows: [Row]) {
        header = PageHeader(
            title: "Post van de demo",
            lead: "Deze mails gaan nergens heen. Lees ze hier, en antwoord als de praktijk of de kandidaat.",
            back: PageLink("Kies wie je bent", "/demo/kies")
        )
        self.rows = rows
        hasRows = !rows.isEmpty
    }

    public static var samples: [DemoMailListPage] {
        [
            DemoMailListPage(rows: []),
            DemoMailListPage(rows: [
                Row(
                    subject: "Maak je kennis?",
                    url: "/demo/post/1",
                    to: "jo@linde.example",
                    when: "di 24 nov 14:05"
                )
            ]),
        ]
    }
}

public struct DemoMailPage: Page {
    public static let template = "demo/show"

    public struct Line: Sendable {
        let text: String
        /// Where the line leads; nil for a line that is only read.
        let path: String?

        public init(_ text: String, path: String?) {
            self.text = text
            self.path = path
        }
    }

    public let header: PageHeader
    let facts: Facts
    let lines: [Line]

    public init(subject: String, to: String, when: String, lines: [Line]) {
        header = PageHeader(title: subject, back: PageLink("Alle post", "/demo/post"))
        facts = Facts([Fact("Aan", to), Fact("Wanneer", when)])
        self.lines = lines
    }

    public static var samples: [DemoMailPage] {
        [
            DemoMailPage(
                subject: "Maak je kennis?",
                to: "jo@linde.example",
                when: "di 24 nov 14:05",
                lines: [
                    Line("Beste Jo,", path: nil),
                    Line("http://127.0.0.1:8080/antwoord/abc", path: "/antwoord/abc"),
                ]
            )
        ]
    }
}
