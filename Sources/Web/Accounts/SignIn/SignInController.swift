import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/aanmelden`: signing in of staff in two steps, and `/afmelden`.
struct SignInController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    static let path = "/aanmelden"
    private static let codePath = "/aanmelden/code"
    private static let setUpPath = "/aanmelden/tweede-stap"

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/aanmelden", use: askPassword)
        visitors.post("/aanmelden", use: checkPassword)
        visitors.get("/aanmelden/code", use: askCode)
        visitors.post("/aanmelden/code", use: checkCode)
        visitors.get("/aanmelden/tweede-stap", use: askSetUp)
        visitors.post("/aanmelden/tweede-stap", use: setUp)
        visitors.post("/afmelden", use: signOut)
    }

    // MARK: Password

    @Sendable private func askPassword(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let returnPath = ownPath(try Query(request).text("terug", maxLength: 2_000))
        let already = context.session.map {
            Notice(
                .info,
                text: "Je bent al aangemeld als \($0.displayName).",
                link: PageLink("Ga verder", returnPath ?? $0.startPath)
            )
        }
        return try web.page(
            try await page(mail: "", returnPath: returnPath, warning: already),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func checkPassword(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (mail, returnPath) = (context.formData["mail"] ?? "", ownPath(context.formData["terug"]))
        do {
            let step = try await SignIn(world: web.world).checkPassword(
                mail: String(mail.trimmingCharacters(in: .whitespacesAndNewlines).prefix(254)),
                password: context.formData["wachtwoord"] ?? "",
                address: context.addressText
            )
            return try await goOn(after: step, returnPath: returnPath)
        } catch is SignInRefused {
            let text = "Het e-mailadres of het wachtwoord klopt niet. Kijk het na en probeer het opnieuw."
            return try web.page(
                try await page(mail: mail, returnPath: returnPath, error: text),
                context,
                status: .badRequest
            )
        } catch let error as TooManyGuesses {
            return try web.tooMany(
                error,
                try await page(mail: mail, returnPath: returnPath, warning: web.wait(error)),
                context
            )
        }
    }

    private func page(
        mail: String,
        returnPath: String?,
        error: String? = nil,
        warning: Notice? = nil
    ) async throws -> AccountFormPage {
        let providers = try await web.world.database.transaction(as: .visitor) { connection in
            try await ProviderStore.enabled(on: connection)
        }
        // A link and no button: a form may only go to ourselves (Content-Security-Policy).
        let links = providers.map { provider in
            let path = "/oidc/\(provider.slug)/begin"
            return PageLink("Meld je aan met \(provider.name)", Self.with(returnPath, path))
        }
        return .signIn(mail: mail, returnPath: returnPath, providers: links, error: error, warning: warning)
    }

    /// The second step, with what is known so far in a cookie for ten minutes.
    func goOn(after step: SignInStep, returnPath: String?) async throws -> Response {
        let path = try await SignIn(world: web.world).needsSetUp(step) ? Self.setUpPath : Self.codePath
        var response = Response.seeOther(Self.with(returnPath, path))
        response.set(.signInStep, to: web.world.text(of: step), seconds: SignInStep.seconds)
        return response
    }

    // MARK: Second factor

    @Sendable private func askCode(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await within(request) { step, returnPath in
            if try await SignIn(world: web.world).needsSetUp(step) {
                return .seeOther(Self.with(returnPath, Self.setUpPath))
            }
            return try web.page(AccountFormPage.code(returnPath: returnPath), context, notice: web.notice(of: request))
        }
    }

    @Sendable private func checkCode(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await within(request) { step, _ in
            let returnPath = ownPath(context.formData["terug"])
            do {
                let person = try await SignIn(world: web.world).checkSecondFactor(
                    context.formData["code"] ?? "",
                    after: step,
                    address: context.addressText
                )
                let response = web.seeOther(try await next(returnPath, person, request))
                return try await begin(person, response, request, context)
            } catch is SignInRefused {
                let text = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app en vul die in."
                return try web.page(
                    AccountFormPage.code(returnPath: returnPath, error: text),
                    context,
                    status: .badRequest
                )
            } catch let error as TooManyGuesses {
                return try web.tooMany(
                    error,
                    AccountFormPage.code(returnPath: returnPath, warning: web.wait(error)),
                    context
                )
            }
        }
    }

    @Sendable private func askSetUp(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await within(request) { step, returnPath in
            let offer = try await SetUpSecondFactor(world: web.world).offer(after: step)
            return try web.page(
                SecondFactorPage(offer, action: Self.setUpPath, returnPath: returnPath),
                context,
                notice: web.notice(of: request)
            )
        }
    }

    @Sendable private func setUp(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await within(request) { step, _ in
            let (sealed, returnPath) = (context.formData["sleutel"] ?? "", ownPath(context.formData["terug"]))
            let action = SetUpSecondFactor(world: web.world)
            do {
                let codes = try await action.confirm(context.formData["code"] ?? "", sealed: sealed, after: step)
                let next = try await next(returnPath, step.staffMemberID, request)
                // The codes are shown once, so they stand in this answer and not behind a redirect.
                let response = try web.page(RecoveryCodesPage(codes, next: next), context)
                return try await begin(step.staffMemberID, response, request, context)
            } catch let error as Rejected {
                let offer = try await action.offer(after: step, again: sealed)
                return try web.page(
                    SecondFactorPage(offer, action: Self.setUpPath, returnPath: returnPath, errors: error.fields),
                    context,
                    status: .badRequest
                )
            }
        }
    }

    // MARK: The session

    /// The session begins with a new token; whatever session the browser had ends.
    private func begin(
        _ person: StaffMember.ID,
        _ response: Response,
        _ request: Request,
        _ context: VisitorContext
    ) async throws -> Response {
        let token = try await sessions.begin(
            for: .staff(person),
            device: Device.name(of: request),
            replacing: context.signedIn?.tokenHash
        )
        var response = response
        response.setSession(token)
        response.clear(.signInStep)
        return response
    }

    @Sendable private func signOut(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if let signedIn = context.signedIn { try await sessions.end(signedIn.tokenHash) }
        var response = web.seeOther("/", notice: .signedOut)
        response.clearSession()
        return response
    }

    /// Where the person wanted to be, or where someone in this role begins.
    private func next(_ returnPath: String?, _ person: StaffMember.ID, _ request: Request) async throws -> String {
        if let returnPath { return returnPath }
        let assignments = try await web.world.database.transaction(as: .person(person)) { connection in
            try await RoleStore.assignments(of: person, on: connection)
        }
        return web.landing(request, otherwise: assignments.first?.role.startPath ?? "/account")
    }

    /// Runs with the step of the cookie; without one, or when it is over, the sign-in begins anew.
    private func within(
        _ request: Request,
        _ body: (SignInStep, _ returnPath: String?) async throws -> Response
    ) async throws -> Response {
        let returnPath = ownPath(try Query(request).text("terug", maxLength: 2_000))
        do {
            guard let step = HostCookie.signInStep.value(in: request).flatMap({ web.world.signInStep($0) }) else {
                throw SignInStepOver()
            }
            var response = try await body(step, returnPath)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch is SignInStepOver {
            var response = web.seeOther(Self.with(returnPath, Self.path), notice: .signInOver)
            response.clear(.signInStep)
            return response
        }
    }

    private static func with(_ returnPath: String?, _ path: String) -> String {
        returnPath.map { addingQuery("terug", $0, to: path) } ?? path
    }
}

extension HostCookie {
    static let signInStep = HostCookie("stap")
}

extension Session {
    /// Where someone in this role begins.
    package var startPath: String { assignment?.role.startPath ?? "/account" }
}
