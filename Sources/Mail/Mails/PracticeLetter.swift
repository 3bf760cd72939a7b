/// To a practice: would you meet this candidate? Says nothing by which the candidate can be known.
public struct PracticeLetter: Letter {
    public struct Line: Sendable {
        let text: String

        public init(_ text: String) { self.text = text }
    }

    public let kind: MailKind
    /// Who is written to; empty when only the address of the practice is known.
    let contactName: String
    let hasContactName: Bool
    let practice: String
    /// What for: `een stageplek doktersassistent (BOL, leerjaar 2)`.
    let place: String
    /// When: `ma 1 feb 2027 tot en met vr 9 jul 2027`.
    let period: String
    /// `maandag en dinsdag, 16 uur per week`.
    let days: String
    /// What is known of the candidate, in sentences.
    let profile: [Line]
    /// The last day to answer.
    let dueOn: String
    let link: String
    let coordinator: String
    let team: String
    let phone: String
    let mail: String

    public init(
        _ kind: MailKind,
        contactName: String,
        practice: String,
        place: String,
        period: String,
        days: String,
        profile: [Line],
        dueOn: String,
        link: String,
        coordinator: String,
        team: String,
        phone: String,
        mail: String
    ) {
        self.kind = kind
        self.contactName = contactName
        hasContactName = !contactName.isEmpty
        self.practice = practice
        self.place = place
        self.period = period
        self.days = days
        self.profile = profile
        self.dueOn = dueOn
        self.link = link
        self.coordinator = coordinator
        self.team = team
        self.phone = phone
        self.mail = mail
    }

    public var subject: String {
        kind == .proposalReminder
            ? "Herinnering: maak je kennis met deze kandidaat? Antwoord voor \(dueOn)"
            : "Maak je kennis met een kandidaat voor jullie plek? Antwoord voor \(dueOn)"
    }

    public static var samples: [Self] {
        [("M. Bakker", MailKind.proposalAsked), ("", .proposalReminder)].map { name, kind in
            Self(
                kind,
                contactName: name,
                practice: "Huisartsenpraktijk De Linde",
                place: "een stage voor doktersassistent (BOL, leerjaar 2)",
                period: "ma 1 feb 2027 tot en met vr 9 jul 2027",
                days: "maandag en dinsdag, 16 uur per week",
                profile: [Line("Communiceren: kan dit met hulp op afroep.")],
                dueOn: "di 24 nov",
                link: "https://doorwijzer.example/antwoord/abc",
                coordinator: "Sanne de Wit",
                team: "Team Twente",
                phone: "074 123 45 67",
                mail: "twente@doorwijzer.example"
            )
        }
    }
}
