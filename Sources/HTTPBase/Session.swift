import Crypto
public import Domain
public import Foundation
import HTTPTypes
public import Hummingbird

/// Whose session a request brought.
public enum SignedIn: Sendable {
    case staff(Session)
    case candidate(CandidateSession)

    /// The token's hash, to which the tokens in forms are bound.
    public var tokenHash: TokenHash {
        switch self {
        case .staff(let session): session.tokenHash
        case .candidate(let session): session.tokenHash
        }
    }
}

/// The staff member who acts in this request, in one of the own roles. Carries no secret: the hash finds the row, the token
/// itself stays in the cookie.
public struct Session: Sendable {
    public let id: UUID
    public let tokenHash: TokenHash
    public let staffMemberID: StaffMember.ID
    /// The organisation the person belongs to.
    public let organisationID: Organisation.ID
    public let displayName: String
    /// The role worn now; nil for whoever has none.
    public let assignment: RoleAssignment?
    /// Every role the person has.
    public let assignments: [RoleAssignment]
    /// When the session ends in any case, used or not.
    public let endsAt: Date

    public init(
        id: UUID,
        tokenHash: TokenHash,
        staffMemberID: StaffMember.ID,
        organisationID: Organisation.ID,
        displayName: String,
        assignment: RoleAssignment?,
        assignments: [RoleAssignment],
        endsAt: Date
    ) {
        self.id = id
        self.tokenHash = tokenHash
        self.staffMemberID = staffMemberID
        self.organisationID = organisationID
        self.displayName = displayName
        self.assignment = assignment
        self.assignments = assignments
        self.endsAt = endsAt
    }

    /// The team of the role worn now; nil for those who belong to no team, e.g. the fund.
    public var teamID: Team.ID? { assignment?.teamID }
    /// The region of the team; nil for those who look at the whole country.
    public var regionCode: RegionCode? { assignment?.regionCode }
    /// What the role worn now allows.
    public var permissions: Set<Permission> { assignment?.role.permissions ?? [] }
}

/// A candidate in the own file.
public struct CandidateSession: Sendable {
    public let id: UUID
    public let tokenHash: TokenHash
    public let candidateID: Candidate.ID
    /// The given name, for the head of the page.
    public let displayName: String
    public let endsAt: Date

    public init(id: UUID, tokenHash: TokenHash, candidateID: Candidate.ID, displayName: String, endsAt: Date) {
        self.id = id
        self.tokenHash = tokenHash
        self.candidateID = candidateID
        self.displayName = displayName
        self.endsAt = endsAt
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
    func session(for tokenHash: TokenHash) async throws -> SignedIn?
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
            context.signedIn = try await sessions.session(for: token.hash)
        }
        var response = try await next(request, context)
        if context.signedIn != nil || response.headers[.setCookie] != nil {
            response.headers[.cacheControl] = "no-store"
        } else if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "private, no-cache"
        }
        return response
    }
}
