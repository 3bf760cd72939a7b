import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/account`: the own account of a staff member.
struct AccountController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    private static let path = "/account"

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/account", use: show)
        staff.post("/account/rol", use: chooseRole)
        staff.get("/account/wachtwoord", use: askPassword)
        staff.post("/account/wachtwoord", use: changePassword)
        staff.get("/account/tweede-stap", use: askSecondFactor)
        staff.post("/account/tweede-stap", use: replaceSecondFactor)
        staff.get("/account/herstelcodes", use: askRecoveryCodes)
        staff.post("/account/herstelcodes", use: makeRecoveryCodes)
        staff.post("/account/apparaten/{id}/afmelden", use: endSession)
        staff.post("/account/overal-afmelden", use: endAllSessions)
        staff.get("/account/blijf", use: stay)
    }

    // MARK: Show

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let session = context.session
        let account = try await KeepAccount(world: web.world).overview(of: session.staffMemberID)
        return try web.page(
            AccountShowPage(account, session, web: web),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func chooseRole(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let role = context.formData["rol"].flatMap({ RoleAssignment.ID($0) }),
            let assignment = context.session.assignments.first(where: { $0.id == role })
        else { throw Rejected("rol", "Kies een van je rollen.") }
        try await KeepAccount(world: web.world).choose(
            role,
            of: context.session.staffMemberID,
            tokenHash: context.session.tokenHash.bytes
        )
        return web.seeOther(assignment.role.startPath, notice: .roleChosen)
    }

    // MARK: Password

    @Sendable private func askPassword(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(AccountFormPage.password(), context)
    }

    @Sendable private func changePassword(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            try await KeepAccount(world: web.world).changePassword(
                from: context.formData["wachtwoord"] ?? "",
                to: context.formData["nieuw"] ?? "",
                of: context.session.staffMemberID,
                keeping: context.session.tokenHash.bytes
            )
            return web.seeOther(Self.path, notice: .passwordChanged)
        } catch let error as Rejected {
            return try web.page(AccountFormPage.password(error.fields), context, status: .badRequest)
        } catch let error as TooManyGuesses {
            return try web.tooMany(error, AccountFormPage.password(warning: web.wait(error)), context)
        }
    }

    // MARK: Second factor

    @Sendable private func askSecondFactor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let offer = try await SetUpSecondFactor(world: web.world).offer(for: context.session.staffMemberID)
        return try web.page(
            SecondFactorPage(offer, action: "/account/tweede-stap", asksPassword: true),
            context
        )
    }

    @Sendable private func replaceSecondFactor(_ request: Request, _ context: SignedInContext) async throws -> Response
    {
        let action = SetUpSecondFactor(world: web.world)
        let (id, sealed) = (context.session.staffMemberID, context.formData["sleutel"] ?? "")
        do {
            let codes = try await action.replace(
                context.formData["code"] ?? "",
                sealed: sealed,
                password: context.formData["wachtwoord"] ?? "",
                of: id
            )
            return try web.page(RecoveryCodesPage(codes, next: Self.path), context)
        } catch let error as Rejected {
            let offer = try await action.offer(for: id, again: sealed)
            return try web.page(
                SecondFactorPage(offer, action: "/account/tweede-stap", asksPassword: true, errors: error.fields),
                context,
                status: .badRequest
            )
        } catch let error as TooManyGuesses {
            return try web.tooMany(error, AccountFormPage.password(warning: web.wait(error)), context)
        } catch is SignInStepOver {
            throw Conflict(
                code: "stale",
                message: "Je account is intussen gewijzigd. Begin opnieuw met het instellen van de tweede stap."
            )
        }
    }

    @Sendable private func askRecoveryCodes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(AccountFormPage.recoveryCodes(), context)
    }

    @Sendable private func makeRecoveryCodes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            let codes = try await KeepAccount(world: web.world).makeRecoveryCodes(
                of: context.session.staffMemberID,
                password: context.formData["wachtwoord"] ?? ""
            )
            return try web.page(RecoveryCodesPage(codes, next: Self.path), context)
        } catch let error as Rejected {
            return try web.page(AccountFormPage.recoveryCodes(error.fields), context, status: .badRequest)
        } catch let error as TooManyGuesses {
            return try web.tooMany(error, AccountFormPage.recoveryCodes(warning: web.wait(error)), context)
        }
    }

    // MARK: Sessions

    @Sendable private func endSession(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        try await KeepAccount(world: web.world).endSession(id, of: context.session.staffMemberID)
        return web.seeOther(Self.path, notice: .deviceSignedOut)
    }

    @Sendable private func endAllSessions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await KeepAccount(world: web.world).endAllSessions(of: context.session.staffMemberID)
        var response = web.seeOther("/", notice: .signedOut)
        response.clearSession()
        return response
    }

    /// Opening this keeps the session alive: the script's button "Blijf aangemeld" fetches it, and without a script it is a page.
    @Sendable private func stay(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (time, now) = (web.world.time, web.world.now())
        let until = min(now + DatabaseSessions.idleSeconds, context.session.endsAt)
        return try web.page(
            TextPage(
                title: "Je blijft aangemeld",
                lead: "Doe je niets, dan word je om \(time.clock(until)) uur afgemeld.",
                sections: [
                    TextPage.Section(
                        "waarom",
                        "Waarom word ik afgemeld?",
                        [
                            "Na een half uur zonder klik word je afgemeld, en na twaalf uur altijd. Zo kan niemand bij de gegevens "
                                + "als jij even weg bent."
                        ]
                    )
                ]
            ),
            context
        )
    }
}

extension AccountFormPage {
    fileprivate static func password(_ errors: [FieldError] = [], warning: Notice? = nil) -> AccountFormPage {
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        return AccountFormPage(
            header: PageHeader(
                title: "Wijzig je wachtwoord",
                lead: "Op andere apparaten word je afgemeld.",
                back: PageLink("Terug naar je account", "/account"),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            warning: warning,
            action: "/account/wachtwoord",
            fields: [
                .currentPassword(error("wachtwoord")),
                .ownPassword("nieuw", label: "Je nieuwe wachtwoord", error: error("nieuw")),
            ],
            button: "Wijzig je wachtwoord"
        )
    }

    fileprivate static func recoveryCodes(_ errors: [FieldError] = [], warning: Notice? = nil) -> AccountFormPage {
        AccountFormPage(
            header: PageHeader(
                title: "Maak nieuwe herstelcodes",
                lead: "Je oude herstelcodes werken daarna niet meer.",
                back: PageLink("Terug naar je account", "/account"),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            warning: warning,
            action: "/account/herstelcodes",
            fields: [.currentPassword(errors.first?.message)],
            button: "Maak nieuwe codes"
        )
    }
}

extension TextField {
    fileprivate static func currentPassword(_ error: String?) -> TextField {
        TextField(
            name: "wachtwoord",
            label: "Je wachtwoord van nu",
            error: error,
            kind: .password,
            autocomplete: "current-password"
        )
    }
}
