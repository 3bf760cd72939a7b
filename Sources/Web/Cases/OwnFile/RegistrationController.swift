import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/kandidaat-worden`: a candidate registers without help. The address is proved first, by a link; then a short form, a page
/// to check it, and what happens next.
struct RegistrationController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/kandidaat-worden", use: begin)
        visitors.post("/kandidaat-worden", use: request)
        visitors.get("/kandidaat-worden/verstuurd", use: sent)
        visitors.get("/kandidaat-worden/{token}", use: fill)
        visitors.post("/kandidaat-worden/{token}", use: submit)
    }

    private var registering: RegisterSelf { RegisterSelf(world: web.world, reference: web.reference) }

    // MARK: The address

    @Sendable private func begin(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try addressPage(context)
    }

    @Sendable private func request(_ request: Request, _ context: VisitorContext) async throws -> Response {
        var form = Form(context.formData)
        let mail = form.email("mail", label: "Mailadres")
        if !form.flag("oud-genoeg") {
            form.reject(
                "oud-genoeg",
                "Je kunt je inschrijven als je 16 jaar of ouder bent. Ben je jonger? Vraag je school of mentor om hulp."
            )
        }
        guard let mail, form.isValid else {
            return try addressPage(context, errors: form.errors, status: .badRequest)
        }
        do {
            try await RequestOwnLink(world: web.world).toRegister(mail, from: context.requestSource)
        } catch let error as TooManyGuesses {
            return try addressPage(context, warning: web.tooManyMails(error), status: .tooManyRequests)
        }
        return web.seeOther("/kandidaat-worden/verstuurd")
    }

    private func addressPage(
        _ context: VisitorContext,
        errors: [FieldError] = [],
        warning: Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let entered = FormEntries(values: context.formData.values, errors: errors)
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Zoek een opleidingsplek",
                    lead: "Schrijf je in. Een team in jouw regio zoekt met je mee naar een plek bij een huisarts.",
                    breadcrumbs: [PageLink("Start", "/")],
                    errors: entered.errorLinks,
                    isError: warning != nil
                ),
                steps: Steps(current: 1, of: 3, title: "Je mailadres"),
                warning: warning,
                paragraphs: [
                    "We sturen je een mail met een link. Zo weten we dat het adres van jou is. Daarna vul je de rest in.",
                    "Zolang je die link niet gebruikt, bewaren we verder niets van je.",
                ],
                action: "/kandidaat-worden",
                groups: [
                    .init(
                        "Over jou",
                        [
                            .text(web.mailField(entered, "Een adres dat je vaak leest.")),
                            .choices(
                                Choices(
                                    name: "oud-genoeg",
                                    legend: "Je leeftijd",
                                    kind: .checkbox,
                                    options: [Option(value: "ja", label: "Ik ben 16 jaar of ouder")],
                                    selected: entered.all("oud-genoeg"),
                                    description: "Voor jongere mensen mogen we dit niet doen.",
                                    error: entered.error("oud-genoeg")
                                )
                            ),
                        ]
                    )
                ],
                submissionID: web.freshID,
                button: "Stuur mij de mail",
                links: [
                    PageLink("Ik sta al ingeschreven", "/mijn/aanmelden"),
                    PageLink("Hoe gaan jullie met mijn gegevens om?", "/privacy"),
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
                    lead: "Je krijgt binnen een paar minuten een mail met een link. Die werkt één keer, een dag lang.",
                    breadcrumbs: [PageLink("Start", "/")]
                ),
                paragraphs: ["Staat de mail er niet? Kijk bij ongewenste mail, of vul je adres nog een keer in."],
                links: [PageLink("Vul mijn adres opnieuw in", "/kandidaat-worden")]
            ),
            context
        )
    }

    // MARK: The form

    @Sendable private func fill(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = OwnSignInController.token(context) else { return try over(context) }
        do {
            let invitation = try await registering.open(token)
            let form = RegistrationForm(web: web, invitation: invitation)
            return try web.page(form.page(token, FormEntries(values: form.defaults)), context)
        } catch is NotFound {
            return try over(context)
        }
    }

    @Sendable private func submit(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let token = OwnSignInController.token(context) else { return try over(context) }
        do {
            let invitation = try await registering.open(token)
            let form = RegistrationForm(web: web, invitation: invitation)
            do {
                if context.formData["wijzig"] != nil {
                    return try web.page(form.page(token, FormEntries(values: context.formData.values)), context)
                }
                return context.formData["inschrijven"] == nil
                    ? try await check(form, token, context) : try await register(form, token, request, context)
            } catch let rejected as Rejected {
                let entered = FormEntries(values: context.formData.values, errors: form.shown(rejected.fields))
                return try web.page(form.page(token, entered), context, status: .badRequest)
            }
        } catch is NotFound {
            return try over(context)
        }
    }

    /// Everything once more, with who helps and which regions may look.
    private func check(
        _ form: RegistrationForm,
        _ token: LinkToken,
        _ context: VisitorContext,
        errors: [FieldError] = []
    ) async throws -> Response {
        let draft = try form.read(context.formData)
        let teams = try await registering.teams(for: draft.municipalityCode)
        return try web.page(
            form.checkPage(token, draft, teams, context.formData, errors: errors),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }

    private func register(
        _ form: RegistrationForm,
        _ token: LinkToken,
        _ request: Request,
        _ context: VisitorContext
    ) async throws -> Response {
        let draft = try form.read(context.formData)
        do {
            let candidate = try await registering(
                draft,
                team: context.formData["team"].flatMap { Team.ID($0) },
                consents: try form.readConsents(context.formData, draft),
                by: token
            )
            return try await web.signIn(candidate, sessions, request, context, landing: "/mijn/welkom")
        } catch let rejected as Rejected
            where rejected.fields.allSatisfy({ RegistrationForm.atCheck.contains($0.field) })
        {
            return try await check(form, token, context, errors: rejected.fields)
        }
    }

    private func over(_ context: VisitorContext) throws -> Response {
        try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Deze link werkt niet meer",
                    lead: "Een link werkt één keer, een dag lang. Vraag gerust een nieuwe.",
                    action: PageLink("Vraag een nieuwe link", "/kandidaat-worden"),
                    isError: true
                ),
                paragraphs: ["Heb je je al ingeschreven? Dan meld je je aan met een link uit je mail."],
                links: [PageLink("Meld je aan", "/mijn/aanmelden")]
            ),
            context,
            status: .notFound
        )
    }
}
