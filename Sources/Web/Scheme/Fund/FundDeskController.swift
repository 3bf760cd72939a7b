import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/fonds/aanvragen`: the fund's desk. What waits, one application with its checklist, and what the fund can do with it.
struct FundDeskController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/aanvragen", use: index)
        fund.get("/fonds/aanvragen/{kenmerk}", use: show)
        fund.get("/fonds/aanvragen/{kenmerk}/brief", use: letter)
        fund.post("/fonds/aanvragen/{kenmerk}/verslagen/{verslag}", use: readReport)
    }

    // MARK: The work list

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let member = try context.fundMember
        let query = try Query(request)
        let asked = try query.int("jaar", in: 2015...2100)
        let isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        let (years, rows) = try await web.world.database.transaction(as: member.acting) { connection in
            (try await SchemeStore.years(on: connection), try await ApplicationStore.list(on: connection))
        }
        let today = web.world.today
        let year = years.first { $0.rules.year == asked } ?? years.first { $0.rules.isOpen(on: today) } ?? years.first
        if let asked, year?.rules.year != asked { throw NotFound() }
        if isFile { return .csv(filename: "aanvragen.csv", bytes: list(rows.filter { $0.year == year?.rules.year })) }
        let lines = rows.filter { $0.year == year?.rules.year }.map { row in
            (row: row, item: DeskItem(row, left: year?.left ?? .zero, web: web))
        }
        func group(_ phase: DeskItem.Phase) -> [ApplicationListPage.Row] {
            lines.filter { $0.item.phase == phase }
                .sorted { ($0.item.since, $0.row.reference.text) < ($1.item.since, $1.row.reference.text) }
                .map { $0.item.line($0.row, web: web) }
        }
        var groups = [
            ApplicationListPage.Group(
                "Wacht op ons",
                group(.fund),
                empty: EmptyState(
                    title: "Er wacht niets op ons",
                    text: "Nieuwe aanvragen en verslagen staan hier vanzelf.",
                    action: PageLink("Bekijk de regels van het jaar", "/fonds/regeling")
                )
            )
        ]
        for (title, phase) in [
            ("Wachtlijst", DeskItem.Phase.waitingList), ("Bij de aanvrager", .applicant), ("Afgesloten", .closed),
        ] {
            let rows = group(phase)
            if !rows.isEmpty { groups.append(ApplicationListPage.Group(title, rows)) }
        }
        return try web.page(
            ApplicationListPage(
                header: PageHeader(
                    title: "Aanvragen",
                    lead: year.map {
                        "De stimuleringsregeling in \($0.rules.year): wat op ons wacht, het langst eerst."
                    },
                    breadcrumbs: [PageLink("Start", "/"), PageLink("Fonds", "/fonds")]
                ),
                tabs: years.isEmpty
                    ? nil
                    : Tabs(
                        label: "Jaren",
                        years.map { item in
                            Tab(
                                "\(item.rules.year)",
                                url: "/fonds/aanvragen?jaar=\(item.rules.year)",
                                isCurrent: item.rules.year == year?.rules.year,
                                count: "\(rows.filter { $0.year == item.rules.year }.count)"
                            )
                        }
                    ),
                budget: year.map { BudgetBar($0) },
                groups: groups,
                links: [
                    PageLink(
                        "Download deze aanvragen als CSV",
                        "/fonds/aanvragen?vorm=csv" + (year.map { "&jaar=\($0.rules.year)" } ?? "")
                    ), PageLink("De regels en het budget per jaar", "/fonds/regeling"),
                    PageLink("Voeg een project toe dat buiten de regeling valt", "/fonds/projecten/nieuw"),
                    PageLink("Het land in cijfers", "/fonds"),
                ]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    /// The applications of a year as a file.
    private func list(_ rows: [ApplicationStore.Row]) -> [UInt8] {
        func amount(_ money: Money?) -> DelimitedValue { money.map { .decimal($0.cents, decimals: 2) } ?? .empty }
        func day(_ moment: Date?) -> DelimitedValue { moment.map { .date(web.world.time.today(at: $0)) } ?? .empty }
        return DelimitedText.write(
            header: [
                "kenmerk", "jaar", "naam", "organisatie", "projectleider", "stand", "kosten", "gevraagd", "toegekend",
                "afgerekend", "partners", "voorwaarde niet vervuld", "ingediend", "besluit",
            ],
            rows: rows.map { row in
                [
                    .text(row.reference.text), .int(row.year), .text(row.name), .text(row.organisationName),
                    .text(row.leaderName), .text(row.state.dutchName), amount(row.cost), amount(row.requested),
                    amount(row.granted), amount(row.settled), .int(row.partnerCount), .bool(row.lacksPartners),
                    day(row.submittedAt), day(row.decidedAt),
                ]
            }
        )
    }

    // MARK: One application

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.fundMember.acting, web: web)
        let row = file.row
        let item = DeskItem(row, left: file.year.left, web: web)
        let isOpen = [.submitted, .waiting].contains(row.state)
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: row.name,
                    lead: "\(row.organisationName). \(item.text)",
                    back: PageLink("Terug naar de aanvragen", "/fonds/aanvragen?jaar=\(row.year)"),
                    action: isOpen ? PageLink("Beslis", "\(row.fundPath)/besluit") : nil,
                    tags: row.tags
                ),
                notices: row.partnerNotices,
                budget: isOpen ? BudgetBar(file.year, asked: row.requested) : nil,
                sections: sections(file)
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    private func sections(_ file: ApplicationFile) -> [SheetSection] {
        let reading = ApplicationSections(web: web, row: file.row, content: file.content)
        let talk =
            switch file.row.state {
            case .submitted: [SheetAction("Stel een vraag", "\(file.row.fundPath)/vraag", isSecondary: true)]
            case .asked:
                [
                    SheetAction("Trek de vraag in", "\(file.row.fundPath)/vraag/intrekken", isSecondary: true),
                    SheetAction("Ken niet toe", "\(file.row.fundPath)/besluit", isSecondary: true),
                ]
            default: [SheetAction]()
            }
        var sections = [standing(file.row), checklist(file)]
        sections.append(.questions(file.questions, web: web, actions: talk))
        if file.row.granted != nil { sections.append(reports(file)) }
        sections += reading.reading
        sections.append(reading.partners())
        sections.append(.history(file.events, web: web))
        return sections
    }

    private func standing(_ row: ApplicationStore.Row) -> SheetSection {
        var facts = [
            Fact("Kenmerk", row.reference.text), Fact("Stand", row.state.dutchName),
            Fact("Projectleider", row.leaderName),
            Fact("E-mail", row.leaderMail, url: "mailto:\(row.leaderMail)"),
            Fact(
                "Telefoon",
                PhoneNumber(row.leaderPhone)?.description ?? row.leaderPhone,
                url: "tel:\(row.leaderPhone)"
            ),
        ]
        if let submitted = row.submittedAt { facts.append(Fact("Ingediend", web.day(submitted))) }
        if let decided = row.decidedAt {
            facts.append(Fact("Besluit", "\(web.day(decided)), door \(row.decidedBy ?? "")"))
        }
        if let granted = row.granted { facts.append(Fact("Toegekend", granted.text)) }
        if let settled = row.settled { facts.append(Fact("Afgerekend", settled.text)) }
        var actions: [SheetAction] = []
        if row.hasLetter {
            actions.append(SheetAction("Bekijk de brief", "\(row.fundPath)/brief", isSecondary: true))
        }
        if [.granted, .running].contains(row.state) {
            actions.append(SheetAction("Reken af en sluit", "\(row.fundPath)/afronden", isSecondary: true))
        }
        if let slug = row.projectSlug {
            actions.append(SheetAction("Bekijk de projectpagina", "/projecten/\(slug)", isSecondary: true))
            actions.append(
                SheetAction("Bewerk de projectpagina", "/fonds/projecten/\(slug)/bewerken", isSecondary: true)
            )
            actions.append(
                SheetAction("Houd de pagina tegen of haal haar weg", "/fonds/projecten/\(slug)", isSecondary: true)
            )
        }
        return SheetSection(
            "stand",
            "Hoe het staat",
            paragraphs: [
                row.decisionReason.map { "Reden van het besluit: \($0)" }, row.advice.map { "Advies: \($0)" },
            ].compactMap(\.self),
            facts: Facts(facts),
            actions: actions
        )
    }

    /// The rules of the form, and whether the budget has room.
    private func checklist(_ file: ApplicationFile) -> SheetSection {
        let day = file.row.submittedAt.map { web.world.time.today(at: $0) } ?? web.world.today
        // What was granted is held to what was asked then.
        let rules = file.year.rules.asking(partners: file.row.minimumPartners)
        let verdicts = rules.verdicts(on: file.content, submittedOn: day)
        var checks = verdicts.map { SheetCheck($0, path: nil) }
        if [.submitted, .asked, .waiting].contains(file.row.state) {
            let asked = file.content.requested ?? .zero
            checks.append(
                SheetCheck(
                    number: SchemeRule.allCases.count + 1,
                    demand: "Het bedrag past in wat er van \(file.year.rules.year) over is.",
                    isMet: asked <= file.year.left,
                    finding: "Gevraagd: \(asked.text). Nog over: \(max(file.year.left, .zero).text)."
                )
            )
        }
        return SheetSection("regels", "Past de aanvraag bij de regels?", checks: checks)
    }

    private func reports(_ file: ApplicationFile) -> SheetSection {
        let unread = file.reports.last { $0.seenAt == nil }
        return .reports(
            file.reports,
            web: web,
            form: unread.map { report in
                SheetForm(
                    action: "\(file.row.fundPath)/verslagen/\(report.id.uuidString.lowercased())",
                    submissionID: web.freshID,
                    area: TextArea(
                        name: "opmerking",
                        label: "Opmerking bij het \(report.isFinal ? "eindverslag" : "tussenverslag")",
                        description: "De projectleider leest dit.",
                        isRequired: false,
                        rows: 2
                    ),
                    button: "Dit verslag is gelezen"
                )
            }
        )
    }

    @Sendable private func readReport(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let report = context.parameters.get("verslag").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        var form = Form(context.formData)
        let remark = form.optionalText("opmerking", label: "Opmerking", maxLength: 2_000)
        let submission = try form.submission()
        try form.finish()
        let path = try await DecideApplication(world: web.world).markSeen(
            report,
            of: context.pathReference(),
            remark: remark,
            by: context.fundMember,
            submission: submission
        )
        return web.seeOther(path, notice: .saved)
    }

    @Sendable private func letter(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.fundMember.acting, web: web)
        return try web.page(SchemeLetters(web: web, row: file.row).decision(back: file.row.fundPath), context)
    }
}

/// What the fund has to do with an application.
struct DeskItem: Sendable {
    enum Phase { case fund, waitingList, applicant, closed }

    let phase: Phase
    let text: String
    let action: PageLink?
    let since: Date

    init(_ row: ApplicationStore.Row, left: Money, web: WebServices) {
        let today = web.world.today
        let found: (Phase, String, PageLink?)
        var since = row.decidedAt ?? row.waitingSince ?? row.createdAt
        switch row.state {
        case .submitted:
            since = row.waitingSince ?? row.createdAt
            found = (.fund, "Kijk de aanvraag na en beslis.", PageLink("Bekijk en beslis", row.fundPath))
        case .waiting where (row.requested ?? .zero) <= left:
            since = row.submittedAt ?? row.createdAt
            found = (
                .fund, "Staat op de wachtlijst, en past nu in het budget.",
                PageLink("Beslis", "\(row.fundPath)/besluit")
            )
        case .waiting:
            since = row.submittedAt ?? row.createdAt
            found = (.waitingList, "Wacht tot er geld vrijkomt.", nil)
        case .granted, .running:
            if let unread = row.unreadReportAt {
                since = unread
                found = (
                    .fund, "Er is een verslag om te lezen.", PageLink("Lees het verslag", "\(row.fundPath)#verslagen")
                )
            } else if row.hasFinalReport {
                found = (
                    .fund, "Het eindverslag is gelezen. Reken af.", PageLink("Reken af", "\(row.fundPath)/afronden")
                )
            } else if row.lacksPartners {
                found = (
                    .fund, "Er doen te weinig partners mee.", PageLink("Bekijk de partners", "\(row.fundPath)#partners")
                )
            } else if row.state == .running, let end = row.endsOn, end < today {
                found = (
                    .fund, "Het project is voorbij en er is nog geen eindverslag.", PageLink("Bekijk", row.fundPath)
                )
                since = web.world.time.startOfDay(end)
            } else {
                found = (
                    .applicant, row.state == .granted ? "Toegekend, nog niet begonnen." : "Het project loopt.", nil
                )
            }
        case .asked:
            if let due = row.answerDueOn, due < today {
                since = web.world.time.startOfDay(due)
                found = (
                    .fund, "Het antwoord is te laat: het moest voor \(due.dutchLong). Trek de vraag in, of beslis.",
                    PageLink("Bekijk de vraag", "\(row.fundPath)#vragen")
                )
            } else {
                found = (
                    .applicant,
                    "De aanvrager heeft een vraag van ons. Antwoord graag voor "
                        + "\(row.answerDueOn?.dutchLong ?? "de afgesproken dag").", nil
                )
            }
        case .draft, .refused, .withdrawn, .ended, .stopped:
            found = (.closed, "Afgesloten: \(row.state.dutchName).", nil)
        }
        (phase, text, action) = found
        self.since = since
    }

    func line(_ row: ApplicationStore.Row, web: WebServices) -> ApplicationListPage.Row {
        let days = max(0, web.world.today - web.world.time.today(at: since))
        let amount = row.granted.map { "toegekend \($0.text)" } ?? "gevraagd \(row.requested?.text ?? "")"
        return ApplicationListPage.Row(
            mark: "\(days)",
            markText: days == 1 ? "dag" : "dagen",
            title: row.name,
            url: row.fundPath,
            text: text,
            detail: "\(row.organisationName), kenmerk \(row.reference), \(amount)",
            tags: row.tags,
            action: action,
            kind: phase == .fund ? (days > 28 ? .overdue : .incoming) : .waiting
        )
    }
}
