import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/regios/{naam}/sociale-kaart`: which organisations there are and what for, kept by the members in the region.
struct SocialMapController: Sendable {
    let web: WebServices

    private var shelf: RegionShelf { RegionShelf(web: web, segment: "sociale-kaart") }

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/regios/{naam}/sociale-kaart", use: map)
        members.get("/regios/{naam}/sociale-kaart/nieuw", use: newEntry)
        members.post("/regios/{naam}/sociale-kaart/nieuw", use: addEntry)
        members.get("/regios/{naam}/sociale-kaart/{id}", use: editEntry)
        members.post("/regios/{naam}/sociale-kaart/{id}", use: keepEntry)
        members.post("/regios/{naam}/sociale-kaart/{id}/weg", use: removeEntry)
    }

    @Sendable private func map(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let region = try shelf.region(context)
        let url = shelf.url(region)
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let entries = try await ToolboxStore.entries(in: region.code, on: connection)
            let mayChange = try await shelf.keeps(region.code, context, on: connection)
            let sections = PartnerKind.allCases.compactMap { kind -> NetworkSection? in
                let own = entries.filter { $0.kind == kind }
                guard !own.isEmpty else { return nil }
                return NetworkSection(
                    id: kind.rawValue.replacing("_", with: "-"),
                    title: kind.dutchName.capitalisedFirst,
                    entries: own.map { entry in
                        NetworkEntry(
                            link: mayChange
                                ? PageLink(entry.name, "\(url)/\(entry.id.uuidString.lowercased())")
                                : entry.url.map { PageLink(entry.name, $0) },
                            title: entry.name,
                            meta: [shelf.phoneWords(entry.phone), shelf.confirmed(entry.confirmedOn)].compactMap(\.self)
                                .joined(separator: " · "),
                            text: entry.text,
                            tags: shelf.old(entry.confirmedOn) + Tag.fictional(entry.isFictional)
                        )
                    }
                )
            }
            return NetworkShowPage(
                header: PageHeader(
                    title: "Sociale kaart van \(region.name)",
                    lead: "Welke organisaties er zijn, en waarvoor je bij ze terechtkunt.",
                    breadcrumbs: shelf.crumbs(region),
                    action: mayChange ? PageLink("Zet een organisatie erbij", "\(url)/nieuw") : nil
                ),
                notices: entries.isEmpty
                    ? [Notice(.info, title: "Nog leeg", text: "Deze regio heeft hier nog niemand neergezet.")] : [],
                sections: sections,
                aside: [shelf.aside(region, "gereedschap", "Gereedschap van \(region.name)", mayChange: mayChange)]
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    @Sendable private func newEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await entryPage(context, nil, Typed())
    }

    @Sendable private func editEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            _ = try await web.member(context)
            let entry = try await mapEntry(context)
            let stored = [
                "naam": entry.name, "soort": entry.kind.rawValue, "tekst": entry.text, "link": entry.url ?? "",
                "telefoon": entry.phone,
            ].mapValues { [$0] }
            return try await entryPage(context, entry, Typed(stored: stored))
        }
    }

    @Sendable private func addEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveEntry(context, isNew: true)
    }

    @Sendable private func keepEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveEntry(context, isNew: false)
    }

    private func saveEntry(_ context: SignedInContext, isNew: Bool) async throws -> Response {
        try await shelf.save(context, isNew: isNew) { form -> ToolboxStore.EntryDraft? in
            let name = form.text("naam", label: "Naam", maxLength: 120)
            let kind = form.choice("soort", PartnerKind.self, label: "Soort organisatie")
            let text = form.text("tekst", label: "Waarvoor kun je er terecht", maxLength: 1_000)
            let url = form.link("link", label: "Website")
            let phone = form.optionalPhone("telefoon", label: "Telefoon")
            guard let kind else { return nil }
            return ToolboxStore.EntryDraft(name: name, kind: kind, text: text, url: url, phone: phone?.rawValue ?? "")
        } again: { typed in
            try await entryPage(context, isNew ? nil : mapEntry(context), typed)
        }
    }

    @Sendable private func removeEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await shelf.remove(context, ToolboxStore.EntryDraft.self)
    }

    private func mapEntry(_ context: SignedInContext) async throws -> ToolboxStore.Entry {
        let (region, id) = (try shelf.region(context), try shelf.thing(context))
        let found = try await web.world.database.transaction(as: context.session.acting) { connection in
            try await ToolboxStore.entry(id, in: region.code, on: connection)
        }
        guard let found else { throw NotFound() }
        return found
    }

    private func entryPage(
        _ context: SignedInContext,
        _ entry: ToolboxStore.Entry?,
        _ typed: Typed
    ) async throws -> Response {
        let region = try shelf.region(context)
        let url = shelf.url(region)
        return try await shelf.keeperPage(context, region, typed) {
            NetworkFormPage(
                header: PageHeader(
                    title: entry == nil ? "Zet een organisatie erbij" : "Wijzig: \(entry?.name ?? "")",
                    lead: "Iedereen ziet dit op de sociale kaart van \(region.name).",
                    back: PageLink("Sociale kaart van \(region.name)", url),
                    errors: typed.links
                ),
                text: "Noem een nummer van de organisatie, niet van een persoon.",
                form: NetworkForm(
                    action: entry.map { "\(url)/\($0.id.uuidString.lowercased())" } ?? "\(url)/nieuw",
                    submissionID: web.newSubmission,
                    hidden: entry.map { [HiddenField(name: "versie", value: "\($0.version)")] } ?? [],
                    fields: [
                        typed.text("naam", "Naam"),
                        typed.select(
                            "soort",
                            "Soort organisatie",
                            PartnerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) }
                        ), typed.area("tekst", "Waarvoor kun je er terecht?"),
                        typed.text("link", "Website", isRequired: false),
                        typed.text("telefoon", "Telefoon", kind: .tel, isRequired: false),
                    ],
                    button: entry == nil ? "Zet de organisatie erbij" : "Bewaar: dit klopt vandaag"
                ),
                extra: entry.map { shelf.remove("\(url)/\($0.id.uuidString.lowercased())/weg") }
            )
        }
    }
}
