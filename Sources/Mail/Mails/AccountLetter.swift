/// To a staff member, about the own account.
public struct AccountLetter: Letter {
    public let kind: MailKind
    let name: String
    let organisation: String
    /// A single-use link; empty for a mail that only tells something.
    let link: String
    /// Until when the link works: `di 24 nov 14:05`.
    let until: String
    /// When it happened.
    let moment: String
    let accountURL: String

    public init(
        _ kind: MailKind,
        name: String,
        organisation: String,
        link: String,
        until: String,
        moment: String,
        accountURL: String
    ) {
        self.kind = kind
        self.name = name
        self.organisation = organisation
        self.link = link
        self.until = until
        self.moment = moment
        self.accountURL = accountURL
    }

    public var subject: String {
        switch kind {
        case .invitation: "Je uitnodiging voor Doorwijzer"
        case .passwordReset: "Kies een nieuw wachtwoord voor Doorwijzer"
        case .secondFactorChanged: "Je tweede stap bij het aanmelden is gewijzigd"
        default: "Je wachtwoord voor Doorwijzer is gewijzigd"
        }
    }

    public static var samples: [Self] {
        [MailKind.invitation, .passwordReset, .passwordChanged, .secondFactorChanged].map {
            Self(
                $0,
                name: "Sanne de Wit",
                organisation: "Huisartsenzorg Voorbeeld",
                link: "https://doorwijzer.example/welkom/abc",
                until: "di 24 nov 14:05",
                moment: "za 21 nov 10:31",
                accountURL: "https://doorwijzer.example/account"
            )
        }
    }
}
