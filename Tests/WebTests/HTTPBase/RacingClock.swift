import Synchronization

/// A clock for two who race. It stands still until both wait, and then it is the moment that the earlier waits for: who wins
/// is decided by how long they meant to wait, not by how busy the machine is.
final class RacingClock: Clock {
    struct Instant: InstantProtocol {
        var sinceStart: Duration = .zero

        func advanced(by duration: Duration) -> Instant { Instant(sinceStart: sinceStart + duration) }
        func duration(to other: Instant) -> Duration { other.sinceStart - sinceStart }
        static func < (left: Instant, right: Instant) -> Bool { left.sinceStart < right.sinceStart }
    }

    private struct State {
        var now = Instant()
        var lastID = 0
        var waiting: [Int: (until: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
        /// Cancelled before they waited.
        var gone: Set<Int> = []
    }

    private let state = Mutex(State())

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard let first = wait(id, until: deadline, continuation) else { return }
                first.resume()
            }
        } onCancel: {
            let mine = state.withLock { state in
                let mine = state.waiting.removeValue(forKey: id)
                if mine == nil { state.gone.insert(id) }
                return mine
            }
            mine?.continuation.resume(throwing: CancellationError())
        }
    }

    /// - Returns: whose moment it is now, when that makes two.
    private func wait(
        _ id: Int,
        until deadline: Instant,
        _ continuation: CheckedContinuation<Void, any Error>
    ) -> CheckedContinuation<Void, any Error>? {
        let (isGone, first) = state.withLock { state -> (Bool, CheckedContinuation<Void, any Error>?) in
            guard state.gone.remove(id) == nil else { return (true, nil) }
            state.waiting[id] = (deadline, continuation)
            guard state.waiting.count == 2, let next = state.waiting.min(by: { $0.value.until < $1.value.until }) else {
                return (false, nil)
            }
            state.now = max(state.now, next.value.until)
            state.waiting[next.key] = nil
            return (false, next.value.continuation)
        }
        if isGone { continuation.resume(throwing: CancellationError()) }
        return first
    }
}
