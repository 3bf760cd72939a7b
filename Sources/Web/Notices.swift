import Pages

/// One-time messages after a redirect. The address carries only the code, so nobody can put words in our mouth.
public enum NoticeCode: String, CaseIterable, Sendable {
    static let key = "melding"

    case signedIn = "aangemeld"
    case signedOut = "afgemeld"
    case saved = "opgeslagen"
    case searchingStarted = "zoeken-begonnen"
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
    case placeProposed = "plek-voorgesteld"
    case proposalWithdrawn = "voorstel-ingetrokken"
    case candidatePlaced = "kandidaat-geplaatst"
    case candidateReferred = "kandidaat-doorverwezen"
    case referralAccepted = "kandidaat-overgenomen"
    case referralDeclined = "kandidaat-teruggegeven"
    case referralWithdrawn = "doorverwijzing-ingetrokken"
    case consentRecorded = "toestemming-vastgelegd"
    case consentWithdrawn = "toestemming-ingetrokken"
    case placeLost = "plek-weggevallen"
    case offerTaken = "aanbod-genomen"
    case offerClosed = "aanbod-gesloten"
    case importRemoved = "bestand-weg"
    case providerLinked = "werkaccount-gekoppeld"
    case providerUnlinked = "werkaccount-ontkoppeld"

    var sentence: String {
        switch self {
        case .signedIn: "Je werkt nu als de persoon die je koos."
        case .signedOut: "Je bent afgemeld."
        case .saved: "Opgeslagen."
        case .searchingStarted: "Er wordt nu gezocht. Open een kandidaat en kijk welke plekken passen."
        case .placePosted: "De plek is bewaard. Hieronder zie je of hij open staat."
        case .placeCopied:
            "Dit is een kopie voor het volgende seizoen, als concept. Kijk de datums na en zet de plek daarna open."
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
        case .placeProposed: "De plek is voorgesteld en wordt vastgehouden. Bel nu de praktijk."
        case .proposalWithdrawn: "Het voorstel is ingetrokken. De plek is weer vrij."
        case .candidatePlaced: "De kandidaat is geplaatst. Regel nu de documenten."
        case .candidateReferred: "De doorverwijzing is verstuurd. De plek wordt vastgehouden."
        case .referralAccepted: "Je hebt de kandidaat overgenomen. Stel nu de vastgehouden plek voor aan de praktijk."
        case .referralDeclined: "De kandidaat is terug bij de afzender, met jouw reden."
        case .referralWithdrawn: "De doorverwijzing is ingetrokken. De kandidaat zoekt weer bij jou."
        case .consentRecorded: "De toestemming is vastgelegd."
        case .consentWithdrawn: "De toestemming is ingetrokken. De andere regio ziet niets meer."
        case .placeLost:
            "De plek is als weggevallen gemeld. Deze kandidaat heeft voorrang. Kies vandaag nog een andere plek."
        case .offerTaken: "Je hebt dit aanbod in behandeling. Bel de praktijk, vul de plek aan en zet hem daarna open."
        case .offerClosed: "Het aanbod is gesloten."
        case .providerLinked: "Je werkaccount is gekoppeld. Je kunt er voortaan mee inloggen."
        case .providerUnlinked: "De koppeling is weg. Je logt weer in met je wachtwoord."
        case .importRemoved: "Het bestand is verwijderd. Er is niets overgenomen."
        }
    }

    var kind: Notice.Kind { .ok }
}
