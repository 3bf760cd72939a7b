public import Domain
public import Foundation
public import Postgres

/// Lists of training places: filtered, counted per option, a page at a time.
public enum TrainingPlaceListStore {
    /// What a list shows. Places that are not open are seen by teams of their region only.
    public struct Filter: Sendable {
        /// The region of whoever looks; nil for a visitor.
        public var viewer: RegionCode?
        public var search: String?
        public var kinds: [PlacementKind] = []
        public var routes: RouteSet = []
        public var region: RegionCode?
        public var municipality: MunicipalityCode?
        public var role: String?
        public var states: [TrainingPlaceState] = []
        /// The first day of a month in which one can begin.
        public var startMonth: CalendarDate?
        /// Codes of activities, all of which can be practised.
        public var activities: [String] = []
        /// Only what this import of the own team brought in.
        public var importRun: UUID?

        public init(viewer: RegionCode?) { self.viewer = viewer }
    }

    public enum Facet: Sendable, CaseIterable {
        case kind, route, region, municipality, role, state, startMonth, activity
    }

    public enum Sort: String, Sendable, CaseIterable {
        /// Open places first, then by the earliest start.
        case start
        /// By the practice's name.
        case practice = "praktijk"
        /// The newest place first.
        case newest = "nieuw"
    }

    public struct Row: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let practiceName: String
        public let practiceReference: Reference
        public let town: String
        public let regionCode: RegionCode
        public let regionName: String
        public let kind: PlacementKind
        public let role: String
        public let routes: RouteSet
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksOffered: Int
        public let weekdays: WeekdaySet
        public let hoursPerWeek: Int
        public let state: TrainingPlaceState
        public let seats: Int
        /// Seats on which nothing lies on any offered day in the whole window.
        public let freeSeats: Int

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            practiceName = try row.next()
            practiceReference = try row.next()
            town = try row.next()
            regionCode = try row.next()
            regionName = try row.next()
            kind = try row.next()
            role = try row.next()
            routes = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksOffered = try row.next()
            weekdays = try row.next()
            hoursPerWeek = try row.next()
            state = try row.next()
            seats = try row.next()
            freeSeats = try row.next()
        }
    }

    private static let columns: SQL = """
        t.id, t.reference, p.name, p.reference, p.town, t.region_code, r.name, t.kind, t.role_code, t.routes,
        t.earliest_start_on, t.latest_start_on, t.weeks_offered, t.weekdays, t.hours_per_week, t.state,
        (select count(*) from seats s where s.training_place_id = t.id)
        """

    /// One page of the list.
    ///
    /// - Parameter after: the sort keys of the last row before it, as ``keys(of:sort:)`` gave them; nil at the beginning
    ///   and when they are not ours.
    public static func list(
        _ filter: Filter,
        sort: Sort,
        after: [String]?,
        limit: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns), (
                select count(*) from seats s where s.training_place_id = t.id and not \(sql: SeatStore.isOccupied(at: now)))
            from training_places t
            join practices p on p.id = t.practice_id
            join regions r on r.code = t.region_code
            where \(sql: condition(filter)) and \(sql: seek(sort, after: after))
            order by \(sql: order(sort))
            limit \(limit)
            """
        )
    }

    /// One place of a practice.
    public struct Brief: Sendable, RowDecodable {
        public let reference: Reference
        public let kind: PlacementKind
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let state: TrainingPlaceState

        public init(row: inout RowReader) throws {
            reference = try row.next()
            kind = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            state = try row.next()
        }
    }

    /// The places of a practice, the latest start first; at most 100.
    public static func list(
        ofPractice practice: Practice.ID,
        viewer: RegionCode,
        on connection: Connection
    ) async throws -> [Brief] {
        try await connection.query(
            """
            select reference, kind, earliest_start_on, latest_start_on, state from training_places
            where practice_id = \(practice) and (state = 'open' or region_code = \(viewer))
            order by earliest_start_on desc, id desc limit 100
            """
        )
    }

    /// The sort keys of a row, to go on after it.
    public static func keys(of row: Row, sort: Sort) -> [String] {
        switch sort {
        case .start: [row.state == .open ? "open" : "-", row.earliestStartOn.iso8601, "\(row.id)"]
        case .practice: [row.practiceName, "\(row.id)"]
        case .newest: ["\(row.id)"]
        }
    }

    public static func count(_ filter: Filter, on connection: Connection) async throws -> Int {
        try await connection.value(
            """
            select count(*) from training_places t join practices p on p.id = t.practice_id
            where \(sql: condition(filter))
            """
        ) ?? 0
    }

    /// How many places each option of a facet would leave, with all other filters as they are. Keys are codes; routes by
    /// their code, months as `2027-09`.
    ///
    /// - Parameter months: the first days of the months to count; only for ``Facet/startMonth``.
    public static func counts(
        _ facet: Facet,
        _ filter: Filter,
        months: [CalendarDate] = [],
        on connection: Connection
    ) async throws -> [String: Int] {
        let (join, key): (SQL, SQL) =
            switch facet {
            case .kind: ("", "t.kind")
            case .route:
                (
                    """
                    join (values ('bol', 1), ('bbl', 2), ('third_route', 4)) as f (code, bit) on t.routes & f.bit <> 0
                    """, "f.code"
                )
            case .region: ("", "t.region_code")
            case .municipality: ("", "t.municipality_code")
            case .role: ("", "t.role_code")
            case .state: ("", "t.state")
            case .startMonth:
                (
                    """
                    join unnest(\(months)) as f (month) on t.latest_start_on >= f.month
                        and t.earliest_start_on < f.month + interval '1 month'
                    """, "to_char(f.month, 'YYYY-MM')"
                )
            case .activity:
                (
                    "join training_place_activities f on f.training_place_id = t.id and f.frequency > 0",
                    "f.activity_code"
                )
            }
        let rows = try await connection.query(
            """
            select \(sql: key), count(*) from training_places t
            join practices p on p.id = t.practice_id
            \(sql: join)
            where \(sql: condition(filter, leavingOut: facet))
            group by 1
            """
        ) { (try $0.next(String.self), try $0.next(Int.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    // MARK: Conditions

    private static func condition(_ filter: Filter, leavingOut facet: Facet? = nil) -> SQL {
        var all: [SQL] = ["(t.state = 'open' or t.region_code = \(filter.viewer))"]
        if let search = filter.search {
            let pattern = SearchPattern.containing(search)
            all.append(
                "(p.name ilike \(pattern) or p.town ilike \(pattern) or t.reference = \(SearchPattern.reference(search)))"
            )
        }
        if let run = filter.importRun {
            all.append("t.id in (select k.training_place_id from import_run_rows k where k.import_run_id = \(run))")
        }
        if facet != .kind, !filter.kinds.isEmpty { all.append("t.kind = any(\(filter.kinds.map(\.rawValue)))") }
        if facet != .route, !filter.routes.isEmpty { all.append("t.routes & \(filter.routes) <> 0") }
        if facet != .region, let region = filter.region { all.append("t.region_code = \(region)") }
        if facet != .municipality, let code = filter.municipality { all.append("t.municipality_code = \(code)") }
        if facet != .role, let role = filter.role { all.append("t.role_code = \(role)") }
        if facet != .state, !filter.states.isEmpty { all.append("t.state = any(\(filter.states.map(\.rawValue)))") }
        if facet != .startMonth, let month = filter.startMonth {
            all.append("t.latest_start_on >= \(month) and t.earliest_start_on < \(month.adding(months: 1))")
        }
        // Also within the facet itself: activities add up, so each option counts what is left when it is chosen as well.
        for activity in filter.activities {
            all.append(
                """
                exists (select 1 from training_place_activities a where a.training_place_id = t.id
                    and a.activity_code = \(activity) and a.frequency > 0)
                """
            )
        }
        return all.joined(separator: " and ")
    }

    private static func seek(_ sort: Sort, after keys: [String]?) -> SQL {
        guard let keys, let id = keys.last.flatMap({ TrainingPlace.ID($0) }) else { return "true" }
        switch sort {
        case .start:
            guard keys.count == 3, let date = CalendarDate(iso: keys[1]) else { return "true" }
            return "(t.state <> 'open', t.earliest_start_on, t.id) > (\(keys[0] != "open"), \(date), \(id))"
        case .practice:
            guard keys.count == 2 else { return "true" }
            return "(p.name collate \"nl-x-icu\", t.id) > (\(keys[0]) collate \"nl-x-icu\", \(id))"
        case .newest:
            return "t.id < \(id)"
        }
    }

    private static func order(_ sort: Sort) -> SQL {
        switch sort {
        case .start: "t.state <> 'open', t.earliest_start_on, t.id"
        case .practice: "p.name collate \"nl-x-icu\", t.id"
        case .newest: "t.id desc"
        }
    }
}

/// What people type in a search field, as patterns.
public enum SearchPattern {
    /// For `ilike`: the words anywhere, with their own wildcards taken literally.
    public static func containing(_ typed: String) -> String {
        let plain = typed.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        return "%\(plain)%"
    }

    /// The reference someone may have typed; text that equals no reference otherwise.
    public static func reference(_ typed: String) -> String { Reference(typed: typed)?.text ?? "" }
}
