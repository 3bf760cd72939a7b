public import Domain
public import Foundation
public import Postgres

/// The list of practices of a region, for its teams.
public enum PracticeListStore {
    public enum LastContact: String, Sendable, CaseIterable {
        /// Not once called by this team.
        case never = "nooit"
        /// Called, but longer ago than half a year.
        case longAgo = "lang"
        case recent = "kort"
    }

    public struct Filter: Sendable {
        public var region: RegionCode
        public var search: String?
        public var kinds: [PracticeKind] = []
        public var hasOpenPlaces: Bool?
        public var isMember: Bool?
        public var municipality: MunicipalityCode?
        public var lastContact: LastContact?
        /// The moment before which a contact is long ago.
        public var longAgo: Date

        public init(region: RegionCode, longAgo: Date) {
            self.region = region
            self.longAgo = longAgo
        }
    }

    public enum Facet: Sendable {
        case kind, hasOpenPlaces, isMember, municipality, lastContact
    }

    public enum Sort: String, Sendable, CaseIterable {
        case name = "naam"
        /// Longest without contact first; never called comes first of all.
        case contact
    }

    public struct Row: Sendable, RowDecodable {
        public let id: Practice.ID
        public let reference: Reference
        public let name: String
        public let kind: PracticeKind
        public let town: String
        public let municipalityName: String
        public let isMember: Bool
        public let isDraft: Bool
        public let places: Int
        public let openPlaces: Int
        /// The last call by the acting team.
        public let lastCalledAt: Date?
        public let contactName: String?
        public let phone: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            name = try row.next()
            kind = try row.next()
            town = try row.next()
            municipalityName = try row.next()
            isMember = try row.next()
            isDraft = try row.next()
            places = try row.next()
            openPlaces = try row.next()
            lastCalledAt = try row.nextOptional()
            contactName = try row.nextOptional()
            phone = try row.nextOptional()
        }
    }

    // The practice's calls and places are counted per row: a region has hundreds of practices, not thousands.
    private static let source: SQL = """
        from practices p
        join municipalities m on m.code = p.municipality_code
        left join lateral (select count(*) as places, count(*) filter (where t.state = 'open') as open_places
            from training_places t where t.practice_id = p.id) as t on true
        left join lateral (select max(called_at) as last_called_at from practice_calls c where c.practice_id = p.id) as c on true
        """

    /// One page of the list.
    ///
    /// - Parameter after: the sort keys of the last row before it, as ``keys(of:sort:)`` gave them.
    public static func list(
        _ filter: Filter,
        sort: Sort,
        after: [String]?,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select p.id, p.reference, p.name, p.kind, p.town, m.name, p.is_member, p.is_draft, t.places, t.open_places,
                c.last_called_at, k.name, k.phone
            \(sql: source)
            left join lateral (select name, phone from practice_contacts where practice_id = p.id
                order by function <> 'contact', name, id limit 1) as k on true
            where \(sql: condition(filter)) and \(sql: seek(sort, after: after))
            order by \(sql: order(sort))
            limit \(limit)
            """
        )
    }

    public static func keys(of row: Row, sort: Sort) -> [String] {
        switch sort {
        case .name: [row.name, "\(row.id)"]
        case .contact: [row.lastCalledAt?.sqlText ?? "", "\(row.id)"]
        }
    }

    public static func count(_ filter: Filter, on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) \(sql: source) where \(sql: condition(filter))") ?? 0
    }

    /// How many practices each option of a facet would leave. Keys are codes; yes and no are `ja` and `nee`.
    public static func counts(_ facet: Facet, _ filter: Filter, on connection: Connection) async throws -> [String: Int]
    {
        let key: SQL =
            switch facet {
            case .kind: "p.kind"
            case .hasOpenPlaces: "case when t.open_places > 0 then 'ja' else 'nee' end"
            case .isMember: "case when p.is_member then 'ja' else 'nee' end"
            case .municipality: "p.municipality_code"
            case .lastContact:
                """
                case when c.last_called_at is null then 'nooit' when c.last_called_at < \(filter.longAgo) then 'lang'
                    else 'kort' end
                """
            }
        let rows = try await connection.query(
            "select \(sql: key), count(*) \(sql: source) where \(sql: condition(filter, leavingOut: facet)) group by 1"
        ) { (try $0.next(String.self), try $0.next(Int.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    private static func condition(_ filter: Filter, leavingOut facet: Facet? = nil) -> SQL {
        var all: [SQL] = ["p.region_code = \(filter.region)"]
        if let search = filter.search {
            let pattern = SearchPattern.containing(search)
            all.append(
                """
                (p.name ilike \(pattern) or p.town ilike \(pattern) or p.reference = \(SearchPattern.reference(search))
                    or exists (select 1 from practice_contacts k where k.practice_id = p.id and k.name ilike \(pattern)))
                """
            )
        }
        if facet != .kind, !filter.kinds.isEmpty { all.append("p.kind = any(\(filter.kinds.map(\.rawValue)))") }
        if facet != .hasOpenPlaces, let has = filter.hasOpenPlaces { all.append("(t.open_places > 0) = \(has)") }
        if facet != .isMember, let isMember = filter.isMember { all.append("p.is_member = \(isMember)") }
        if facet != .municipality, let code = filter.municipality { all.append("p.municipality_code = \(code)") }
        if facet != .lastContact {
            switch filter.lastContact {
            case .never: all.append("c.last_called_at is null")
            case .longAgo: all.append("c.last_called_at < \(filter.longAgo)")
            case .recent: all.append("c.last_called_at >= \(filter.longAgo)")
            case nil: break
            }
        }
        return all.joined(separator: " and ")
    }

    private static func seek(_ sort: Sort, after keys: [String]?) -> SQL {
        guard let keys, keys.count == 2, let id = Practice.ID(keys[1]) else { return "true" }
        switch sort {
        case .name:
            return "(p.name collate \"nl-x-icu\", p.id) > (\(keys[0]) collate \"nl-x-icu\", \(id))"
        case .contact:
            if keys[0].isEmpty { return "(c.last_called_at is not null or p.id > \(id))" }
            guard let moment = try? Date(sqlText: keys[0]) else { return "true" }
            return "(c.last_called_at, p.id) > (\(moment), \(id))"
        }
    }

    private static func order(_ sort: Sort) -> SQL {
        switch sort {
        case .name: "p.name collate \"nl-x-icu\", p.id"
        case .contact: "c.last_called_at nulls first, p.id"
        }
    }
}
