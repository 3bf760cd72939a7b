import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/organisatie` for whoever administers one, and `/fonds/organisaties` for the fund: who works there, and invitations.
struct OrganisationController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/organisatie", use: show)
        staff.get("/organisatie/uitnodigen", use: askInvitation)
        staff.post("/organisatie/uitnodigen", use: invite)
        staff.get("/fonds/organisaties", use: index)
        staff.get("/fonds/organisaties/{id}", use: show)
        staff.get("/fonds/organisaties/{id}/uitnodigen", use: askInvitation)
        staff.post("/fonds/organisaties/{id}/uitnodigen", use: invite)
    }

    // MARK: Show

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let rows = try await KeepOrganisations(world: web.world).organisations(for: context.fundAdministrator)
        return try web.page(
            OrganisationIndexPage(
                header: PageHeader(
                    title: "Organisaties",
                    lead: "Elke organisatie heeft een beheerder, die de eigen mensen uitnodigt.",
                    action: PageLink("Voeg een organisatie toe", "/fonds/organisaties/nieuw")
                ),
                rows: rows.map { row in
                    OrganisationIndexPage.Row(
                        name: row.name,
                        url: "/fonds/organisaties/\(row.id)",
                        kind: row.kind.dutchName,
                        people: String(row.staffCount),
                        administrators: row.administrators ?? "nog niemand"
                    )
                }
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (administrator, id, url) = try context.organisation
        let found = try await KeepOrganisations(world: web.world).overview(of: id, for: administrator)
        let time = web.world.time
        return try web.page(
            StaffIndexPage(
                header: PageHeader(
                    title: found.organisation.name,
                    lead: "Wie hier met Doorwijzer werkt, en in welke rol.",
                    back: administrator.managesFund
                        ? PageLink("Terug naar alle organisaties", "/fonds/organisaties") : nil,
                    action: PageLink("Nodig iemand uit", "\(url)/uitnodigen")
                ),
                rows: found.staff.map { row in
                    StaffIndexPage.Row(
                        name: row.name,
                        url: "/medewerkers/\(row.id)",
                        mail: row.mail,
                        roles: found.roles[row.id]?.map(\.fullName).joined(separator: "; ") ?? "nog geen rol",
                        tag: row.tag,
                        lastSeen: row.lastSeenAt.map { time.dutchShort($0) } ?? "–"
                    )
                },
                teams: found.teams.map {
                    StaffIndexPage.Team(name: $0.name, region: $0.regionName, phone: $0.phone, mail: $0.mail)
                },
                addTeam: PageLink("Voeg een team toe", "\(url)/teams/nieuw")
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    // MARK: Invite

    @Sendable private func askInvitation(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await invitationPage(context)
    }

    @Sendable private func invite(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (administrator, id, _) = try context.organisation
        do {
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam", maxLength: 100)
            let mail = form.email("mail", label: "E-mailadres van het werk")
            let phone = form.phone("telefoon", label: "Telefoon")
            let grant = form.roleGrant(required: false)
            let submission = form.submissionID()
            guard form.isValid, let mail, let phone else { throw form.rejected }
            let path = try await ManageStaff(world: web.world).invite(
                ManageStaff.Invitation(name: name, mail: mail, phone: phone.description, role: grant),
                to: id,
                by: administrator,
                submission: submission
            )
            return web.seeOther(path, notice: .staffInvited)
        } catch let error as Rejected {
            return try await invitationPage(context, entered: context.formData, errors: error.fields)
        }
    }

    private func invitationPage(
        _ context: SignedInContext,
        entered: FormData = .empty,
        errors: [FieldError] = []
    ) async throws -> Response {
        let (administrator, id, url) = try context.organisation
        let found = try await KeepOrganisations(world: web.world).overview(of: id, for: administrator)
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        return try web.page(
            AccountFormPage(
                header: PageHeader(
                    title: "Nodig iemand uit",
                    lead:
                        "Deze persoon krijgt een mail met een link om een wachtwoord te kiezen. De link werkt zeven dagen.",
                    back: PageLink("Terug naar \(found.organisation.name)", url),
                    errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
                ),
                action: "\(url)/uitnodigen",
                fields: [
                    TextField(name: "naam", label: "Naam", value: entered["naam"] ?? "", error: error("naam")),
                    TextField(
                        name: "mail",
                        label: "E-mailadres van het werk",
                        value: entered["mail"] ?? "",
                        error: error("mail"),
                        kind: .email
                    ),
                    TextField(
                        name: "telefoon",
                        label: "Telefoon",
                        value: entered["telefoon"] ?? "",
                        description: "Zodat collega's van andere regio's kunnen bellen.",
                        error: error("telefoon"),
                        kind: .tel
                    ),
                ],
                selects: [
                    .role(
                        administrator,
                        teams: found.teams,
                        web.reference,
                        isRequired: false,
                        selected: entered["rol"],
                        error: error("rol")
                    ),
                    .region(web.reference, selected: entered["regio"], error: error("regio")),
                ],
                submissionID: web.world.newUUID().uuidString,
                button: "Stuur de uitnodiging"
            ),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }
}

extension SignedInContext {
    /// Who administers the whole country.
    var fundAdministrator: Administrator {
        get throws {
            let administrator = try administrator
            guard administrator.managesFund else { throw Forbidden("Deze pagina is voor beheerders van het fonds.") }
            return administrator
        }
    }

    /// The organisation of the path, or the own one, with where its pages begin.
    var organisation: (Administrator, Organisation.ID, url: String) {
        get throws {
            if let text = parameters.get("id") {
                guard let id = Organisation.ID(text) else { throw NotFound() }
                return (try fundAdministrator, id, "/fonds/organisaties/\(id)")
            }
            let administrator = try administrator
            guard let id = administrator.organisationID else {
                throw Forbidden("Kies een organisatie bij “Organisaties”.")
            }
            return (administrator, id, "/organisatie")
        }
    }
}
