import HTTPTypes
public import Hummingbird

/// A small cookie of ours beside the session: only for this host, over TLS, out of reach of scripts.
public struct HostCookie: Sendable {
    let name: String

    /// - Parameter purpose: lower-case letters; the cookie is called `__Host-doorwijzer-…`.
    public init(_ purpose: String) { name = "__Host-doorwijzer-\(purpose)" }

    /// What the browser brought; nil when it brought nothing.
    public func value(in request: Request) -> String? { request.cookies[name]?.value }
}

extension Response {
    /// Gives the browser a cookie for so many seconds. The value holds letters, digits, `.`, `-` and `_` only.
    public mutating func set(_ cookie: HostCookie, to value: String, seconds: Int) {
        append(cookie, "\(value); Max-Age=\(seconds)")
    }

    /// Makes the browser forget the cookie.
    public mutating func clear(_ cookie: HostCookie) {
        append(cookie, "; Max-Age=0")
    }

    private mutating func append(_ cookie: HostCookie, _ value: String) {
        headers.append(
            HTTPField(name: .setCookie, value: "\(cookie.name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax")
        )
    }
}
