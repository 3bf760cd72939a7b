import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/welkom/{token}`, `/wachtwoord-vergeten` and `/wachtwoord/{token}`: a password of one's own, by a link from a mail. Opening
/// a link does nothing; only its button does.
struct PasswordController: Sendable {
    let web: WebServices
    let signIn: SignInController

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/wachtwoord-vergeten", use: askMail)
        visitors.post("/wachtwoord-vergeten", use: requestMail)
        visitors.get("/wachtwoord-vergeten/verstuurd", use: showSent)
        visitors.get("/wachtwoord/{token}", use: { try await open($0, $1, .passwordReset) })
        visitors.post("/wachtwoord/{token}", use: { try await accept($0, $1, .passwordReset) })
        visitors.get("/welkom/{token}", use: { try await open($0, $1, .invitation) })
        visitors.post("/welkom/{token}", use: { try await accept($0, $1, .invitation) })
    }

    // MARK: Forgotten

    @Sendable private func askMail(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try web.page(AccountFormPage.forgotten(mail: ""), context, notice: web.notice(of: request))
    }

    @Sendable private func requestMail(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let typed = context.formData["mail"] ?? ""
        var form = Form(context.formData)
        let mail = form.email("mail", label: "E-mailadres van je werk")
        guard form.isValid, let mail else {
            return try web.page(
                AccountFormPage.forgotten(mail: typed, error: form.errors.first?.message),
                context,
                status: .badRequest
            )
        }
        do {
            try await ResetPassword(world: web.world).request(mail: mail, from: context.requestSource)
            return .seeOther("/wachtwoord-vergeten/verstuurd")
        } catch let error as TooManyGuesses {
            return try web.tooMany(error, AccountFormPage.forgotten(mail: typed, warning: web.wait(error)), context)
        }
    }

    @Sendable private func showSent(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let text = [
            "Hoort dit adres bij een account? Dan krijg je binnen een paar minuten een mail met een link.",
            "De link werkt een uur en één keer. Kreeg je niets? Kijk bij ongewenste mail, of vraag je beheerder of dit het goede "
                + "adres is.",
        ]
        return try web.page(
            TextPage(
                title: "Kijk in je mail",
                lead: "We hebben je aanvraag ontvangen.",
                sections: [TextPage.Section("mail", "Wat er nu gebeurt", text)]
            ),
            context
        )
    }

    // MARK: By a link

    private func open(
        _ request: Request,
        _ context: VisitorContext,
        _ purpose: MailLinkStore.Purpose
    ) async throws -> Response {
        guard let token = context.parameters.get("token").flatMap({ LinkToken($0) }),
            let invitee = try await found({ try await ResetPassword(world: web.world).open(token, purpose) })
        else { return try over(purpose, context) }
        return try page(invitee, token, purpose, context)
    }

    private func accept(
        _ request: Request,
        _ context: VisitorContext,
        _ purpose: MailLinkStore.Purpose
    ) async throws -> Response {
        guard let token = context.parameters.get("token").flatMap({ LinkToken($0) }) else {
            return try over(purpose, context)
        }
        let action = ResetPassword(world: web.world)
        do {
            let step = try await action.accept(token, purpose, password: context.formData["wachtwoord"] ?? "")
            return try await signIn.goOn(after: step, returnPath: nil)
        } catch is NotFound {
            return try over(purpose, context)
        } catch let error as Rejected {
            guard let invitee = try await found({ try await action.open(token, purpose) }) else {
                return try over(purpose, context)
            }
            return try page(invitee, token, purpose, context, error: error.fields.first?.message)
        }
    }

    private func found<R>(_ body: () async throws -> R) async throws -> R? {
        do { return try await body() } catch is NotFound { return nil }
    }

    private func page(
        _ invitee: ResetPassword.Invitee,
        _ token: LinkToken,
        _ purpose: MailLinkStore.Purpose,
        _ context: VisitorContext,
        error: String? = nil
    ) throws -> Response {
        let isInvitation = purpose == .invitation
        return try web.page(
            AccountFormPage(
                header: PageHeader(
                    title: isInvitation ? "Welkom bij Doorwijzer" : "Kies een nieuw wachtwoord",
                    lead: isInvitation
                        ? "\(invitee.organisationName) heeft je uitgenodigd. Kies een wachtwoord. Daarna stel je de tweede stap in."
                        : "Overal waar je was aangemeld, word je afgemeld.",
                    errors: error.map { [ErrorLink(fieldID: "wachtwoord", text: $0)] } ?? []
                ),
                facts: [Fact("Naam", invitee.name), Fact("Je meldt je aan met", invitee.mail)],
                action: purpose.path(token),
                fields: [.ownPassword("wachtwoord", label: "Je nieuwe wachtwoord", error: error)],
                button: "Bewaar dit wachtwoord"
            ),
            context,
            status: error == nil ? .ok : .badRequest
        )
    }

    /// The same page for a link that was used, is too old or never was one.
    private func over(_ purpose: MailLinkStore.Purpose, _ context: VisitorContext) throws -> Response {
        let text =
            purpose == .invitation
            ? "Vraag je beheerder om een nieuwe uitnodiging. Heb je al een wachtwoord? Dan kun je je gewoon aanmelden."
            : "Vraag een nieuwe link aan. Heb je je wachtwoord al gewijzigd? Dan kun je je gewoon aanmelden."
        return try web.page(
            ErrorPage(
                status: 404,
                title: "Deze link werkt niet meer",
                explanation: "Elke link uit een mail werkt één keer en niet langer dan in de mail staat.",
                advice: text,
                details: [],
                reference: context.requestID
            ),
            context,
            status: .notFound
        )
    }
}

extension TextField {
    /// A password to choose: nothing is asked of it but length, and pasting is fine.
    static func ownPassword(_ name: String, label: String, error: String?) -> TextField {
        TextField(
            name: name,
            label: label,
            description:
                "Minstens 12 tekens. Vier losse woorden achter elkaar zijn goed te onthouden en moeilijk te raden.",
            error: error,
            kind: .password,
            autocomplete: "new-password"
        )
    }
}

extension AccountFormPage {
    fileprivate static func forgotten(mail: String, error: String? = nil, warning: Notice? = nil) -> AccountFormPage {
        AccountFormPage(
            header: PageHeader(
                title: "Wachtwoord vergeten",
                lead: "Vul je e-mailadres in. Je krijgt een mail waarmee je een nieuw wachtwoord kiest.",
                back: PageLink("Terug naar aanmelden", "/aanmelden"),
                errors: error.map { [ErrorLink(fieldID: "mail", text: $0)] } ?? []
            ),
            warning: warning,
            action: "/wachtwoord-vergeten",
            fields: [
                TextField(
                    name: "mail",
                    label: "E-mailadres van je werk",
                    value: mail,
                    error: error,
                    kind: .email,
                    autocomplete: "username"
                )
            ],
            button: "Stuur mij een mail"
        )
    }
}
