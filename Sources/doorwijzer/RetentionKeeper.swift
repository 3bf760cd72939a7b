import Actions
import Logging
import ServiceLifecycle

/// Keeps nothing longer than needed: at the start and every six hours after it. What is due on a day is gone on that day,
/// whenever the process was started.
struct RetentionKeeper: Service {
    let keep: KeepRetention
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let outcome = try await keep()
                    if outcome != KeepRetention.Outcome() {
                        logger.info(
                            "what had served its purpose is gone",
                            metadata: [
                                "warned": "\(outcome.warned)", "erased": "\(outcome.erased)",
                                "removed": "\(outcome.removed.values.reduce(0, +))", "keys": "\(outcome.keys)",
                            ]
                        )
                    }
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning("what is past its time could not go", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: .seconds(6 * 3600)) } catch { return }
            }
        }
    }
}
