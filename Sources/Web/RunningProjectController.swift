import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Pages
import Postgres
import Store

/// What a leader does after the decision: start, reports, partners who join and leave, another contact.
struct RunningProjectController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen/{kenmerk}/start", use: askStart)
        leaders.post("/subsidie/aanvragen/{kenmerk}/start", use: start)
        leaders.get("/subsidie/aanvragen/{kenmerk}/verslag/{soort}", use: askReport)
        leaders.post("/subsidie/aanvragen/{kenmerk}/verslag/{soort}", use: report)
        leaders.get("/subsidie/aanvragen/{kenmerk}/partners", use: partners)
        leaders.post("/subsidie/aanvragen/{kenmerk}/partners", use: join)
        leaders.get("/subsidie/aanvragen/{kenmerk}/partners/stoppen", use: askLeave)
        leaders.post("/subsidie/aanvragen/{kenmerk}/partners/stoppen", use: leave)
        leaders.get("/subsidie/aanvragen/{kenmerk}/contact", use: askContact)
        leaders.post("/subsidie/aanvragen/{kenmerk}/contact", use: changeContact)
    }

    private func file(_ context: SignedInContext) async throws -> ApplicationFile {
        try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
    }

    private func require(_ row: ApplicationStore.Row, _ states: ApplicationState..., else sentence: String) throws {
        guard states.contains(row.state) else {
            throw Conflict(
                code: "application_state",
                message: "\(sentence) De aanvraag is nu: \(row.state.dutchName).",
                next: .init("Bekijk de aanvraag", row.path)
            )
        }
    }

    /// A form about this application, with its version.
    private func form(
        _ context: SignedInContext,
        _ row: ApplicationStore.Row,
        _ entered: SchemeEntered,
        title: String,
        lead: String? = nil,
        paragraphs: [String] = [],
        notices: [Notice] = [],
        action: String,
        groups: [FormGroup],
        button: String
    ) throws -> Response {
        try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: title,
                    lead: lead,
                    back: PageLink("Terug naar de aanvraag", row.path),
                    errors: entered.errors
                ),
                notices: entered.notices + row.partnerNotices + notices,
                paragraphs: paragraphs,
                action: "\(row.path)/\(action)",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: groups,
                buttons: [FormButton(button)]
            ),
            context,
            status: entered.status
        )
    }

    private static func field(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        _ kind: TextField.Kind = .text,
        _ description: String? = nil,
        isRequired: Bool = true
    ) -> FormGroup.Part {
        .text(
            TextField(
                name: name,
                label: label,
                value: entries.value(name),
                description: description,
                error: entries.error(name),
                kind: kind,
                isRequired: isRequired
            )
        )
    }

    private static func area(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        _ description: String? = nil,
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

    // MARK: Start

    @Sendable private func askStart(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await startPage(context, .fresh)
    }

    private func startPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let row = try await file(context).row
        try require(row, .granted, else: "Je kunt de start nu niet melden.")
        let entries = entered.entries(or: ["datum": [(row.startsOn ?? web.world.today).dutchNumeric]])
        return try form(
            context,
            row,
            entered,
            title: "Meld de start",
            lead: "Vanaf deze dag staat op de projectpagina dat het project loopt.",
            action: "start",
            groups: [FormGroup([Self.field("datum", "Het project begon op", entries, .date)])],
            button: "Meld de start"
        )
    }

    @Sendable private func start(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let day = form.date("datum", label: "De begindatum")
            let version = form.version()
            if let day, day > web.world.today {
                form.reject("datum", "Deze dag moet nog komen. Meld de start als het zover is.")
            }
            guard form.isValid, let day else { throw form.rejected }
            let path = try await RunProject(world: web.world).start(
                context.pathReference(),
                version: version,
                on: day,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await startPage(context, entered)
        }
    }

    // MARK: Reports

    private static func isFinal(_ context: SignedInContext) throws -> Bool {
        switch context.parameters.get("soort") {
        case "eind": true
        case "tussen": false
        default: throw NotFound()
        }
    }

    @Sendable private func askReport(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await reportPage(context, .fresh)
    }

    private func reportPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let isFinal = try Self.isFinal(context)
        let found = try await file(context)
        try require(found.row, .running, else: "Je kunt nu geen verslag indienen.")
        var stored: [String: [String]] = [:]
        for (index, goal) in found.content.goals.enumerated() {
            stored["gehaald-\(index + 1)"] = goal.reached.map { [$0.text] } ?? []
        }
        let entries = entered.entries(or: stored)
        return try form(
            context,
            found.row,
            entered,
            title: isFinal ? "Eindverslag" : "Tussenverslag",
            lead: isFinal
                ? "Wat lukte en wat niet, komt op de projectpagina. Ook wat niet lukte, helpt andere regio's."
                : "Kort is goed: het fonds wil weten hoe het gaat.",
            action: "verslag/\(isFinal ? "eind" : "tussen")",
            groups: [
                FormGroup([
                    Self.area("gedaan", "Wat hebben jullie gedaan?", entries),
                    Self.area("resultaat", "Wat lukte?", entries, isRequired: isFinal),
                    Self.area("mislukt", "Wat lukte niet?", entries, isRequired: isFinal),
                    Self.field(
                        "uitgegeven",
                        "Hoeveel is er uitgegeven?",
                        entries,
                        .text,
                        "In euro's, alle kosten samen"
                    ),
                ])
            ]
                + (found.content.goals.isEmpty
                    ? []
                    : [
                        FormGroup(
                            "Wat is gehaald?",
                            found.content.goals.enumerated().map { index, goal in
                                Self.field(
                                    "gehaald-\(index + 1)",
                                    goal.sentence,
                                    entries,
                                    .text,
                                    "Het doel is \(goal.target.text) \(goal.unit)",
                                    isRequired: isFinal
                                )
                            }
                        )
                    ]),
            button: "Dien het verslag in"
        )
    }

    @Sendable private func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let isFinal = try Self.isFinal(context)
        let goals = try await file(context).content.goals
        return try await web.keepingInput(context) { form in
            let done = form.text("gedaan", label: "Wat jullie hebben gedaan", maxLength: 8_000)
            let result =
                isFinal
                ? form.text("resultaat", label: "Wat lukte", maxLength: 8_000)
                : form.optionalText("resultaat", label: "Wat lukte", maxLength: 8_000) ?? ""
            let failed =
                isFinal
                ? form.text("mislukt", label: "Wat niet lukte", maxLength: 8_000)
                : form.optionalText("mislukt", label: "Wat niet lukte", maxLength: 8_000) ?? ""
            let spent = form.moneyOrZero("uitgegeven", label: "Wat is uitgegeven")
            let reached = goals.indices.map { index in
                form.parsed(
                    "gehaald-\(index + 1)",
                    label: "Wat is gehaald van doel \(index + 1)",
                    required: isFinal,
                    message: "Wat is gehaald van doel \(index + 1) klopt niet. Schrijf het zoals 25 of 12,5."
                ) { GoalNumber($0) }
            }
            let version = form.version()
            guard form.isValid, let spent else { throw form.rejected }
            let path = try await RunProject(world: web.world).report(
                context.pathReference(),
                version: version,
                .init(isFinal: isFinal, done: done, result: result, didNotWork: failed, spent: spent),
                reached: reached,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .reportSubmitted)
        } again: { entered in
            try await reportPage(context, entered)
        }
    }

    // MARK: Partners

    @Sendable private func partners(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await partnerPage(context, .fresh)
    }

    private func partnerPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let found = try await file(context)
        try requirePartnersOpen(found.row)
        let entries = entered.entries(or: ["datum": [web.world.today.dutchNumeric]])
        let names = found.content.presentPartners.map(\.name).joined(separator: ", ")
        return try form(
            context,
            found.row,
            entered,
            title: "Een partner erbij",
            lead: "Er doen nu \(found.content.presentPartners.count) partners mee: \(names).",
            notices: [
                Notice(
                    .info,
                    title: "Stopt er een partner",
                    text: "Dat meld je op een eigen pagina.",
                    link: PageLink("Meld dat een partner stopt", "\(found.row.path)/partners/stoppen")
                )
            ],
            action: "partners",
            groups: [
                FormGroup([
                    Self.field("naam", "Naam van de organisatie", entries),
                    .select(
                        SelectField(
                            name: "soort",
                            label: "Soort organisatie",
                            options: PartnerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort"),
                            error: entries.error("soort")
                        )
                    ),
                    Self.field("bijdrage", "Wat draagt deze partner bij?", entries, isRequired: false),
                    Self.field("datum", "Doet mee vanaf", entries, .date),
                ])
            ],
            button: "Voeg de partner toe"
        )
    }

    private func requirePartnersOpen(_ row: ApplicationStore.Row) throws {
        try require(
            row,
            .submitted,
            .waiting,
            .granted,
            .running,
            else: row.state.isOpenToApplicant
                ? "Je wijzigt de partners nu bij stap 4 van de aanvraag." : "De partners veranderen nu niet meer."
        )
    }

    @Sendable private func join(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let name = form.text("naam", label: "Naam van de organisatie", maxLength: 120)
            let kind = form.choice("soort", PartnerKind.self, label: "Soort organisatie")
            let share = form.optionalText("bijdrage", label: "De bijdrage", maxLength: 300) ?? ""
            let day = form.date("datum", label: "De dag")
            let version = form.version()
            guard form.isValid, let kind, let day else { throw form.rejected }
            let path = try await RunProject(world: web.world).join(
                context.pathReference(),
                version: version,
                .init(id: web.world.newUUID(), name: name, kind: kind, contribution: share, joinedOn: day),
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await partnerPage(context, entered)
        }
    }

    @Sendable private func askLeave(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await leavePage(context, .fresh)
    }

    private func leavePage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let found = try await file(context)
        try requirePartnersOpen(found.row)
        let entries = entered.entries(or: ["datum": [web.world.today.dutchNumeric]])
        return try form(
            context,
            found.row,
            entered,
            title: "Een partner stopt",
            lead: "De partner blijft zichtbaar, met de dag waarop die stopte. De reden ziet alleen het fonds.",
            action: "partners/stoppen",
            groups: [
                FormGroup([
                    .select(
                        SelectField(
                            name: "partner",
                            label: "Welke partner stopt?",
                            options: found.content.presentPartners.map {
                                Option(value: $0.id.uuidString.lowercased(), label: $0.name)
                            },
                            selected: entries.value("partner"),
                            error: entries.error("partner")
                        )
                    ),
                    Self.field("datum", "Stopt op", entries, .date),
                    Self.area("reden", "Waarom?", entries),
                ])
            ],
            button: "Meld dat de partner stopt"
        )
    }

    @Sendable private func leave(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let partner = form.parsed("partner", label: "De partner", message: "Kies een partner uit de lijst.") {
                UUID(uuidString: $0)
            }
            let day = form.date("datum", label: "De dag")
            let reason = form.text("reden", label: "De reden", maxLength: 1_000)
            let version = form.version()
            guard form.isValid, let partner, let day else { throw form.rejected }
            let path = try await RunProject(world: web.world).leave(
                context.pathReference(),
                version: version,
                partner,
                on: day,
                reason: reason,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await leavePage(context, entered)
        }
    }

    // MARK: Another contact

    @Sendable private func askContact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await contactPage(context, .fresh)
    }

    private func contactPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let (leader, found) = (try context.projectLeader, try await file(context))
        let leaders = try await web.world.database.transaction(as: leader.acting) { connection in
            try await SchemeStore.leaders(of: leader.organisationID, on: connection)
        }
        let entries = entered.entries(or: ["contact": ["\(found.row.leaderID)"]])
        return try form(
            context,
            found.row,
            entered,
            title: "Een andere contactpersoon",
            lead: "Deze persoon krijgt de mail over het project en staat op de projectpagina.",
            paragraphs: [
                "Staat iemand er niet bij? Vraag de beheerder van je organisatie om die persoon projectleider te maken."
            ],
            action: "contact",
            groups: [
                FormGroup([
                    .select(
                        SelectField(
                            name: "contact",
                            label: "Contactpersoon",
                            options: leaders.map { Option(value: "\($0.id)", label: $0.name) },
                            selected: entries.value("contact"),
                            error: entries.error("contact")
                        )
                    )
                ])
            ],
            button: "Bewaar de contactpersoon"
        )
    }

    @Sendable private func changeContact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let contact = form.id("contact", StaffMember.ID.self, label: "Contactpersoon")
            let version = form.version()
            guard form.isValid, let contact else { throw form.rejected }
            let path = try await RunProject(world: web.world).handOver(
                context.pathReference(),
                version: version,
                to: contact,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await contactPage(context, entered)
        }
    }
}
