package import PageKit

/// What people see when something went wrong: what happened, what was kept, what to do.
package struct ErrorPage: Page {
    package static let template = "errors/show"

    package enum Kind: Sendable, CaseIterable {
        case badRequest, forbidden, notFound, methodNotAllowed, conflict, tooLarge, tooMany, fault, unavailable

        /// The HTTP status that goes with it.
        package var status: Int {
            switch self {
            case .badRequest: 400
            case .forbidden: 403
            case .notFound: 404
            case .methodNotAllowed: 405
            case .conflict: 409
            case .tooLarge: 413
            case .tooMany: 429
            case .fault: 500
            case .unavailable: 503
            }
        }

        /// The page for a status; other client errors look like 400, other server errors like 500.
        package init(status: Int) {
            let known = Kind.allCases.first { $0.status == status }
            self = known ?? (status < 500 ? .badRequest : .fault)
        }
    }

    package let header: PageHeader
    package let what: String
    package let kept: String
    package let advice: String
    package let details: [String]
    package let hasDetails: Bool
    package let alternatives: [PageLink]
    package let hasAlternatives: Bool
    package let reference: String?
    package let next: PageLink

    /// - Parameters:
    ///   - what: replaces the general sentence on what happened, when more is known: "Deze plek is net bezet."
    ///   - kept: replaces the sentence on what was kept.
    ///   - details: more sentences, such as the faults in the fields.
    ///   - alternatives: what else is possible, such as the next best places.
    ///   - reference: the request's id, to tell when calling.
    package init(
        _ kind: Kind,
        what: String? = nil,
        kept: String? = nil,
        details: [String] = [],
        alternatives: [PageLink] = [],
        reference: String? = nil,
        next: PageLink = PageLink("Ga naar de startpagina", "/")
    ) {
        let words = Self.words(kind)
        header = PageHeader(title: words.title, isError: true)
        self.what = what ?? words.what
        self.kept = kept ?? words.kept
        advice = words.advice
        self.details = details
        hasDetails = !details.isEmpty
        self.alternatives = alternatives
        hasAlternatives = !alternatives.isEmpty
        self.reference = reference
        self.next = next
    }

    /// The page for an error whose words were already chosen where it was caught.
    ///
    /// - Parameters:
    ///   - kept: replaces the sentence on what was kept.
    ///   - next: where it can be mended; else the start page.
    package init(
        status: Int,
        title: String,
        explanation: String,
        advice: String,
        details: [String],
        kept: String? = nil,
        next: PageLink? = nil,
        reference: String?
    ) {
        header = PageHeader(title: title, isError: true)
        what = explanation
        self.kept = kept ?? Self.words(Kind(status: status)).kept
        self.advice = advice
        self.details = details
        hasDetails = !details.isEmpty
        alternatives = []
        hasAlternatives = false
        self.reference = reference
        self.next = next ?? PageLink("Ga naar de startpagina", "/")
    }

    private struct Words {
        let title: String
        let what: String
        let kept: String
        let advice: String
    }

    private static func words(_ kind: Kind) -> Words {
        switch kind {
        case .badRequest:
            Words(
                title: "Dit verzoek klopt niet",
                what: "We kunnen niet lezen wat je browser stuurde.",
                kept: "Er is niets opgeslagen en niets veranderd.",
                advice: "Ga terug, kijk na wat je invulde en probeer het nog eens."
            )
        case .forbidden:
            Words(
                title: "Dit mag je niet doen",
                what: "Deze actie hoort niet bij jouw rol, of je formulier was te oud.",
                kept: "Er is niets opgeslagen en niets veranderd.",
                advice: "Open de pagina opnieuw. Lukt het dan niet, bel dan de coördinator."
            )
        case .notFound:
            Words(
                title: "Deze pagina is er niet",
                what: "Het adres klopt niet, of de pagina is niet voor jou te zien.",
                kept: "Er is niets veranderd.",
                advice: "Kijk of het adres klopt. Of begin op de startpagina."
            )
        case .methodNotAllowed:
            Words(
                title: "Dit kan hier niet",
                what: "Deze pagina kan niet wat je browser vroeg.",
                kept: "Er is niets opgeslagen en niets veranderd.",
                advice: "Ga terug en gebruik de knoppen op de pagina."
            )
        case .conflict:
            Words(
                title: "Iemand was je net voor",
                what: "Sinds je deze pagina opende, is er iets veranderd.",
                kept: "De verandering van de ander is bewaard. Die van jou is niet opgeslagen.",
                advice: "Bekijk hoe het nu staat. Beslis dan opnieuw."
            )
        case .tooLarge:
            Words(
                title: "Dit is te groot",
                what: "Je stuurde meer dan we in één keer kunnen aannemen.",
                kept: "Er is niets opgeslagen.",
                advice: "Maak de tekst of het bestand kleiner. Of stuur het in delen."
            )
        case .tooMany:
            Words(
                title: "Even rustig aan",
                what: "Je probeerde dit te vaak achter elkaar.",
                kept: "Wat je eerder opsloeg, is bewaard.",
                advice: "Wacht een paar minuten en probeer het dan nog eens."
            )
        case .fault:
            Words(
                title: "Er ging bij ons iets mis",
                what: "Dit ligt niet aan jou. Wij kunnen de fout nu zien en zoeken hem uit.",
                kept: "Wat je hiervoor opsloeg, is bewaard. Deze laatste stap is niet uitgevoerd.",
                advice: "Probeer het nog eens. Gaat het weer mis? Bel ons en noem het nummer hieronder."
            )
        case .unavailable:
            Words(
                title: "Even niet bereikbaar",
                what: "We kunnen nu niet bij de gegevens.",
                kept: "Wat je hiervoor opsloeg, is bewaard. Deze laatste stap is niet uitgevoerd.",
                advice: "Wacht een minuut en laad de pagina opnieuw. Bel ons als het haast heeft."
            )
        }
    }
}
