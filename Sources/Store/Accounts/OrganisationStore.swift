public import Domain
public import Postgres

/// Organisations and their teams, as far as everyone may know them.
public enum OrganisationStore {
    /// An organisation that works in a region.
    public struct Row: Sendable, RowDecodable {
        public let id: Organisation.ID
        public let name: String
        public let kind: OrganisationKind
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            kind = try row.next()
            isFictional = try row.next()
        }
    }

    /// Organisations that work in a region on a day, by kind and name.
    public static func working(
        in region: RegionCode,
        on day: CalendarDate,
        connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select distinct o.id, o.name, o.kind, o.is_fictional
            from organisations o join organisation_regions x on x.organisation_id = o.id
            where x.region_code = \(region) and x.valid_from <= \(day)
                and (x.valid_until is null or x.valid_until >= \(day))
            order by o.kind, o.name, o.id limit 200
            """
        )
    }

    /// A team with the phone number of its people, for whoever looks for a human in a region.
    public struct TeamRow: Sendable, RowDecodable {
        public let id: Team.ID
        public let name: String
        public let organisationName: String
        public let phone: String
        public let mail: String
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            organisationName = try row.next()
            phone = try row.next()
            mail = try row.next()
            isFictional = try row.next()
        }
    }

    public static func teams(in region: RegionCode, on connection: Connection) async throws -> [TeamRow] {
        try await connection.query(
            """
            select t.id, t.name, o.name, t.phone, t.mail, t.is_fictional
            from teams t join organisations o on o.id = t.organisation_id
            where t.region_code = \(region) order by t.name, t.id limit 50
            """
        )
    }
}
