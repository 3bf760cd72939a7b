public import Hummingbird

/// Ends what takes too long: the work is cancelled, which closes a body that never comes and lets go of a queue, and the
/// visitor gets a page that says so.
public struct RequestDeadline<Base: HTTPResponder>: HTTPResponder where Base.Context: Sendable {
    private let base: Base
    private let limit: Duration
    private let longer: [String: Duration]
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - limit: from the request's head until its answer is ready.
    ///   - longer: other limits for a path and everything below it, e.g. where whole files are taken over.
    public init(
        _ base: Base,
        limit: Duration = .seconds(30),
        longer: [String: Duration] = [:],
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.base = base
        self.limit = limit
        self.longer = longer
        self.clock = clock
    }

    public func respond(to request: Request, context: Base.Context) async throws -> Response {
        let path = request.uri.path
        let limit = longer.first { path == $0.key || path.hasPrefix($0.key + "/") }?.value ?? limit
        return try await withThrowingTaskGroup(of: Response?.self) { group in
            group.addTask { try await base.respond(to: request, context: context) }
            group.addTask {
                try? await clock.sleep(for: limit)
                return nil
            }
            while let answer = try await group.next() {
                group.cancelAll()
                if let answer { return answer }
            }
            throw CancellationError()
        }
    }
}
