public import Domain
public import Foundation
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
        /// Open places of which at least one seat is free for the whole of the offer.
        public let placesWithRoom: Int

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            slug = try row.next()
            latitude = try row.next()
            longitude = try row.next()
            openPlaces = try row.next()
            placesWithRoom = try row.next()
        }
    }

    /// The labour-market regions in order of name, with the number of open places in each.
    public static func regions(at now: Date, on connection: Connection) async throws -> [Region] {
        try await connection.query(
            """
            select r.code, r.name, r.slug, r.latitude, r.longitude, count(t.id),
                count(t.id) filter (where exists (
                    select 1 from seats s where s.training_place_id = t.id and not \(sql: SeatStore.isOccupied(at: now))))
            from regions r
            left join training_places t on t.region_code = r.code and t.state = 'open'
            where r.level = 'azw'
            group by r.code
            order by r.name collate "nl-x-icu"
            """
        )
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
            "select region_code, latitude, longitude from map_places order by geonames_id limit 5000"
        )
    }

    /// How many cases look for a place in each region: searching, referring or watching. Read as the matcher, which sees
    /// every case without identity.
    public static func searching(on connection: Connection) async throws -> [RegionCode: Int] {
        let rows = try await connection.query(
            """
            select region_code, count(*) from case_files
            where state = any(\(CaseState.looking))
            group by region_code
            """
        ) { row in (try row.next(RegionCode.self), try row.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
