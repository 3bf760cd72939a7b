/// Signing in and the own account.
public enum AccountPages {
    static let all: [any Page.Type] = [
        AccountFormPage.self, SecondFactorPage.self, RecoveryCodesPage.self, AccountShowPage.self,
    ]
}

/// One form with a sentence or two above it: signing in, a new password, inviting someone, a question before what cannot be
/// taken back.
public struct AccountFormPage: Page {
    public static let template = "accounts/form"

    public let header: PageHeader
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
    public init(
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

    public static var samples: [AccountFormPage] {
        [
            AccountFormPage(
                header: PageHeader(
                    title: "Aanmelden",
                    errors: [ErrorLink(fieldID: "mail", text: "Dit klopt niet.")]
                ),
                warning: Notice(.warning, text: "Je kunt het om 14.35 uur weer proberen."),
                paragraphs: ["Voor medewerkers van een organisatie."],
                facts: [Fact("Naam", "Jo Voorbeeld")],
                action: "/aanmelden",
                fields: [
                    TextField(name: "mail", label: "E-mailadres", kind: .email, autocomplete: "username"),
                    TextField(
                        name: "wachtwoord",
                        label: "Wachtwoord",
                        kind: .password,
                        autocomplete: "current-password"
                    ),
                ],
                selects: [
                    SelectField(name: "team", label: "Team", options: [Option(value: "1", label: "Team Voorbeeldstad")])
                ],
                choices: [
                    Choices(
                        name: "rol",
                        legend: "Rol",
                        kind: .radio,
                        options: [Option(value: "coordinator", label: "coördinator")]
                    )
                ],
                hidden: [HiddenField(name: "terug", value: "/werklijst")],
                submissionID: "1",
                button: "Ga verder",
                isDanger: true,
                links: [PageLink("Wachtwoord vergeten?", "/wachtwoord-vergeten")]
            ),
            AccountFormPage(
                header: PageHeader(title: "Sluit dit account"),
                action: "/medewerkers/1/sluiten",
                button: "Sluit het account"
            ),
        ]
    }
}

/// Setting up the second factor: scan or type over, then fill in a code.
public struct SecondFactorPage: Page {
    public static let template = "accounts/second-factor"

    public let header: PageHeader
    let figure: QRFigure
    let secretText: String
    let action: String
    let hidden: [HiddenField]
    let fields: [TextField]

    public init(
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

    public static var samples: [SecondFactorPage] {
        [
            SecondFactorPage(
                header: PageHeader(title: "Stel de tweede stap in"),
                figure: QRFigure(
                    id: "qr",
                    title: "QR-code",
                    description: "De sleutel staat eronder als tekst.",
                    rows: [[true, false, true], [false, true, true], [true, true, true]]
                ),
                secretText: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
                action: "/aanmelden/tweede-stap",
                hidden: [HiddenField(name: "sleutel", value: "c2xldXRlbA==")],
                fields: [
                    TextField(name: "code", label: "Code uit de app", autocomplete: "one-time-code", width: .short)
                ]
            )
        ]
    }
}

/// The recovery codes, shown once.
public struct RecoveryCodesPage: Page {
    public static let template = "accounts/recovery-codes"

    public let header: PageHeader
    let codes: [String]
    let next: PageLink

    public init(header: PageHeader, codes: [String], next: PageLink) {
        self.header = header
        self.codes = codes
        self.next = next
    }

    public static var samples: [RecoveryCodesPage] {
        [
            RecoveryCodesPage(
                header: PageHeader(title: "Bewaar deze herstelcodes"),
                codes: ["1a2b3-c4d5e", "f6g7h-j8k9m"],
                next: PageLink("Ik heb ze bewaard. Ga verder", "/werklijst")
            )
        ]
    }
}
