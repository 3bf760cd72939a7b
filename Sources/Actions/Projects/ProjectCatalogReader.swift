public import Domain
public import Store

/// Keeps a ``ProjectCatalog`` in memory that follows the database: built again when the public content changed.
public actor ProjectCatalogReader {
    private let world: World
    /// How long what was seen counts as the present.
    private let interval: Duration
    private var latest: (seen: Seen, at: ContinuousClock.Instant)?
    private var isLooking = false
    private var places: [OverviewStore.Dot]?

    /// What one look at the database found.
    private struct Seen {
        let catalog: ProjectCatalog
        let transactions: String
    }

    /// - Parameter interval: how often the database is looked at, at most; zero looks at every read.
    public init(world: World, interval: Duration = .zero) {
        self.world = world
        self.interval = interval
    }

    /// The projects as they are, or were an interval ago.
    ///
    /// - Throws: what the database throws; a look that fails gives nothing old.
    public func catalog() async throws -> ProjectCatalog { try await seen().catalog }

    /// The number of the public content as it is.
    public func version() async throws -> Int { try await seen().catalog.version }

    /// Which transactions had ended, see ``EndedTransactions``.
    public func transactions() async throws -> String { try await seen().transactions }

    private func seen() async throws -> Seen {
        while true {
            if let latest, ContinuousClock.now - latest.at < interval { return latest.seen }
            if !isLooking { return try await look() }
            // Whoever comes while another looks, looks after it.
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Every place in the country, for maps. They change only with a new seed.
    public func dots() async throws -> [OverviewStore.Dot] {
        if let places { return places }
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await OverviewStore.dots(on: connection)
        }
        places = found
        return found
    }

    private func look() async throws -> Seen {
        isLooking = true
        defer { isLooking = false }
        let known = latest?.seen.catalog
        let begun = ContinuousClock.now
        // Both are read first: rows that are newer are read again at the next look.
        let seen = try await world.database.transaction(as: .visitor) { connection in
            let transactions = try await EndedTransactions.now(on: connection)
            let version = try await ProjectCatalogStore.version(on: connection)
            if let known, known.version == version { return Seen(catalog: known, transactions: transactions) }
            let rows = try await ProjectCatalogStore.rows(on: connection)
            return Seen(catalog: ProjectCatalog(version: version, rows: rows), transactions: transactions)
        }
        latest = (seen, begun)
        return seen
    }
}
