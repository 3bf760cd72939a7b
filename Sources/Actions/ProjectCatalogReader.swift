public import Domain
public import Store

/// Keeps a ``ProjectCatalog`` in memory that follows the database: built again when the public content changed.
public actor ProjectCatalogReader {
    private let world: World
    /// How long what was seen counts as the present.
    private let interval: Duration
    private var latest: (catalog: ProjectCatalog, seenAt: ContinuousClock.Instant)?
    private var isLooking = false
    private var places: [OverviewStore.Dot]?

    /// - Parameter interval: how often the database is looked at, at most; zero looks at every read.
    public init(world: World, interval: Duration = .zero) {
        self.world = world
        self.interval = interval
    }

    /// The projects as they are, or were an interval ago.
    ///
    /// - Throws: what the database throws; a look that fails gives nothing old.
    public func catalog() async throws -> ProjectCatalog {
        while true {
            if let latest, ContinuousClock.now - latest.seenAt < interval { return latest.catalog }
            if !isLooking { return try await look() }
            // Who comes while another looks, looks after it.
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// The number of the public content as it is.
    public func version() async throws -> Int { try await catalog().version }

    /// Every place in the country, for maps. They change only with a new seed.
    public func dots() async throws -> [OverviewStore.Dot] {
        if let places { return places }
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await OverviewStore.dots(on: connection)
        }
        places = found
        return found
    }

    private func look() async throws -> ProjectCatalog {
        isLooking = true
        defer { isLooking = false }
        let known = latest?.catalog
        let begun = ContinuousClock.now
        // The number is read first: rows that are newer than it are read again at the next look.
        let catalog = try await world.database.transaction(as: .visitor) { connection in
            let version = try await ProjectCatalogStore.version(on: connection)
            if let known, known.version == version { return known }
            return ProjectCatalog(version: version, rows: try await ProjectCatalogStore.rows(on: connection))
        }
        latest = (catalog, begun)
        return catalog
    }
}
