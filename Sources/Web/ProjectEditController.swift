import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Pages
import Store

/// `/projecten/{naam}/bewerken`: the leader keeps the public page of the project.
struct ProjectEditController: Sendable {
    let web: WebServices

    private static let mostLinks = 10

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/projecten/{naam}/bewerken", use: show)
        leaders.post("/projecten/{naam}/bewerken", use: save)
        leaders.post("/projecten/{naam}/bevestigen", use: confirm)
    }

    private static func slug(_ context: SignedInContext) throws -> String {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return slug
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(request, context, .fresh)
    }

    private func page(
        _ request: Request,
        _ context: SignedInContext,
        _ entered: SchemeEntered
    ) async throws -> Response {
        let (page, links) = try await KeepProjectPage(world: web.world).read(
            Self.slug(context),
            by: context.projectLeader
        )
        let entries = entered.entries(or: Self.values(page, links))
        var notices = entered.notices
        if page.publication == .heldBack {
            notices.append(
                Notice(
                    .warning,
                    title: "Tegengehouden",
                    text: "Het fonds houdt deze pagina tegen: \(page.publicationReason ?? ""). Alleen jullie zien haar."
                )
            )
        }
        let confirmed =
            page.confirmedOn.map { "Voor het laatst bevestigd op \($0.dutchLong)." } ?? "Nog nooit bevestigd."
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Wijzig de projectpagina",
                    lead: "Van “\(page.name)”. \(confirmed) Bewaren telt ook als bevestigen.",
                    back: page.publication == .published
                        ? PageLink("Terug naar de projectpagina", "/projecten/\(page.slug)")
                        : PageLink("Terug naar je aanvragen", "/subsidie/aanvragen"),
                    errors: entered.errors
                ),
                notices: notices,
                action: "/projecten/\(page.slug)/bewerken",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(page.version)")],
                groups: [Self.texts(entries), Self.facts(entries)] + Self.links(entries),
                buttons: [
                    FormButton("Bewaar de pagina"),
                    FormButton("Alles is nog juist", value: "juist", isSecondary: true),
                ]
            ),
            context,
            status: entered.status,
            notice: web.notice(of: request)
        )
    }

    private static func values(_ page: ProjectPageStore.Row, _ links: [ProjectPageStore.Link]) -> [String: [String]] {
        var values = [
            "naam": [page.name], "samenvatting": [page.subject], "probleem": [page.problem], "aanpak": [page.approach],
            "resultaat": [page.result], "mislukt": [page.didNotWork], "route": page.routes.routes.map(\.rawValue),
            "mail": [page.contactMail], "telefoon": [page.contactPhone],
        ]
        for (index, link) in links.enumerated() {
            values["link-\(index + 1)"] = [link.url]
            values["titel-\(index + 1)"] = [link.title]
            values["soort-\(index + 1)"] = [link.kind.rawValue]
        }
        return values
    }

    private static func text(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        _ kind: TextField.Kind = .text,
        isRequired: Bool = true,
        width: TextField.Width? = nil
    ) -> FormGroup.Part {
        .text(
            TextField(
                name: name,
                label: label,
                value: entries.value(name),
                error: entries.error(name),
                kind: kind,
                isRequired: isRequired,
                width: width
            )
        )
    }

    private static func texts(_ entries: FormEntries) -> FormGroup {
        func area(_ name: String, _ label: String, _ description: String? = nil, isRequired: Bool = false)
            -> FormGroup.Part
        {
            .area(
                TextArea(
                    name: name,
                    label: label,
                    value: entries.value(name),
                    description: description,
                    error: entries.error(name),
                    isRequired: isRequired
                )
            )
        }
        return FormGroup([
            text("naam", "Naam van het project", entries, width: .full),
            area("samenvatting", "In het kort", "Ten hoogste drie zinnen.", isRequired: true),
            area("probleem", "Het probleem", isRequired: true), area("aanpak", "De aanpak", isRequired: true),
            area("resultaat", "Wat lukte"),
            area("mislukt", "Wat niet lukte", "Andere regio's leren hier het meest van."),
        ])
    }

    private static func facts(_ entries: FormEntries) -> FormGroup {
        FormGroup(
            "Route en contact",
            [
                .choices(
                    Choices(
                        name: "route",
                        legend: "Voor welke opleidingsroute?",
                        kind: .checkbox,
                        options: LearningRoute.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                        selected: entries.all("route"),
                        description: "Kies je niets, dan geldt het project voor alle routes.",
                        error: entries.error("route"),
                        isRequired: false,
                        isInline: true
                    )
                ),
                text("mail", "E-mailadres voor vragen, voor iedereen te zien", entries, .email, isRequired: false),
                text("telefoon", "Telefoon, voor iedereen te zien", entries, .tel, isRequired: false),
            ]
        )
    }

    private static func links(_ entries: FormEntries) -> [FormGroup] {
        let filled = (1...mostLinks).last { !entries.value("link-\($0)").isEmpty } ?? 0
        return (1...min(mostLinks, filled + 2)).map { number in
            FormGroup(
                "Link \(number)",
                note: number == 1 ? "Een document, een film of een pagina. Het adres begint met https://." : nil,
                isRow: true,
                [
                    text("titel-\(number)", "Titel", entries, isRequired: false),
                    text("link-\(number)", "Adres", entries, isRequired: false),
                    .select(
                        SelectField(
                            name: "soort-\(number)",
                            label: "Soort",
                            options: LinkKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort-\(number)"),
                            error: entries.error("soort-\(number)"),
                            isRequired: false
                        )
                    ),
                ]
            )
        }
    }

    // MARK: Saving

    @Sendable private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let slug = try Self.slug(context)
        if context.formData["knop"] == "juist" { return try await confirm(request, context) }
        return try await web.keepingInput(context) { form in
            let texts = Self.readTexts(&form)
            let links = Self.readLinks(&form)
            let version = form.version()
            guard form.isValid, let texts else { throw form.rejected }
            let path = try await KeepProjectPage(world: web.world).save(
                slug,
                version: version,
                texts,
                links: links,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther("\(path)/bewerken", notice: .saved)
        } again: { entered in
            try await page(request, context, entered)
        }
    }

    private static func readTexts(_ form: inout Form) -> ProjectPageStore.Texts? {
        let name = form.text("naam", label: "Naam van het project", maxLength: 120)
        let summary = form.text("samenvatting", label: "In het kort", maxLength: 600)
        if ApplicationContent.sentenceCount(summary) > ApplicationContent.mostSentences {
            form.reject("samenvatting", "Schrijf hoogstens drie zinnen.")
        }
        let problem = form.text("probleem", label: "Het probleem", maxLength: 4_000)
        let approach = form.text("aanpak", label: "De aanpak", maxLength: 4_000)
        let result = form.optionalText("resultaat", label: "Wat lukte", maxLength: 8_000) ?? ""
        let failed = form.optionalText("mislukt", label: "Wat niet lukte", maxLength: 8_000) ?? ""
        let routes = form.choices("route", LearningRoute.self, label: "De route")
        let mail = form.optionalEmail("mail", label: "E-mailadres")
        let phone = form.optionalPhone("telefoon", label: "Telefoon")
        guard form.isValid else { return nil }
        return ProjectPageStore.Texts(
            name: name,
            subject: summary,
            problem: problem,
            approach: approach,
            result: result,
            didNotWork: failed,
            routes: routes.isEmpty ? .all : RouteSet(routes),
            contactMail: mail?.rawValue ?? "",
            contactPhone: phone?.description ?? ""
        )
    }

    private static func readLinks(_ form: inout Form) -> [ProjectPageStore.Link] {
        var links: [ProjectPageStore.Link] = []
        for number in 1...mostLinks {
            let title = form.optionalText("titel-\(number)", label: "De titel van link \(number)", maxLength: 120)
            let address = form.parsed(
                "link-\(number)",
                label: "Het adres van link \(number)",
                required: false,
                message: "Het adres van link \(number) klopt niet. Het begint met https:// en heeft geen spaties."
            ) { webAddress($0) }
            let kind = form.optionalChoice("soort-\(number)", LinkKind.self, label: "De soort van link \(number)")
            guard title != nil || address != nil else { continue }
            if title == nil { form.reject("titel-\(number)", "Geef link \(number) een titel.") }
            if address == nil { form.reject("link-\(number)", "Vul het adres van link \(number) in.") }
            if let title, let address { links.append(.init(kind: kind ?? .page, title: title, url: address)) }
        }
        return links
    }

    /// An address of a page elsewhere; nil for anything that is none.
    private static func webAddress(_ typed: String) -> String? {
        guard typed.count <= 500, typed.hasPrefix("https://"), !typed.contains(where: \.isWhitespace),
            let host = URL(string: typed)?.host(), host.contains(".")
        else { return nil }
        return typed
    }

    @Sendable private func confirm(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let slug = try Self.slug(context)
        try await KeepProjectPage(world: web.world).confirm(slug, by: context.projectLeader)
        return web.seeOther("/projecten/\(slug)/bewerken", notice: .projectConfirmed)
    }
}
