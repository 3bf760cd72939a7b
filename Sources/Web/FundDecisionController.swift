import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Pages
import Store

/// What the fund decides: a question, a grant, the waiting list, a refusal, the end; and whether a project's page is public.
struct FundDecisionController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/aanvragen/{kenmerk}/vraag", use: askQuestion)
        fund.post("/fonds/aanvragen/{kenmerk}/vraag", use: question)
        fund.get("/fonds/aanvragen/{kenmerk}/besluit", use: askDecision)
        fund.post("/fonds/aanvragen/{kenmerk}/besluit", use: decide)
        fund.get("/fonds/aanvragen/{kenmerk}/afronden", use: askEnd)
        fund.post("/fonds/aanvragen/{kenmerk}/afronden", use: end)
        fund.get("/fonds/projecten/{naam}", use: askPublication)
        fund.post("/fonds/projecten/{naam}", use: publish)
    }

    private func file(
        _ context: SignedInContext,
        in states: [ApplicationState],
        else sentence: String
    ) async throws -> ApplicationFile {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.fundMember.acting, web: web)
        guard states.contains(file.row.state) else {
            throw Conflict(
                code: "application_state",
                message: "\(sentence) De aanvraag is nu: \(file.row.state.dutchName).",
                next: .init("Bekijk de aanvraag", file.row.fundPath)
            )
        }
        return file
    }

    private func header(
        _ title: String,
        _ lead: String?,
        _ row: ApplicationStore.Row,
        _ entered: SchemeEntered
    ) -> PageHeader {
        PageHeader(
            title: title,
            lead: lead,
            back: PageLink("Terug naar de aanvraag", row.fundPath),
            tags: row.tags,
            errors: entered.errors
        )
    }

    private static func area(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        _ description: String,
        isRequired: Bool = true
    ) -> FormGroup.Part {
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

    // MARK: A question

    @Sendable private func askQuestion(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await questionPage(context, .fresh)
    }

    private func questionPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let row = try await file(context, in: [.submitted], else: "Je kunt nu geen vraag stellen.").row
        let entries = entered.entries(or: ["datum": [(web.world.today + 14).dutchNumeric]])
        return try web.page(
            ApplicationFormPage(
                header: header(
                    "Stel een vraag",
                    "De projectleider krijgt een mail en kan de aanvraag aanpassen.",
                    row,
                    entered
                ),
                notices: entered.notices,
                action: "\(row.fundPath)/vraag",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: [
                    FormGroup([
                        Self.area("vraag", "Je vraag", entries, "Vraag één ding tegelijk. Zeg wat je nodig hebt."),
                        .text(
                            TextField(
                                name: "datum",
                                label: "Antwoord graag voor",
                                value: entries.value("datum"),
                                error: entries.error("datum"),
                                kind: .date
                            )
                        ),
                    ])
                ],
                buttons: [FormButton("Verstuur de vraag")]
            ),
            context,
            status: entered.status
        )
    }

    @Sendable private func question(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let text = form.text("vraag", label: "Je vraag", maxLength: 4_000)
            let day = form.date("datum", label: "De datum")
            let version = form.version()
            if let day, day < web.world.today { form.reject("datum", "Deze dag is al voorbij.") }
            guard form.isValid, let day else { throw form.rejected }
            let path = try await DecideApplication(world: web.world).ask(
                context.pathReference(),
                version: version,
                text,
                dueOn: day,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .questionAsked)
        } again: { entered in
            try await questionPage(context, entered)
        }
    }

    // MARK: The decision

    private enum Verdict: String, CaseIterable {
        case grant = "toekennen"
        case wait = "wachtlijst"
        case refuse = "weigeren"
    }

    @Sendable private func askDecision(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await decisionPage(context, .fresh)
    }

    private func decisionPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let file = try await file(
            context,
            in: [.submitted, .waiting],
            else: "Over deze aanvraag kun je nu niet beslissen."
        )
        let (row, left) = (file.row, file.year.left)
        let asked = row.requested ?? .zero
        let fits = asked <= left
        let entries = entered.entries(or: [
            "besluit": fits ? [] : [row.state == .waiting ? "" : Verdict.wait.rawValue],
            "bedrag": [min(asked, max(left, .zero)).plainText],
        ])
        return try web.page(
            ApplicationFormPage(
                header: header(
                    "Beslis over “\(row.name)”",
                    "Gevraagd: \(asked.text). Nog over: \(max(left, .zero).text). Na toekenning: \((left - asked).text).",
                    row,
                    entered
                ),
                notices: entered.notices
                    + (fits
                        ? []
                        : [
                            Notice(
                                .warning,
                                title: "Past niet in het budget",
                                text: "Er is nog \(max(left, .zero).text) over en er is \(asked.text) gevraagd. "
                                    + "Zet de aanvraag op de wachtlijst, of ken minder toe."
                            )
                        ]),
                budget: BudgetBar(file.year, asked: asked),
                action: "\(row.fundPath)/besluit",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: [FormGroup(decisionFields(row, entries))],
                buttons: [FormButton("Neem dit besluit")]
            ),
            context,
            status: entered.status
        )
    }

    private func decisionFields(_ row: ApplicationStore.Row, _ entries: FormEntries) -> [FormGroup.Part] {
        let all = [
            Option(
                value: Verdict.grant.rawValue,
                label: "Toekennen",
                description:
                    "De projectpagina staat daarna meteen online, en de projectleider doet mee met het leernetwerk."
            ),
            Option(
                value: Verdict.wait.rawValue,
                label: "Op de wachtlijst",
                description: "Als het past, maar er geen geld is."
            ),
            Option(
                value: Verdict.refuse.rawValue,
                label: "Niet toekennen",
                description: "Met een reden en een advies."
            ),
        ]
        return [
            .choices(
                Choices(
                    name: "besluit",
                    legend: "Het besluit",
                    kind: .radio,
                    options: row.state == .waiting ? [all[0], all[2]] : all,
                    selected: entries.all("besluit"),
                    error: entries.error("besluit")
                )
            ),
            .text(
                TextField(
                    name: "bedrag",
                    label: "Bedrag dat je toekent",
                    value: entries.value("bedrag"),
                    description: "Alleen bij toekennen. In euro's, bijvoorbeeld 20.000",
                    error: entries.error("bedrag"),
                    isRequired: false,
                    width: .short
                )
            ),
            Self.area("reden", "Reden", entries, "Dit staat in de brief."),
            Self.area(
                "advies",
                "Advies",
                entries,
                "Nodig als je niet toekent: wat kan de aanvrager nu het beste doen?",
                isRequired: false
            ),
        ]
    }

    @Sendable private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let verdict = form.choice("besluit", Verdict.self, label: "Het besluit")
            let amount = verdict == .grant ? form.money("bedrag", label: "Het bedrag") : nil
            let reason = form.text("reden", label: "De reden", maxLength: 4_000)
            let advice = form.optionalText("advies", label: "Het advies", maxLength: 4_000)
            let version = form.version()
            if verdict == .refuse, advice == nil {
                form.reject("advies", "Schrijf een advies: wat kan de aanvrager nu het beste doen?")
            }
            guard form.isValid, let verdict else { throw form.rejected }
            let state: ApplicationState =
                switch verdict {
                case .grant: .granted
                case .wait: .waiting
                case .refuse: .refused
                }
            let path = try await DecideApplication(world: web.world).decide(
                context.pathReference(),
                version: version,
                .init(state: state, granted: amount, reason: reason, advice: advice),
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .decided)
        } again: { entered in
            try await decisionPage(context, entered)
        }
    }

    // MARK: The end

    private enum Ending: String {
        case ended = "afgerond"
        case stopped = "gestopt"
    }

    @Sendable private func askEnd(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await endPage(context, .fresh)
    }

    private func endPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let file = try await file(context, in: [.granted, .running], else: "Je kunt dit project nu niet afsluiten.")
        let row = file.row
        let spent = file.reports.first { $0.isFinal }?.spent
        let share = spent.map { Money(cents: $0.cents * file.year.rules.sharePercent / 100) }
        let proposal = min(row.granted ?? .zero, share ?? row.granted ?? .zero)
        let entries = entered.entries(or: [
            "hoe": row.hasFinalReport ? [Ending.ended.rawValue] : [], "bedrag": [proposal.plainText],
        ])
        return try web.page(
            ApplicationFormPage(
                header: header(
                    "Reken af en sluit",
                    "Wat overblijft, is weer vrij voor andere aanvragen.",
                    row,
                    entered
                ),
                notices: entered.notices,
                paragraphs: [
                    "Toegekend: \(row.granted?.text ?? ""). "
                        + (spent.map { "Uitgegeven volgens het eindverslag: \($0.text)." }
                            ?? "Er is nog geen eindverslag.")
                ],
                action: "\(row.fundPath)/afronden",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: [
                    FormGroup([
                        .choices(
                            Choices(
                                name: "hoe",
                                legend: "Hoe eindigde het project?",
                                kind: .radio,
                                options: [
                                    Option(value: Ending.ended.rawValue, label: "Afgerond"),
                                    Option(value: Ending.stopped.rawValue, label: "Gestopt, of nooit begonnen"),
                                ],
                                selected: entries.all("hoe"),
                                error: entries.error("hoe")
                            )
                        ),
                        .text(
                            TextField(
                                name: "bedrag",
                                label: "Definitieve subsidie",
                                value: entries.value("bedrag"),
                                description: "In euro's. Ten hoogste wat is toegekend; 0 mag ook.",
                                error: entries.error("bedrag"),
                                width: .short
                            )
                        ),
                    ])
                ],
                buttons: [FormButton("Sluit het project af")]
            ),
            context,
            status: entered.status
        )
    }

    @Sendable private func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let ending = form.choice("hoe", Ending.self, label: "Hoe het project eindigde")
            let amount = form.moneyOrZero("bedrag", label: "Het bedrag")
            let version = form.version()
            guard form.isValid, let ending, let amount else { throw form.rejected }
            let path = try await DecideApplication(world: web.world).settle(
                context.pathReference(),
                version: version,
                ending == .ended ? .ended : .stopped,
                for: amount,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await endPage(context, entered)
        }
    }

    // MARK: The page

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
                    : [
                        FormGroup([
                            .choices(
                                Choices(
                                    name: "wat",
                                    legend: "Wat doe je?",
                                    kind: .radio,
                                    options: (page.publication == .published ? [hold] : [release]) + [remove],
                                    selected: entries.all("wat"),
                                    error: entries.error("wat")
                                )
                            ),
                            Self.area(
                                "reden",
                                "Reden",
                                entries,
                                "Alleen het fonds en de projectleider lezen dit.",
                                isRequired: false
                            ),
                            .choices(
                                Choices(
                                    name: "zeker",
                                    legend: "Weet je het zeker?",
                                    kind: .checkbox,
                                    options: [
                                        Option(value: "ja", label: "Ja, ik heb het overlegd met de projectleider")
                                    ],
                                    selected: entries.all("zeker"),
                                    error: entries.error("zeker")
                                )
                            ),
                        ])
                    ],
                buttons: isRemoved ? [] : [FormButton("Voer dit uit", isDanger: true)]
            ),
            context,
            status: entered.status,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return try await web.keepingInput(context) { form in
            let what = form.choice("wat", Visibility.self, label: "Wat je doet")
            let reason = form.optionalText("reden", label: "De reden", maxLength: 1_000)
            let version = form.version()
            if what != .release, reason == nil { form.reject("reden", "Schrijf waarom.") }
            if !form.flag("zeker") {
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
