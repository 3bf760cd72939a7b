import Crypto
public import Foundation
import HTTPTypes
import Hummingbird

/// Makes and checks the tokens in our forms, so that no other site can post in someone's name.
///
/// A signed-in page carries the HMAC of the session's token hash, and to whom it was given. A page for visitors carries a token
/// bound to the hour in which it was made, good for a day; nothing has to be stored for it.
public struct CrossSiteKeys: Sendable {
    private let key: SymmetricKey
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - secret: at least 32 random bytes, the same in every process that serves.
    ///   - now: the clock, for the visitor's token.
    public init(secret: [UInt8], now: @escaping @Sendable () -> Date) {
        key = SymmetricKey(data: secret)
        self.now = now
    }

    /// The token for forms on a page of this session, or of a visitor when nil.
    public func token(for session: SignedIn?) -> String {
        if let session {
            return "\(code("session", session.tokenHash.bytes)).\(session.owner.text)"
        }
        let hour = currentHour
        return "\(hour).\(code("visitor", Array(String(hour).utf8)))"
    }

    /// Whether the token is one that ``token(for:)`` gave to the same session, or to a visitor in the last day.
    public func accepts(_ token: String, for session: SignedIn?) -> Bool {
        if let session {
            return Self.equal(token, self.token(for: session))
        }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), (0...24).contains(currentHour - hour) else { return false }
        return Self.equal(String(parts[1]), code("visitor", Array(String(hour).utf8)))
    }

    private var currentHour: Int { Int(now().timeIntervalSince1970 / 3600) }

    private func code(_ purpose: String, _ bytes: [UInt8]) -> String {
        let message = Array("doorwijzer form \(purpose) ".utf8) + bytes
        return Base64URL.encode(Array(HMAC<SHA256>.authenticationCode(for: message, using: key)))
    }

    /// Compares without telling by its duration where two tokens differ.
    private static func equal(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Reads the form of an unsafe request and lets it through only when it came from our own page.
///
/// `Sec-Fetch-Site` decides, else `Origin`; where both are absent (old browsers, scripts) the token alone decides.
/// The token is always needed. A form that provably came from here, and whose token no longer fits, came too late: it is kept.
struct CrossSiteProtection: RouterMiddleware {
    typealias Context = VisitorContext
    let keys: CrossSiteKeys
    /// Bytes a body may have, by route template; every other route gets `bodyLimit`.
    let bodyLimit: Int
    let largerBodies: [String: Int]
    /// Without it nothing is kept.
    let kept: KeptForms?
    let routes: KnownRoutes

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.csrfToken = keys.token(for: context.signedIn)
        if request.method == .get || request.method == .head || request.method == .options {
            return try await next(request, context)
        }
        guard Self.comesFromHere(request) else { throw ForeignForm() }
        let limit = context.endpointPath.flatMap { largerBodies[$0] } ?? bodyLimit
        context.formData = try await FormData(request, limit: limit)
        guard keys.accepts(context.formData[FormData.tokenField] ?? "", for: context.signedIn) else {
            guard let kept, Self.provablyComesFromHere(request) else { throw ForeignForm() }
            throw try await kept.keep(request, context, routes)
        }
        return try await next(request, context)
    }

    private static func comesFromHere(_ request: Request) -> Bool {
        if let site = request.headers.first(where: { $0.name.canonicalName == "sec-fetch-site" })?.value {
            return site == "same-origin" || site == "none"
        }
        guard request.headers[.origin] != nil else { return true }
        return originIsOurs(request)
    }

    /// The browser itself says that the form stood on a page of ours; `none` and silence say nothing.
    private static func provablyComesFromHere(_ request: Request) -> Bool {
        if let site = request.headers.first(where: { $0.name.canonicalName == "sec-fetch-site" })?.value {
            return site == "same-origin"
        }
        return originIsOurs(request)
    }

    private static func originIsOurs(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return false }
        guard let separator = origin.range(of: "://"), let authority = request.head.authority else { return false }
        return origin[separator.upperBound...].lowercased() == authority.lowercased()
    }
}

/// A form without our token, or from another site.
struct ForeignForm: Error {}
