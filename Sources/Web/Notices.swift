import Pages

/// One-time messages after a redirect. The address carries only the code, so nobody can put words in our mouth.
public enum NoticeCode: String, CaseIterable, Sendable {
    static let key = "melding"

    case signedIn = "aangemeld"
    case signedOut = "afgemeld"
    case saved = "opgeslagen"

    var sentence: String {
        switch self {
        case .signedIn: "Je werkt nu als de persoon die je koos."
        case .signedOut: "Je bent afgemeld."
        case .saved: "Opgeslagen."
        }
    }

    var kind: Notice.Kind { .ok }
}
