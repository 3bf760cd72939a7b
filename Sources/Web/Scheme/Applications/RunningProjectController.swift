import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// What a leader does after the decision: start, reports, another contact.
struct RunningProjectController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen/{kenmerk}/start", use: askStart)
        leaders.post("/subsidie/aanvragen/{kenmerk}/start", use: start)
        leaders.get("/subsidie/aanvragen/{kenmerk}/verslag/{soort}", use: askReport)
        leaders.post("/subsidie/aanvragen/{kenmerk}/verslag/{soort}", use: report)
        leaders.get("/subsidie/aanvragen/{kenmerk}/contact", use: askContact)
        leaders.post("/subsidie/aanvragen/{kenmerk}/contact", use: changeContact)
    }

    // MARK: Start

    @Sendable private func askStart(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await startPage(context, .fresh)
    }

    private func startPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let row = try await web.leadersFile(context).row
        try row.require(.granted, else: "Je kunt de start nu niet melden.", seenAt: row.path)
        let entries = entered.entries(or: ["datum": [(row.startsOn ?? web.world.today).dutchNumeric]])
        return try web.leadersForm(
            context,
            row,
            entered,
            title: "Meld de start",
            lead: "Vanaf deze dag staat op de projectpagina dat het project loopt.",
            action: "start",
            groups: [FormGroup([entries.field("datum", "Het project begon op", .date)])],
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
        let found = try await web.leadersFile(context)
        try found.row.require(.running, else: "Je kunt nu geen verslag indienen.", seenAt: found.row.path)
        var stored: [String: [String]] = [:]
        for (index, goal) in found.content.goals.enumerated() {
            stored["gehaald-\(index + 1)"] = goal.reached.map { [$0.text] } ?? []
        }
        let entries = entered.entries(or: stored)
        return try web.leadersForm(
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
                    entries.area("gedaan", "Wat hebben jullie gedaan?"),
                    entries.area("resultaat", "Wat lukte?", isRequired: isFinal),
                    entries.area("mislukt", "Wat lukte niet?", isRequired: isFinal),
                    entries.field(
                        "uitgegeven",
                        "Hoeveel is er uitgegeven?",
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
                                entries.field(
                                    "gehaald-\(index + 1)",
                                    goal.sentence,
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
        let goals = try await web.leadersFile(context).content.goals
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

    // MARK: Another contact

    @Sendable private func askContact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await contactPage(context, .fresh)
    }

    private func contactPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let (leader, found) = (try context.projectLeader, try await web.leadersFile(context))
        let leaders = try await web.world.database.transaction(as: leader.acting) { connection in
            try await SchemeStore.leaders(of: leader.organisationID, on: connection)
        }
        let entries = entered.entries(or: ["contact": ["\(found.row.leaderID)"]])
        return try web.leadersForm(
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
