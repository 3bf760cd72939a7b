public import Domain
public import Hummingbird
import Logging
import NIOCore

/// What every request has: Hummingbird's core, in which the request id travels as logger metadata.
public struct RootContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection: the visitor, or our proxy. Nil for a socket file and in tests.
    var peer: NetworkAddress?
    /// The visitor's network, as the proxies we trust tell it.
    var visitor: NetworkAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    }
}

/// A page that anyone may open. The session, the form and the token are filled in by the middleware of
/// ``HTTPHouse/visitors(_:sessions:keys:bodyLimit:largerBodies:)``.
public struct VisitorContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Whose session this is; nil for a visitor.
    public internal(set) var signedIn: SignedIn?
    /// What was posted; empty for a request without a body.
    public internal(set) var formData = FormData.empty
    /// The value of the hidden field `_csrf` of every form on this page.
    public internal(set) var csrfToken = ""
    /// Where the request comes from, to count wrong guesses by; the same text for one office or home.
    public let addressText: String
    /// The block of addresses around it, for what many connections do together.
    public let blockText: String

    public init(context: RootContext) {
        coreContext = context.coreContext
        addressText = context.visitor.map { "\($0)" } ?? "unknown"
        blockText = context.visitor.map { "\($0.block)" } ?? "unknown"
    }

    /// The staff member who is signed in.
    public var session: Session? { if case .staff(let session) = signedIn { session } else { nil } }
    /// The candidate who is signed in.
    public var candidate: CandidateSession? { if case .candidate(let session) = signedIn { session } else { nil } }
}

/// A page for a staff member who is signed in. Without a session the context cannot be made: ``SignInRequired``.
public struct SignedInContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let session: Session
    public let formData: FormData
    public let csrfToken: String

    public init(context: VisitorContext) throws {
        guard let session = context.session else { throw SignInRequired() }
        coreContext = context.coreContext
        self.session = session
        formData = context.formData
        csrfToken = context.csrfToken
    }
}

/// A page of a candidate about the own file. Without such a session the context cannot be made: ``CandidateSignInRequired``.
public struct CandidateContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let session: CandidateSession
    public let formData: FormData
    public let csrfToken: String

    public init(context: VisitorContext) throws {
        guard let session = context.candidate else { throw CandidateSignInRequired() }
        coreContext = context.coreContext
        self.session = session
        formData = context.formData
        csrfToken = context.csrfToken
    }
}

extension RequestContext {
    /// The id that stands in the log and on the error page.
    ///
    /// Reads the metadata itself: Hummingbird's `id` stops the process when a logger was replaced.
    public var requestID: String {
        logger[metadataKey: "hb.request.id"].map(String.init(describing:)) ?? "onbekend"
    }
}

/// Thrown when a page needs a session: a GET is sent to the sign-in page, anything else gets status 401.
public struct SignInRequired: Error {
    public init() {}
}

/// Thrown when a page needs a candidate's session: a GET is sent to where candidates sign in, anything else gets status 401.
public struct CandidateSignInRequired: Error {
    public init() {}
}

/// Lets through only whose role, as worn now, has the permission: 403 for everyone else.
public struct RequirePermission: RouterMiddleware {
    public typealias Context = SignedInContext
    let permission: Permission

    public init(_ permission: Permission) { self.permission = permission }

    public func handle(
        _ request: Request,
        context: SignedInContext,
        next: @concurrent (Request, SignedInContext) async throws -> Response
    ) async throws -> Response {
        guard context.session.permissions.contains(permission) else { throw Forbidden(permission.refusal) }
        return try await next(request, context)
    }
}

extension Permission {
    fileprivate var refusal: String {
        switch self {
        case .workOnCases: "Deze pagina is voor coördinatoren van een team."
        case .manageOrganisation: "Deze pagina is voor beheerders van een organisatie."
        case .manageFund: "Deze pagina is voor beheerders van het fonds."
        case .seeCountry: "Deze pagina is voor het fonds."
        case .seeSchool: "Deze pagina is voor contactpersonen van een school."
        case .leadProjects: "Deze pagina is voor projectleiders."
        case .decideApplications: "Deze pagina is voor het fonds."
        case .joinNetwork: "Deze pagina is voor wie meedoet met het leernetwerk."
        }
    }
}
