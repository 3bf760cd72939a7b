import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/mijn/aanmelden` and `/mijn/link/{token}`: candidates sign in with a link from their mail, without a password.
struct OwnSignInController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/mijn/aanmelden", use: ask)
        visitors.post("/mijn/aanmelden", use: request)
        visitors.get("/mijn/aanmelden/verstuurd", use: sent)
        visitors.get("/mijn/link/{token}", use: open)
        visitors.post("/mijn/link/{token}", use: begin)
        visitors.post("/mijn/afmelden", use: end)
    }

    // MARK: Asking for a link

    @Sendable private func ask(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try page(context)
    }

    @Sendable private func request(_ request: Request, _ context: VisitorContext) async throws -> Response {
        var form = Form(context.formData)
        guard let mail = form.email("mail", label: "Mailadres"), form.isValid else {
            return try page(context, errors: form.errors, status: .badRequest)
        }
        do {
            try await RequestOwnLink(world: web.world).toSignIn(mail, from: context.requestSource)
        } catch let error as TooManyGuesses {
            return try page(context, warning: web.tooManyMails(error), status: .tooManyRequests)
        }
        return web.seeOther("/mijn/aanmelden/verstuurd")
    }

    private func page(
        _ context: VisitorContext,
        errors: [FieldError] = [],
        warning: Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let entered = FormEntries(values: context.formData.values, errors: errors)
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Meld je aan",
                    lead: "Vul je mailadres in. Je krijgt een mail met een link. Een wachtwoord heb je niet nodig.",
                    breadcrumbs: [PageLink("Start", "/")],
                    errors: entered.errorLinks,
                    isError: warning != nil
                ),
                warning: warning,
                action: "/mijn/aanmelden",
                groups: [
                    .init("Je mailadres", [.text(web.mailField(entered, "Het adres dat je team van je heeft."))])
                ],
                submissionID: web.freshID,
                button: "Stuur mij een link",
                links: [
                    PageLink("Ik sta nog niet ingeschreven", "/kandidaat-worden"),
                    PageLink("Ik werk bij een organisatie of school", web.site.isDemo ? "/demo/kies" : "/aanmelden"),
                ]
            ),
            context,
            status: status
        )
    }

    @Sendable private func sent(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Kijk in je mail",
                    lead: "Als we je kennen, krijg je binnen een paar minuten een mail met een link.",
                    breadcrumbs: [PageLink("Start", "/")]
                ),
                paragraphs: [
                    "De link werkt één keer en een half uur lang. Staat de mail er niet? Kijk bij ongewenste mail.",
                    "Kreeg je net al een mail? De link daarin werkt nog. Dan sturen we er niet meteen nog een.",
                    "Kreeg je niets? Dan kennen we dit mailadres misschien niet. Bel je team, of schrijf je in.",
                ],
                links: [
                    PageLink("Probeer een ander mailadres", "/mijn/aanmelden"),
                    PageLink("Schrijf je in", "/kandidaat-worden"),
                ]
            ),
            context
        )
    }

    // MARK: Using it

    @Sendable private func open(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = Self.token(context), try await SignInByLink(world: web.world).isGood(token) else {
            return try over(context)
        }
        return try web.page(
            OwnFormPage(
                header: PageHeader(title: "Meld je aan", lead: "Klik op de knop. Dan zie je je eigen traject."),
                paragraphs: ["Zo weten we zeker dat jij het bent, en niet je mailprogramma dat de link alvast opent."],
                action: "/mijn/link/\(token.text)",
                submissionID: web.freshID,
                button: "Meld me aan"
            ),
            context
        )
    }

    @Sendable private func begin(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = Self.token(context) else { return try over(context) }
        do {
            let candidate = try await SignInByLink(world: web.world)(token)
            let landing = web.landing(request, otherwise: "/mijn")
            return try await web.signIn(candidate, sessions, request, context, landing: landing)
        } catch is NotFound {
            return try over(context)
        }
    }

    /// The same page for a link that was used, is too old, or never was one.
    private func over(_ context: VisitorContext) throws -> Response {
        try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Deze link werkt niet meer",
                    lead: "Een link werkt één keer en een half uur lang. Vraag gerust een nieuwe.",
                    action: PageLink("Vraag een nieuwe link", "/mijn/aanmelden"),
                    isError: true
                ),
                paragraphs: ["Was je al aangemeld op dit apparaat? Dan hoef je niets te doen."],
                links: [PageLink("Naar mijn traject", "/mijn")]
            ),
            context,
            status: .notFound
        )
    }

    static func token(_ context: some RequestContext) -> LinkToken? {
        context.parameters.get("token").flatMap { LinkToken($0) }
    }

    @Sendable private func end(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if let session = context.candidate, context.formData["overal"] == "ja" {
            try await sessions.endAll(of: .candidate(session.candidateID))
        } else if let signedIn = context.signedIn {
            try await sessions.end(signedIn.tokenHash)
        }
        var response = web.seeOther("/", notice: .signedOut)
        response.clearSession()
        return response
    }
}

extension WebServices {
    /// A new session for a candidate; the one that came with the request ends.
    func signIn(
        _ candidate: Candidate.ID,
        _ sessions: DatabaseSessions,
        _ request: Request,
        _ context: VisitorContext,
        landing: String
    ) async throws -> Response {
        let token = try await sessions.begin(
            for: .candidate(candidate),
            device: Device.name(of: request),
            replacing: context.signedIn?.tokenHash
        )
        var response = seeOther(landing)
        response.setSession(token)
        return response
    }

    func tooManyMails(_ error: TooManyGuesses) -> Notice {
        Notice(
            .warning,
            title: "Nog niet verstuurd",
            text: "Er zijn net al mails gestuurd. Kijk in je mail, ook bij ongewenste mail. "
                + "Of probeer het na \(world.time.clock(error.until)) nog eens."
        )
    }

    func mailField(_ entered: FormEntries, _ description: String) -> TextField {
        TextField(
            name: "mail",
            label: "Mailadres",
            value: entered.value("mail"),
            description: description,
            error: entered.error("mail"),
            kind: .email,
            autocomplete: "email",
            isRequired: true
        )
    }
}
