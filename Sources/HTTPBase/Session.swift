import Crypto
public import Domain
import Foundation
import HTTPTypes
public import Hummingbird

/// Who is acting in this request. Carries no secret: the hash finds the row, the token itself stays in the cookie.
public struct Session: Sendable {
    public let tokenHash: TokenHash
    public let staffMemberID: StaffMember.ID
    /// Nil for those who belong to no team, e.g. the fund.
    public let teamID: Team.ID?
    public let organisationID: Organisation.ID
    /// The region of the team; nil for those who look at the whole country.
    public let regionCode: RegionCode?
    public let roles: Set<StaffRole>
    public let displayName: String
    public let teamName: String

    public init(
        tokenHash: TokenHash,
        staffMemberID: StaffMember.ID,
        teamID: Team.ID?,
        organisationID: Organisation.ID,
        regionCode: RegionCode?,
        roles: Set<StaffRole>,
        displayName: String,
        teamName: String
    ) {
        self.tokenHash = tokenHash
        self.staffMemberID = staffMemberID
        self.teamID = teamID
        self.organisationID = organisationID
        self.regionCode = regionCode
        self.roles = roles
        self.displayName = displayName
        self.teamName = teamName
    }
}

/// SHA-256 of a session token, 32 bytes: the only form in which a token is stored.
public struct TokenHash: Hashable, Sendable {
    public let bytes: [UInt8]
    public init(bytes: [UInt8]) { self.bytes = bytes }
}

/// The secret in the cookie: 32 random bytes as 43 characters of base64url.
public struct SessionToken: Sendable {
    public static let byteCount = 32
    public static let cookieName = "__Host-doorwijzer"

    /// The cookie's value. Never log it.
    public let text: String

    /// A token from fresh random bytes; give it ``byteCount`` of them.
    public init(bytes: some Sequence<UInt8>) {
        text = Base64URL.encode(Array(bytes))
    }

    /// A token as a cookie brought it; nil when it cannot be one of ours.
    public init?(cookieValue: String) {
        guard Base64URL.decode(cookieValue)?.count == Self.byteCount else { return nil }
        text = cookieValue
    }

    public var hash: TokenHash {
        TokenHash(bytes: Array(SHA256.hash(data: Array(text.utf8))))
    }
}

/// Finds the session of a token. Whoever implements it decides about idle time and expiry, and answers nil for both.
public protocol SessionLoading: Sendable {
    func session(for tokenHash: TokenHash) async throws -> Session?
}

extension Response {
    /// Gives the browser a new session token. `__Host-` demands Secure, Path=/ and no Domain.
    public mutating func setSession(_ token: SessionToken) {
        headers.append(Self.sessionCookie(value: token.text, attributes: ""))
    }

    /// Makes the browser forget the token.
    public mutating func clearSession() {
        headers.append(Self.sessionCookie(value: "", attributes: "; Max-Age=0"))
    }

    private static func sessionCookie(value: String, attributes: String) -> HTTPField {
        HTTPField(
            name: .setCookie,
            value: "\(SessionToken.cookieName)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax\(attributes)"
        )
    }
}

/// Puts the session into the context and keeps what a signed-in person saw out of every cache.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = VisitorContext
    let sessions: any SessionLoading

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let cookie = request.cookies[SessionToken.cookieName], let token = SessionToken(cookieValue: cookie.value) {
            context.session = try await sessions.session(for: token.hash)
        }
        var response = try await next(request, context)
        if context.session != nil || response.headers[.setCookie] != nil {
            response.headers[.cacheControl] = "no-store"
        } else if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "private, no-cache"
        }
        return response
    }
}
