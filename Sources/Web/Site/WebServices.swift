package import Actions
import Domain
import Foundation
package import HTTPBase
package import Hummingbird
package import PageKit

/// What every controller needs: the world, the renderer, and what is the same on each page.
package struct WebServices: Sendable {
    package let world: World
    /// Regions, municipalities, roles, the instrument, …: read once at start.
    package let reference: ReferenceData
    /// Places and cases in memory, for rankings.
    package let matching: MatchSnapshot
    /// Published projects in memory, for lists.
    package let projects: ProjectCatalogReader
    /// The dots of the country, for maps.
    package let ground: CountryGround
    package let renderer: PageRenderer
    package let site: Installation
    package let assets: Assets

    package init(
        world: World,
        reference: ReferenceData,
        matching: MatchSnapshot,
        projects: ProjectCatalogReader,
        renderer: PageRenderer,
        site: Installation,
        assets: Assets
    ) {
        self.world = world
        self.reference = reference
        self.matching = matching
        self.projects = projects
        ground = CountryGround(projects: projects)
        self.renderer = renderer
        self.site = site
        self.assets = assets
    }

    /// A page in its layout, for whoever looks.
    ///
    /// - Parameters:
    ///   - notice: the one-time message after a redirect, see ``notice(of:)``.
    ///   - alternates: the same list in other forms.
    ///   - linkedData: what the page is about, for search engines.
    package func page<P: Page>(
        _ page: P,
        _ context: some PageContext,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil,
        alternates: [AlternateLink] = [],
        linkedData: LinkedData? = nil
    ) throws -> Response {
        let layout = Layout(
            site: site,
            assets: assets,
            currentPath: context.endpointPath ?? "/",
            navigation: navigation(context),
            person: person(context),
            csrfToken: context.csrfToken,
            notice: notice,
            alternates: alternates
        )
        let html = try renderer.render(page, layout: layout)
        return .html(linkedData?.added(to: html) ?? html, status: status)
    }

    private func navigation(_ context: some PageContext) -> Navigation {
        switch context.visitor {
        case .staff(let session): .staff(session.assignment?.role)
        case .candidate: .candidate
        case nil: .visitor
        }
    }

    private func person(_ context: some PageContext) -> SignedInPerson? {
        switch context.visitor {
        case .staff(let session):
            SignedInPerson(
                name: session.displayName,
                teamName: session.assignment?.description ?? "",
                accountURL: "/account",
                switchURL: site.isDemo ? "/demo/kies" : nil,
                sessionEnd: sessionEnd(session.endsAt, stayURL: "/account/blijf")
            )
        case .candidate(let session):
            SignedInPerson(
                name: session.displayName,
                teamName: "kandidaat",
                accountURL: "/mijn",
                switchURL: site.isDemo ? "/demo/kies" : nil,
                sessionEnd: sessionEnd(session.endsAt, stayURL: "/mijn")
            )
        case nil: nil
        }
    }

    /// When who does nothing from now on is signed out.
    private func sessionEnd(_ endsAt: Date, stayURL: String) -> SessionEnd {
        let now = world.now()
        let end = min(now + DatabaseSessions.idleSeconds, endsAt)
        return SessionEnd(clock: world.time.clock(end), seconds: Int(end.timeIntervalSince(now)), stayURL: stayURL)
    }

    /// Who acts. Everyone signed in who works with cases belongs to a team in a region.
    package func actor(_ context: SignedInContext) throws -> Actor {
        guard let teamID = context.session.teamID, let regionCode = context.session.regionCode else {
            throw Forbidden("Deze pagina is voor coördinatoren van een team.")
        }
        return Actor(staffMemberID: context.session.staffMemberID, teamID: teamID, regionCode: regionCode)
    }

    /// Redirects to a path of ours after a POST, with a message for the next page.
    package func seeOther(_ path: String, notice: NoticeCode? = nil) -> Response {
        guard let notice else { return .seeOther(path) }
        return .seeOther(path + (path.contains("?") ? "&" : "?") + "\(Query.noticeKey)=\(notice.rawValue)")
    }

    /// The message a redirect left in the query; an unknown code is no message.
    package func notice(of request: Request) -> Notice? {
        request.uri.queryParameters[Substring(Query.noticeKey)]
            .flatMap { NoticeCode(rawValue: String($0)) }
            .map { Notice($0.kind, text: $0.sentence) }
    }
}

/// What a page needs to know of the request it answers.
package protocol PageContext: RequestContext {
    /// Who looks; nil for whoever is not signed in.
    var visitor: SignedIn? { get }
    var csrfToken: String { get }
}

extension VisitorContext: PageContext {
    package var visitor: SignedIn? { signedIn }
}

extension SignedInContext: PageContext {
    package var visitor: SignedIn? { .staff(session) }
}

extension CandidateContext: PageContext {
    package var visitor: SignedIn? { .candidate(session) }
}

extension RoleAssignment {
    /// The role with what it was given for, as the head of the page shows it.
    package var description: String {
        role == .coordinator || scopeName.isEmpty
            ? (scopeName.isEmpty ? role.dutchName : scopeName) : "\(role.dutchName), \(scopeName)"
    }
}
