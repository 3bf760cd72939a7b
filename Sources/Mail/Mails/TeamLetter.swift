/// To a team: something changed, and this is what to do. Names a case by its kenmerk only.
public struct TeamLetter: Letter {
    public let kind: MailKind
    let team: String
    /// The kenmerk of the proposal, the referral or the case.
    let reference: String
    /// Whom it is about: a practice or a region.
    let party: String
    /// What was said, as a sentence.
    let answer: String
    /// Until when to act; empty when nothing is due.
    let dueOn: String
    let hasDue: Bool
    let phone: String
    let hasPhone: Bool
    let link: String

    public init(
        _ kind: MailKind,
        team: String,
        reference: String,
        party: String,
        answer: String = "",
        dueOn: String = "",
        phone: String = "",
        link: String
    ) {
        self.kind = kind
        self.team = team
        self.reference = reference
        self.party = party
        self.answer = answer
        self.dueOn = dueOn
        hasDue = !dueOn.isEmpty
        self.phone = phone
        hasPhone = !phone.isEmpty
        self.link = link
    }

    public var subject: String {
        switch kind {
        case .proposalAnswered: "Antwoord van \(party) op voorstel \(reference)"
        case .callWanted: "\(party) wil gebeld worden over voorstel \(reference)"
        case .referralReceived: "Doorverwijzing \(reference) uit \(party): nemen jullie over?"
        case .referralAnswered: "Antwoord van \(party) op doorverwijzing \(reference)"
        case .consentWithdrawn: "Doorverwijzing \(reference) is ingetrokken"
        case .referralErased: "Een doorverwijzing uit \(party) is gestopt"
        case .fileErased: "Een kandidaat heeft alle gegevens gewist"
        case .filesJoined: "Traject \(reference): een kandidaat stond twee keer ingeschreven"
        default: "Een mail kwam niet aan: \(reference)"
        }
    }

    public static var samples: [Self] {
        let kinds: [MailKind] = [
            .proposalAnswered, .callWanted, .referralReceived, .referralAnswered, .consentWithdrawn, .mailFailed,
            .referralErased, .fileErased, .filesJoined,
        ]
        return kinds.flatMap { kind in
            [
                Self(
                    kind,
                    team: "Team Twente",
                    reference: "7F3K2M9Q",
                    party: "Huisartsenpraktijk De Linde",
                    answer: "Ja, plan een klikgesprek op di 24 nov.",
                    dueOn: "di 24 nov",
                    phone: "074 123 45 67",
                    link: "https://doorwijzer.example/voorstellen/7F3K2M9Q"
                ),
                Self(
                    kind,
                    team: "Team Twente",
                    reference: "7F3K2M9Q",
                    party: "Zwolle",
                    link: "https://doorwijzer.example/"
                ),
            ]
        }
    }
}
