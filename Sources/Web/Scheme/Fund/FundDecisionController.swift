import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// What the fund decides about an application: a question, a grant, the waiting list, a refusal.
struct FundDecisionController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/aanvragen/{kenmerk}/vraag", use: askQuestion)
        fund.post("/fonds/aanvragen/{kenmerk}/vraag", use: question)
        fund.get("/fonds/aanvragen/{kenmerk}/besluit", use: askDecision)
        fund.post("/fonds/aanvragen/{kenmerk}/besluit", use: decide)
    }

    // MARK: A question

    @Sendable private func askQuestion(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await questionPage(context, .fresh)
    }

    private func questionPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let row = try await web.fundsFile(context).row
        try row.require(.submitted, else: "Je kunt nu geen vraag stellen.", seenAt: row.fundPath)
        let entries = entered.entries(or: ["datum": [(web.world.today + 14).dutchNumeric]])
        return try web.page(
            ApplicationFormPage(
                header: .fund(
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
                        entries.area("vraag", "Je vraag", "Vraag één ding tegelijk. Zeg wat je nodig hebt."),
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
        let file = try await web.fundsFile(context)
        try file.row.require(
            .submitted,
            .asked,
            .waiting,
            else: "Over deze aanvraag kun je nu niet beslissen.",
            seenAt: file.row.fundPath
        )
        let (row, left) = (file.row, file.year.left)
        let asked = row.requested ?? .zero
        let fits = asked <= left
        let entries = entered.entries(or: [
            "besluit": row.state == .asked
                ? [Verdict.refuse.rawValue] : fits ? [] : [row.state == .waiting ? "" : Verdict.wait.rawValue],
            "bedrag": [min(asked, max(left, .zero)).plainText],
        ])
        return try web.page(
            ApplicationFormPage(
                header: .fund(
                    "Beslis over “\(row.name)”",
                    "Gevraagd: \(asked.text). Nog over: \(max(left, .zero).text). Na toekenning: \((left - asked).text).",
                    row,
                    entered
                ),
                notices: entered.notices + notices(row, left: left),
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

    private func notices(_ row: ApplicationStore.Row, left: Money) -> [Notice] {
        let asked = row.requested ?? .zero
        if row.state == .asked {
            return [
                Notice(
                    .info,
                    title: "Er staat een vraag open",
                    text:
                        "Zolang de aanvrager een vraag van je heeft, kun je alleen niet toekennen. De vraag vervalt dan. "
                        + "Wil je iets anders? Trek eerst de vraag in.",
                    link: PageLink("Trek de vraag in", "\(row.fundPath)/vraag/intrekken")
                )
            ]
        }
        guard asked > left else { return [] }
        return [
            Notice(
                .warning,
                title: "Past niet in het budget",
                text: "Er is nog \(max(left, .zero).text) over en er is \(asked.text) gevraagd. "
                    + "Zet de aanvraag op de wachtlijst, of ken minder toe."
            )
        ]
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
                    options: row.state == .asked ? [all[2]] : row.state == .waiting ? [all[0], all[2]] : all,
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
            entries.area("reden", "Reden", "Dit staat in de brief."),
            entries.area(
                "advies",
                "Advies",
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
}
