public import Foundation

/// A published project as lists need it: small, and without a text to read.
public struct ProjectRow: Hashable, Sendable {
    public let id: Project.ID
    public let slug: String
    public let name: String
    /// What it is about, in one line; may be empty.
    public let subject: String
    public let organisationName: String
    public let label: ProjectLabel
    public let state: ProjectState
    public let year: Int?
    public let startsOn: CalendarDate?
    public let endsOn: CalendarDate?
    /// Where the work is.
    public let regions: [RegionCode]
    public let municipalities: [MunicipalityCode]
    public let bottlenecks: [BottleneckCode]
    public let routes: RouteSet
    /// Of partners that take part now.
    public let partnerKinds: [PartnerKind]
    public let hasResults: Bool
    public let grant: Money?
    public let publishedAt: Date
    /// When its content last changed.
    public let updatedAt: Date
    /// When the organisation last said that it is still right.
    public let confirmedOn: CalendarDate?
    /// How many organisations wrote that they copied it.
    public let copies: Int
    public let missing: [ProjectPart]
    public let source: String
    /// Invented for the demonstration.
    public let isFictional: Bool
    /// Under way with fewer partners than the scheme asked when it granted.
    public let lacksPartners: Bool

    public init(
        id: Project.ID,
        slug: String,
        name: String,
        subject: String,
        organisationName: String,
        label: ProjectLabel,
        state: ProjectState,
        year: Int?,
        startsOn: CalendarDate?,
        endsOn: CalendarDate?,
        regions: [RegionCode],
        municipalities: [MunicipalityCode],
        bottlenecks: [BottleneckCode],
        routes: RouteSet,
        partnerKinds: [PartnerKind],
        hasResults: Bool,
        grant: Money?,
        publishedAt: Date,
        updatedAt: Date,
        confirmedOn: CalendarDate?,
        copies: Int,
        missing: [ProjectPart],
        source: String,
        isFictional: Bool,
        lacksPartners: Bool = false
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.subject = subject
        self.organisationName = organisationName
        self.label = label
        self.state = state
        self.year = year
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.regions = regions
        self.municipalities = municipalities
        self.bottlenecks = bottlenecks
        self.routes = routes
        self.partnerKinds = partnerKinds
        self.hasResults = hasResults
        self.grant = grant
        self.publishedAt = publishedAt
        self.updatedAt = updatedAt
        self.confirmedOn = confirmedOn
        self.copies = copies
        self.missing = missing
        self.source = source
        self.isFictional = isFictional
        self.lacksPartners = lacksPartners
    }

    /// The options of a facet that this project falls under, by code.
    public func options(of facet: ProjectFacet) -> [String] {
        switch facet {
        case .region: regions.map(\.rawValue)
        case .municipality: municipalities.map(\.rawValue)
        case .bottleneck: bottlenecks.map(\.rawValue)
        case .route: routes.routes.map(\.rawValue)
        case .year: year.map { ["\($0)"] } ?? []
        case .state: [state.rawValue]
        case .label: [label.rawValue]
        case .partner: partnerKinds.map(\.rawValue)
        case .result: hasResults ? [ProjectFacet.yes] : []
        }
    }
}

/// What the list of projects is narrowed down by. The raw value is the key in an address.
public enum ProjectFacet: String, CaseIterable, Sendable {
    case region = "regio"
    case municipality = "gemeente"
    case bottleneck = "knelpunt"
    case route
    case year = "jaar"
    case state = "stand"
    case label = "soort"
    case partner
    case result = "resultaat"

    /// The one option of a facet that is there or not.
    public static let yes = "ja"
}

/// The order of the list. The raw value stands in an address.
public enum ProjectSort: String, Coded {
    case relevance = "relevantie"
    case newest = "nieuwste"
    case name = "naam"
    case confirmed = "bevestigd"
    case copied = "overgenomen"

    public var dutchName: String {
        switch self {
        case .relevance: "Past het best bij je woorden"
        case .newest: "Nieuwste eerst"
        case .name: "Op naam"
        case .confirmed: "Laatst bevestigd"
        case .copied: "Meest overgenomen"
        }
    }
}

/// Which projects are asked for: any of the chosen options within a facet, and all facets together.
public struct ProjectFilter: Hashable, Sendable {
    public var chosen: [ProjectFacet: Set<String>]
    /// What a search in the texts found, with how well it fits; nil when nothing was searched for.
    public var found: [Project.ID: Double]?

    public init(chosen: [ProjectFacet: Set<String>] = [:], found: [Project.ID: Double]? = nil) {
        self.chosen = chosen.filter { !$0.value.isEmpty }
        self.found = found
    }

    /// The same without one of its conditions.
    public func without(_ facet: ProjectFacet) -> Self {
        Self(chosen: chosen.filter { $0.key != facet }, found: found)
    }
}

/// One page of what was asked for, and per option how many there would be with the other facets as they stand.
public struct ProjectFinding: Sendable {
    public let total: Int
    public let rows: [ProjectRow]
    public let counts: [ProjectFacet: [String: Int]]

    public func count(_ facet: ProjectFacet, _ option: String) -> Int { counts[facet]?[option] ?? 0 }
}

/// All published projects, ready to be filtered and counted in microseconds: per option a bit for each project.
public struct ProjectCatalog: Sendable {
    /// Of the content it was read from.
    public let version: Int
    /// By name.
    public let rows: [ProjectRow]
    private let options: [ProjectFacet: [String: RowSet]]
    private let positions: [Project.ID: Int]
    /// Positions in each order that does not depend on the search.
    private let orders: [ProjectSort: [Int]]

    /// - Parameter rows: in the order of their names.
    public init(version: Int, rows: [ProjectRow]) {
        self.version = version
        self.rows = rows
        positions = Dictionary(rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var options: [ProjectFacet: [String: RowSet]] = [:]
        for facet in ProjectFacet.allCases {
            var sets: [String: RowSet] = [:]
            for (position, row) in rows.enumerated() {
                for option in row.options(of: facet) {
                    sets[option, default: RowSet(count: rows.count)].insert(position)
                }
            }
            options[facet] = sets
        }
        self.options = options
        let byName = Array(rows.indices)
        // Where the first key is the same the name decides, so that every order is total.
        func sorted<Key: Comparable>(by key: (ProjectRow) -> Key) -> [Int] {
            byName.map { (key(rows[$0]), $0) }
                .sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }
                .map(\.1)
        }
        orders = [
            .name: byName,
            .newest: sorted { $0.publishedAt },
            .confirmed: sorted { $0.confirmedOn?.daysSince1970 ?? .min },
            .copied: sorted { $0.copies },
        ]
    }

    /// The options of a facet that any project falls under.
    public func codes(of facet: ProjectFacet) -> Set<String> { Set(options[facet]?.keys.map { $0 } ?? []) }

    public func row(slug: String) -> ProjectRow? { rows.first { $0.slug == slug } }

    /// - Parameters:
    ///   - sort: by relevance only when there was a search; otherwise the newest come first.
    ///   - offset: how many come before this page.
    public func find(_ filter: ProjectFilter, sort: ProjectSort, offset: Int, limit: Int) -> ProjectFinding {
        let perFacet = sets(of: filter)
        let all = perFacet.values.reduce(searched(filter)) { $0.intersection($1) }
        var counts: [ProjectFacet: [String: Int]] = [:]
        for facet in ProjectFacet.allCases {
            let others = perFacet.filter { $0.key != facet }.values.reduce(searched(filter)) { $0.intersection($1) }
            counts[facet] = (options[facet] ?? [:]).mapValues { $0.countOfIntersection(others) }
        }
        let ordered = order(filter, sort).lazy.filter(all.contains)
        return ProjectFinding(
            total: all.count,
            rows: ordered.dropFirst(offset).prefix(limit).map { rows[$0] },
            counts: counts
        )
    }

    /// Every project that was asked for, in order.
    public func all(_ filter: ProjectFilter, sort: ProjectSort) -> [ProjectRow] {
        let all = sets(of: filter).values.reduce(searched(filter)) { $0.intersection($1) }
        return order(filter, sort).filter(all.contains).map { rows[$0] }
    }

    public func count(_ filter: ProjectFilter) -> Int {
        sets(of: filter).values.reduce(searched(filter)) { $0.intersection($1) }.count
    }

    /// Per facet in use, the projects that fall under one of its chosen options.
    private func sets(of filter: ProjectFilter) -> [ProjectFacet: RowSet] {
        filter.chosen.reduce(into: [:]) { sets, choice in
            sets[choice.key] = choice.value.reduce(RowSet(count: rows.count)) { union, option in
                options[choice.key]?[option].map(union.union) ?? union
            }
        }
    }

    private func searched(_ filter: ProjectFilter) -> RowSet {
        guard let found = filter.found else { return RowSet(all: rows.count) }
        var set = RowSet(count: rows.count)
        for id in found.keys { if let position = positions[id] { set.insert(position) } }
        return set
    }

    private func order(_ filter: ProjectFilter, _ sort: ProjectSort) -> [Int] {
        guard sort == .relevance, let found = filter.found else {
            return orders[sort == .relevance ? .newest : sort] ?? []
        }
        return found.compactMap { id, rank in positions[id].map { (rank: rank, position: $0) } }
            .sorted { $0.rank != $1.rank ? $0.rank > $1.rank : $0.position < $1.position }
            .map(\.position)
    }
}

/// A set of positions in a list, a bit each.
struct RowSet: Hashable, Sendable {
    private var words: [UInt64]

    /// Empty, for a list of so many.
    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    /// Every position of a list of so many.
    init(all count: Int) {
        words = Array(repeating: .max, count: (count + 63) / 64)
        if !count.isMultiple(of: 64), let last = words.indices.last { words[last] = (1 << UInt64(count % 64)) - 1 }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    func contains(_ position: Int) -> Bool { words[position / 64] & (1 << UInt64(position % 64)) != 0 }
    mutating func insert(_ position: Int) { words[position / 64] |= 1 << UInt64(position % 64) }

    func intersection(_ other: RowSet) -> RowSet { combined(with: other, &) }
    func union(_ other: RowSet) -> RowSet { combined(with: other, |) }

    func countOfIntersection(_ other: RowSet) -> Int {
        var count = 0
        for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
        return count
    }

    private func combined(with other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) -> RowSet {
        var result = self
        for index in words.indices { result.words[index] = operation(words[index], other.words[index]) }
        return result
    }
}
