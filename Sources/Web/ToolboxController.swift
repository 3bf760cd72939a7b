import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Pages
import Postgres
import Store

/// `/regios/{naam}/gereedschap` and `/regios/{naam}/sociale-kaart`: kept by the members who work in the region.
struct ToolboxController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/regios/{naam}/gereedschap", use: tools)
        members.get("/regios/{naam}/gereedschap/nieuw", use: newTool)
        members.post("/regios/{naam}/gereedschap/nieuw", use: addTool)
        members.get("/regios/{naam}/gereedschap/{id}", use: editTool)
        members.post("/regios/{naam}/gereedschap/{id}", use: keepTool)
        members.post("/regios/{naam}/gereedschap/{id}/weg", use: removeTool)
        visitors.get("/regios/{naam}/sociale-kaart", use: map)
        members.get("/regios/{naam}/sociale-kaart/nieuw", use: newEntry)
        members.post("/regios/{naam}/sociale-kaart/nieuw", use: addEntry)
        members.get("/regios/{naam}/sociale-kaart/{id}", use: editEntry)
        members.post("/regios/{naam}/sociale-kaart/{id}", use: keepEntry)
        members.post("/regios/{naam}/sociale-kaart/{id}/weg", use: removeEntry)
    }

    private func region(_ slug: String?) throws -> ReferenceStore.Region {
        guard let slug, let region = web.reference.region(slug: slug) else { throw NotFound() }
        return region
    }

    /// Whether who looks keeps this region.
    private func keeps(_ region: RegionCode, _ context: VisitorContext, on connection: Connection) async throws -> Bool
    {
        guard let session = context.session,
            let member = try await MemberStore.own(session.staffMemberID, on: connection), member.leftAt == nil
        else { return false }
        return member.regions.contains(region)
    }

    private func crumbs(_ region: ReferenceStore.Region) -> [PageLink] {
        [PageLink("Regio's", "/regios"), PageLink(region.name, "/regios/\(region.slug)")]
    }

    private func confirmed(_ day: CalendarDate) -> String { "Bevestigd op \(day.dutchShort(seenOn: web.world.today))" }

    private func old(_ day: CalendarDate) -> [Tag] {
        day < web.world.today.adding(months: -12) ? [Tag("lang niet bevestigd", .waiting)] : []
    }

    private static func phoneWords(_ phone: String) -> String? {
        phone.isEmpty ? nil : "Telefoon \(PhoneNumber(phone)?.description ?? phone)"
    }

    // MARK: Toolbox

    @Sendable private func tools(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let region = try region(context.parameters.get("naam"))
        let url = "/regios/\(region.slug)/gereedschap"
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let items = try await ToolboxStore.items(in: region.code, on: connection)
            let mayChange = try await keeps(region.code, context, on: connection)
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
                    breadcrumbs: crumbs(region),
                    action: mayChange ? PageLink("Zet er iets bij", "\(url)/nieuw") : nil
                ),
                notices: items.isEmpty
                    ? [Notice(.info, title: "Nog leeg", text: "Deze regio heeft hier nog niets neergezet.")] : [],
                sections: sections,
                aside: [aside(region, "sociale-kaart", "Sociale kaart van \(region.name)", mayChange: mayChange)]
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    private func aside(
        _ region: ReferenceStore.Region,
        _ other: String,
        _ label: String,
        mayChange: Bool
    ) -> NetworkSection {
        NetworkSection(
            id: "bijhouden",
            title: "Wie houdt dit bij?",
            text: mayChange
                ? "Jij en de andere leden die in \(region.name) werken."
                : "De leden van het leernetwerk die in \(region.name) werken.",
            links: [
                PageLink(label, "/regios/\(region.slug)/\(other)"),
                PageLink("Leden in \(region.name)", "/leernetwerk/leden?regio=\(region.code)"),
                PageLink("Terug naar \(region.name)", "/regios/\(region.slug)"),
            ]
        )
    }

    private func entry(_ item: ToolboxStore.Item, _ url: String, mayChange: Bool) -> NetworkEntry {
        let meta = [
            item.organisationName, item.hoursAWeek.map { "\($0) uur per week" }, Self.phoneWords(item.phone),
            confirmed(item.confirmedOn),
        ]
        return NetworkEntry(
            link: mayChange
                ? PageLink(item.title, "\(url)/\(item.id.uuidString.lowercased())")
                : item.url.map { PageLink(item.title, $0) },
            title: item.title,
            meta: meta.compactMap(\.self).joined(separator: " · "),
            text: item.text,
            tags: old(item.confirmedOn)
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
        let region = try region(context.parameters.get("naam"))
        do {
            return try await web.asMember(.saved) {
                var form = Form(context.formData)
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
                let version = isNew ? 1 : form.shownVersion()
                let submission = form.submissionID()
                guard form.isValid, let kind, let version else { throw form.rejected }
                return try await KeepToolbox(world: web.world).save(
                    ToolboxStore.ItemDraft(
                        kind: kind,
                        title: title,
                        text: text,
                        url: url,
                        organisationName: organisation,
                        phone: phone?.rawValue ?? "",
                        hoursAWeek: hours
                    ),
                    existing: isNew ? nil : (try thing(context), version),
                    in: region.code,
                    path: "/regios/\(region.slug)/gereedschap",
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await web.forMembers(context) {
                _ = try await web.member(context)
                return try await toolPage(
                    context,
                    isNew ? nil : tool(context),
                    Typed(context.formData, errors: error.fields)
                )
            }
        }
    }

    @Sendable private func removeTool(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let region = try region(context.parameters.get("naam"))
        return try await web.asMember(.removed) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepToolbox(world: web.world).removeItem(
                thing(context),
                in: region.code,
                path: "/regios/\(region.slug)/gereedschap",
                by: web.person(context),
                submission: submission
            )
        }
    }

    private func thing(_ context: SignedInContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        return id
    }

    private func tool(_ context: SignedInContext) async throws -> ToolboxStore.Item {
        let (region, id) = (try region(context.parameters.get("naam")), try thing(context))
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
        let region = try region(context.parameters.get("naam"))
        let url = "/regios/\(region.slug)/gereedschap"
        return try await keeperPage(context, region, typed) {
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
                extra: item.map { remove("\(url)/\($0.id.uuidString.lowercased())/weg") }
            )
        }
    }

    private func remove(_ action: String) -> NetworkSection {
        NetworkSection(
            id: "weg",
            title: "Niet meer nodig?",
            form: NetworkForm(
                action: action,
                submissionID: web.newSubmission,
                button: "Haal dit weg",
                isSecondary: true
            )
        )
    }

    /// A form for who keeps this region; others read how to become so.
    private func keeperPage(
        _ context: SignedInContext,
        _ region: ReferenceStore.Region,
        _ typed: Typed,
        _ page: () -> NetworkFormPage
    ) async throws -> Response {
        try await web.forMembers(context) {
            let member = try await web.member(context)
            guard member.regions.contains(region.code) else {
                return try web.page(
                    NetworkFormPage(
                        header: PageHeader(
                            title: "Dit houden leden uit \(region.name) bij",
                            lead: "Werk je in deze regio? Zet de regio dan bij je lidmaatschap.",
                            back: PageLink(region.name, "/regios/\(region.slug)"),
                            action: PageLink("Mijn lidmaatschap", "/leernetwerk/lidmaatschap")
                        ),
                        form: nil
                    ),
                    context
                )
            }
            return try web.page(page(), context, status: typed.status)
        }
    }

    // MARK: Social map

    @Sendable private func map(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let region = try region(context.parameters.get("naam"))
        let url = "/regios/\(region.slug)/sociale-kaart"
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let entries = try await ToolboxStore.entries(in: region.code, on: connection)
            let mayChange = try await keeps(region.code, context, on: connection)
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
                            meta: [Self.phoneWords(entry.phone), confirmed(entry.confirmedOn)].compactMap(\.self)
                                .joined(separator: " · "),
                            text: entry.text,
                            tags: old(entry.confirmedOn)
                        )
                    }
                )
            }
            return NetworkShowPage(
                header: PageHeader(
                    title: "Sociale kaart van \(region.name)",
                    lead: "Welke organisaties er zijn, en waarvoor je bij ze terechtkunt.",
                    breadcrumbs: crumbs(region),
                    action: mayChange ? PageLink("Zet een organisatie erbij", "\(url)/nieuw") : nil
                ),
                notices: entries.isEmpty
                    ? [Notice(.info, title: "Nog leeg", text: "Deze regio heeft hier nog niemand neergezet.")] : [],
                sections: sections,
                aside: [aside(region, "gereedschap", "Gereedschap van \(region.name)", mayChange: mayChange)]
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
        let region = try region(context.parameters.get("naam"))
        do {
            return try await web.asMember(.saved) {
                var form = Form(context.formData)
                let name = form.text("naam", label: "Naam", maxLength: 120)
                let kind = form.choice("soort", PartnerKind.self, label: "Soort organisatie")
                let text = form.text("tekst", label: "Waarvoor kun je er terecht", maxLength: 1_000)
                let url = form.link("link", label: "Website")
                let phone = form.optionalPhone("telefoon", label: "Telefoon")
                let version = isNew ? 1 : form.shownVersion()
                let submission = form.submissionID()
                guard form.isValid, let kind, let version else { throw form.rejected }
                return try await KeepToolbox(world: web.world).save(
                    ToolboxStore.EntryDraft(name: name, kind: kind, text: text, url: url, phone: phone?.rawValue ?? ""),
                    existing: isNew ? nil : (try thing(context), version),
                    in: region.code,
                    path: "/regios/\(region.slug)/sociale-kaart",
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await web.forMembers(context) {
                _ = try await web.member(context)
                return try await entryPage(
                    context,
                    isNew ? nil : mapEntry(context),
                    Typed(context.formData, errors: error.fields)
                )
            }
        }
    }

    @Sendable private func removeEntry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let region = try region(context.parameters.get("naam"))
        return try await web.asMember(.removed) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepToolbox(world: web.world).removeEntry(
                thing(context),
                in: region.code,
                path: "/regios/\(region.slug)/sociale-kaart",
                by: web.person(context),
                submission: submission
            )
        }
    }

    private func mapEntry(_ context: SignedInContext) async throws -> ToolboxStore.Entry {
        let (region, id) = (try region(context.parameters.get("naam")), try thing(context))
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
        let region = try region(context.parameters.get("naam"))
        let url = "/regios/\(region.slug)/sociale-kaart"
        return try await keeperPage(context, region, typed) {
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
                extra: entry.map { remove("\(url)/\($0.id.uuidString.lowercased())/weg") }
            )
        }
    }
}
