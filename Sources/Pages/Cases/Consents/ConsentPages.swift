/// `/kandidaten/{kenmerk}/toestemmingen`: who may look at the card, given and withdrawn.
public enum ConsentPages {
    static let all: [any Page.Type] = [ConsentListPage.self]
}

public struct ConsentListPage: Page {
    public static let template = "consents/index"

    public struct Row: Sendable {
        let region: String
        let given: String
        let channel: String
        let tag: Tag
        let withdraw: Withdraw?

        public init(region: String, given: String, channel: String, tag: Tag, withdraw: Withdraw?) {
            self.region = region
            self.given = given
            self.channel = channel
            self.tag = tag
            self.withdraw = withdraw
        }
    }

    /// One click.
    public struct Withdraw: Sendable {
        let action: String
        let submissionID: String

        public init(action: String, submissionID: String) {
            self.action = action
            self.submissionID = submissionID
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let action: String
    let submissionID: String
    let text: String
    let textVersion: String
    let region: SelectField
    let spoken: Choices
    let channel: Choices

    public init(
        header: PageHeader,
        rows: [Row],
        action: String,
        submissionID: String,
        text: String,
        textVersion: Int,
        region: SelectField,
        spoken: Choices,
        channel: Choices
    ) {
        self.header = header
        self.rows = rows
        hasRows = !rows.isEmpty
        self.action = action
        self.submissionID = submissionID
        self.text = text
        self.textVersion = String(textVersion)
        self.region = region
        self.spoken = spoken
        self.channel = channel
    }

    public static var samples: [ConsentListPage] {
        let option = [Option(value: "1", label: "Zwolle")]
        return [
            ConsentListPage(
                header: PageHeader(
                    title: "Toestemmingen van Anna",
                    back: PageLink("Terug naar Anna", "/kandidaten/7F3K2M9Q")
                ),
                rows: [
                    Row(
                        region: "Zwolle",
                        given: "di 24 nov",
                        channel: "per telefoon",
                        tag: Tag("geldt", .ok),
                        withdraw: Withdraw(action: "/kandidaten/7F3K2M9Q/toestemmingen/1/intrekken", submissionID: "2")
                    )
                ],
                action: "/kandidaten/7F3K2M9Q/toestemmingen",
                submissionID: "1",
                text: "Een andere regio mag mijn kaart zien.",
                textVersion: 1,
                region: SelectField(name: "regio", label: "Regio", options: option),
                spoken: Choices(name: "besproken", legend: "Besproken", kind: .checkbox, options: option),
                channel: Choices(name: "kanaal", legend: "Hoe", kind: .radio, options: option)
            )
        ]
    }
}
