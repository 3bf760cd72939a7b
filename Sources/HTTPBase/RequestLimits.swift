import HTTPTypes
import Hummingbird
import Synchronization

/// How often one address may ask, and how long an address may be. Wide for pages, tight where someone could guess.
public struct RequestLimits: Sendable {
    /// A bucket that fills again by the second; each request takes one.
    public struct Rate: Sendable {
        let burst: Double
        let perSecond: Double

        /// - Parameters:
        ///   - burst: how many at once.
        ///   - perSecond: how many come back each second.
        public init(burst: Double, perSecond: Double) {
            self.burst = burst
            self.perSecond = perSecond
        }
    }

    let pages: Rate
    let guarded: Rate
    let guardedPrefixes: [String]
    let proxies: TrustedProxies
    let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - pages: everything. An office of many people has one address.
    ///   - guarded: posts to the paths below, where a password, a code or a link is tried. The accounts have limits of
    ///     their own; this one only spares the machine.
    ///   - guardedPrefixes: paths that are guarded with everything below them.
    public init(
        proxies: TrustedProxies,
        pages: Rate = Rate(burst: 600, perSecond: 50),
        guarded: Rate = Rate(burst: 60, perSecond: 0.5),
        guardedPrefixes: [String] = [],
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.proxies = proxies
        self.now = now
        self.pages = pages
        self.guarded = guarded
        self.guardedPrefixes = guardedPrefixes
    }

    /// Longer addresses are refused; our own stay far below.
    static let longestAddress = 8_192
}

/// Too many requests from one address (429).
public struct TooManyRequests: Error, Hashable, Sendable {
    /// Whole seconds until the next try can succeed.
    public let retryAfterSeconds: Int
    public init(retryAfterSeconds: Int) { self.retryAfterSeconds = retryAfterSeconds }
}

/// The path and query are longer than we read (414).
struct AddressTooLong: Error {}

/// Counts what is left for each address. Kept in memory, so each process counts for itself and begins anew.
final class TokenBuckets: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: ContinuousClock.Instant
    }

    private let rate: RequestLimits.Rate
    private let capacity: Int
    private let buckets = Mutex<[NetworkAddress: Bucket]>([:])

    /// - Parameter capacity: addresses that are remembered at once; an attack with more forgets the others.
    init(_ rate: RequestLimits.Rate, capacity: Int = 50_000) {
        self.rate = rate
        self.capacity = capacity
    }

    /// Takes one; when there is none, the seconds until there is.
    func take(_ address: NetworkAddress, at now: ContinuousClock.Instant) -> Double? {
        buckets.withLock { buckets in
            if buckets.count >= capacity, buckets[address] == nil {
                buckets = buckets.filter { tokens(of: $0.value, at: now) < rate.burst }
                if buckets.count >= capacity { buckets.removeAll() }
            }
            let left = buckets[address].map { tokens(of: $0, at: now) } ?? rate.burst
            guard left >= 1 else {
                buckets[address] = Bucket(tokens: left, at: now)
                return (1 - left) / rate.perSecond
            }
            buckets[address] = Bucket(tokens: left - 1, at: now)
            return nil
        }
    }

    var count: Int { buckets.withLock(\.count) }

    private func tokens(of bucket: Bucket, at now: ContinuousClock.Instant) -> Double {
        min(rate.burst, bucket.tokens + (now - bucket.at) / .seconds(1) * rate.perSecond)
    }
}

/// Refuses what is too long or comes too often, before anything else is done for it.
struct RequestLimiter: RouterMiddleware {
    typealias Context = RootContext
    private let limits: RequestLimits?
    private let pages: TokenBuckets
    private let guarded: TokenBuckets

    /// - Parameter limits: nil counts nobody, as in the demo.
    init(_ limits: RequestLimits?) {
        self.limits = limits
        pages = TokenBuckets(limits?.pages ?? RequestLimits.Rate(burst: 1, perSecond: 1))
        guarded = TokenBuckets(limits?.guarded ?? RequestLimits.Rate(burst: 1, perSecond: 1))
    }

    func handle(
        _ request: Request,
        context: RootContext,
        next: @concurrent (Request, RootContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.string.utf8.count <= RequestLimits.longestAddress else { throw AddressTooLong() }
        var context = context
        context.visitor =
            (limits?.proxies ?? TrustedProxies([])).visitor(
                peer: context.peer,
                forwardedFor: request.headers.first { $0.name.canonicalName == "x-forwarded-for" }?.value
            )?.network
        if let limits, let visitor = context.visitor {
            let now = limits.now()
            var wait = pages.take(visitor, at: now)
            if wait == nil, request.method == .post, isGuarded(request.uri.path, limits) {
                wait = guarded.take(visitor, at: now)
            }
            if let wait { throw TooManyRequests(retryAfterSeconds: max(1, Int(wait.rounded(.up)))) }
        }
        return try await next(request, context)
    }

    private func isGuarded(_ path: String, _ limits: RequestLimits) -> Bool {
        limits.guardedPrefixes.contains { path == $0 || path.hasPrefix("\($0)/") }
    }
}
