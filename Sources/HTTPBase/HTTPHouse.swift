public import Hummingbird

/// Builds the router with everything around the pages, in the order that was measured to work:
/// log → security headers → errors → limits → files → (session → form and cross-site check) → page.
public struct HTTPHouse: Sendable {
    public let files: StaticFiles
    public let routes = KnownRoutes()
    private let signInPath: String?
    private let candidateSignInPath: String?
    private let limits: RequestLimits?
    private let isUnavailable: @Sendable (any Error) -> Bool
    private let renderError: @Sendable (ErrorPageModel) -> String

    /// - Parameters:
    ///   - signInPath: where a visitor is sent who opens a page of staff; nil when nobody can sign in here.
    ///   - candidateSignInPath: the same for the pages of a candidate.
    ///   - limits: how often one address may ask; nil for no limit.
    ///   - isUnavailable: tells the errors that mean "the database is away" (503) from faults (500).
    ///   - renderError: makes the page of an error; must not throw or wait.
    public init(
        files: StaticFiles,
        signInPath: String?,
        candidateSignInPath: String? = nil,
        limits: RequestLimits? = nil,
        isUnavailable: @escaping @Sendable (any Error) -> Bool,
        renderError: @escaping @Sendable (ErrorPageModel) -> String
    ) {
        self.files = files
        self.signInPath = signInPath
        self.candidateSignInPath = candidateSignInPath
        self.limits = limits
        self.isUnavailable = isUnavailable
        self.renderError = renderError
    }

    /// A router without routes. HEAD is answered wherever GET is. After the last route: `routes.learn(router)`.
    public func makeRouter() -> Router<RootContext> {
        let router = Router(context: RootContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            RequestLog()
            SecurityHeaders()
            ErrorPages(
                signInPath: signInPath,
                candidateSignInPath: candidateSignInPath,
                routes: routes,
                isUnavailable: isUnavailable,
                render: renderError
            )
            RequestLimiter(limits)
            StaticFilesMiddleware(files: files)
        }
        return router
    }

    /// The routes of the pages: the session is loaded, a form is read and its origin checked.
    ///
    /// - Parameters:
    ///   - bodyLimit: bytes a posted form may have.
    ///   - largerBodies: other limits by route template, e.g. `["/invoer/kandidaten": 6_000_000]`.
    ///   - kept: keeps forms that come too late; without it they are lost.
    public func visitors(
        _ router: Router<RootContext>,
        sessions: any SessionLoading,
        keys: CrossSiteKeys,
        bodyLimit: Int = 512 * 1024,
        largerBodies: [String: Int] = [:],
        kept: KeptForms? = nil
    ) -> RouterGroup<VisitorContext> {
        let group = router.group(context: VisitorContext.self)
            .add(middleware: SessionMiddleware(sessions: sessions))
            .add(
                middleware: CrossSiteProtection(
                    keys: keys,
                    bodyLimit: bodyLimit,
                    largerBodies: largerBodies,
                    kept: kept,
                    routes: routes
                )
            )
        guard let kept else { return group }
        return group.add(middleware: KeptFormsMiddleware(kept: kept))
    }
}
