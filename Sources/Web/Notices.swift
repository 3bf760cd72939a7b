import Pages

/// One-time messages after a redirect. The address carries only the code, so nobody can put words in our mouth.
public enum NoticeCode: String, CaseIterable, Sendable {
    static let key = "melding"

    case signedIn = "aangemeld"
    case signedOut = "afgemeld"
    case saved = "opgeslagen"
    case placePosted = "plek-aangeboden"
    case placeCopied = "plek-gekopieerd"
    case practiceRegistered = "praktijk-toegevoegd"
    case callRecorded = "gesprek-vastgelegd"
    case caseSearching = "zoekt"
    case caseWatching = "blijft-zoeken"
    case caseWithdrawn = "teruggetrokken"
    case placementStarted = "gestart"
    case placementCompleted = "afgerond"
    case placementStopped = "gestopt"
    case contactRecorded = "contact"
    case assessmentSaved = "beoordeling"

    var sentence: String {
        switch self {
        case .signedIn: "Je werkt nu als de persoon die je koos."
        case .signedOut: "Je bent afgemeld."
        case .saved: "Opgeslagen."
        case .placePosted: "De plek is bewaard. Hieronder zie je of hij open staat."
        case .placeCopied: "Dit is een kopie voor het volgende seizoen, als concept. Kijk de datums na en zet de plek daarna open."
        case .practiceRegistered: "De praktijk is toegevoegd. Voeg nu een praktijkopleider toe en bied een plek aan."
        case .callRecorded: "Het gesprek is vastgelegd."
        case .caseSearching: "De kandidaat zoekt nu een plek. Bekijk welke plekken passen."
        case .caseWatching: "We blijven zoeken. Elke nieuwe plek wordt voor deze kandidaat bekeken."
        case .caseWithdrawn: "Het traject is teruggetrokken. Wat nog open stond, is ingetrokken."
        case .placementStarted: "De start is gemeld."
        case .placementCompleted: "De plaatsing is afgerond."
        case .placementStopped: "De plaatsing is gestopt. Kies nu of de kandidaat met voorrang verder zoekt."
        case .contactRecorded: "Het contact is vastgelegd."
        case .assessmentSaved: "De beoordeling is bewaard. De niveaus zijn opnieuw berekend."
        }
    }

    var kind: Notice.Kind { .ok }
}
