import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/fonds/projecten/nieuw`: the fund adds a project outside the scheme, with its source.
struct ProjectAddController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/projecten/nieuw", use: show)
        fund.post("/fonds/projecten/nieuw", use: add)
    }

    private var form: ProjectForm { ProjectForm(web: web, hasApplication: false, isFund: true, label: nil) }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, .fresh)
    }

    private func page(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        // Fails early for whoever is not of the fund.
        _ = try context.fundMember
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Voeg een project toe",
                    lead: "Voor projecten buiten de stimuleringsregeling. De pagina is meteen openbaar.",
                    back: PageLink("Terug naar de projecten", ProjectList.path),
                    errors: entered.errors
                ),
                notices: entered.notices,
                paragraphs: [
                    "Wat je niet weet, laat je leeg. Op de pagina staat dan dat het ontbreekt. "
                        + "Schrijf geen namen van personen op."
                ],
                action: "/fonds/projecten/nieuw",
                submissionID: web.freshID,
                groups: form.groups(entered.entries(or: [:])),
                buttons: [FormButton("Voeg het project toe")]
            ),
            context,
            status: entered.status
        )
    }

    @Sendable private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let typed = try self.form.read(&form)
            guard let run = typed.run, let origin = typed.origin else { throw form.rejected }
            let slug = try await KeepProjectPage(world: web.world).add(
                typed.content,
                run,
                origin,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther("/fonds/projecten/\(slug)/bewerken", notice: .saved)
        } again: { entered in
            try await page(context, entered)
        }
    }
}
