import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/account/afwezig`: a coordinator is away, and a colleague of the team stands in.
struct AbsenceController: Sendable {
    let web: WebServices

    func addRoutes(coordinators: RouterGroup<SignedInContext>) {
        coordinators.get("/account/afwezig", use: ask)
        coordinators.post("/account/afwezig", use: save)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(try await page(context), context)
    }

    @Sendable private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let isBack = form.flag("terug-aan-het-werk")
            let until = isBack ? nil : form.date("tot", label: "Laatste dag dat je weg bent")
            let standIn = context.formData["waarnemer"].flatMap { StaffMember.ID($0) }
            try form.finish()
            try await SetAbsence(world: web.world)(until: until, standIn: standIn, by: web.actor(context))
            return web.seeOther("/account", notice: .absenceSaved)
        } catch let error as Rejected {
            return try web.page(
                try await page(context, entered: context.formData, errors: error.fields),
                context,
                status: .badRequest
            )
        }
    }

    private func page(
        _ context: SignedInContext,
        entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> AccountFormPage {
        let actor = try web.actor(context)
        let (own, colleagues) = try await web.world.database.transaction(as: actor.acting) { connection in
            (
                try await StaffStore.find(actor.staffMemberID, on: connection),
                try await CaseFileStore.colleagues(in: actor.teamID, on: connection)
            )
        }
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        let others = colleagues.filter { $0.id != actor.staffMemberID }
        return AccountFormPage(
            header: PageHeader(
                title: "Afwezig",
                lead: "Tot en met de dag die je kiest, ziet je collega jouw werk op de eigen werklijst.",
                back: PageLink("Terug naar je account", "/account"),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            action: "/account/afwezig",
            fields: [
                TextField(
                    name: "tot",
                    label: "Laatste dag dat je weg bent",
                    value: entered?["tot"] ?? own?.absentUntil?.dutchNumeric ?? "",
                    description: "Dag, maand en jaar, bijvoorbeeld 24-12-2026.",
                    error: error("tot"),
                    kind: .date,
                    width: .short
                )
            ],
            selects: [
                SelectField(
                    name: "waarnemer",
                    label: "Wie neemt waar?",
                    options: others.map { Option(value: "\($0.id)", label: $0.name) },
                    selected: entered?["waarnemer"] ?? own?.standInID.map { "\($0)" },
                    error: error("waarnemer")
                )
            ],
            choices: own?.absentUntil == nil
                ? []
                : [
                    Choices(
                        name: "terug-aan-het-werk",
                        legend: "Ben je er weer?",
                        kind: .checkbox,
                        options: [Option(value: "ja", label: "Ik ben weer aan het werk")],
                        selected: []
                    )
                ],
            button: "Bewaar"
        )
    }
}
