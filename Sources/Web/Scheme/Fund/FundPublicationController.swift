import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Whether a project's page is public: the fund holds it back, releases it, takes it away.
struct FundPublicationController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/projecten/{naam}", use: askPublication)
        fund.post("/fonds/projecten/{naam}", use: publish)
    }

    private enum Visibility: String {
        case hold = "tegenhouden"
        case release = "vrijgeven"
        case remove = "weghalen"
    }

    @Sendable private func askPublication(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await publicationPage(request, context, .fresh)
    }

    private func publicationPage(
        _ request: Request,
        _ context: SignedInContext,
        _ entered: SchemeEntered
    ) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        let page = try await KeepProjectPage(world: web.world).read(slug, by: context.fundMember)
        let entries = entered.entries(or: ["reden": page.publicationReason.map { [$0] } ?? []])
        let hold = Option(
            value: Visibility.hold.rawValue,
            label: "Houd de pagina tegen",
            description: "Niemand ziet de pagina, tot je haar weer vrijgeeft."
        )
        let release = Option(
            value: Visibility.release.rawValue,
            label: "Geef de pagina vrij",
            description: "Iedereen ziet de pagina weer."
        )
        let remove = Option(
            value: Visibility.remove.rawValue,
            label: "Haal de pagina weg",
            description: "De pagina komt niet terug. Op haar adres staat nog de naam en de dag."
        )
        let isRemoved = page.publication == .removed
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "De pagina van “\(page.name)”",
                    lead: "De pagina is nu: \(page.publication.dutchName).",
                    back: page.applicationReference.map { PageLink("Terug naar de aanvraag", "/fonds/aanvragen/\($0)") }
                        ?? PageLink("Terug naar de projecten", "/projecten"),
                    errors: entered.errors
                ),
                notices: entered.notices
                    + (isRemoved
                        ? [
                            Notice(
                                .info,
                                text: "Een pagina die is weggehaald, komt niet terug. Je kunt hier niets meer wijzigen."
                            )
                        ]
                        : []),
                action: "/fonds/projecten/\(page.slug)",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(page.version)")],
                groups: isRemoved
                    ? []
                    : [FormGroup(fields(page, [page.publication == .published ? hold : release, remove], entries))],
                buttons: isRemoved ? [] : [FormButton("Voer dit uit", isDanger: true)]
            ),
            context,
            status: entered.status,
            notice: web.notice(of: request)
        )
    }

    private func fields(
        _ page: ProjectPageStore.Row,
        _ options: [Option],
        _ entries: FormEntries
    ) -> [FormGroup.Part] {
        var fields: [FormGroup.Part] = [
            .choices(
                Choices(
                    name: "wat",
                    legend: "Wat doe je?",
                    kind: .radio,
                    options: options,
                    selected: entries.all("wat"),
                    error: entries.error("wat")
                )
            )
        ]
        fields.append(
            entries.area("reden", "Reden", "Alleen het fonds en de projectleider lezen dit.", isRequired: false)
        )
        if page.applicationReference != nil { fields.append(agreement(page.publication, entries)) }
        return fields
    }

    /// Only who takes a page out of sight talks about it first, and only where there is a project leader.
    private func agreement(_ publication: Publication, _ entries: FormEntries) -> FormGroup.Part {
        .choices(
            Choices(
                name: "zeker",
                legend: "Heb je het overlegd?",
                kind: .checkbox,
                options: [Option(value: "ja", label: "Ja, ik heb het overlegd met de projectleider")],
                selected: entries.all("zeker"),
                description: publication == .published ? nil : "Alleen nodig als je de pagina weghaalt.",
                error: entries.error("zeker"),
                isRequired: publication == .published
            )
        )
    }

    @Sendable private func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return try await web.keepingInput(context) { form in
            let what = form.choice("wat", Visibility.self, label: "Wat je doet")
            let reason = form.optionalText("reden", label: "De reden", maxLength: 1_000)
            let version = form.version()
            if what != .release, reason == nil { form.reject("reden", "Schrijf waarom.") }
            let page = try await KeepProjectPage(world: web.world).read(slug, by: context.fundMember)
            if what != .release, page.applicationReference != nil, !form.flag("zeker") {
                form.reject("zeker", "Overleg eerst met de projectleider, en zet dan dit vinkje.")
            }
            guard form.isValid, let what else { throw form.rejected }
            let publication: Publication =
                switch what {
                case .hold: .heldBack
                case .release: .published
                case .remove: .removed
                }
            let path = try await KeepProjectPage(world: web.world).publish(
                slug,
                version: version,
                as: publication,
                reason: reason,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await publicationPage(request, context, entered)
        }
    }
}
