import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/goede-praktijken`: the list, one practice for whoever looks, and the second reader.
struct GoodPracticeController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/goede-praktijken", use: index)
        visitors.get("/goede-praktijken/{naam}", use: show)
        members.post("/goede-praktijken/{naam}/besluit", use: decide)
        members.post("/goede-praktijken/{naam}/bevestigen", use: confirm)
        members.post("/goede-praktijken/{naam}/intrekken", use: retire)
    }

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let query = try Query(request)
        let list = try NetworkList(query, path: "/goede-praktijken", extra: ["vorm"], reference: web.reference)
        if try NetworkList.isFeed(query) { return try await feed(list) }
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let rows = try await GoodPracticeStore.list(
                list.filter,
                limit: NetworkList.pageSize,
                offset: list.offset,
                on: connection
            )
            let total = try await GoodPracticeStore.count(list.filter, on: connection)
            return NetworkListPage(
                header: PageHeader(
                    title: "Goede praktijken",
                    lead: "Wat werkt, wat het kostte en wat niet lukte. Een tweede lid las elke tekst mee.",
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                    action: PageLink("Schrijf een goede praktijk", "/goede-praktijken/nieuw")
                ),
                filters: list.filters(
                    summary: total == 1 ? "1 goede praktijk" : "\(Count.text(total)) goede praktijken",
                    searchLabel: "Waar gaat het over?",
                    regions: try await GoodPracticeStore.counts(.region, list.filter, on: connection),
                    bottlenecks: try await GoodPracticeStore.counts(.bottleneck, list.filter, on: connection),
                    downloads: [PageLink("Volg deze lijst (Atom-feed)", list.feedPath)]
                ),
                cards: rows.map { row in
                    NetworkListPage.Card(
                        title: row.name,
                        url: "/goede-praktijken/\(row.slug)",
                        meta: [row.organisationName, web.regionNames(row.regions)].filter { !$0.isEmpty }
                            .joined(separator: " · "),
                        text: row.problem.opening(),
                        foot: CopyWords.count(row.copies),
                        tags: (isOld(row) ? [Tag("lang niet bevestigd", .waiting)] : [])
                            + Tag.fictional(row.isFictional)
                            + (row.unreadSince == nil ? [] : [Self.unread])
                    )
                },
                empty: EmptyState(
                    title: "Geen goede praktijk die hierbij past",
                    text: "Haal een filter weg, of vraag het aan het leernetwerk.",
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                pagination: list.pagination(total: total, shown: rows.count, "goede praktijken")
            )
        }
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [list.alternate("Goede praktijken")]
        )
    }

    /// The list for whoever follows it. Public only: who asks is not looked at.
    private func feed(_ list: NetworkList) async throws -> Response {
        var filter = list.filter
        filter.isFollowed = true
        let rows = try await web.world.database.transaction(as: .visitor) { connection in
            try await GoodPracticeStore.list(filter, limit: NetworkList.feedReach, on: connection)
        }
        let export = NetworkExport(reference: web.reference, origin: web.world.publicOrigin)
        return .data(
            "application/atom+xml; charset=utf-8",
            export.practices(
                rows,
                title: list.feedTitle("Goede praktijken"),
                path: list.pagePath,
                feedPath: list.feedPath
            )
        )
    }

    /// A practice with words that nobody but their writer has read.
    static let unread = Tag("gewijzigd, nog niet nagelezen", .waiting)

    /// Not confirmed for more than a year.
    func isOld(_ row: GoodPracticeStore.Row) -> Bool {
        row.confirmedOn.map { $0 < web.world.today.adding(months: -12) } ?? true
    }

    // MARK: One practice

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return try await page(
            slug,
            context,
            context.session?.staffMemberID,
            context.acting,
            Typed(),
            web.notice(of: request)
        )
    }

    private func page(
        _ slug: String,
        _ context: some PageContext,
        _ staffMember: StaffMember.ID?,
        _ acting: Acting,
        _ typed: Typed,
        _ notice: Notice? = nil,
        changed: Conflict? = nil
    ) async throws -> Response {
        let (page, linked) = try await web.world.database.transaction(as: acting) { connection in
            guard let row = try await GoodPracticeStore.find(slug: slug, on: connection) else { throw NotFound() }
            var member: MemberStore.Row?
            if let staffMember { member = try await MemberStore.own(staffMember, on: connection) }
            if member?.leftAt != nil { member = nil }
            let links = try await GoodPracticeStore.links(of: row.id, on: connection)
            let copies = try await CopyStore.list(of: .goodPractice(row.id), on: connection)
            let questions = try await QuestionStore.list(about: .goodPractice(row.id), limit: 20, on: connection)
            let keeps = member.map { [row.authorID, row.contactID].contains($0.id) } ?? false
            let held = try await TakeDownStore.reasons(.goodPractice, [row.id.rawValue], on: connection)[
                row.id.rawValue
            ]
            let url = "/goede-praktijken/\(slug)"
            var sections = text(row)
            if let member, row.mayBeRead(by: member.id) { sections.append(reading(row, typed)) }
            if row.state == .published || !copies.isEmpty {
                sections.append(
                    CopyWords(web: web).section(
                        copies,
                        of: url,
                        member: member,
                        isOpen: row.state == .published && held == nil && !keeps
                            && member?.isAt(row.organisationName) != true,
                        held: try await TakeDownStore.reasons(.copy, copies.map(\.id), on: connection),
                        worksForFund: acting.worksForFund
                    )
                )
                sections.append(
                    QuestionWords(web: web).section(
                        questions,
                        ask: "/vragen/nieuw?praktijk=\(slug)",
                        isOpen: row.state == .published
                    )
                )
            }
            let page = NetworkShowPage(
                header: PageHeader(
                    title: row.name,
                    breadcrumbs: [
                        PageLink("Leernetwerk", "/leernetwerk"), PageLink("Goede praktijken", "/goede-praktijken"),
                    ],
                    action: (keeps || (acting.worksForFund && row.hasNobody)) && row.state != .retired
                        ? PageLink("Wijzig de tekst", "\(url)/wijzigen") : nil,
                    tags: (row.state != .published
                        ? [Tag(row.state.dutchName, .waiting)] : row.unreadSince == nil ? [] : [Self.unread])
                        + Tag.fictional(row.isFictional),
                    errors: typed.links
                ),
                notices: (held.map { [TakeDownWords.notice($0)] } ?? [])
                    + (acting.worksForFund && row.hasNobody ? [Self.orphaned] : [])
                    + (changed.map { [Notice(.warning, title: "Intussen gewijzigd", text: $0.message)] } ?? [])
                    + notices(row, keeps: keeps),
                facts: facts(row),
                sections: sections,
                aside: aside(row, links, keeps: keeps, url)
                    + TakeDownWords.section(row, isHeld: held != nil, worksForFund: acting.worksForFund),
                asideLabel: "Meer over deze praktijk"
            )
            return (page, LinkedPractice(row, web: web))
        }
        return try web.page(
            page,
            context,
            status: changed == nil ? typed.status : .conflict,
            notice: notice,
            linkedData: try linked.map { try LinkedData($0) }
        )
    }

    private func text(_ row: GoodPracticeStore.Row) -> [NetworkSection] {
        [
            ("probleem", "Het probleem", row.problem), ("aanpak", "De aanpak", row.approach),
            ("nodig", "Wat het kostte", row.took), ("resultaat", "Het resultaat", row.result),
            ("niet-gelukt", "Wat niet lukte", row.didNotWork),
        ].filter { !$0.2.isEmpty }.map { NetworkSection(id: $0.0, title: $0.1, text: $0.2) }
    }

    private func facts(_ row: GoodPracticeStore.Row) -> Facts {
        var facts = [Fact("Organisatie", row.organisationName)]
        if !row.regions.isEmpty { facts.append(Fact("Regio", web.regionNames(row.regions))) }
        if !row.bottlenecks.isEmpty { facts.append(Fact("Knelpunt", web.bottleneckNames(row.bottlenecks))) }
        if let contact = row.contactName { facts.append(Fact("Contactpersoon", contact)) }
        if row.state == .published, let day = row.confirmedOn { facts.append(Fact("Bevestigd op", day.dutchLong)) }
        if !row.source.isEmpty {
            facts.append(Fact("Bron", row.source, url: row.source.hasPrefix("https://") ? row.source : nil))
        }
        return Facts(facts)
    }

    /// For the second reader.
    private func reading(_ row: GoodPracticeStore.Row, _ typed: Typed) -> NetworkSection {
        let isChange = row.unreadSince != nil
        return NetworkSection(
            id: "meelezen",
            title: isChange ? "Lees de wijziging mee" : "Lees mee",
            text: "Is het duidelijk, en kan een andere regio hiermee aan de slag? Keur de tekst dan goed. "
                + (isChange
                    ? "Mist er iets? Schrijf wat. De schrijver leest het, en de tekst blijft openbaar."
                    : "Mist er iets? Schrijf wat, dan gaat de tekst terug naar de schrijver."),
            form: NetworkForm(
                action: "/goede-praktijken/\(row.slug)/besluit",
                submissionID: web.newSubmission,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                fields: [typed.area("opmerking", "Opmerking voor de schrijver", isRequired: false)],
                button: isChange ? "Keur de wijziging goed" : "Keur goed en maak openbaar",
                other: .init(
                    isChange ? "Stuur mijn opmerking" : "Stuur terug met mijn opmerking",
                    name: "besluit",
                    value: "terug"
                )
            )
        )
    }

    private func aside(
        _ row: GoodPracticeStore.Row,
        _ links: [GoodPracticeStore.Link],
        keeps: Bool,
        _ url: String
    ) -> [NetworkSection] {
        var aside: [NetworkSection] = []
        if !links.isEmpty {
            aside.append(
                NetworkSection(
                    id: "links",
                    title: "Meer lezen en zien",
                    entries: links.map { NetworkEntry(link: PageLink($0.title, $0.url), meta: $0.kind.dutchName) }
                )
            )
        }
        if keeps, row.state == .published {
            aside.append(
                NetworkSection(
                    id: "bevestigen",
                    title: "Klopt dit nog?",
                    text: "Eén keer per jaar vragen we dit. Zo weet iedereen dat de tekst nog klopt.",
                    form: NetworkForm(
                        action: "\(url)/bevestigen",
                        submissionID: web.newSubmission,
                        button: "Ja, dit klopt nog"
                    )
                )
            )
        }
        if keeps, row.state != .retired {
            aside.append(
                NetworkSection(
                    id: "intrekken",
                    title: "Niet meer in gebruik?",
                    text: "Dan halen we de tekst uit de lijst. Alleen jij ziet hem dan nog.",
                    form: NetworkForm(
                        action: "\(url)/intrekken",
                        submissionID: web.newSubmission,
                        button: "Haal deze praktijk uit de lijst",
                        isSecondary: true
                    )
                )
            )
        }
        return aside
    }

    // MARK: Deciding

    @Sendable private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let isGood = context.formData["besluit"] != "terug"
        do {
            return try await web.asMember(isGood ? .practicePublished : .practiceReturned) {
                var form = Form(context.formData)
                let remark = form.optionalText("opmerking", label: "Opmerking", maxLength: 2_000)
                if !isGood, remark == nil {
                    form.reject("opmerking", "Schrijf wat er beter kan. De schrijver leest dit.")
                }
                let (version, submission) = (form.shownVersion(), form.submissionID())
                guard form.isValid, let version else { throw form.rejected }
                return try await KeepGoodPractices(world: web.world).decide(
                    context.slug,
                    isGood: isGood,
                    remark: remark,
                    version: version,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await page(
                context.slug,
                context,
                context.session.staffMemberID,
                context.session.acting,
                Typed(context.formData, errors: error.fields)
            )
        } catch let error as Conflict where error.reason == .change {
            // What was written for the author stays in the form, under the text as it is now.
            return try await page(
                context.slug,
                context,
                context.session.staffMemberID,
                context.session.acting,
                Typed(context.formData),
                changed: error
            )
        }
    }

    @Sendable private func confirm(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.practiceConfirmed) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepGoodPractices(world: web.world).confirm(
                context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }

    @Sendable private func retire(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.practiceRetired) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepGoodPractices(world: web.world).retire(
                context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }
}
