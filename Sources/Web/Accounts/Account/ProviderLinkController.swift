import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/account/koppelingen`: with which accounts elsewhere someone signs in.
struct ProviderLinkController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/account/koppelingen", use: index)
        staff.post("/account/koppelingen", use: create)
        staff.post("/account/koppelingen/{provider}/weg", use: delete)
    }

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = context.session.staffMemberID
        let (providers, links) = try await web.world.database.transaction(as: .person(id)) { connection in
            (try await ProviderStore.all(on: connection), try await ProviderStore.links(of: id, on: connection))
        }
        let rows = providers.compactMap { provider -> ProviderListPage.Row? in
            let link = links.first { $0.slug == provider.slug }
            // A provider that was closed, or is another organisation's, is shown only to whoever still has a link with it.
            let isOwn = provider.isEnabled && provider.organisationID == context.session.organisationID
            guard link != nil || isOwn else { return nil }
            return ProviderListPage.Row(
                name: provider.name,
                linked: link.map { web.world.time.today(at: $0.linkedAt).dutchShort(seenOn: web.world.today) },
                action: link == nil
                    ? "/oidc/\(provider.slug)/begin?koppel=ja" : "/account/koppelingen/\(provider.slug)/weg"
            )
        }
        return try web.page(
            ProviderListPage(rows: rows, canLink: web.isFresh(context.session)),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard web.isFresh(context.session) else {
            return try web.page(ProviderProblem.staleSession, context)
        }
        guard let state = context.formData["poging"].flatMap({ ProviderSecret($0) }),
            let browser = request.providerSecret
        else { return try web.page(ProviderProblem.over, context) }
        try await LinkProvider(world: web.world)(
            ProviderAttemptStore.Key(state: state.hash, browser: browser.hash),
            of: context.session.staffMemberID
        )
        var response = web.seeOther("/account/koppelingen", notice: .providerLinked)
        response.clearProviderSecret()
        return response
    }

    @Sendable private func delete(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await UnlinkProvider(world: web.world)(
            slug: context.parameters.get("provider") ?? "",
            of: context.session.staffMemberID
        )
        return web.seeOther("/account/koppelingen", notice: .providerUnlinked)
    }
}

extension WebServices {
    /// Whether someone signed in less than a quarter of an hour ago: a session left open may not open new doors.
    func isFresh(_ session: Session) -> Bool {
        let signedInAt = session.endsAt - DatabaseSessions.longestSeconds
        return world.now().timeIntervalSince(signedInAt) < 15 * 60
    }
}
