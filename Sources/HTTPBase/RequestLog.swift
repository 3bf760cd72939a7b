import Hummingbird
import Logging

/// One line per request: route template, status, duration and request id. Never a path, query, header or address,
/// because those can point at a person.
struct RequestLog: RouterMiddleware {
    typealias Context = RootContext

    func handle(
        _ request: Request,
        context: RootContext,
        next: @concurrent (Request, RootContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let begin = clock.now
        let response = try await next(request, context)
        let milliseconds = (clock.now - begin) / .milliseconds(1)
        context.logger.info(
            "request answered",
            metadata: [
                "http.method": "\(request.method.rawValue)",
                "http.route": "\(context.endpointPath ?? "bestanden")",
                "http.status": "\(response.status.code)",
                "duration.ms": "\(Int(milliseconds.rounded()))",
            ]
        )
        return response
    }
}
