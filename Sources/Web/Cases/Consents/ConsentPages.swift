import PageKit
import Site

/// `/kandidaten/{kenmerk}/toestemmingen`: who may look at the card, given and withdrawn.
enum ConsentPages {
    static let all: [any Page.Type] = [ConsentListPage.self]
}

struct ConsentListPage: Page {
    static let template = "consents/index"

    struct Row: Sendable {
        let region: String
        let given: String
        let channel: String
        let tag: Tag
        let withdraw: Withdraw?

        init(region: String, given: String, channel: String, tag: Tag, withdraw: Withdraw?) {
            self.region = region
            self.given = given
            self.channel = channel
            self.tag = tag
            self.withdraw = withdraw
        }
    }

    /// One click.
    struct Withdraw: Sendable {
        let action: String
        let submissionID: String

        init(action: String, submissionID: String) {
            self.action = action
            self.submissionID = submissionID
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let action: String
    let submissionID: String
    let text: String
    let textVersion: String
    let region: SelectField
    let spoken: Choices
    let channel: Choices

    init(
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
}
