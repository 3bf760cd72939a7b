import Foundation
import HeapModule

/// The best so far, at most so many, in a heap with the worst on top.
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
    private var heap = Heap<Pair>()
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
        guard heap.count == limit, let worst = heap.min else { return true }
        return worst < pair
    }

    /// Takes a pair that ``wouldTake(_:)`` has said yes to.
    mutating func insert(_ pair: Pair) {
        if heap.count < limit { heap.insert(pair) } else { heap.replaceMin(with: pair) }
        if heap.count == limit, let worst = heap.min { threshold = worst.key }
    }

    var bestFirst: [Pair] { heap.unordered.sorted(by: >) }
}
