public import Domain
public import Postgres

/// Teams, as far as everyone may know them.
public enum TeamStore {
    public struct Row: Sendable, RowDecodable {
        public let id: Team.ID
        public let name: String
        public let regionCode: RegionCode
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            regionCode = try row.next()
            isFictional = try row.next()
        }
    }

    /// Teams with this id or name, whatever its capitals.
    public static func named(_ idOrName: String, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select id, name, region_code, is_fictional
            from teams
            where id::text = lower(\(idOrName)) or lower(name) = lower(\(idOrName))
            order by name, id
            limit 20
            """
        )
    }

    /// Teams of a region, the first by name first.
    public static func working(in region: RegionCode, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select id, name, region_code, is_fictional
            from teams
            where region_code = \(region)
            order by name, id
            limit 20
            """
        )
    }
}
