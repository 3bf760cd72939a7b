import Domain
import HTTPTypes
import Hummingbird

/// What one kind of error means to the person who meets it.
struct ErrorOutcome {
    var status: HTTPResponse.Status
    var title: String
    var explanation: String
    var advice: String
    var details: [String] = []
    /// What was kept, where the status alone would say it wrong.
    var kept: String?
    /// Where it can be mended.
    var next: Conflict.NextStep?
    var headers: HTTPFields = [:]
    /// Ours to mend: logged as an error.
    var isFault = false

    init(_ status: HTTPResponse.Status, _ title: String, _ explanation: String, _ advice: String) {
        self.status = status
        self.title = title
        self.explanation = explanation
        self.advice = advice
    }

    init(_ error: any Error, isUnavailable: (any Error) -> Bool) {
        switch error {
        case let error as Rejected:
            self.init(
                .badRequest,
                "Er klopt iets niet in het formulier",
                "We hebben nog niets opgeslagen.",
                "Ga terug, verbeter wat hieronder staat en verstuur het formulier opnieuw."
            )
            details = error.fields.map(\.message)
        case let error as MalformedRequest:
            self.init(.badRequest, "Dit konden we niet lezen", error.message, "Er is niets veranderd.")
        case is NotFound:
            self = .notFound
        case let error as Forbidden:
            self.init(
                .forbidden,
                "Dit mag je niet doen",
                error.message,
                "Denk je dat dit niet klopt? Neem contact met ons op."
            )
        case is ForeignForm:
            self.init(
                .forbidden,
                "Dit formulier is niet meer geldig",
                "De pagina stond lang open, je bent uitgelogd, of het formulier kwam van een andere website.",
                "Er is niets opgeslagen. Ga terug, ververs de pagina en verstuur het formulier opnieuw."
            )
        case let error as SentTooLate:
            self = .tooLate(error)
        case let error as Conflict:
            switch error.reason {
            case .change:
                self.init(
                    .conflict,
                    "Er is intussen iets veranderd",
                    error.message,
                    "Ga terug en ververs de pagina. Dan zie je hoe het nu is."
                )
            case .rule:
                self.init(
                    .conflict,
                    "Dit kan nu niet",
                    error.message,
                    error.next == nil ? "Ga terug naar de pagina waar je was." : "Gebruik de link hieronder."
                )
                kept = "Er is niets opgeslagen en niets veranderd."
            }
            next = error.next
        case is SignInRequired:
            self.init(
                .unauthorized,
                "Je bent niet ingelogd",
                "Deze pagina is voor medewerkers die zijn ingelogd.",
                "Log in en probeer het opnieuw. Er is niets veranderd."
            )
        case is CandidateSignInRequired:
            self.init(
                .unauthorized,
                "Je bent niet ingelogd",
                "Deze pagina is van een kandidaat.",
                "Vraag een nieuwe link aan om in te loggen. Er is niets veranderd."
            )
        case let error as BodyTooLarge:
            self = .tooLarge("Je kunt hier hoogstens \(byteCount(error.limit)) versturen.")
        case let error as TooManyRequests:
            self.init(
                .tooManyRequests,
                "Even rustig aan",
                "Er kwamen in korte tijd te veel verzoeken van jouw internetverbinding.",
                "Wacht \(seconds(error.retryAfterSeconds)) en probeer het opnieuw. Er is niets opgeslagen."
            )
            headers = [.retryAfter: "\(error.retryAfterSeconds)"]
        case is AddressTooLong:
            self.init(
                .uriTooLong,
                "Dit adres is te lang",
                "We kunnen dit adres niet lezen.",
                "Ga terug en kies minder filters."
            )
        case is BrokenOff:
            self.init(
                .badRequest,
                "Het versturen brak af",
                "We kregen niet alles binnen.",
                "Er is niets opgeslagen. Ga terug en verstuur het formulier opnieuw."
            )
        case is CancellationError:
            self = .tookTooLong
        case let error where isUnavailable(error):
            self.init(
                .serviceUnavailable,
                "Doorwijzer is even niet bereikbaar",
                "We kunnen nu niet bij de gegevens. Wat eerder is opgeslagen, is veilig.",
                "Wacht een minuut en probeer het opnieuw. Wat je net verstuurde, is misschien niet opgeslagen."
            )
            headers = [.retryAfter: "30"]
        case let error as any HTTPResponseError:
            self = .http(error.status, (error as? HTTPError)?.headers ?? [:])
        default:
            self = .fault
        }
    }

    /// A form of our own page that came too late, and what became of it.
    private static func tooLate(_ sent: SentTooLate) -> ErrorOutcome {
        let why = "Je was uitgelogd, of de pagina stond lang open. Daarom konden we je formulier niet verwerken."
        guard case .kept(let id) = sent.keeping else {
            var outcome = ErrorOutcome(
                .forbidden,
                "Dit formulier kwam te laat",
                why,
                "Ga terug met de knop van je browser. Staat je tekst er nog? Kopieer hem dan eerst. "
                    + "Open daarna de pagina opnieuw."
            )
            outcome.kept =
                sent.keeping == .tooLarge
                ? "Er is niets opgeslagen. Je tekst is te lang om even te bewaren."
                : "Er is niets opgeslagen. We kunnen nu niet meer teksten bewaren."
            return outcome
        }
        var outcome =
            sent.isEmpty
            ? ErrorOutcome(
                .forbidden,
                "Er is nog niets gedaan",
                why,
                "Ga terug naar de pagina. Druk daar nog een keer op de knop. Log eerst in als dat nodig is."
            )
            : ErrorOutcome(
                .forbidden,
                "Je tekst is bewaard",
                why,
                "Ga verder met je formulier. Log eerst in als dat nodig is. Je ziet dan wat je had getypt. "
                    + "Kijk het na en verstuur het opnieuw."
            )
        outcome.kept =
            sent.isEmpty
            ? "Er is niets opgeslagen en niets veranderd."
            : "We bewaren je tekst een uur, alleen voor jou. Wachtwoorden, codes en bestanden bewaren we niet. "
                + "Verder is er niets veranderd."
        outcome.next = Conflict.NextStep(
            sent.isEmpty ? "Ga terug naar de pagina" : "Ga verder met je formulier",
            KeptForm.path(id)
        )
        if let cookie = sent.cookie { outcome.headers[.setCookie] = cookie }
        return outcome
    }

    static func wrongMethod(allowed: String) -> ErrorOutcome {
        var outcome = ErrorOutcome(
            .methodNotAllowed,
            "Dat kan op deze pagina niet",
            "Deze pagina kent deze opdracht niet.",
            "Ga terug en gebruik de knoppen op de pagina."
        )
        outcome.headers = [.allow: allowed]
        return outcome
    }

    private static func http(_ status: HTTPResponse.Status, _ headers: HTTPFields) -> ErrorOutcome {
        var outcome: ErrorOutcome
        switch status {
        case .notFound: outcome = .notFound
        case .contentTooLarge: outcome = .tooLarge("Je hebt meer verstuurd dan hier kan.")
        case .methodNotAllowed: outcome = .wrongMethod(allowed: headers[.allow] ?? "GET, HEAD")
        case .unsupportedMediaType:
            outcome = ErrorOutcome(
                status,
                "Dit konden we niet lezen",
                "Deze soort gegevens kennen we hier niet.",
                "Gebruik het formulier op de pagina."
            )
        default:
            guard (400..<500).contains(status.code) else { return .fault }
            outcome = ErrorOutcome(
                status,
                "Dit konden we niet lezen",
                "Het verzoek was niet goed.",
                "Ga terug en probeer het opnieuw."
            )
        }
        for field in headers { outcome.headers[field.name] = field.value }
        return outcome
    }

    static var tookTooLong: ErrorOutcome {
        var outcome = ErrorOutcome(
            .serviceUnavailable,
            "Dit duurde te lang",
            "We konden je niet op tijd antwoord geven.",
            "Probeer het over een minuut opnieuw. Kijk eerst of wat je verstuurde er al staat."
        )
        outcome.headers = [.retryAfter: "60"]
        return outcome
    }

    private static let notFound = ErrorOutcome(
        .notFound,
        "Deze pagina is er niet",
        "Misschien klopt het adres niet helemaal, of is wat hier stond verwijderd.",
        "Controleer het adres, of ga terug en zoek verder."
    )

    private static func tooLarge(_ explanation: String) -> ErrorOutcome {
        ErrorOutcome(
            .contentTooLarge,
            "Dit is te groot",
            explanation,
            "Er is niets opgeslagen. Maak de tekst korter of het bestand kleiner en probeer het opnieuw."
        )
    }

    private static var fault: ErrorOutcome {
        var outcome = ErrorOutcome(
            .internalServerError,
            "Er ging iets mis bij ons",
            "Dit is onze fout, niet die van jou.",
            "Probeer het straks opnieuw. Lukt het dan niet? Noem ons het nummer hieronder."
        )
        outcome.isFault = true
        return outcome
    }
}

private func seconds(_ count: Int) -> String {
    count < 100 ? (count == 1 ? "1 seconde" : "\(count) seconden") : "\((count + 59) / 60) minuten"
}
