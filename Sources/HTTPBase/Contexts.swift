public import Hummingbird
import Logging

/// What every request has: Hummingbird's core, in which the request id travels as logger metadata.
public struct RootContext: RequestContext {
    public var coreContext: CoreRequestContextStorage

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

/// A page that anyone may open. The session, the form and the token are filled in by the middleware of
/// ``HTTPHouse/visitors(_:sessions:keys:bodyLimit:largerBodies:)``.
public struct VisitorContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Who is signed in; nil for a visitor.
    public internal(set) var session: Session?
    /// What was posted; empty for a request without a body.
    public internal(set) var formData = FormData.empty
    /// The value of the hidden field `_csrf` of every form on this page.
    public internal(set) var csrfToken = ""

    public init(context: RootContext) {
        coreContext = context.coreContext
    }
}

/// A page for someone who is signed in. Without a session the context cannot be made: ``SignInRequired``.
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
