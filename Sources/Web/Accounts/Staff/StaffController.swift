import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/medewerkers/{id}`: one member of staff, for whoever administers the organisation: roles, invitation, end of the account.
struct StaffController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/medewerkers/{id}", use: show)
        staff.post("/medewerkers/{id}/rollen", use: giveRole)
        staff.get("/medewerkers/{id}/rollen/{rol}/weg", use: askTakeRole)
        staff.post("/medewerkers/{id}/rollen/{rol}/weg", use: takeRole)
        staff.post("/medewerkers/{id}/uitnodiging", use: inviteAgain)
        staff.get("/medewerkers/{id}/tweede-stap", use: askSecondFactor)
        staff.post("/medewerkers/{id}/tweede-stap", use: removeSecondFactor)
        staff.get("/medewerkers/{id}/sluiten", use: askClose)
        staff.post("/medewerkers/{id}/sluiten", use: close)
        staff.post("/medewerkers/{id}/openen", use: open)
    }

    // MARK: Show

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: SignedInContext,
        errors: [FieldError] = []
    ) async throws -> Response {
        let administrator = try context.administrator
        let person = try await ShowStaffMember(world: web.world)(try context.staffMemberID, for: administrator)
        return try web.page(
            StaffShowPage(person, administrator, web: web, entered: context.formData, errors: errors),
            context,
            status: errors.isEmpty ? .ok : .badRequest,
            notice: web.notice(of: request)
        )
    }

    // MARK: Roles

    @Sendable private func giveRole(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let grant = form.roleGrant(required: true)
            let submission = form.submissionID()
            guard form.isValid, let grant else { throw form.rejected }
            let path = try await ManageStaff(world: web.world).give(
                grant,
                to: context.staffMemberID,
                by: context.administrator,
                submission: submission
            )
            return web.seeOther(path, notice: .roleGiven)
        } catch let error as Rejected {
            return try await page(request, context, errors: error.fields)
        }
    }

    @Sendable private func askTakeRole(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(context)
        guard
            let role = person.assignments.first(where: {
                $0.id == context.parameters.get("rol").flatMap { RoleAssignment.ID($0) }
            })
        else {
            throw NotFound()
        }
        return try web.page(
            AccountFormPage.question(
                "Haal de rol weg",
                "\(person.row.name) is dan geen \(role.fullName) meer en ziet direct niets meer dat bij die rol hoort.",
                person.row,
                action: "rollen/\(role.id)/weg",
                button: "Haal de rol weg"
            ),
            context
        )
    }

    @Sendable private func takeRole(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let role = context.parameters.get("rol").flatMap({ RoleAssignment.ID($0) }) else { throw NotFound() }
        let id = try context.staffMemberID
        try await ManageStaff(world: web.world).take(role, of: id, by: context.administrator)
        return web.seeOther("/medewerkers/\(id)", notice: .roleTaken)
    }

    // MARK: The account

    @Sendable private func inviteAgain(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.staffMemberID
        try await ManageStaff(world: web.world).inviteAgain(id, by: context.administrator)
        return web.seeOther("/medewerkers/\(id)", notice: .staffInvited)
    }

    @Sendable private func askSecondFactor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(context)
        return try web.page(
            AccountFormPage.question(
                "Wis de tweede stap",
                "Doe dit alleen als \(person.row.name) de telefoon en de herstelcodes kwijt is. Bel eerst op het nummer dat je "
                    + "kent, zodat je zeker weet wie het vraagt. Bij het aanmelden wordt een nieuwe tweede stap ingesteld.",
                person.row,
                action: "tweede-stap",
                button: "Wis de tweede stap"
            ),
            context
        )
    }

    @Sendable private func removeSecondFactor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.staffMemberID
        try await ManageStaff(world: web.world).removeSecondFactor(of: id, by: context.administrator)
        return web.seeOther("/medewerkers/\(id)", notice: .secondFactorRemoved)
    }

    @Sendable private func askClose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(context)
        return try web.page(
            AccountFormPage.question(
                "Sluit het account",
                "\(person.row.name) wordt direct overal afgemeld en kan niet meer inloggen. Trajecten blijven bij het team; kies "
                    + "daar een andere coördinator.",
                person.row,
                action: "sluiten",
                button: "Sluit het account"
            ),
            context
        )
    }

    @Sendable private func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.staffMemberID
        try await ManageStaff(world: web.world).close(id, by: context.administrator)
        return web.seeOther("/medewerkers/\(id)", notice: .accountClosed)
    }

    @Sendable private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.staffMemberID
        try await ManageStaff(world: web.world).open(id, by: context.administrator)
        return web.seeOther("/medewerkers/\(id)", notice: .accountOpened)
    }

    private func person(_ context: SignedInContext) async throws -> ShowStaffMember.Person {
        try await ShowStaffMember(world: web.world)(context.staffMemberID, for: context.administrator)
    }
}

extension SignedInContext {
    /// Who administers, in the role worn now.
    var administrator: Administrator {
        get throws { try Administrator(session.staffMemberID, in: session.assignment) }
    }

    fileprivate var staffMemberID: StaffMember.ID {
        get throws {
            guard let id = parameters.get("id").flatMap({ StaffMember.ID($0) }) else { throw NotFound() }
            return id
        }
    }
}

extension AccountFormPage {
    /// A question before what cannot be taken back, or surprises someone.
    fileprivate static func question(
        _ title: String,
        _ text: String,
        _ person: StaffDirectoryStore.Row,
        action: String,
        button: String
    ) -> AccountFormPage {
        let url = "/medewerkers/\(person.id)"
        return AccountFormPage(
            header: PageHeader(title: title, back: PageLink("Terug naar \(person.name)", url)),
            paragraphs: [text],
            facts: [Fact("Naam", person.name), Fact("E-mailadres", person.mail)],
            action: "\(url)/\(action)",
            button: button,
            isDanger: true,
            links: [PageLink("Nee, ga terug", url)]
        )
    }
}

extension Form {
    /// A role with what it is for, as the list of roles sends it: `coordinator:{team}`, `school_contact:{school}`, or the role
    /// alone; a project leader's region stands in a field of its own.
    mutating func roleGrant(required: Bool) -> RoleGrant? {
        guard let text = data["rol"], !text.isEmpty else {
            if required { reject("rol", "Kies een rol.") }
            return nil
        }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let subject = parts.count == 2 ? parts[1] : ""
        let grant: RoleGrant? =
            switch parts.first.flatMap({ StaffRole(rawValue: $0) }) {
            case .coordinator: Team.ID(subject).map { .coordinator($0) }
            case .organisationAdministrator: .organisationAdministrator
            case .projectLeader:
                .projectLeader(data["regio"].flatMap { $0.isEmpty ? nil : RegionCode($0) })
            case .schoolContact: School.ID(subject).map { .schoolContact($0) }
            case .fund: .fund
            case .fundAdministrator: .fundAdministrator
            case nil: nil
            }
        if grant == nil { reject("rol", "Kies een rol uit de lijst.") }
        return grant
    }
}
