/// To a member of the learning network.
public struct NetworkLetter: Letter {
    /// Where one says which mail one wants.
    public static let membershipPath = "/leernetwerk/lidmaatschap"

    public struct Line: Sendable {
        let text: String
    }

    public let kind: MailKind
    let name: String
    /// The title of the meeting, question or practice; for several questions how many.
    let about: String
    /// Day, time and place of a meeting; the questions; the answer; the remark.
    let lines: [Line]
    let hasLines: Bool
    /// What happened, or who did it, as a sentence or name.
    let what: String
    let link: String
    let membershipURL: String

    public init(
        _ kind: MailKind,
        name: String,
        about: String,
        lines: [String] = [],
        what: String = "",
        link: String,
        membershipURL: String
    ) {
        self.kind = kind
        self.name = name
        self.about = about
        self.lines = lines.map { Line(text: $0) }
        hasLines = !lines.isEmpty
        self.what = what
        self.link = link
        self.membershipURL = membershipURL
    }

    public var subject: String {
        switch kind {
        case .meetingSeat: "Er is een plaats voor je: \(about)"
        case .meetingReminder: "Binnenkort: \(about)"
        case .meetingChanged: "\(about) \(what)"
        case .questionsAsked: "Weet jij hier iets van? Er is \(about) aan het leernetwerk"
        case .questionAnswered: "Antwoord op je vraag: \(about)"
        case .practiceDecided: "Je goede praktijk: \(about)"
        case .practiceConfirmation: "Klopt deze goede praktijk nog? \(about)"
        case .copyOutcome: "Hoe ging het met: \(about)?"
        case .textHeldBack: "Weggehaald door het fonds: \(about)"
        default: "Aangemeld: \(about)"
        }
    }

    public var unsubscribePath: String? { kind == .questionsAsked ? Self.membershipPath : nil }

    public static var samples: [Self] {
        let kinds: [MailKind] = [
            .meetingJoined, .meetingSeat, .meetingReminder, .meetingChanged, .questionsAsked, .questionAnswered,
            .practiceDecided, .practiceConfirmation, .copyOutcome, .textHeldBack,
        ]
        return kinds.map { kind in
            Self(
                kind,
                name: "Sanne de Wit",
                about: "Leertafel begeleiding",
                lines: ["Dag: di 24 nov 2026", "Plaats: De Kapel, Enschede"],
                what: "is gewijzigd",
                link: "https://doorwijzer.example/bijeenkomsten/leertafel-begeleiding",
                membershipURL: "https://doorwijzer.example/leernetwerk/lidmaatschap"
            )
        }
    }
}
