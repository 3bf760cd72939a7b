/// Which statements are prepared on a connection. A statement is prepared when it is seen for the second time; of more
/// than `capacity` the one that was not used for longest goes.
struct StatementCache {
    struct Use: Equatable {
        let name: String
        let isNew: Bool
        /// A prepared statement that the server may forget.
        let evicted: String?
    }

    private struct Entry {
        /// Nil when it was seen once.
        var name: String?
        var lastUse: Int
    }

    private let capacity: Int
    private var entries: [String: Entry] = [:]
    private var clock = 0
    /// Names are never used twice: what was forgotten here may still exist at the server.
    private var names = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Nil when the statement should run unprepared.
    mutating func use(_ text: String) -> Use? {
        clock += 1
        if let entry = entries[text] {
            entries[text]?.lastUse = clock
            if let name = entry.name { return Use(name: name, isNew: false, evicted: nil) }
            names += 1
            let name = "s\(names)"
            entries[text]?.name = name
            return Use(name: name, isNew: true, evicted: makeRoom())
        }
        entries[text] = Entry(name: nil, lastUse: clock)
        if entries.count > capacity * 4 {
            // Texts seen once only; forgetting them costs nothing.
            entries = entries.filter { $0.value.name != nil || $0.value.lastUse > clock - capacity }
        }
        return nil
    }

    mutating func remove(_ text: String) {
        entries[text] = nil
    }

    mutating func removeAll() {
        entries.removeAll()
    }

    private mutating func makeRoom() -> String? {
        let prepared = entries.filter { $0.value.name != nil }
        guard prepared.count > capacity, let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        entries[oldest.key] = nil
        return oldest.value.name
    }
}
