public import Domain
import HTTPTypes
import Hummingbird
import Logging

/// What an error page says, in Dutch: what happened, what to do, and the id to mention on the phone.
public struct ErrorPageModel: Sendable {
    public let status: Int
    public let title: String
    public let explanation: String
    public let advice: String
    /// The sentences of a refused form; empty otherwise.
    public let details: [String]
    /// What was kept; nil when what is usual for the status is true.
    public let kept: String?
    /// Where it can be mended.
    public let next: Conflict.NextStep?
    public let requestID: String

    public init(
        status: Int,
        title: String,
        explanation: String,
        advice: String,
        details: [String] = [],
        kept: String? = nil,
        next: Conflict.NextStep? = nil,
        requestID: String
    ) {
        self.status = status
        self.title = title
        self.explanation = explanation
        self.advice = advice
        self.details = details
        self.kept = kept
        self.next = next
        self.requestID = requestID
    }
}

/// Turns whatever was thrown into a page, and logs what is our own fault, once.
struct ErrorPages: RouterMiddleware {
    typealias Context = RootContext
    let signInPath: String?
    let candidateSignInPath: String?
    let routes: KnownRoutes
    let isUnavailable: @Sendable (any Error) -> Bool
    let render: @Sendable (ErrorPageModel) -> String

    func handle(
        _ request: Request,
        context: RootContext,
        next: @concurrent (Request, RootContext) async throws -> Response
    ) async throws -> Response {
        do {
            // One address per page: what ends in a slash is another address.
            guard request.uri.path == "/" || !request.uri.path.hasSuffix("/") else { throw NotFound() }
            return try await next(request, context)
        } catch {
            return answer(to: error, request, context)
        }
    }

    private func answer(to error: any Error, _ request: Request, _ context: RootContext) -> Response {
        let signInPath =
            switch error {
            case is SignInRequired: signInPath
            case is CandidateSignInRequired: candidateSignInPath
            default: String?.none
            }
        if let signInPath, request.method == .get || request.method == .head {
            var response = Response.seeOther("\(signInPath)?terug=\(URLEncoded.encode(request.addressToReturnTo))")
            response.headers[.cacheControl] = "no-store"
            return response
        }
        // Whatever a cancelled handler threw: it did not have the time.
        var outcome = Task.isCancelled ? .tookTooLong : ErrorOutcome(error, isUnavailable: isUnavailable)
        if outcome.status == .notFound, context.endpointPath == "NotFound",
            let allowed = routes.allowed(at: request.uri.path)
        {
            outcome = .wrongMethod(allowed: allowed)
        }
        if outcome.isFault {
            // The text of an error never holds data of people (a rule of this project), so it may be logged.
            context.logger.error(
                "request failed",
                metadata: ["error.type": "\(type(of: error))", "error": "\(error)"]
            )
        } else if outcome.status == .serviceUnavailable {
            context.logger.warning(
                Task.isCancelled ? "request took too long" : "database unavailable",
                metadata: ["error.type": "\(type(of: error))"]
            )
        }
        let page = ErrorPageModel(
            status: outcome.status.code,
            title: outcome.title,
            explanation: outcome.explanation,
            advice: outcome.advice,
            details: outcome.details,
            kept: outcome.kept,
            next: outcome.next,
            requestID: context.requestID
        )
        var response = Response.html(render(page), status: outcome.status)
        for field in outcome.headers { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
