public import Actions
import Domain
import Foundation
public import HTTPBase
public import Hummingbird
public import Pages

/// What every controller needs: the world, the renderer, and what is the same on each page.
public struct WebServices: Sendable {
    public let world: World
    /// Regions, municipalities, roles, the instrument, …: read once at start.
    public let reference: ReferenceData
    /// Places and cases in memory, for rankings.
    public let matching: MatchSnapshot
    public let renderer: PageRenderer
    public let site: Site
    public let assets: Assets

    public init(
        world: World,
        reference: ReferenceData,
        matching: MatchSnapshot,
        renderer: PageRenderer,
        site: Site,
        assets: Assets
    ) {
        self.world = world
        self.reference = reference
        self.matching = matching
        self.renderer = renderer
        self.site = site
        self.assets = assets
    }

    /// A page in its layout, for whoever looks.
    ///
    /// - Parameters:
    ///   - notice: the one-time message after a redirect, see ``notice(of:)``.
    ///   - alternates: the same list in other forms.
    public func page<P: Page>(
        _ page: P,
        _ context: some PageContext,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil,
        alternates: [AlternateLink] = []
    ) throws -> Response {
        let person = context.visitorSession.map {
            SignedInPerson(name: $0.displayName, teamName: $0.teamName, switchURL: site.isDemo ? "/demo/kies" : nil)
        }
        let layout = Layout(
            site: site,
            assets: assets,
            currentPath: context.endpointPath ?? "/",
            navigation: person == nil ? .visitor : .coordinator,
            person: person,
            csrfToken: context.csrfToken,
            notice: notice,
            alternates: alternates
        )
        return .html(try renderer.render(page, layout: layout), status: status)
    }

    /// Who acts. Everyone signed in who works with cases belongs to a team in a region.
    public func actor(_ context: SignedInContext) throws -> Actor {
        guard let teamID = context.session.teamID, let regionCode = context.session.regionCode else {
            throw Forbidden("Deze pagina is voor coördinatoren van een team.")
        }
        return Actor(staffMemberID: context.session.staffMemberID, teamID: teamID, regionCode: regionCode)
    }

    /// Redirects to a path of ours after a POST, with a message for the next page.
    public func seeOther(_ path: String, notice: NoticeCode? = nil) -> Response {
        guard let notice else { return .seeOther(path) }
        return .seeOther(path + (path.contains("?") ? "&" : "?") + "\(NoticeCode.key)=\(notice.rawValue)")
    }

    /// The message a redirect left in the query; an unknown code is no message.
    public func notice(of request: Request) -> Notice? {
        request.uri.queryParameters[Substring(NoticeCode.key)]
            .flatMap { NoticeCode(rawValue: String($0)) }
            .map { Notice($0.kind, text: $0.sentence) }
    }
}

/// What a page needs to know of the request it answers.
public protocol PageContext: RequestContext {
    var visitorSession: Session? { get }
    var csrfToken: String { get }
}

extension VisitorContext: PageContext {
    public var visitorSession: Session? { session }
}

extension SignedInContext: PageContext {
    public var visitorSession: Session? { session }
}
