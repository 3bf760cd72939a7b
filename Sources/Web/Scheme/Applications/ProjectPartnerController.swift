import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Partners who join a running project, and who leave it.
struct ProjectPartnerController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen/{kenmerk}/partners", use: partners)
        leaders.post("/subsidie/aanvragen/{kenmerk}/partners", use: join)
        leaders.get("/subsidie/aanvragen/{kenmerk}/partners/stoppen", use: askLeave)
        leaders.post("/subsidie/aanvragen/{kenmerk}/partners/stoppen", use: leave)
    }

    @Sendable private func partners(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await partnerPage(context, .fresh)
    }

    private func partnerPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let found = try await web.leadersFile(context)
        try requirePartnersOpen(found.row)
        let entries = entered.entries(or: ["datum": [web.world.today.dutchNumeric]])
        let present = found.content.presentPartners
        let names = present.isEmpty ? "." : ": \(present.map(\.name).joined(separator: ", "))."
        return try web.leadersForm(
            context,
            found.row,
            entered,
            title: "Een partner erbij",
            lead: PartnerWords.sentence(present.count) + names,
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
                    entries.field("naam", "Naam van de organisatie"),
                    .select(
                        SelectField(
                            name: "soort",
                            label: "Soort organisatie",
                            options: PartnerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort"),
                            error: entries.error("soort")
                        )
                    ),
                    entries.field("bijdrage", "Wat draagt deze partner bij?", isRequired: false),
                    entries.field("datum", "Doet mee vanaf", .date),
                ])
            ],
            button: "Voeg de partner toe"
        )
    }

    private func requirePartnersOpen(_ row: ApplicationStore.Row) throws {
        try row.require(
            .submitted,
            .waiting,
            .granted,
            .running,
            else: row.state.isOpenToApplicant
                ? "Je wijzigt de partners nu bij stap 4 van de aanvraag." : "De partners veranderen nu niet meer.",
            seenAt: row.path
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
        let found = try await web.leadersFile(context)
        try requirePartnersOpen(found.row)
        let entries = entered.entries(or: ["datum": [web.world.today.dutchNumeric]])
        return try web.leadersForm(
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
                    entries.field("datum", "Stopt op", .date),
                    entries.area("reden", "Waarom?"),
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
}
