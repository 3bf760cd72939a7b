import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Logging
import PageKit
import Postgres
import Site
import Store

/// `/oidc/…`: signing in with the account of one's own organisation (Entra ID, SURFconext), by OpenID Connect.
///
/// It begins with a link, since a form may only go to ourselves (Content-Security-Policy), and the browser comes back with a
/// GET, which our cookie with SameSite=Lax accompanies.
struct ProviderController: Sendable {
    static let returnPath = "/oidc/terug"

    let web: WebServices
    let sessions: DatabaseSessions
    let directory: ProviderDirectory

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/oidc/{provider}/begin", use: begin)
        visitors.get("/oidc/terug", use: end)
        ProviderLinkController(web: web).addRoutes(staff: staff)
    }

    // MARK: Going

    @Sendable private func begin(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let query = try Query(request)
        let returnPath = ownPath(try query.text("terug", maxLength: 2_000)) ?? ""
        let linking = try query.flag("koppel") ? try whoLinks(context) : nil
        let slug = context.parameters.get("provider") ?? ""
        let found = try await web.world.database.transaction(as: .visitor) { connection in
            try await ProviderStore.enabled(slug: slug, on: connection)
        }
        guard let provider = found else { throw NotFound() }
        // Whom another organisation's provider vouches for is nobody's colleague here.
        if linking != nil, context.session?.organisationID != provider.organisationID { throw NotFound() }
        if linking != nil, let session = context.session, !web.isFresh(session) {
            return try web.page(ProviderProblem.staleSession, context)
        }
        let authorization = AuthorizationRequest(randomBytes: web.world.randomBytes)
        let browser = ProviderSecret(bytes: web.world.randomBytes(ProviderSecret.byteCount))
        let address: String
        do {
            address = try await client(provider).address(for: authorization)
        } catch let failure as ProviderFailure {
            return try refuse(failure, provider, context)
        }
        try await BeginProviderSignIn(world: web.world)(
            ProviderAttemptStore.Attempt(
                providerID: provider.id,
                nonce: authorization.nonce,
                codeVerifier: authorization.codeVerifier,
                returnPath: returnPath,
                staffMemberID: linking
            ),
            ProviderAttemptStore.Key(state: authorization.state.hash, browser: browser.hash),
            seconds: ProviderSecret.lifetime
        )
        return .toProvider(address, keeping: browser)
    }

    private func whoLinks(_ context: VisitorContext) throws -> StaffMember.ID {
        guard let session = context.session else { throw SignInRequired() }
        return session.staffMemberID
    }

    // MARK: Coming back

    @Sendable private func end(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let query = try Query(request)
        // A code is as long as the provider likes; Entra ID's have well over a thousand characters.
        let code = try query.text("code", maxLength: 4_096)
        guard let state = try query.text("state").flatMap({ ProviderSecret($0) }), let browser = request.providerSecret
        else { return try web.page(ProviderProblem.over, context) }
        let key = ProviderAttemptStore.Key(state: state.hash, browser: browser.hash)
        let now = web.world.now()
        let (found, open) = try await web.world.database.transaction(as: .visitor) { connection in
            let attempt = try await ProviderAttemptStore.use(key, at: now, on: connection)
            let providers = try await ProviderStore.enabled(on: connection)
            return (attempt, providers.first { $0.id == attempt?.providerID })
        }
        guard let attempt = found, let provider = open else { return try web.page(ProviderProblem.over, context) }
        guard let code else {
            return try web.page(.stopped(provider.name), context)
        }
        let subject: String
        do {
            subject = try await client(provider).subject(
                code: code,
                answeringIssuer: try query.text("iss", maxLength: 500),
                codeVerifier: attempt.codeVerifier,
                nonce: attempt.nonce
            )
        } catch let failure as ProviderFailure {
            return try refuse(failure, provider, context)
        }
        guard let staffMember = attempt.staffMemberID else {
            return try await signIn(subject, provider, attempt, request, context)
        }
        return try await askToLink(subject, provider, staffMember, state: state, key, context)
    }

    private func signIn(
        _ subject: String,
        _ provider: ProviderStore.Row,
        _ attempt: ProviderAttemptStore.Attempt,
        _ request: Request,
        _ context: VisitorContext
    ) async throws -> Response {
        let staffMember: StaffMember.ID
        do {
            staffMember = try await SignInWithProvider(world: web.world)(provider.id, subject: subject)
        } catch SignInWithProvider.Refusal.unknownSubject {
            return try web.page(.unknown(provider.name), context)
        } catch SignInWithProvider.Refusal.accountClosed {
            return try web.page(.closed, context)
        }
        let token: SessionToken
        do {
            token = try await sessions.begin(
                for: .staff(staffMember),
                through: provider.id,
                device: Device.name(of: request),
                replacing: context.signedIn?.tokenHash
            )
        } catch let error as DatabaseError where error.constraint == "sessions_provider_open" {
            // Closed while the person signed in there.
            return try web.page(ProviderProblem.over, context)
        }
        let path =
            attempt.returnPath.isEmpty
            ? web.landing(request, otherwise: try await startPath(of: staffMember)) : attempt.returnPath
        var response = web.seeOther(path)
        response.setSession(token)
        response.clearProviderSecret()
        return response
    }

    private func startPath(of staffMember: StaffMember.ID) async throws -> String {
        let roles = try await web.world.database.transaction(as: .person(staffMember)) { connection in
            try await RoleStore.assignments(of: staffMember, on: connection)
        }
        return roles.first?.role.startPath ?? "/account"
    }

    /// The account is linked only after a yes, in a form: coming back from a provider changes nothing by itself.
    private func askToLink(
        _ subject: String,
        _ provider: ProviderStore.Row,
        _ staffMember: StaffMember.ID,
        state: ProviderSecret,
        _ key: ProviderAttemptStore.Key,
        _ context: VisitorContext
    ) async throws -> Response {
        guard let session = context.session, session.staffMemberID == staffMember else {
            return try web.page(ProviderProblem.over, context)
        }
        try await web.world.database.transaction(as: .person(staffMember)) { connection in
            try await ProviderAttemptStore.keep(subject: subject, key, on: connection)
        }
        return try web.page(
            ProviderLinkPage(provider: provider.name, person: session.displayName, attempt: state.text),
            context
        )
    }

    // MARK: Both ways

    private func client(_ provider: ProviderStore.Row) -> ProviderClient {
        ProviderClient(
            ProviderClient.Registration(
                issuer: provider.issuer,
                clientID: provider.clientID,
                secretName: provider.secretName,
                returnAddress: web.world.publicOrigin + Self.returnPath
            ),
            directory: directory,
            now: web.world.now
        )
    }

    private func refuse(
        _ failure: ProviderFailure,
        _ provider: ProviderStore.Row,
        _ context: VisitorContext
    ) throws -> Response {
        context.logger.warning(
            "signing in through a provider failed",
            metadata: ["provider.id": "\(provider.id)", "provider.failure": "\(failure)"]
        )
        return try web.page(failure.isOutage ? .away(provider.name) : .notBelieved(provider.name), context)
    }
}
