import HTTPBase
import Hummingbird
import PageKit
import Site

/// What stands between someone and signing in through a provider.
enum ProviderProblem {
    /// The provider is away, or does not speak as it should.
    case away(String)
    /// The person stopped at the provider, or the provider said no.
    case stopped(String)
    /// The attempt is unknown, used, too old, or of another browser or person.
    case over
    /// The provider's answer does not prove who it is.
    case notBelieved(String)
    /// The provider's account is linked to nobody.
    case unknown(String)
    /// Our account was closed.
    case closed
    /// Linking needs a session that has just begun.
    case staleSession

    var status: HTTPResponse.Status {
        switch self {
        case .away: .serviceUnavailable
        case .over: .badRequest
        case .stopped, .notBelieved, .unknown, .closed, .staleSession: .forbidden
        }
    }

    var page: ProviderProblemPage {
        switch self {
        case .away(let name):
            ProviderProblemPage(
                title: "Inloggen via \(name) kan nu niet",
                what: "\(name) geeft geen goed antwoord. Dat ligt niet aan jou.",
                advice: "Probeer het over een paar minuten opnieuw, of log in met je wachtwoord van Doorwijzer.",
                links: [Self.password]
            )
        case .stopped(let name):
            ProviderProblemPage(
                title: "Je bent niet ingelogd",
                what: "Je bent bij \(name) gestopt, of \(name) liet je niet verder.",
                advice: "Probeer het opnieuw, of log in met je wachtwoord van Doorwijzer.",
                links: [Self.password]
            )
        case .over:
            ProviderProblemPage(
                title: "Deze poging om in te loggen is voorbij",
                what: "Je deed er langer dan tien minuten over, ging terug, of begon in een andere browser.",
                advice: "Er is niets veranderd. Begin opnieuw met inloggen.",
                links: [Self.password]
            )
        case .notBelieved(let name):
            ProviderProblemPage(
                title: "We konden niet controleren wie je bent",
                what: "Het antwoord van \(name) klopt niet. Daarom laten we je niet verder.",
                advice: "Probeer het opnieuw. Gebeurt het weer? Geef het door aan de beheerder van je organisatie.",
                links: [Self.password]
            )
        case .unknown(let name):
            ProviderProblemPage(
                title: "Dit werkaccount is nog niet gekoppeld",
                what: "Je bent bij \(name) ingelogd, maar we weten nog niet wie je bij Doorwijzer bent.",
                advice: """
                    Log één keer in met je wachtwoord en koppel je werkaccount op de pagina Je account. Heb je nog \
                    geen account? Vraag de beheerder van je organisatie om een uitnodiging.
                    """,
                links: [Self.password]
            )
        case .closed:
            ProviderProblemPage(
                title: "Je account is gesloten",
                what: "Je kunt niet meer inloggen bij Doorwijzer.",
                advice: "Klopt dat niet? Vraag de beheerder van je organisatie om je account weer te openen.",
                links: [PageLink("Ga naar de startpagina", "/")]
            )
        case .staleSession:
            ProviderProblemPage(
                title: "Log eerst opnieuw in",
                what: "Koppelen kan alleen in het eerste kwartier nadat je bent ingelogd.",
                advice:
                    "Zo kan niemand anders het doen als je even weg bent. Log uit, log opnieuw in en probeer het weer.",
                links: [PageLink("Ga naar je account", "/account")]
            )
        }
    }

    private static let password = PageLink("Log in met je wachtwoord", "/aanmelden")
}

extension WebServices {
    func page(_ problem: ProviderProblem, _ context: some PageContext) throws -> Response {
        var response = try page(problem.page, context, status: problem.status)
        if problem.status == .serviceUnavailable { response.headers[.retryAfter] = "120" }
        return response
    }
}
