public import Domain
public import Foundation
public import Postgres

/// Uploaded files between upload and confirmation, and what an import compares its rows with.
public enum ImportStore {
    /// An uploaded file of the acting team.
    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let kind: String
        public let fileName: String
        public let content: Data
        /// Field names by column, see `ColumnMapping`.
        public let mapping: JSONText
        public let expiresAt: Date

        static let columns: SQL = "id, kind, file_name, content, mapping, expires_at"

        public init(row: inout RowReader) throws {
            id = try row.next()
            kind = try row.next()
            fileName = try row.next()
            content = try row.next()
            mapping = try row.next()
            expiresAt = try row.next()
        }
    }

    public static func insert(
        _ id: UUID,
        kind: String,
        fileName: String,
        content: Data,
        mapping: JSONText,
        acting: Acting,
        at now: Date,
        until expiry: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into imports (id, team_id, staff_member_id, kind, file_name, content, mapping, uploaded_at, expires_at)
            values (\(id), \(acting.teamID), \(acting.staffMemberID), \(kind), \(fileName), \(content), \(mapping), \(now),
                \(expiry))
            """
        )
    }

    /// The file, unless it has expired or is another team's.
    public static func find(_ id: UUID, at now: Date, on connection: Connection) async throws -> Row? {
        try await connection.first(
            "select \(sql: Row.columns) from imports where id = \(id) and expires_at > \(now)"
        )
    }

    /// Takes the file away and returns it: of two who confirm at once only one gets it.
    public static func take(_ id: UUID, at now: Date, on connection: Connection) async throws -> Row? {
        try await connection.first(
            "delete from imports where id = \(id) and expires_at > \(now) returning \(sql: Row.columns)"
        )
    }

    public static func saveMapping(_ mapping: JSONText, of id: UUID, on connection: Connection) async throws -> Bool {
        try await connection.execute("update imports set mapping = \(mapping) where id = \(id)") == 1
    }

    public static func delete(_ id: UUID, on connection: Connection) async throws {
        _ = try await connection.execute("delete from imports where id = \(id)")
    }

    /// Removes expired files of every team.
    public static func purge(at now: Date, on connection: Connection) async throws {
        _ = try await connection.value("select purge_imports(\(now))", as: Int.self)
    }

    // MARK: What rows are compared with

    /// A place on the map.
    public struct MapPlace: Sendable, RowDecodable {
        public let name: String
        public let municipalityCode: MunicipalityCode
        public let location: MapPoint

        public init(row: inout RowReader) throws {
            name = try row.next()
            municipalityCode = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
        }
    }

    /// Every place on the map, the largest first.
    public static func mapPlaces(on connection: Connection) async throws -> [MapPlace] {
        try await connection.query(
            "select name, municipality_code, x, y, z from map_places order by inhabitants desc, geonames_id limit 10000"
        )
    }

    /// A candidate of the acting team, as far as it takes to recognise one.
    public struct KnownCandidate: Sendable, RowDecodable {
        public let name: PersonName
        public let bornOn: CalendarDate
        /// The kenmerk of the latest case.
        public let reference: Reference

        public init(row: inout RowReader) throws {
            name = PersonName(givenName: try row.next(), prefix: try row.next(), familyName: try row.next())
            bornOn = try row.next()
            reference = try row.next()
        }
    }

    /// Candidates of a team born on one of these days.
    public static func candidates(
        bornOn days: [CalendarDate],
        team: Team.ID,
        on connection: Connection
    ) async throws -> [KnownCandidate] {
        try await connection.query(
            """
            select distinct on (i.candidate_id) i.given_name, i.name_infix, i.family_name, i.born_on, f.reference
            from candidate_identities i
            join case_files f on f.candidate_id = i.candidate_id
            where i.team_id = \(team) and i.born_on = any(\(days))
            order by i.candidate_id, f.opened_at desc
            """
        )
    }

    /// Which of these references are cases of the team.
    public static func cases(
        _ references: [Reference],
        team: Team.ID,
        on connection: Connection
    ) async throws -> Set<Reference> {
        Set(
            try await connection.values(
                "select reference from case_files where team_id = \(team) and reference = any(\(references))"
            )
        )
    }

    /// A practice of the region, as far as it takes to recognise one.
    public struct KnownPractice: Sendable, RowDecodable {
        public let id: Practice.ID
        public let reference: Reference
        public let name: String
        public let postcode: String
        public let town: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            name = try row.next()
            postcode = try row.next()
            town = try row.next()
        }
    }

    public static func practices(in region: RegionCode, on connection: Connection) async throws -> [KnownPractice] {
        try await connection.query(
            "select id, reference, name, postcode, town from practices where region_code = \(region) order by created_at, id"
        )
    }

    /// A place of the region, as far as it takes to recognise one.
    public struct KnownPlace: Sendable, RowDecodable {
        public let reference: Reference
        public let practiceID: Practice.ID
        public let kind: PlacementKind
        public let crebo: String?
        public let routes: RouteSet
        public let earliestStartOn: CalendarDate
        public let weekdays: WeekdaySet
        public let state: TrainingPlaceState

        public init(row: inout RowReader) throws {
            reference = try row.next()
            practiceID = try row.next()
            kind = try row.next()
            crebo = try row.nextOptional()
            routes = try row.next()
            earliestStartOn = try row.next()
            weekdays = try row.next()
            state = try row.next()
        }
    }

    public static func places(in region: RegionCode, on connection: Connection) async throws -> [KnownPlace] {
        try await connection.query(
            """
            select reference, practice_id, kind, crebo, routes, earliest_start_on, weekdays, state
            from training_places
            where region_code = \(region)
            order by created_at, id
            """
        )
    }
}
