public import Logging
public import ServiceLifecycle

/// Delivers mail as long as the process runs: looks every other second, and leaves the rest to ``DeliverOutbox``.
public struct OutboxWorker: Service {
    private let deliver: DeliverOutbox
    private let interval: Duration
    private let logger: Logger

    public init(deliver: DeliverOutbox, interval: Duration = .seconds(2), logger: Logger) {
        self.deliver = deliver
        self.interval = interval
        self.logger = logger
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await deliver()
                } catch {
                    logger.warning("the outbox could not be worked through", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }
}
