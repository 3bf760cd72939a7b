import Foundation
import HeapModule

/// The best so far, at most so many, in a heap with the worst on top.
struct BestPairs<Item> {
    private struct Entry: Comparable {
        let key: Int
        let id: UUID
        let item: Item

        // "Less" is worse: lower fit, then further away, then a higher id.
        static func < (left: Self, right: Self) -> Bool {
            left.key != right.key ? left.key < right.key : left.id > right.id
        }
        static func == (left: Self, right: Self) -> Bool { left.key == right.key && left.id == right.id }
    }

    private let limit: Int
    private var heap = Heap<Entry>()
    /// A key below this cannot be listed any more.
    private(set) var threshold = -1

    init(limit: Int) { self.limit = limit }

    /// Fit and distance in one number that is higher for better pairs: nothing on earth is 2¹⁸ hectometres away.
    static func key(fit: Int, distanceInHectometres: Int) -> Int { fit << 18 | ((1 << 18) - 1 - distanceInHectometres) }
    static func key(of fit: Fit) -> Int { key(fit: fit.total, distanceInHectometres: fit.distanceInHectometres) }

    mutating func insert(_ item: Item, id: UUID, key: Int, if isIncluded: ((Item) -> Bool)?) {
        guard key >= threshold else { return }
        let entry = Entry(key: key, id: id, item: item)
        if heap.count < limit {
            guard isIncluded?(item) ?? true else { return }
            heap.insert(entry)
        } else {
            guard let worst = heap.min, worst < entry, isIncluded?(item) ?? true else { return }
            heap.replaceMin(with: entry)
        }
        if heap.count == limit, let worst = heap.min { threshold = worst.key }
    }

    var bestFirst: [Item] { heap.unordered.sorted(by: >).map(\.item) }
}
