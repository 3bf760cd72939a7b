import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/subsidie`: what the scheme is and what is left, for everyone; `/fonds/regeling`: the rules of the years, for the fund.
struct SchemeController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/subsidie", use: show)
        fund.get("/fonds/regeling", use: years)
        fund.get("/fonds/regeling/nieuw", use: askNew)
        fund.post("/fonds/regeling/nieuw", use: add)
        fund.get("/fonds/regeling/{jaar}", use: year)
        fund.get("/fonds/regeling/{jaar}/wijzigen", use: askChange)
        fund.post("/fonds/regeling/{jaar}/wijzigen", use: change)
    }

    // MARK: For everyone

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let today = web.world.today
        let years = try await web.world.database.transaction(as: .visitor) { connection in
            try await SchemeStore.years(on: connection)
        }
        // The year that is open, else the next to open, else the last there was.
        let year =
            years.first { $0.rules.isOpen(on: today) } ?? years.last { $0.rules.opensOn > today } ?? years.first
        let isLeader = context.session?.permissions.contains(.leadProjects) ?? false
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: "Stimulerings\u{AD}regeling",
                    lead:
                        "Geld voor regio's die samen een knelpunt op de arbeidsmarkt van de huisartsenzorg aanpakken.",
                    breadcrumbs: [PageLink("Start", "/")],
                    action: isLeader ? PageLink("Naar je aanvragen", "/subsidie/aanvragen") : nil,
                    tags: year.map { [Self.tag($0.rules, today)] } ?? []
                ),
                budget: year.map { BudgetBar($0) },
                sections: [
                    year.map { Self.rules($0.rules) }
                        ?? SheetSection("regels", "De regels", paragraphs: ["Er is nu geen jaar bekend."]),
                    Self.how(isLeader), Self.published,
                ]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    private static func tag(_ rules: SchemeYear, _ today: CalendarDate) -> Tag {
        rules.isOpen(on: today)
            ? Tag("open tot en met \(rules.closesOn.dutchLong)", .ok)
            : rules.opensOn > today ? Tag("open vanaf \(rules.opensOn.dutchLong)", .waiting) : Tag("gesloten", .neutral)
    }

    static func rules(_ rules: SchemeYear) -> SheetSection {
        SheetSection(
            "regels",
            "De regels van \(rules.year)",
            items: [
                "Je vraagt aan tussen \(rules.opensOn.dutchLong) en \(rules.closesOn.dutchLong).",
                "De subsidie is ten hoogste \(rules.sharePercent)% van de kosten.",
                "Een project krijgt ten hoogste \(rules.maximum.text).",
                "Naast jouw organisatie doen ten minste \(rules.minimumPartners) organisaties mee.",
                "Het project pakt een knelpunt in een of meer regio's aan.",
                "Alle projecten samen krijgen ten hoogste \(rules.ceiling.text).",
            ],
            facts: Facts([Fact("Bron", rules.source)])
        )
    }

    private static func how(_ isLeader: Bool) -> SheetSection {
        SheetSection(
            "aanvragen",
            "Zo vraag je aan",
            items: [
                "Je vult de aanvraag in vijf stappen in. Stoppen en later verdergaan kan altijd.",
                "Op de controlepagina zie je bij elke regel of de aanvraag klopt.",
                "Na het indienen krijg je een ontvangstbewijs.",
                "Het fonds kan je een vraag stellen. Daarna volgt een besluit, met een reden.",
            ],
            actions: isLeader
                ? [SheetAction("Vraag subsidie aan", "/subsidie/aanvragen/nieuw")]
                : [SheetAction("Log in als projectleider", "/subsidie/aanvragen", isSecondary: true)]
        )
    }

    private static let published = SheetSection(
        "account",
        "Een account krijgen",
        paragraphs: [
            "Aanvragen doe je als projectleider van een organisatie. De beheerder van je organisatie geeft je die rol. "
                + "Doet je organisatie nog niet mee? Bel of mail ons; onderaan deze pagina staat hoe.",
            "Wordt je aanvraag toegekend, dan staat het project vanzelf op een openbare pagina: het probleem, de aanpak, "
                + "de partners en het geld. Zo leren andere regio's ervan.",
        ]
    )

    // MARK: For the fund

    @Sendable private func years(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let member = try context.fundMember
        let years = try await web.world.database.transaction(as: member.acting) { connection in
            try await SchemeStore.years(on: connection)
        }
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: "De regeling per jaar",
                    lead: "Elk jaar heeft eigen regels en een eigen budget.",
                    back: PageLink("Terug naar de aanvragen", "/fonds/aanvragen"),
                    action: member.setsRules ? PageLink("Voeg een jaar toe", "/fonds/regeling/nieuw") : nil
                ),
                sections: [
                    SheetSection(
                        "jaren",
                        "Jaren",
                        paragraphs: years.isEmpty ? ["Er is nog geen jaar."] : [],
                        table: years.isEmpty
                            ? nil
                            : SheetTable(
                                "Jaren van de regeling",
                                columns: [
                                    .init("Jaar"), .init("Open"), .init("Budget", isNumber: true),
                                    .init("Toegekend", isNumber: true), .init("Nog over", isNumber: true),
                                ],
                                rows: years.map { year in
                                    .init(
                                        "\(year.rules.year)",
                                        url: "/fonds/regeling/\(year.rules.year)",
                                        [
                                            "\(year.rules.opensOn.dutchNumeric) tot en met \(year.rules.closesOn.dutchNumeric)",
                                            year.rules.ceiling.text, year.committed.text, year.left.text,
                                        ]
                                    )
                                }
                            )
                    )
                ]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func year(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let member = try context.fundMember
        let number = try Self.yearNumber(context)
        let (year, rows) = try await web.world.database.transaction(as: member.acting) { connection in
            guard let year = try await SchemeStore.find(number, on: connection) else { throw NotFound() }
            return (year, try await ApplicationStore.waiting(in: number, on: connection))
        }
        return try web.page(
            ApplicationSheetPage(
                header: PageHeader(
                    title: "De regeling in \(number)",
                    back: PageLink("Terug naar alle jaren", "/fonds/regeling"),
                    action: member.setsRules ? PageLink("Wijzig de regels", "/fonds/regeling/\(number)/wijzigen") : nil
                ),
                budget: BudgetBar(year),
                sections: [
                    waitingList(rows, year), Self.rules(year.rules),
                ]
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    private func waitingList(_ rows: [ApplicationStore.Row], _ year: SchemeStore.Year) -> SheetSection {
        SheetSection(
            "wachtlijst",
            "De wachtlijst",
            paragraphs: rows.isEmpty
                ? ["Niemand wacht."]
                : ["Wie het eerst indiende, staat bovenaan. Er is nog \(max(year.left, .zero).text) over."],
            table: rows.isEmpty
                ? nil
                : SheetTable(
                    "Wachtlijst",
                    columns: [
                        .init("Aanvraag"), .init("Organisatie"), .init("Ingediend"), .init("Gevraagd", isNumber: true),
                        .init("Past nu"),
                    ],
                    rows: rows.map { row in
                        .init(
                            row.name,
                            url: "\(row.fundPath)/besluit",
                            [
                                row.organisationName, row.submittedAt.map { web.day($0) } ?? "",
                                row.requested?.text ?? "", (row.requested ?? .zero) <= year.left ? "ja" : "nee",
                            ]
                        )
                    }
                )
        )
    }

    // MARK: Rules

    private static func yearNumber(_ context: SignedInContext) throws -> Int {
        guard let number = context.parameters.get("jaar").flatMap({ Int($0) }), (2015...2100).contains(number) else {
            throw NotFound()
        }
        return number
    }

    @Sendable private func askNew(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try rulesPage(context, nil, .fresh)
    }

    @Sendable private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let year = form.int("jaar", label: "Jaar", in: 2015...2100)
            let rules = try Self.read(&form, year: year, version: 1)
            let path = try await KeepScheme(world: web.world).add(
                rules,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try rulesPage(context, nil, entered)
        }
    }

    @Sendable private func askChange(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try rulesPage(context, try await find(context), .fresh)
    }

    @Sendable private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let year = try await find(context)
        return try await web.keepingInput(context) { form in
            let version = form.version()
            let rules = try Self.read(&form, year: year.rules.year, version: version)
            let path = try await KeepScheme(world: web.world).change(
                rules,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try rulesPage(context, try await find(context), entered)
        }
    }

    private func find(_ context: SignedInContext) async throws -> SchemeStore.Year {
        let (member, number) = (try context.fundMember, try Self.yearNumber(context))
        return try await web.world.database.transaction(as: member.acting) { connection in
            guard let year = try await SchemeStore.find(number, on: connection) else { throw NotFound() }
            return year
        }
    }

    private static func read(_ form: inout Form, year: Int, version: Int) throws -> SchemeYear {
        let ceiling = form.money("budget", label: "Budget van het jaar")
        let share = form.int("deel", label: "Deel van de kosten", in: 1...100)
        let maximum = form.money("hoogste", label: "Hoogste bedrag voor een project")
        let partners = form.int("partners", label: "Aantal partners", in: 0...20)
        let opens = form.date("open", label: "Open vanaf")
        let closes = form.date("dicht", label: "Open tot en met")
        let source = form.text("bron", label: "Bron", maxLength: 300)
        if let opens, let closes, closes < opens {
            form.reject("dicht", "De laatste dag ligt voor de eerste dag.")
        }
        guard form.isValid, let ceiling, let maximum, let opens, let closes else { throw form.rejected }
        return SchemeYear(
            year: year,
            ceiling: ceiling,
            sharePercent: share,
            maximum: maximum,
            minimumPartners: partners,
            opensOn: opens,
            closesOn: closes,
            source: source,
            version: version
        )
    }

    private func rulesPage(
        _ context: SignedInContext,
        _ year: SchemeStore.Year?,
        _ entered: SchemeEntered
    ) throws -> Response {
        guard try context.fundMember.setsRules else {
            throw Forbidden("Alleen een beheerder van het fonds wijzigt de regels.")
        }
        let entries = entered.entries(or: year.map { Self.values($0.rules) } ?? [:])
        func field(
            _ name: String,
            _ label: String,
            _ kind: TextField.Kind = .text,
            unit: String? = nil,
            _ description: String? = nil
        ) -> FormGroup.Part {
            .text(
                TextField(
                    name: name,
                    label: label,
                    value: entries.value(name),
                    description: description,
                    error: entries.error(name),
                    kind: kind,
                    width: name == "bron" ? .full : .short,
                    unit: unit
                )
            )
        }
        let money = "In euro's, bijvoorbeeld 25.000"
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: year.map { "Regels van \($0.rules.year)" } ?? "Een jaar toevoegen",
                    back: PageLink("Terug", year.map { "/fonds/regeling/\($0.rules.year)" } ?? "/fonds/regeling"),
                    errors: entered.errors
                ),
                notices: entered.notices,
                budget: year.map { BudgetBar($0) },
                action: year.map { "/fonds/regeling/\($0.rules.year)/wijzigen" } ?? "/fonds/regeling/nieuw",
                submissionID: web.freshID,
                hidden: year.map { [HiddenField(name: "versie", value: "\($0.rules.version)")] } ?? [],
                groups: [
                    FormGroup(
                        (year == nil ? [field("jaar", "Jaar", .number)] : []) + [
                            field("budget", "Budget van het jaar", .text, money),
                            field("hoogste", "Hoogste bedrag voor een project", .text, money),
                            field("deel", "Deel van de kosten", .number, unit: "procent"),
                            field("partners", "Partners naast de aanvrager", .number, "Ten minste zoveel organisaties"),
                            field("open", "Open vanaf", .date), field("dicht", "Open tot en met", .date),
                            field("bron", "Bron", .text, "Waar deze regels staan"),
                        ]
                    )
                ],
                buttons: [FormButton(year == nil ? "Voeg het jaar toe" : "Bewaar de regels")]
            ),
            context,
            status: entered.status
        )
    }

    private static func values(_ rules: SchemeYear) -> [String: [String]] {
        [
            "budget": [rules.ceiling.plainText], "hoogste": [rules.maximum.plainText],
            "deel": ["\(rules.sharePercent)"],
            "partners": ["\(rules.minimumPartners)"], "open": [rules.opensOn.dutchNumeric],
            "dicht": [rules.closesOn.dutchNumeric], "bron": [rules.source],
        ]
    }
}
