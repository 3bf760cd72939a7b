/// To a candidate, about the own file.
public struct CandidateLetter: Letter {
    /// Whom to call about this file.
    public struct Team: Sendable {
        let name: String
        let phone: String

        public init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }

    public let kind: MailKind
    /// The given name; empty when it is not known.
    let name: String
    let hasName: Bool
    let team: Team?
    /// Where to go: a single-use link, or a page behind signing in.
    let link: String
    /// Until when the link works, or the day on which something happens.
    let until: String
    /// A practice, for an introduction; a chain of regions, for a file that moved.
    let about: String

    public init(
        _ kind: MailKind,
        name: String,
        team: Team?,
        link: String,
        until: String = "",
        about: String = ""
    ) {
        self.kind = kind
        self.name = name
        hasName = !name.isEmpty
        self.team = team
        self.link = link
        self.until = until
        self.about = about
    }

    public var subject: String {
        switch kind {
        case .candidateSignIn: "Je link om aan te melden bij Doorwijzer"
        case .candidateRegistration: "Bevestig je mailadres voor Doorwijzer"
        case .candidateMailChange: "Bevestig je nieuwe mailadres"
        case .candidateMailChanged: "Je mailadres bij Doorwijzer is gewijzigd"
        case .fileMoved: "Een andere regio zoekt nu met je mee"
        case .introductionAsked: "Een praktijk wil kennismaken"
        case .duplicateFound: "Sta je twee keer ingeschreven?"
        case .retentionWarning: "Over twee weken wissen we je gegevens"
        case .erased: "Je gegevens zijn gewist"
        default: "Je staat ingeschreven bij Doorwijzer"
        }
    }

    public static var samples: [Self] {
        let kinds: [MailKind] = [
            .candidateSignIn, .candidateRegistration, .candidateRegistered, .candidateMailChange, .candidateMailChanged,
            .fileMoved, .introductionAsked,
            .duplicateFound, .retentionWarning, .erased,
        ]
        return kinds.flatMap { kind in
            [
                Self(
                    kind,
                    name: "Anna",
                    team: Team(name: "Team Twente", phone: "074 123 45 67"),
                    link: "https://doorwijzer.example/mijn/link/abc",
                    until: "di 24 nov 14:05",
                    about: "Twente, Zwolle"
                ),
                Self(kind, name: "", team: nil, link: "https://doorwijzer.example/mijn"),
            ]
        }
    }
}
