package import Domain
package import Foundation
package import HTTPBase
package import Hummingbird
package import PageKit

/// One room of the site: its pages, where their templates are, and its routes. Everything else in it is its own.
package protocol Room: Sendable {
    static var pages: [any Page.Type] { get }
    /// The folder with the room's templates.
    static var templates: URL? { get }
    static func addRoutes(_ doors: Doors, web: WebServices)
}

/// Who comes in where: each group lets through only whoever may be there; the database holds to the same lines.
package struct Doors {
    package let visitors: RouterGroup<VisitorContext>
    /// Pages that change only with the public content.
    package let published: RouterGroup<VisitorContext>
    /// Pages that change with running cases and places too.
    package let counted: RouterGroup<VisitorContext>
    package let sessions: DatabaseSessions
    /// Talks to identity providers.
    package let providers: ProviderDirectory

    package init(
        visitors: RouterGroup<VisitorContext>,
        published: RouterGroup<VisitorContext>,
        counted: RouterGroup<VisitorContext>,
        sessions: DatabaseSessions,
        providers: ProviderDirectory
    ) {
        self.visitors = visitors
        self.published = published
        self.counted = counted
        self.sessions = sessions
        self.providers = providers
    }

    /// Whoever is signed in as staff.
    package var staff: RouterGroup<SignedInContext> { visitors.group(context: SignedInContext.self) }
    /// Whoever is signed in as a candidate.
    package var candidates: RouterGroup<CandidateContext> { visitors.group(context: CandidateContext.self) }

    /// Staff whose role, as worn now, has the permission.
    package func staff(_ permission: Permission) -> RouterGroup<SignedInContext> {
        staff.add(middleware: RequirePermission(permission))
    }
}
