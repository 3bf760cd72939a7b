import PageKit
import Site

/// Signing in and the own account.
enum AccountPages {
    static let all: [any Page.Type] = [
        AccountFormPage.self, SecondFactorPage.self, RecoveryCodesPage.self, AccountShowPage.self,
    ]
}

/// One form with a sentence or two above it: signing in, a new password, inviting someone, a question before what cannot be
/// taken back.
struct AccountFormPage: Page {
    static let template = "accounts/form"

    let header: PageHeader
    let warning: Notice?
    let paragraphs: [String]
    let facts: [Fact]
    let hasFacts: Bool
    let action: String
    let fields: [TextField]
    let selects: [SelectField]
    let choices: [Choices]
    let hidden: [HiddenField]
    let submissionID: String?
    let button: String
    let isDanger: Bool
    let links: [PageLink]
    let hasLinks: Bool

    /// - Parameters:
    ///   - warning: stands above everything, e.g. that it has to wait.
    ///   - submissionID: for a form that may count only once.
    ///   - isDanger: the button takes something away for good.
    ///   - links: other ways to go, below the form.
    init(
        header: PageHeader,
        warning: Notice? = nil,
        paragraphs: [String] = [],
        facts: [Fact] = [],
        action: String,
        fields: [TextField] = [],
        selects: [SelectField] = [],
        choices: [Choices] = [],
        hidden: [HiddenField] = [],
        submissionID: String? = nil,
        button: String,
        isDanger: Bool = false,
        links: [PageLink] = []
    ) {
        self.header = header
        self.warning = warning
        self.paragraphs = paragraphs
        self.facts = facts
        hasFacts = !facts.isEmpty
        self.action = action
        self.fields = fields
        self.selects = selects
        self.choices = choices
        self.hidden = hidden
        self.submissionID = submissionID
        self.button = button
        self.isDanger = isDanger
        self.links = links
        hasLinks = !links.isEmpty
    }
}

/// Setting up the second factor: scan or type over, then fill in a code.
struct SecondFactorPage: Page {
    static let template = "accounts/second-factor"

    let header: PageHeader
    let figure: QRFigure
    let secretText: String
    let action: String
    let hidden: [HiddenField]
    let fields: [TextField]

    init(
        header: PageHeader,
        figure: QRFigure,
        secretText: String,
        action: String,
        hidden: [HiddenField],
        fields: [TextField]
    ) {
        self.header = header
        self.figure = figure
        self.secretText = secretText
        self.action = action
        self.hidden = hidden
        self.fields = fields
    }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage: Page {
    static let template = "accounts/recovery-codes"

    let header: PageHeader
    let codes: [String]
    let next: PageLink

    init(header: PageHeader, codes: [String], next: PageLink) {
        self.header = header
        self.codes = codes
        self.next = next
    }
}
