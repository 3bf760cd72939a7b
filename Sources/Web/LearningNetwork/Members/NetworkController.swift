import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/leernetwerk`: what it is and what is new; for a member first what waits. The own membership, and who else is a member.
struct NetworkController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/leernetwerk", use: home)
        visitors.get("/leernetwerk/leden", use: index)
        members.get("/leernetwerk/lidmaatschap", use: edit)
        members.post("/leernetwerk/lidmaatschap", use: save)
        members.post("/leernetwerk/opzeggen", use: leave)
    }

    // MARK: Front page

    @Sendable private func home(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let today = web.world.today
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let member = try await own(context, on: connection)
            let meetings = try await MeetingStore.list(NetworkFilter(), today: today, limit: 5, on: connection)
            let questions = try await QuestionStore.list(NetworkFilter(), limit: 5, on: connection)
            let practices = try await GoodPracticeStore.newest(limit: 5, on: connection)
            var sections: [NetworkSection] = []
            if let member { sections.append(try await NetworkWorkList(web: web).section(for: member, on: connection)) }
            if context.acting.worksForFund, let left = try await NetworkWorkList(web: web).leftBehind(on: connection) {
                sections.append(left)
            }
            sections += [
                NetworkSection(
                    id: "bijeenkomsten",
                    title: "Bijeenkomsten die komen",
                    links: [PageLink("Alle bijeenkomsten", "/bijeenkomsten")],
                    entries: meetings.map { MeetingWords(web: web).entry($0) },
                    empty: EmptyState(
                        title: "Er staat nu geen bijeenkomst gepland",
                        text: "Leden kunnen er zelf een organiseren.",
                        action: PageLink("Kijk wat er geweest is", "/bijeenkomsten?periode=geweest")
                    )
                ),
                NetworkSection(
                    id: "vragen",
                    title: "Nieuwste vragen",
                    links: [PageLink("Alle vragen", "/vragen")],
                    entries: questions.map { question in
                        NetworkEntry(
                            link: PageLink(question.title, "/vragen/\(question.slug)"),
                            meta: QuestionWords(web: web).meta(question),
                            text: question.body.opening(),
                            tags: Tag.fictional(question.isFictional)
                        )
                    },
                    empty: EmptyState(
                        title: "Nog geen vragen",
                        text: "Heb jij een vraag aan de andere regio's?",
                        action: PageLink("Stel een vraag", "/vragen/nieuw")
                    )
                ),
                NetworkSection(
                    id: "praktijken",
                    title: "Nieuwste goede praktijken",
                    links: [PageLink("Alle goede praktijken", "/goede-praktijken")],
                    entries: practices.map { practice in
                        NetworkEntry(
                            link: PageLink(practice.name, "/goede-praktijken/\(practice.slug)"),
                            meta: "\(practice.organisationName), \(web.regionNames(practice.regions))",
                            text: practice.problem.opening(),
                            tags: Tag.fictional(practice.isFictional)
                        )
                    },
                    empty: EmptyState(
                        title: "Nog geen goede praktijken",
                        text: "Werkt er iets goed bij jou? Schrijf het op in tien minuten.",
                        action: PageLink("Schrijf een goede praktijk", "/goede-praktijken/nieuw")
                    )
                ),
            ]
            return NetworkShowPage(
                header: PageHeader(
                    title: "Leernetwerk",
                    lead: "Regio's die kandidaten voor de huisartsenzorg opleiden, leren hier van elkaar.",
                    breadcrumbs: [PageLink("Start", "/")],
                    action: member == nil
                        ? PageLink("Word lid", "/leernetwerk/lidmaatschap")
                        : PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                sections: sections,
                aside: [about(isMember: member != nil)]
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    private func own(_ context: VisitorContext, on connection: Connection) async throws -> MemberStore.Row? {
        guard let session = context.session,
            let member = try await MemberStore.own(session.staffMemberID, on: connection), member.leftAt == nil
        else { return nil }
        return member
    }

    private func about(isMember: Bool) -> NetworkSection {
        NetworkSection(
            id: "over",
            title: isMember ? "Jouw leernetwerk" : "Hoe doe je mee?",
            text: isMember
                ? "Klopt nog wat je weet en wat je zoekt? Dan vinden anderen je, en krijg jij de goede vragen."
                : "Iedereen mag hier lezen. Wie bij een regio, praktijk of school met Doorwijzer werkt, kan lid worden.\n"
                    + "Als lid stel je vragen, geef je antwoord en meld je je aan voor bijeenkomsten. "
                    + "Lid worden is gratis.\n"
                    + "Start je een project uit de stimuleringsregeling? Dan ben je meteen lid.",
            links: [
                isMember
                    ? PageLink("Mijn lidmaatschap", "/leernetwerk/lidmaatschap")
                    : PageLink("Word lid", "/leernetwerk/lidmaatschap"),
                PageLink("Wie doen er mee", "/leernetwerk/leden"),
                PageLink("Goede praktijken", "/goede-praktijken"), PageLink("Vragen", "/vragen"),
                PageLink("Bijeenkomsten", "/bijeenkomsten"),
            ]
        )
    }

    // MARK: Members

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let list = try NetworkList(Query(request), path: "/leernetwerk/leden", reference: web.reference)
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let isMember = try await own(context, on: connection) != nil
            let rows = try await MemberStore.list(
                list.filter,
                limit: NetworkList.pageSize,
                offset: list.offset,
                on: connection
            )
            let total = try await MemberStore.count(list.filter, on: connection)
            return NetworkListPage(
                header: PageHeader(
                    title: "Leden van het leernetwerk",
                    lead: isMember
                        ? "Alle leden. Wie niet openbaar wil staan, zien alleen leden."
                        : "Dit zijn de leden die hier openbaar willen staan. Leden zien iedereen.",
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                    action: isMember ? nil : PageLink("Word lid", "/leernetwerk/lidmaatschap")
                ),
                filters: list.filters(
                    summary: total == 1 ? "1 lid" : "\(Count.text(total)) leden",
                    searchLabel: "Naam, organisatie of onderwerp",
                    regions: try await MemberStore.counts(.region, list.filter, on: connection),
                    bottlenecks: try await MemberStore.counts(.bottleneck, list.filter, on: connection)
                ),
                cards: rows.map(card),
                empty: EmptyState(
                    title: "Geen lid dat hierbij past",
                    text: "Haal een filter weg, of stel je vraag aan iedereen.",
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                pagination: list.pagination(total: total, shown: rows.count, "leden")
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    private func card(_ row: MemberStore.Row) -> NetworkListPage.Card {
        let knows = [web.bottleneckNames(row.knowsAbout), row.knows].filter { !$0.isEmpty }.joined(separator: ". ")
        let seeks = [web.bottleneckNames(row.seeksAbout), row.seeks].filter { !$0.isEmpty }.joined(separator: ". ")
        return NetworkListPage.Card(
            title: row.name,
            url: nil,
            meta: [row.positionName, row.organisationName, web.regionNames(row.regions)].filter { !$0.isEmpty }
                .joined(separator: " · "),
            text: knows.isEmpty ? "Nog niet ingevuld wat dit lid weet." : "Weet van: \(knows)",
            foot: seeks.isEmpty ? nil : "Zoekt: \(seeks)",
            tags: (row.isListed ? [] : [Tag("alleen voor leden", .neutral)]) + Tag.fictional(row.isFictional)
        )
    }

    // MARK: Own membership

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await membership(
            context,
            notice: web.notice(of: request),
            back: ownPath(try Query(request).text("terug", maxLength: 2_000)),
            Typed()
        )
    }

    @Sendable private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let draft = MemberStore.Draft(
                positionName: form.optionalText("functie", label: "Functie", maxLength: 100) ?? "",
                knows: form.optionalText("weet", label: "Wat je weet", maxLength: 1_000) ?? "",
                seeks: form.optionalText("zoekt", label: "Wat je zoekt", maxLength: 1_000) ?? "",
                isListed: form.flag("openbaar"),
                wantsMail: form.flag("mail"),
                regions: form.regions("regio", label: "Regio's", required: true, web.reference),
                knowsAbout: form.bottlenecks("weet_van", label: "Onderwerpen", required: false, web.reference),
                seeksAbout: form.bottlenecks("zoekt_over", label: "Onderwerpen", required: false, web.reference)
            )
            let version = form.optionalInt("versie", label: "Versie", in: 1...Int(Int32.max))
            let submission = form.submissionID()
            try form.finish()
            let path = try await KeepMembership(world: web.world).save(
                draft,
                version: version,
                by: web.person(context),
                submission: submission
            )
            let back = ownPath(context.formData["terug"])
            return web.seeOther(back ?? path, notice: version == nil ? .networkJoined : .saved)
        } catch let error as Rejected {
            return try await membership(
                context,
                back: ownPath(context.formData["terug"]),
                Typed(context.formData, errors: error.fields)
            )
        } catch let error as Conflict where error.code == "changed" {
            let typed = Typed(context.formData, isStale: true)
            return try await membership(
                context,
                notice: typed.notice,
                back: ownPath(context.formData["terug"]),
                typed
            )
        }
    }

    @Sendable private func leave(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.networkLeft) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepMembership(world: web.world).leave(by: web.person(context), submission: submission)
        }
    }

    private func membership(
        _ context: SignedInContext,
        notice: Notice? = nil,
        back: String?,
        _ typed: Typed
    ) async throws -> Response {
        let found = try await web.world.database.transaction(as: context.session.acting) { connection in
            try await MemberStore.own(context.session.staffMemberID, on: connection)
        }
        let isMember = found.map { $0.leftAt == nil } ?? false
        var shown = typed
        if context.formData.pairs.isEmpty {
            shown = Typed(
                stored: [
                    "functie": [found?.positionName ?? ""], "weet": [found?.knows ?? ""],
                    "zoekt": [found?.seeks ?? ""], "openbaar": found?.isListed == true ? ["ja"] : [],
                    "mail": found?.wantsMail ?? true ? ["ja"] : [],
                    "regio": found?.regions.map(\.rawValue) ?? context.session.regionCode.map { [$0.rawValue] } ?? [],
                    "weet_van": found?.knowsAbout.map(\.rawValue) ?? [],
                    "zoekt_over": found?.seeksAbout.map(\.rawValue) ?? [],
                ]
            )
        }
        let form = NetworkForm(
            action: "/leernetwerk/lidmaatschap",
            submissionID: web.newSubmission,
            hidden: (found.map { [HiddenField(name: "versie", value: "\($0.version)")] } ?? [])
                + (back.map { [HiddenField(name: "terug", value: $0)] } ?? []),
            fields: [
                shown.text("functie", "Functie", "Bijvoorbeeld: praktijkmanager", isRequired: false),
                shown.choices("regio", "In welke regio's werk je?", .checkbox, web.regionOptions),
                shown.choices("weet_van", "Waar weet je van?", .checkbox, web.bottleneckOptions, isRequired: false),
                shown.area(
                    "weet",
                    "Vertel het in je eigen woorden",
                    "Bijvoorbeeld: wij delen een begeleider met vier praktijken.",
                    isRequired: false
                ),
                shown.choices(
                    "zoekt_over",
                    "Waar zoek je hulp bij?",
                    .checkbox,
                    web.bottleneckOptions,
                    isRequired: false
                ),
                shown.area("zoekt", "Wat wil je weten?", isRequired: false),
                shown.choices(
                    "openbaar",
                    "Mag iedereen je zien?",
                    .checkbox,
                    [Option(value: "ja", label: "Ja, zet mij openbaar in de ledenlijst")],
                    "Dan ziet iedereen op internet je naam, functie, organisatie, regio's en wat je hier schrijft. "
                        + "Zonder vinkje zien alleen leden dit. Je mailadres en telefoonnummer staan er nooit bij.",
                    isRequired: false
                ),
                shown.choices(
                    "mail",
                    "Wil je mail over vragen?",
                    .checkbox,
                    [Option(value: "ja", label: "Ja, mail mij vragen over wat ik weet")],
                    "Hoogstens één mail per dag, met alle nieuwe vragen bij elkaar.",
                    isRequired: false
                ),
            ],
            button: isMember ? "Bewaar mijn lidmaatschap" : "Word lid"
        )
        let page = NetworkFormPage(
            header: PageHeader(
                title: isMember ? "Mijn lidmaatschap" : "Word lid van het leernetwerk",
                lead: "Zeg wat je weet en wat je zoekt. Dan vinden andere regio's je.",
                breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                errors: shown.links
            ),
            form: form,
            extra: isMember
                ? NetworkSection(
                    id: "stoppen",
                    title: "Stoppen",
                    text: "Je bent dan geen lid meer. Je vragen en antwoorden blijven staan, zonder je naam. "
                        + "Je aanmeldingen voor bijeenkomsten vervallen.",
                    form: NetworkForm(
                        action: "/leernetwerk/opzeggen",
                        submissionID: web.newSubmission,
                        button: "Zeg mijn lidmaatschap op",
                        isSecondary: true
                    )
                ) : nil
        )
        return try web.page(page, context, status: shown.status, notice: notice)
    }
}
