import HTTPTypes
import Hummingbird

/// The headers internet.nl and ASVS ask for, on every answer, errors included.
///
/// Scripts, styles and pictures come from our own files only, so templates hold no inline script or style. The
/// referrer stays within the site: under `no-referrer` a browser would post with `Origin: null`.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = RootContext

    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let fields: [(name: String, value: String)] = [
        ("Content-Security-Policy", contentSecurityPolicy),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    func handle(
        _ request: Request,
        context: RootContext,
        next: @concurrent (Request, RootContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        Self.add(to: &response.headers)
        return response
    }

    static func add(to headers: inout HTTPFields) {
        for field in fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            headers[name] = field.value
        }
    }

    static func areIn(_ headers: HTTPFields) -> Bool {
        headers.contains { $0.name.canonicalName == "content-security-policy" }
    }
}
