import Crypto
public import Foundation
import Postgres
import Store

/// How often something may be guessed. A guess is counted before it is looked at, so that many at once gain nothing; whoever is
/// over the limit is turned away without a look and without being counted, so that the right person gets in after the wait.
struct GuessLimit: Sendable {
    let kind: SignInFailureStore.Kind
    /// So many within so many seconds.
    let allowances: [(most: Int, seconds: TimeInterval)]

    /// 5 in a quarter of an hour, and fewer than the 100 in a row of NIST SP 800-63B-4 (3.2.2) in a day.
    static let password = GuessLimit(kind: .password, allowances: [(5, 900), (60, 86_400)])
    static let secondFactor = GuessLimit(kind: .secondFactor, allowances: [(5, 900), (60, 86_400)])
    /// Several people behind one address sign in and mistype; guessing at many accounts from one address is slow.
    static let address = GuessLimit(kind: .address, allowances: [(50, 900)])

    /// A limit and whom or what it is about.
    typealias Counted = (limit: GuessLimit, subject: String)

    static let longest: TimeInterval = 86_400
}

/// Too many guesses: the same for an account that exists and one that does not.
public struct TooManyGuesses: Error, Hashable, Sendable {
    /// From when it can be tried again.
    public let until: Date
}

/// A guess that was counted; when it was none after all it is taken back.
struct CountedGuess: Sendable {
    let limits: [(limit: GuessLimit, key: SignInFailureStore.Key)]
    let moment: Date
}

extension World {
    /// Counts a guess at these subjects, e.g. an account and the address it comes from.
    ///
    /// - Throws: ``TooManyGuesses``.
    func count(_ guesses: [GuessLimit.Counted]) async throws -> CountedGuess {
        let moment = now()
        // In one order everywhere: two that take the same locks the other way round would wait for each other for ever.
        let limits = guesses.map { (limit: $0.limit, key: guessKey($0.limit.kind, $0.subject)) }
            .sorted { one, other in
                one.limit.kind == other.limit.kind
                    ? one.key.hash.lexicographicallyPrecedes(other.key.hash)
                    : one.limit.kind.rawValue < other.limit.kind.rawValue
            }
        try await database.transaction(as: .visitor) { connection in
            for (limit, key) in limits {
                for (most, seconds) in limit.allowances {
                    let wait = try await SignInFailureStore.wait(
                        limit.kind,
                        key: key,
                        most: most,
                        within: seconds,
                        at: moment,
                        on: connection
                    )
                    if let wait { throw TooManyGuesses(until: wait) }
                }
            }
            for (limit, key) in limits {
                try await SignInFailureStore.insert(limit.kind, key: key, at: moment, on: connection)
            }
        }
        return CountedGuess(limits: limits, moment: moment)
    }

    /// The guess was right: everything against the account is forgotten. Of the address only this one guess is, or else
    /// someone could go on guessing by signing in as themselves now and then.
    func forgive(_ guess: CountedGuess) async throws {
        try await database.transaction(as: .visitor) { connection in
            for (limit, key) in guess.limits {
                let isOwn = limit.kind == .password || limit.kind == .secondFactor
                try await SignInFailureStore.delete(
                    limit.kind,
                    key: key,
                    at: isOwn ? nil : guess.moment,
                    on: connection
                )
            }
        }
        // Whoever gets in sweeps the doorstep: nothing older counts any more.
        let old = now() - GuessLimit.longest
        try await database.transaction(as: .visitor) { connection in
            _ = try await SignInFailureStore.deleteOld(before: old, on: connection)
        }
    }

    /// Lifts the lock of an account, for whoever proved to read its mail.
    func liftLock(of mail: String) async throws {
        let key = guessKey(.password, mail.lowercased())
        try await database.transaction(as: .visitor) { connection in
            try await SignInFailureStore.delete(.password, key: key, on: connection)
        }
    }

    /// Nothing readable: without the key nobody can find whose guesses these were.
    private func guessKey(_ kind: SignInFailureStore.Kind, _ subject: String) -> SignInFailureStore.Key {
        let message = Array("doorwijzer guess \(kind.rawValue) \(subject)".utf8)
        let hashes = secrets.hashes.map { key in
            Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key.bytes)))
        }
        return SignInFailureStore.Key(hash: hashes[0], older: Array(hashes.dropFirst()))
    }
}
