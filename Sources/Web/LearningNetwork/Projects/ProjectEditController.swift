import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/projecten/{naam}/bewerken` and `/fonds/projecten/{naam}/bewerken`: the leader keeps the public page of the project, the
/// fund that of any project.
struct ProjectEditController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>, fund: RouterGroup<SignedInContext>) {
        leaders.get("/projecten/{naam}/bewerken") { try await show($0, $1, .leader($1.projectLeader)) }
        leaders.post("/projecten/{naam}/bewerken") { try await save($0, $1, .leader($1.projectLeader)) }
        leaders.post("/projecten/{naam}/bevestigen") { try await confirm($1, .leader($1.projectLeader)) }
        fund.get("/fonds/projecten/{naam}/bewerken") { try await show($0, $1, .fund($1.fundMember)) }
        fund.post("/fonds/projecten/{naam}/bewerken") { try await save($0, $1, .fund($1.fundMember)) }
        fund.post("/fonds/projecten/{naam}/bevestigen") { try await confirm($1, .fund($1.fundMember)) }
    }

    private static func slug(_ context: SignedInContext) throws -> String {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return slug
    }

    private func form(_ page: ProjectPageStore.Row, _ keeper: PageKeeper) -> ProjectForm {
        ProjectForm(
            web: web,
            hasApplication: page.applicationReference != nil,
            isFund: keeper.isFund,
            label: page.label
        )
    }

    private func show(_ request: Request, _ context: SignedInContext, _ keeper: PageKeeper) async throws -> Response {
        try await page(request, context, keeper, .fresh)
    }

    private func page(
        _ request: Request,
        _ context: SignedInContext,
        _ keeper: PageKeeper,
        _ entered: SchemeEntered
    ) async throws -> Response {
        let file = try await KeepProjectPage(world: web.world).read(Self.slug(context), by: keeper)
        let page = file.page
        let form = form(page, keeper)
        let confirms = keeper.confirms(page)
        let confirmed =
            page.confirmedOn.map { "Voor het laatst bevestigd op \($0.dutchLong)." } ?? "Nog nooit bevestigd."
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Wijzig de projectpagina",
                    lead: "Van “\(page.name)”. \(confirmed)" + (confirms ? " Bewaren telt ook als bevestigen." : ""),
                    back: back(page, keeper),
                    errors: entered.errors
                ),
                notices: entered.notices + notices(page, keeper),
                action: "\(keeper.path(page.slug))/bewerken",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(page.version)")],
                groups: form.groups(entered.entries(or: form.values(file))),
                buttons: [FormButton("Bewaar de pagina")]
                    + (confirms ? [FormButton("Alles is nog juist", value: "juist", isSecondary: true)] : []),
                history: history(file.history)
            ),
            context,
            status: entered.status,
            notice: web.notice(of: request)
        )
    }

    private func back(_ page: ProjectPageStore.Row, _ keeper: PageKeeper) -> PageLink {
        if page.publication == .published {
            return PageLink("Terug naar de projectpagina", "/projecten/\(page.slug)")
        }
        return keeper.isFund
            ? PageLink("Terug naar de aanvragen", "/fonds/aanvragen")
            : PageLink("Terug naar je aanvragen", "/subsidie/aanvragen")
    }

    private func notices(_ page: ProjectPageStore.Row, _ keeper: PageKeeper) -> [Notice] {
        var notices: [Notice] = []
        if page.publication == .heldBack {
            notices.append(
                Notice(
                    .warning,
                    title: "Tegengehouden",
                    text: "Het fonds houdt deze pagina tegen: \(page.publicationReason ?? ""). "
                        + "Alleen de organisatie en het fonds zien haar."
                )
            )
        }
        if keeper.isFund {
            notices.append(
                Notice(
                    .info,
                    text: "Hoort deze pagina niet op Doorwijzer?",
                    link: PageLink("Houd tegen of haal weg", "/fonds/projecten/\(page.slug)")
                )
            )
        }
        return notices
    }

    private func history(_ past: [ProjectEditStore.Past]) -> FormHistory? {
        FormHistory(
            past.map { edit in
                FormHistory.Change(
                    title:
                        "\(web.world.time.today(at: edit.editedAt).dutchLong): \(ProjectWords.field(edit.field))",
                    who: edit.memberName ?? "iemand die er niet meer werkt",
                    before: edit.before,
                    after: edit.after
                )
            }
        )
    }

    // MARK: Saving

    private func save(_ request: Request, _ context: SignedInContext, _ keeper: PageKeeper) async throws -> Response {
        let slug = try Self.slug(context)
        if context.formData["knop"] == "juist" { return try await confirm(context, keeper) }
        let keeping = KeepProjectPage(world: web.world)
        let page = try await keeping.read(slug, by: keeper).page
        return try await web.keepingInput(context) { form in
            let version = form.version()
            let typed = try self.form(page, keeper).read(&form)
            let address = try await keeping.save(
                slug,
                version: version,
                typed.content,
                typed.run,
                typed.origin,
                by: keeper,
                submission: form.submission()
            )
            return web.seeOther("\(keeper.path(address))/bewerken", notice: .saved)
        } again: { entered in
            try await self.page(request, context, keeper, entered)
        }
    }

    private func confirm(_ context: SignedInContext, _ keeper: PageKeeper) async throws -> Response {
        let slug = try Self.slug(context)
        try await KeepProjectPage(world: web.world).confirm(slug, by: keeper)
        return web.seeOther("\(keeper.path(slug))/bewerken", notice: .projectConfirmed)
    }
}

extension PageKeeper {
    var isFund: Bool {
        switch self {
        case .leader: false
        case .fund: true
        }
    }

    /// Where this one keeps a page.
    func path(_ slug: String) -> String { isFund ? "/fonds/projecten/\(slug)" : "/projecten/\(slug)" }
}
