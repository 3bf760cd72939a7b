import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// New teams of an organisation, and new organisations of the country.
struct TeamController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/organisatie/teams/nieuw", use: askTeam)
        staff.post("/organisatie/teams/nieuw", use: addTeam)
        staff.get("/fonds/organisaties/{id}/teams/nieuw", use: askTeam)
        staff.post("/fonds/organisaties/{id}/teams/nieuw", use: addTeam)
        staff.get("/fonds/organisaties/nieuw", use: askOrganisation)
        staff.post("/fonds/organisaties/nieuw", use: addOrganisation)
    }

    @Sendable private func askTeam(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await teamPage(context)
    }

    @Sendable private func addTeam(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (administrator, id, url) = try context.organisation
        do {
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam van het team", maxLength: 100)
            let region = form.parsed("regio", label: "Regio", message: "Kies een regio uit de lijst.") {
                web.reference.region(RegionCode($0))?.code
            }
            let phone = form.phone("telefoon", label: "Telefoon")
            let mail = form.email("mail", label: "E-mailadres van het team")
            let submission = form.submissionID()
            guard form.isValid, let region, let phone, let mail else { throw form.rejected }
            try await KeepOrganisations(world: web.world).addTeam(
                KeepOrganisations.TeamDraft(name: name, region: region, phone: phone.description, mail: mail),
                to: id,
                by: administrator,
                submission: submission
            )
            return web.seeOther(url, notice: .teamAdded)
        } catch let error as Rejected {
            return try await teamPage(context, entered: context.formData, errors: error.fields)
        }
    }

    private func teamPage(
        _ context: SignedInContext,
        entered: FormData = .empty,
        errors: [FieldError] = []
    ) async throws -> Response {
        let (administrator, id, url) = try context.organisation
        let found = try await KeepOrganisations(world: web.world).overview(of: id, for: administrator)
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        func field(_ name: String, _ label: String, _ kind: TextField.Kind = .text) -> TextField {
            TextField(name: name, label: label, value: entered[name] ?? "", error: error(name), kind: kind)
        }
        return try web.page(
            AccountFormPage(
                header: PageHeader(
                    title: "Voeg een team toe",
                    lead: "Een team begeleidt kandidaten in één regio. Alleen het team ziet wie zijn kandidaten zijn.",
                    back: PageLink("Terug naar \(found.organisation.name)", url),
                    errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
                ),
                action: "\(url)/teams/nieuw",
                fields: [
                    field("naam", "Naam van het team"), field("telefoon", "Telefoon", .tel),
                    field("mail", "E-mailadres van het team", .email),
                ],
                selects: [
                    SelectField(
                        name: "regio",
                        label: "Regio",
                        options: web.reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
                        selected: entered["regio"],
                        error: error("regio")
                    )
                ],
                submissionID: web.world.newUUID().uuidString,
                button: "Voeg het team toe"
            ),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }

    @Sendable private func askOrganisation(_ request: Request, _ context: SignedInContext) async throws -> Response {
        _ = try context.fundAdministrator
        return try organisationPage(context)
    }

    @Sendable private func addOrganisation(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let administrator = try context.fundAdministrator
        do {
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam", maxLength: 120)
            let kind = form.choice("soort", OrganisationKind.self, label: "Soort organisatie")
            let submission = form.submissionID()
            guard form.isValid, let kind else { throw form.rejected }
            let path = try await KeepOrganisations(world: web.world).addOrganisation(
                kind,
                name: name,
                by: administrator,
                submission: submission
            )
            return web.seeOther(path, notice: .organisationAdded)
        } catch let error as Rejected {
            return try organisationPage(context, entered: context.formData, errors: error.fields)
        }
    }

    private func organisationPage(
        _ context: SignedInContext,
        entered: FormData = .empty,
        errors: [FieldError] = []
    ) throws -> Response {
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        return try web.page(
            AccountFormPage(
                header: PageHeader(
                    title: "Voeg een organisatie toe",
                    back: PageLink("Terug naar alle organisaties", "/fonds/organisaties"),
                    errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
                ),
                action: "/fonds/organisaties/nieuw",
                fields: [TextField(name: "naam", label: "Naam", value: entered["naam"] ?? "", error: error("naam"))],
                selects: [
                    SelectField(
                        name: "soort",
                        label: "Soort organisatie",
                        options: OrganisationKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                        selected: entered["soort"],
                        error: error("soort")
                    )
                ],
                submissionID: web.world.newUUID().uuidString,
                button: "Voeg de organisatie toe"
            ),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }
}
