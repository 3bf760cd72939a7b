import Dispatch
import Foundation
import Synchronization

/// Hashes passwords beside the threads that serve pages, a few at a time, so that a flood of sign-ins takes neither all
/// memory nor all processors. Whoever would wait too long is sent away with ``SignInBusy``.
public final class PasswordHasher: Sendable {
    let cost: PasswordCost
    /// How often a password was hashed or checked since the start: tests count the work of an answer with it.
    public var count: Int { state.withLock { $0.done } }

    private struct State {
        var running = 0
        var done = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private static let mostAtOnce = 2
    private static let mostWaiting = 40
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "doorwijzer.passwords", qos: .utility, attributes: .concurrent)

    public init(cost: PasswordCost = .standard) { self.cost = cost }

    /// The hash to store.
    func hash(_ password: String, salt: [UInt8]) async throws -> PasswordHash {
        let cost = cost
        return try await work { try PasswordHash(password, cost: cost, salt: salt) }
    }

    /// Checks a password. Without a stored hash it computes one all the same and says no: an unknown account costs what a
    /// known one does.
    func check(_ password: String, against stored: PasswordHash?) async throws -> Bool {
        let cost = cost
        return try await work {
            if let stored { return try stored.matches(password) }
            _ = try PasswordHash(password, cost: cost, salt: Array(repeating: 0, count: PasswordHash.saltByteCount))
            return false
        }
    }

    /// Whether a stored hash is cheaper to guess than what is asked today.
    func isOutdated(_ stored: PasswordHash) -> Bool { stored.cost.work < cost.work }

    private func work<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
        try await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }

    private func enter() async throws {
        let isFull = state.withLock { state in
            if state.running >= Self.mostAtOnce, state.waiting.count >= Self.mostWaiting { return true }
            state.done += 1
            return false
        }
        if isFull { throw SignInBusy() }
        await withCheckedContinuation { continuation in
            let mayStart = state.withLock { state in
                guard state.running >= Self.mostAtOnce else {
                    state.running += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if mayStart { continuation.resume() }
        }
    }

    private func leave() {
        // Hands its place to the one who waits longest, else gives it back.
        let next = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() as CheckedContinuation<Void, Never>? }
            state.running -= 1
            return nil
        }
        next?.resume()
    }
}

/// So many people sign in at this moment that one more would only wait.
public struct SignInBusy: Error {
    public init() {}
}
