public import Domain
public import Postgres

/// Regions, their municipalities and what is public about them.
public enum RegionStore {
    public struct Municipality: Sendable, RowDecodable {
        public let code: MunicipalityCode
        public let name: String
        public let regionCode: RegionCode
        public let regionName: String
        public let location: MapPoint

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            regionCode = try row.next()
            regionName = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
        }
    }

    public static func municipality(_ code: MunicipalityCode, on connection: Connection) async throws -> Municipality? {
        try await connection.first(
            """
            select m.code, m.name, m.region_code, r.name, m.x, m.y, m.z
            from municipalities m join regions r on r.code = m.region_code
            where m.code = \(code)
            """
        )
    }

    /// A labour-market region with its open places.
    public struct Summary: Sendable, RowDecodable {
        public let code: RegionCode
        public let name: String
        public let slug: String
        public let provinces: String
        public let latitude: Double
        public let longitude: Double
        public let practices: Int
        public let openPlaces: Int
        public let openSeats: Int

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            slug = try row.next()
            provinces = try row.next()
            latitude = try row.next()
            longitude = try row.next()
            practices = try row.next()
            openPlaces = try row.next()
            openSeats = try row.next()
        }
    }

    /// The 28 regions by name.
    public static func summaries(on connection: Connection) async throws -> [Summary] {
        try await connection.query(summary + " where r.level = 'azw' order by r.name collate \"nl-x-icu\"")
    }

    public static func find(slug: String, on connection: Connection) async throws -> Summary? {
        try await connection.first(summary + " where r.level = 'azw' and r.slug = \(slug)")
    }

    private static let summary: SQL = """
        select r.code, r.name, r.slug, r.provinces, r.latitude, r.longitude,
            (select count(*) from practices p where p.region_code = r.code and not p.is_draft),
            (select count(*) from training_places t where t.region_code = r.code and t.state = 'open'),
            (select count(*) from training_places t join seats s on s.training_place_id = t.id
                where t.region_code = r.code and t.state = 'open')
        from regions r
        """

    /// Neighbouring regions by name.
    public static func neighbours(
        of region: RegionCode,
        on connection: Connection
    ) async throws -> [(name: String, slug: String)] {
        try await connection.query(
            """
            select r.name, r.slug from region_neighbours n join regions r on r.code = n.neighbour_code
            where n.region_code = \(region) order by r.name collate "nl-x-icu"
            """
        ) { (try $0.next(), try $0.next()) }
    }

    /// Municipalities of a region by name, each with its open places.
    public static func municipalities(
        of region: RegionCode,
        on connection: Connection
    ) async throws -> [(code: MunicipalityCode, name: String, openPlaces: Int)] {
        try await connection.query(
            """
            select m.code, m.name,
                (select count(*) from training_places t where t.municipality_code = m.code and t.state = 'open')
            from municipalities m where m.region_code = \(region) order by m.name collate "nl-x-icu"
            """
        ) { (try $0.next(), try $0.next(), try $0.next()) }
    }

    /// How many places of a region stand in each state.
    public static func placesByState(
        of region: RegionCode,
        on connection: Connection
    ) async throws -> [(state: TrainingPlaceState, count: Int)] {
        try await connection.query(
            "select state, count(*) from training_places where region_code = \(region) group by state order by state"
        ) { (try $0.next(), try $0.next()) }
    }

    /// The acting team's cases in one step: how many there are, how many are late, and how long the step takes.
    public struct Step: Sendable, RowDecodable {
        public let state: CaseState
        public let count: Int
        public let overdue: Int

        public init(row: inout RowReader) throws {
            state = try row.next()
            count = try row.next()
            overdue = try row.next()
        }
    }

    /// Open cases of the acting team per step.
    public static func ownSteps(on day: CalendarDate, on connection: Connection) async throws -> [Step] {
        try await connection.query(
            """
            select state, count(*), count(*) filter (where due_on < \(day))
            from case_files where team_id = (select acting_team()) and closed_at is null
            group by state order by state
            """
        )
    }

    /// Days that the acting team's cases spent in a step, finished spans only: median, 90th percentile, how many. People who
    /// were erased count as they did.
    public static func ownStepDays(
        on connection: Connection
    ) async throws -> [(state: CaseState, median: Int, p90: Int, count: Int)] {
        try await connection.query(
            """
            select state,
                (percentile_disc(0.5) within group (order by days))::integer,
                (percentile_disc(0.9) within group (order by days))::integer,
                count(*)
            from (
                select case_id, state, floor(extract(epoch from sum(until_at - from_at)) / 86400)::integer as days
                from case_spans where until_at is not null group by case_id, state
                union all
                select null, code, days from step_statistics where measure = 'state') as steps
            group by state order by state
            """
        ) { (try $0.next(), try $0.next(), try $0.next(), try $0.next()) }
    }
}
