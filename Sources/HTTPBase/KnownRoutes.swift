public import Hummingbird
import Synchronization

/// Which methods a path knows, so that a wrong method gets 405 with `Allow` instead of 404.
///
/// The router itself cannot tell; it is asked once, when all routes are there.
public final class KnownRoutes: Sendable {
    private struct Route: Sendable {
        let path: RouterPath
        let method: HTTPRequest.Method
    }

    private let known = Mutex<[Route]>([])

    public init() {}

    /// Call after the last route was added.
    public func learn(_ router: Router<RootContext>) {
        let routes = router.routes.map { Route(path: $0.path, method: $0.method) }
        known.withLock { $0 = routes }
    }

    /// The value of `Allow` for a path; nil when no route has this path.
    func allowed(at path: String) -> String? {
        let methods = methods(at: path)
        guard !methods.isEmpty else { return nil }
        return Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted().joined(separator: ", ")
    }

    /// Whether a page can be opened at this path.
    func opens(_ path: String) -> Bool { methods(at: path).contains("GET") }

    private func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        return known.withLock { routes in
            routes.filter { route in
                route.path.components.count == parts.count
                    && zip(route.path.components, parts).allSatisfy { $0 ~= $1 }
            }.map(\.method.rawValue)
        }
    }
}
