import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/regios/{naam}/gereedschap`: draaiboek, forms, courses and shared supervisors, kept by the members in the region.
struct ToolboxController: Sendable {
    let web: WebServices

    private var shelf: RegionShelf { RegionShelf(web: web, segment: "gereedschap") }

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/regios/{naam}/gereedschap", use: tools)
        members.get("/regios/{naam}/gereedschap/nieuw", use: newTool)
        members.post("/regios/{naam}/gereedschap/nieuw", use: addTool)
        members.get("/regios/{naam}/gereedschap/{id}", use: editTool)
        members.post("/regios/{naam}/gereedschap/{id}", use: keepTool)
        members.post("/regios/{naam}/gereedschap/{id}/weg", use: removeTool)
    }

    @Sendable private func tools(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let region = try shelf.region(context)
        let url = shelf.url(region)
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let items = try await ToolboxStore.items(in: region.code, on: connection)
            let mayChange = try await shelf.keeps(region.code, context, on: connection)
            let sections = ToolboxKind.allCases.compactMap { kind -> NetworkSection? in
                let own = items.filter { $0.kind == kind }
                guard !own.isEmpty else { return nil }
                let hours = own.compactMap(\.hoursAWeek).reduce(0, +)
                return NetworkSection(
                    id: kind.rawValue.replacing("_", with: "-"),
                    title: kind.dutchName.capitalisedFirst,
                    text: kind == .supervisorPool && hours > 0
                        ? "Samen is er \(hours) uur begeleiding per week te delen." : "",
                    entries: own.map { entry($0, url, mayChange: mayChange) }
                )
            }
            return NetworkShowPage(
                header: PageHeader(
                    title: "Gereedschap van \(region.name)",
                    lead: "Draaiboek, formulieren, cursussen voor begeleiders, en begeleiding die praktijken delen.",
                    breadcrumbs: shelf.crumbs(region),
                    action: mayChange ? PageLink("Zet er iets bij", "\(url)/nieuw") : nil
                ),
                notices: items.isEmpty
                    ? [Notice(.info, title: "Nog leeg", text: "Deze regio heeft hier nog niets neergezet.")] : [],
                sections: sections,
                aside: [shelf.aside(region, "sociale-kaart", "Sociale kaart van \(region.name)", mayChange: mayChange)]
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    private func entry(_ item: ToolboxStore.Item, _ url: String, mayChange: Bool) -> NetworkEntry {
        let meta = [
            item.organisationName, item.hoursAWeek.map { "\($0) uur per week" }, shelf.phoneWords(item.phone),
            shelf.confirmed(item.confirmedOn),
        ]
        return NetworkEntry(
            link: mayChange
                ? PageLink(item.title, "\(url)/\(item.id.uuidString.lowercased())")
                : item.url.map { PageLink(item.title, $0) },
            title: item.title,
            meta: meta.compactMap(\.self).joined(separator: " · "),
            text: item.text,
            tags: shelf.old(item.confirmedOn) + Tag.fictional(item.isFictional)
        )
    }

    @Sendable private func newTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await toolPage(context, nil, Typed(stored: ["organisatie": [context.session.assignment?.scopeName ?? ""]]))
    }

    @Sendable private func editTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            _ = try await web.member(context)
            let item = try await tool(context)
            let stored = [
                "soort": item.kind.rawValue, "titel": item.title, "tekst": item.text, "link": item.url ?? "",
                "organisatie": item.organisationName, "telefoon": item.phone,
                "uren": item.hoursAWeek.map { "\($0)" } ?? "",
            ].mapValues { [$0] }
            return try await toolPage(context, item, Typed(stored: stored))
        }
    }

    @Sendable private func addTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveTool(context, isNew: true)
    }

    @Sendable private func keepTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveTool(context, isNew: false)
    }

    private func saveTool(_ context: SignedInContext, isNew: Bool) async throws -> Response {
        try await shelf.save(context, isNew: isNew) { form -> ToolboxStore.ItemDraft? in
            let kind = form.choice("soort", ToolboxKind.self, label: "Soort")
            let title = form.text("titel", label: "Titel", maxLength: 120)
            let text = form.optionalText("tekst", label: "Uitleg", maxLength: 2_000) ?? ""
            let url = form.link("link", label: "Link")
            let organisation = form.text("organisatie", label: "Organisatie", maxLength: 120)
            let phone = form.optionalPhone("telefoon", label: "Telefoon")
            let hours = form.optionalInt("uren", label: "Uren per week", in: 1...200)
            if kind == .supervisorPool, hours == nil {
                form.reject("uren", "Vul in hoeveel uur begeleiding per week jullie delen.")
            }
            if kind != .supervisorPool, hours != nil {
                form.reject("uren", "Uren vul je alleen in bij gedeelde begeleiding.")
            }
            guard let kind else { return nil }
            return ToolboxStore.ItemDraft(
                kind: kind,
                title: title,
                text: text,
                url: url,
                organisationName: organisation,
                phone: phone?.rawValue ?? "",
                hoursAWeek: hours
            )
        } again: { typed in
            try await toolPage(context, isNew ? nil : tool(context), typed)
        }
    }

    @Sendable private func removeTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await shelf.remove(context, ToolboxStore.ItemDraft.self)
    }

    private func tool(_ context: SignedInContext) async throws -> ToolboxStore.Item {
        let (region, id) = (try shelf.region(context), try shelf.thing(context))
        let found = try await web.world.database.transaction(as: context.session.acting) { connection in
            try await ToolboxStore.item(id, in: region.code, on: connection)
        }
        guard let found else { throw NotFound() }
        return found
    }

    private func toolPage(
        _ context: SignedInContext,
        _ item: ToolboxStore.Item?,
        _ typed: Typed
    ) async throws -> Response {
        let region = try shelf.region(context)
        let url = shelf.url(region)
        return try await shelf.keeperPage(context, region, typed) {
            NetworkFormPage(
                header: PageHeader(
                    title: item == nil ? "Zet er iets bij" : "Wijzig: \(item?.title ?? "")",
                    lead: "Iedereen ziet dit op de pagina van \(region.name).",
                    back: PageLink("Gereedschap van \(region.name)", url),
                    errors: typed.links
                ),
                form: NetworkForm(
                    action: item.map { "\(url)/\($0.id.uuidString.lowercased())" } ?? "\(url)/nieuw",
                    submissionID: web.newSubmission,
                    hidden: item.map { [HiddenField(name: "versie", value: "\($0.version)")] } ?? [],
                    fields: [
                        typed.choices(
                            "soort",
                            "Wat is het?",
                            .radio,
                            ToolboxKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) }
                        ), typed.text("titel", "Titel", width: .full), typed.area("tekst", "Uitleg", isRequired: false),
                        typed.text("link", "Link", "Waar staat het?", isRequired: false),
                        typed.text("organisatie", "Van welke organisatie?"),
                        typed.text("telefoon", "Telefoon", kind: .tel, isRequired: false),
                        typed.text(
                            "uren",
                            "Uren per week",
                            "Alleen bij gedeelde begeleiding: hoeveel uur is er te delen?",
                            kind: .number,
                            isRequired: false
                        ),
                    ],
                    button: item == nil ? "Zet het erbij" : "Bewaar: dit klopt vandaag"
                ),
                extra: item.map { shelf.remove("\(url)/\($0.id.uuidString.lowercased())/weg") }
            )
        }
    }
}
