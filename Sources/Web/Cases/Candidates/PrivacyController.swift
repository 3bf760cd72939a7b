import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// How long a file is kept: `/privacy` says it of all, a coordinator of one candidate writes down what was agreed
/// (`/kandidaten/{kenmerk}/bewaren`) and erases for whoever asks for it (`…/wissen`).
struct PrivacyController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/privacy", use: privacy)
        staff.get("/kandidaten/{ref}/bewaren", use: keep)
        staff.post("/kandidaten/{ref}/bewaren", use: agree)
        staff.post("/kandidaten/{ref}/bewaren/intrekken", use: withdraw)
        staff.get("/kandidaten/{ref}/wissen", use: confirm)
        staff.post("/kandidaten/{ref}/wissen", use: erase)
    }

    @Sendable private func privacy(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let rules = try await web.world.database.transaction(as: .visitor) { connection in
            try await RetentionStore.rules(on: web.world.today, connection: connection)
        }
        return try web.page(TextPage.privacy(periods: Self.periods(rules)), context)
    }

    /// What people ask first stands first; the rest as the rules are named.
    static func periods(_ rules: [RetentionStore.Rule]) -> [Fact] {
        let first = ["never_placed", "never_placed_with_consent", "placed", "warning", "warning_undelivered"]
        func rank(_ rule: RetentionStore.Rule) -> Int { first.firstIndex(of: rule.key) ?? first.count }
        return rules.sorted { (rank($0), $0.subject) < (rank($1), $1.subject) }.map { rule in
            Fact(rule.subject, "\(rule.period), \(rule.key == "warning" ? "" : "na ")\(rule.countedFrom)")
        }
    }

    // MARK: One candidate

    @Sendable private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(try await keepPage(context), context, notice: web.notice(of: request))
    }

    @Sendable private func agree(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let channel = form.choice("kanaal", ConsentChannel.self, label: "Hoe zei de kandidaat ja")
            let text = form.int("versie", label: "Tekst", in: 1...Int(Int32.max))
            let submission = form.submissionID()
            guard form.isValid, let channel else { throw form.rejected }
            _ = try await RecordRetentionConsent(world: web.world)(
                context.pathReference("ref"),
                textVersion: text,
                channel: channel,
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther("/kandidaten/\(try context.pathReference("ref"))/bewaren", notice: .retentionAgreed)
        } catch let error as Rejected {
            return try web.page(try await keepPage(context, errors: error.fields), context, status: .badRequest)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        _ = try await WithdrawRetentionConsent(world: web.world)(
            context.pathReference("ref"),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther("/kandidaten/\(try context.pathReference("ref"))/bewaren", notice: .retentionWithdrawn)
    }

    @Sendable private func confirm(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(try await erasePage(context), context)
    }

    @Sendable private func erase(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try context.pathReference("ref")
        do {
            var form = Form(context.formData)
            let typed = form.text("kenmerk", label: "Kenmerk", maxLength: 20)
            let submission = form.submissionID()
            if form.isValid, Reference(typed: typed) != reference {
                form.reject("kenmerk", "Dit is niet het kenmerk van dit traject. Typ \(reference).")
            }
            guard form.isValid else { throw form.rejected }
            let path = try await EraseCandidate(world: web.world)(
                reference,
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther(path, notice: .candidateErased)
        } catch let error as Rejected {
            return try web.page(try await erasePage(context, errors: error.fields), context, status: .badRequest)
        }
    }

    private struct Seen {
        let name: String
        let eraseOn: CalendarDate?
        let consent: RetentionStore.Consent?
        let text: (version: Int, text: String)?
    }

    private func look(_ context: SignedInContext) async throws -> Seen {
        let (actor, reference, world) = (try web.actor(context), try context.pathReference("ref"), web.world)
        return try await world.database.transaction(as: actor.acting) { connection in
            guard let file = try await CaseFileStore.find(reference, on: connection), file.teamID == actor.teamID else {
                throw NotFound()
            }
            try await CandidateReadStore.insert(
                file.candidateID,
                .casePage,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return Seen(
                name: try await CandidateStore.find(file.candidateID, on: connection)?.name.full ?? "\(reference)",
                eraseOn: try await RetentionStore.day(of: file.candidateID, today: world.today, on: connection),
                consent: try await RetentionStore.consents(of: file.candidateID, on: connection)
                    .first { $0.withdrawnAt == nil },
                text: try await RetentionStore.currentText(on: world.today, connection: connection)
            )
        }
    }

    private func keepPage(_ context: SignedInContext, errors: [FieldError] = []) async throws -> CandidateStepPage {
        let (seen, url) = (try await look(context), "/kandidaten/\(try context.pathReference("ref"))")
        let (today, time) = (web.world.today, web.world.time)
        let until =
            seen.eraseOn.map {
                "Zonder nieuw traject wissen we alles op \($0.dutchLong). De kandidaat hoort dat 14 dagen eerder."
            }
            ?? "Zolang er een traject loopt, wissen we niets."
        if let consent = seen.consent {
            let day = time.today(at: consent.givenAt).dutchShort(seenOn: today)
            var content = CandidateStepPage.Content(
                title: "Bewaren na het einde: \(seen.name)",
                explanation:
                    "De kandidaat vond op \(day) goed (\(consent.channel.dutchName)) dat we alles een jaar bewaren. \(until)",
                button: "Trek deze toestemming in"
            )
            content.isDangerous = true
            return page(content, seen, url, "/bewaren/intrekken", errors)
        }
        var content = CandidateStepPage.Content(
            title: "Bewaren na het einde: \(seen.name)",
            explanation: "\(until) Vindt de kandidaat goed dat we het een jaar bewaren? Lees dan deze tekst voor: "
                + "“\(seen.text?.text ?? "")”",
            button: "Leg vast dat de kandidaat ja zegt"
        )
        content.version = seen.text?.version ?? 1
        content.choices = [
            Choices(
                name: "kanaal",
                legend: "Hoe zei de kandidaat ja?",
                kind: .radio,
                options: ConsentChannel.allCases.filter { $0 != .onScreen }
                    .map { Option(value: $0.rawValue, label: $0.dutchName) },
                selected: Set([context.formData["kanaal"] ?? ""]),
                error: errors.first { $0.field == "kanaal" }?.message,
                isInline: true
            )
        ]
        return page(content, seen, url, "/bewaren", errors)
    }

    private func erasePage(_ context: SignedInContext, errors: [FieldError] = []) async throws -> CandidateStepPage {
        let seen = try await look(context)
        let reference = try context.pathReference("ref")
        var content = CandidateStepPage.Content(
            title: "Alles wissen van \(seen.name)",
            explanation:
                "Doe dit alleen als de kandidaat erom vraagt. Alle trajecten, beoordelingen, voorstellen en notities gaan weg. "
                + "Stoelen komen vrij en open doorverwijzingen stoppen. Dit kan niet ongedaan worden gemaakt. Wat blijft, zijn "
                + "aantallen zonder naam.",
            button: "Wis alle gegevens"
        )
        content.isDangerous = true
        content.fields = [
            TextField(
                name: "kenmerk",
                label: "Typ het kenmerk van dit traject",
                value: context.formData["kenmerk"] ?? "",
                description: "Zo weten we zeker dat je dit bedoelt: \(reference)",
                error: errors.first { $0.field == "kenmerk" }?.message,
                width: .short
            )
        ]
        return page(content, seen, "/kandidaten/\(reference)", "/wissen", errors)
    }

    private func page(
        _ content: CandidateStepPage.Content,
        _ seen: Seen,
        _ url: String,
        _ action: String,
        _ errors: [FieldError]
    ) -> CandidateStepPage {
        CandidateStepPage(
            content,
            name: seen.name,
            url: url,
            action: url + action,
            errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) },
            submissionID: web.freshID
        )
    }
}
