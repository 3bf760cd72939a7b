import Foundation

/// The best so far, at most so many, in their order.
struct BestPairs {
    /// Where a pair's other half stands, and what it is ordered by. "Less" is worse: lower fit, then further away, then
    /// a higher id.
    struct Pair: Comparable {
        let key: Int
        let id: UUID
        let square: Int
        let row: Int

        static func < (left: Self, right: Self) -> Bool {
            left.key != right.key ? left.key < right.key : left.id > right.id
        }
        static func == (left: Self, right: Self) -> Bool { left.key == right.key && left.id == right.id }
    }

    private let limit: Int
    /// The best first. Lists are short, so keeping them in order costs less than a heap.
    private(set) var bestFirst = ContiguousArray<Pair>()
    /// A key below this cannot be listed any more.
    private(set) var threshold = 0

    init(limit: Int) { self.limit = limit }

    /// Fit and distance in one number that is higher for better pairs: nothing on earth is 2¹⁸ hectometres away.
    @inline(__always)
    static func key(fit: Int, distanceInHectometres: Int) -> Int {
        fit << 18 | ((1 << 18) &- 1 &- distanceInHectometres)
    }

    static func key(of fit: Fit) -> Int { key(fit: fit.total, distanceInHectometres: fit.distanceInHectometres) }

    func wouldTake(_ pair: Pair) -> Bool {
        guard pair.key >= threshold else { return false }
        guard bestFirst.count == limit, let worst = bestFirst.last else { return true }
        return worst < pair
    }

    /// Takes a pair that ``wouldTake(_:)`` has said yes to.
    mutating func insert(_ pair: Pair) {
        if bestFirst.count == limit { bestFirst.removeLast() }
        var (low, high) = (0, bestFirst.count)
        while low < high {
            let middle = (low + high) / 2
            if pair < bestFirst[middle] { low = middle + 1 } else { high = middle }
        }
        bestFirst.insert(pair, at: low)
        if bestFirst.count == limit, let worst = bestFirst.last { threshold = worst.key }
    }
}
