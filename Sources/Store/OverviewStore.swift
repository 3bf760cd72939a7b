public import Domain
public import Postgres

/// Public figures about the whole country: no persons, small numbers are left to the page to suppress.
public enum OverviewStore {
    public struct Region: Sendable, RowDecodable {
        public let code: RegionCode
        public let name: String
        public let slug: String
        public let latitude: Double
        public let longitude: Double
        public let openPlaces: Int

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            slug = try row.next()
            latitude = try row.next()
            longitude = try row.next()
            openPlaces = try row.next()
        }
    }

    /// The labour-market regions in order of name, with the number of open places in each.
    public static func regions(on connection: Connection) async throws -> [Region] {
        try await connection.query(
            """
            select r.code, r.name, r.slug, r.latitude, r.longitude,
                (select count(*) from training_places t where t.region_code = r.code and t.state = 'open')
            from regions r
            where r.level = 'azw'
            order by r.name collate "nl-x-icu"
            """)
    }

    public struct Dot: Sendable, RowDecodable {
        public let regionCode: RegionCode
        public let latitude: Double
        public let longitude: Double

        public init(row: inout RowReader) throws {
            regionCode = try row.next()
            latitude = try row.next()
            longitude = try row.next()
        }
    }

    /// Every place on the map: drawn as dots they show the country.
    public static func dots(on connection: Connection) async throws -> [Dot] {
        try await connection.query(
            "select region_code, latitude, longitude from map_places order by geonames_id limit 5000")
    }

    /// How many cases look for a place in each region: searching, referring or watching. Read as the matcher, which sees
    /// every case without identity.
    public static func searching(on connection: Connection) async throws -> [RegionCode: Int] {
        let rows = try await connection.query(
            """
            select region_code, count(*) from case_files
            where state in ('registered', 'searching', 'referring', 'watching')
            group by region_code
            """
        ) { row in (try row.next(RegionCode.self), try row.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
