import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/subsidie/aanvragen`: a project leader's applications, from draft to decision.
struct ApplicationController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen", use: index)
        leaders.get("/subsidie/aanvragen/nieuw", use: askNew)
        leaders.post("/subsidie/aanvragen/nieuw", use: begin)
        leaders.get("/subsidie/aanvragen/{kenmerk}", use: show)
        leaders.get("/subsidie/aanvragen/{kenmerk}/controle", use: check)
        leaders.post("/subsidie/aanvragen/{kenmerk}/controle", use: submit)
        leaders.get("/subsidie/aanvragen/{kenmerk}/ontvangst", use: receipt)
        leaders.get("/subsidie/aanvragen/{kenmerk}/brief", use: letter)
    }

    // MARK: The own list

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let leader = try context.projectLeader
        let rows = try await web.world.database.transaction(as: leader.acting) { connection in
            try await ApplicationStore.list(on: connection)
        }
        let steps = rows.map { (row: $0, next: NextStep($0, web: web)) }
        func group(_ phase: NextStep.Phase) -> [ApplicationListPage.Row] {
            steps.filter { $0.next.phase == phase }.map { $0.next.line($0.row, web: web) }
        }
        let begin = PageLink("Begin een aanvraag", "/subsidie/aanvragen/nieuw")
        var groups = [
            ApplicationListPage.Group(
                "Wacht op jou",
                group(.leader),
                empty: EmptyState(
                    title: "Er wacht niets op jou",
                    text:
                        "Heb je een plan voor je regio? Begin een aanvraag. Je kunt altijd stoppen en later verdergaan.",
                    action: begin
                )
            )
        ]
        for (title, phase) in [("Loopt, of ligt bij het fonds", NextStep.Phase.busy), ("Afgesloten", .closed)] {
            let lines = group(phase)
            if !lines.isEmpty { groups.append(ApplicationListPage.Group(title, lines)) }
        }
        return try web.page(
            ApplicationListPage(
                header: PageHeader(
                    title: "Je aanvragen",
                    lead: "De aanvragen van je organisatie voor de stimuleringsregeling, met wat je nu kunt doen.",
                    breadcrumbs: [PageLink("Start", "/"), PageLink("Stimuleringsregeling", "/subsidie")],
                    action: begin
                ),
                groups: groups,
                links: [PageLink("De regels van de regeling", "/subsidie")]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    // MARK: A new one

    @Sendable private func askNew(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await newPage(context, .fresh)
    }

    @Sendable private func begin(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let name = form.text("naam", label: "Naam van het project", maxLength: 120)
            let year = form.int("jaar", label: "Jaar", in: 2015...2100)
            guard form.isValid else { throw form.rejected }
            let path = try await ApplyForGrant(world: web.world).begin(
                name: name,
                year: year,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path)
        } again: { entered in
            try await newPage(context, entered)
        }
    }

    private func newPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let today = web.world.today
        let years = try await web.world.database.transaction(as: .visitor) { connection in
            try await SchemeStore.years(on: connection)
        }.filter { $0.rules.closesOn >= today }
        let entries = entered.entries(or: ["jaar": years.last.map { ["\($0.rules.year)"] } ?? []])
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Een aanvraag beginnen",
                    lead: "Alleen een naam is genoeg om te beginnen. De rest vul je in vijf stappen in.",
                    back: PageLink("Terug naar je aanvragen", "/subsidie/aanvragen"),
                    errors: entered.errors
                ),
                notices: years.isEmpty
                    ? [Notice(.warning, text: "Er is nu geen jaar waarvoor je kunt aanvragen. Kijk later nog eens.")]
                    : [],
                action: "/subsidie/aanvragen/nieuw",
                submissionID: web.freshID,
                groups: [
                    FormGroup([
                        .text(
                            TextField(
                                name: "naam",
                                label: "Naam van het project",
                                value: entries.value("naam"),
                                description: "Zo komt het op de openbare pagina, bijvoorbeeld: Stagebureau Twente",
                                error: entries.error("naam"),
                                width: .full
                            )
                        ),
                        .select(
                            SelectField(
                                name: "jaar",
                                label: "Jaar van de regeling",
                                options: years.map { year in
                                    Option(
                                        value: "\(year.rules.year)",
                                        label: "\(year.rules.year), nog \(max(year.left, .zero).text) over"
                                    )
                                },
                                selected: entries.value("jaar"),
                                error: entries.error("jaar")
                            )
                        ),
                    ])
                ],
                buttons: [FormButton("Begin de aanvraag")]
            ),
            context,
            status: entered.status
        )
    }

    // MARK: Show

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        let row = file.row
        let next = NextStep(row, web: web)
        let again = try await ApplicationCopyController(web: web).section(row)
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: row.name,
                    lead: next.text,
                    back: PageLink("Terug naar je aanvragen", "/subsidie/aanvragen"),
                    action: next.action,
                    tags: row.tags
                ),
                notices: row.partnerNotices,
                sections: sections(file) + [again].compactMap(\.self)
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    private func sections(_ file: ApplicationFile) -> [SheetSection] {
        let row = file.row
        let reading = ApplicationSections(web: web, row: row, content: file.content)
        var sections = [standing(row)]
        if row.submittedAt != nil {
            let answer = row.state == .asked ? [SheetAction("Geef antwoord", "\(row.path)/antwoord")] : []
            sections.append(.questions(file.questions, web: web, actions: answer))
        }
        if row.granted != nil {
            let mayReport = row.state == .running && !row.hasFinalReport
            let report = [
                SheetAction("Schrijf een tussenverslag", "\(row.path)/verslag/tussen", isSecondary: true),
                SheetAction("Schrijf het eindverslag", "\(row.path)/verslag/eind", isSecondary: true),
            ]
            sections.append(.reports(file.reports, web: web, actions: mayReport ? report : []))
        }
        sections += reading.reading
        let mayChange = [ApplicationState.submitted, .waiting, .granted, .running].contains(row.state)
        let change = SheetAction("Wijzig de partners", "\(row.path)/partners", isSecondary: true)
        sections.append(reading.partners(actions: mayChange ? [change] : []))
        sections.append(.history(file.events, web: web))
        return sections
    }

    private func standing(_ row: ApplicationStore.Row) -> SheetSection {
        var facts = [
            Fact("Kenmerk", row.reference.text), Fact("Jaar", "\(row.year)"), Fact("Stand", row.state.dutchName),
            Fact("Contactpersoon", row.leaderName),
        ]
        if let submitted = row.submittedAt { facts.append(Fact("Ingediend", web.day(submitted))) }
        if let decided = row.decidedAt { facts.append(Fact("Besluit", web.day(decided))) }
        if let granted = row.granted { facts.append(Fact("Toegekend", granted.text)) }
        if let slug = row.projectSlug {
            facts.append(Fact("Pagina", "Bekijk de projectpagina", url: "/projecten/\(slug)"))
        }
        var actions: [SheetAction] = []
        if row.state.isOpenToApplicant {
            actions.append(SheetAction("Wijzig de aanvraag", "\(row.path)/stap/1", isSecondary: true))
        }
        if row.state == .draft { actions.append(SheetAction("Controleer en dien in", "\(row.path)/controle")) }
        if row.submittedAt != nil {
            actions.append(SheetAction("Ontvangstbewijs", "\(row.path)/ontvangst", isSecondary: true))
        }
        if row.hasLetter { actions.append(SheetAction("Lees de brief", "\(row.path)/brief", isSecondary: true)) }
        if let slug = row.projectSlug {
            actions.append(SheetAction("Vul de projectpagina aan", "/projecten/\(slug)/bewerken", isSecondary: true))
        }
        if ![.refused, .withdrawn, .ended, .stopped].contains(row.state) {
            actions.append(SheetAction("Wijzig de contactpersoon", "\(row.path)/contact", isSecondary: true))
        }
        if [.draft, .submitted, .asked, .waiting].contains(row.state) {
            actions.append(SheetAction("Trek de aanvraag in", "\(row.path)/intrekken", isSecondary: true))
        }
        return SheetSection(
            "stand",
            "Hoe het staat",
            paragraphs: [row.decisionReason, row.advice.map { "Advies: \($0)" }].compactMap(\.self),
            facts: Facts(facts),
            actions: actions
        )
    }

    // MARK: Check and submit

    @Sendable private func check(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        let row = file.row
        try row.requireOpen()
        let day = row.submittedAt.map { web.world.time.today(at: $0) } ?? web.world.today
        let verdicts = file.year.rules.verdicts(on: file.content, submittedOn: day)
        let isReady = verdicts.allSatisfy(\.isMet)
        let sections = ApplicationSections(web: web, row: row, content: file.content)
        let unmet = verdicts.filter { !$0.isMet }.count
        let rules = SheetSection(
            "regels",
            "De regels van \(row.year)",
            checks: verdicts.map { SheetCheck($0, path: row.path) }
        )
        let last =
            row.state == .asked
            ? SheetSection(
                "indienen",
                "Geef antwoord",
                paragraphs: ["Klopt alles weer? Beantwoord dan de vraag. Het fonds ziet ook wat je wijzigde."],
                actions: [SheetAction("Geef antwoord", "\(row.path)/antwoord")]
            )
            : SheetSection(
                "indienen",
                "Dien in",
                paragraphs: [
                    isReady
                        ? "Na het indienen kun je de aanvraag niet meer wijzigen, tenzij het fonds een vraag stelt."
                        : "Je kunt indienen als bij elke regel “in orde” staat."
                ],
                form: isReady
                    ? SheetForm(
                        action: "\(row.path)/controle",
                        submissionID: web.freshID,
                        hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                        button: "Dien de aanvraag in"
                    ) : nil
            )
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: "Controleer je aanvraag",
                    lead: isReady
                        ? "Alles is in orde." : unmet == 1 ? "Er moet nog 1 ding." : "Er moeten nog \(unmet) dingen.",
                    back: PageLink("Terug naar de aanvraag", row.path),
                    tags: row.tags
                ),
                tabs: ApplicationStepForm.tabs(row, current: 6),
                sections: [rules, last] + sections.reading + [sections.partners()]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let (version, submission) = (form.version(), try form.submission())
        try form.finish()
        let path = try await ApplyForGrant(world: web.world).submit(
            context.pathReference(),
            version: version,
            by: context.projectLeader,
            submission: submission
        )
        return web.seeOther(path, notice: .applicationSubmitted)
    }

    @Sendable private func receipt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        guard let submitted = file.row.submittedAt else { throw Conflict.notSubmitted(file.row) }
        return try web.page(
            SchemeLetters(web: web, row: file.row).receipt(
                file.content,
                on: web.world.time.today(at: submitted),
                clock: web.world.time.clock(submitted)
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func letter(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        return try web.page(SchemeLetters(web: web, row: file.row).decision(back: file.row.path), context)
    }
}

extension Conflict {
    static func notSubmitted(_ row: ApplicationStore.Row) -> Conflict {
        Conflict(
            code: "not_submitted",
            message: "Deze aanvraag is nog niet ingediend.",
            next: .init("Bekijk wat er nog moet", "\(row.path)/controle")
        )
    }
}
