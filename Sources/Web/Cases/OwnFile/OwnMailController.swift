import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site

/// `/mijn/mailadres`: another address to sign in with, proved by a link.
struct OwnMailController: Sendable {
    let web: WebServices

    func addRoutes(candidates: RouterGroup<CandidateContext>, visitors: RouterGroup<VisitorContext>) {
        candidates.get("/mijn/mailadres", use: edit)
        candidates.post("/mijn/mailadres", use: ask)
        visitors.get("/mijn/mailadres/{token}", use: open)
        visitors.post("/mijn/mailadres/{token}", use: confirm)
    }

    @Sendable private func edit(_ request: Request, _ context: CandidateContext) async throws -> Response {
        try page(context, notice: web.notice(of: request))
    }

    private func page(
        _ context: CandidateContext,
        errors: [FieldError] = [],
        warning: Notice? = nil,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) throws -> Response {
        let entered = FormEntries(values: context.formData.values, errors: errors)
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Wijzig mijn mailadres",
                    lead: "Op dit adres krijg je de links om je aan te melden.",
                    back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens"),
                    errors: entered.errorLinks,
                    isError: warning != nil
                ),
                warning: warning,
                paragraphs: [
                    "We sturen een mail naar je nieuwe adres. Klik op de link daarin. Tot dan verandert er niets."
                ],
                action: "/mijn/mailadres",
                groups: [.init("Nieuw adres", [.text(web.mailField(entered, "Een adres dat je vaak leest."))])],
                submissionID: web.freshID,
                button: "Stuur de mail",
                cancel: PageLink("Laat het zo", "/mijn/gegevens")
            ),
            context,
            status: status,
            notice: notice
        )
    }

    @Sendable private func ask(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        guard let mail = form.email("mail", label: "Mailadres"), form.isValid else {
            return try page(context, errors: form.errors, status: .badRequest)
        }
        do {
            try await ChangeOwnMail(world: web.world).ask(for: mail, by: context.session.candidateID)
        } catch let error as TooManyGuesses {
            return try page(context, warning: web.tooManyMails(error), status: .tooManyRequests)
        }
        return web.seeOther("/mijn/mailadres", notice: .ownMailAsked)
    }

    @Sendable private func open(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = OwnSignInController.token(context),
            let mail = try await found({ try await ChangeOwnMail(world: web.world).open(token) })
        else { return try over(context) }
        return try web.page(
            OwnFormPage(
                header: PageHeader(title: "Is dit je nieuwe mailadres?", lead: mail.rawValue),
                paragraphs: ["Klik op de knop. Vanaf dan krijg je je mails op dit adres."],
                action: "/mijn/mailadres/\(token.text)",
                submissionID: web.freshID,
                button: "Ja, gebruik dit adres"
            ),
            context
        )
    }

    @Sendable private func confirm(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = OwnSignInController.token(context),
            try await found({
                try await ChangeOwnMail(world: web.world)(token, keeping: context.candidate?.tokenHash.bytes)
            }) != nil
        else { return try over(context) }
        return context.candidate == nil
            ? web.seeOther("/mijn/aanmelden") : web.seeOther("/mijn/gegevens", notice: .ownMailChanged)
    }

    private func found<Value>(_ body: () async throws -> Value) async throws -> Value? {
        do { return try await body() } catch is NotFound { return nil }
    }

    private func over(_ context: VisitorContext) throws -> Response {
        try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Deze link werkt niet meer",
                    lead: "Een link werkt één keer, een dag lang. Vraag gerust een nieuwe.",
                    action: PageLink("Vraag een nieuwe link", "/mijn/mailadres"),
                    isError: true
                ),
                paragraphs: []
            ),
            context,
            status: .notFound
        )
    }
}
