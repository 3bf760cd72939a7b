public import Domain
import Foundation
public import Postgres

/// Small reference data: read whole, one query each, kept in memory by whoever starts the service.
public enum ReferenceStore {
    /// A labour-market (AZW) region.
    public struct Region: Hashable, Sendable, RowDecodable {
        public let code: RegionCode
        public let name: String
        public let slug: String
        public let provinces: String
        public let latitude: Double
        public let longitude: Double
        /// Regions that share a border, by code.
        public let neighbours: [RegionCode]

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            slug = try row.next()
            provinces = try row.next()
            latitude = try row.next()
            longitude = try row.next()
            neighbours = try row.next([String].self).map { RegionCode($0) }
        }
    }

    /// The root regions by name.
    public static func regions(on connection: Connection) async throws -> [Region] {
        try await connection.query(
            """
            select code, name, slug, provinces, latitude, longitude,
                array(select neighbour_code from region_neighbours n where n.region_code = r.code order by neighbour_code)
            from regions r
            where level = 'azw'
            order by name collate "nl-x-icu", code
            """
        )
    }

    public struct Municipality: Hashable, Sendable, RowDecodable {
        public let code: MunicipalityCode
        public let name: String
        public let province: String
        public let regionCode: RegionCode
        public let latitude: Double
        public let longitude: Double
        public let location: MapPoint

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            province = try row.next()
            regionCode = try row.next()
            latitude = try row.next()
            longitude = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
        }
    }

    public static func municipalities(on connection: Connection) async throws -> [Municipality] {
        try await connection.query(
            """
            select code, name, province, region_code, latitude, longitude, x, y, z
            from municipalities
            order by name collate "nl-x-icu", code
            """
        )
    }

    /// A code with what people read.
    public struct Named: Hashable, Sendable, RowDecodable {
        public let code: String
        public let name: String

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
        }
    }

    public static func roles(on connection: Connection) async throws -> [Named] {
        try await connection.query("select code, name from care_roles order by name, code")
    }

    public struct Qualification: Hashable, Sendable, RowDecodable {
        public let crebo: String
        public let name: String
        public let level: Int
        public let routes: RouteSet
        public let validFrom: CalendarDate
        public let validUntil: CalendarDate?

        public init(row: inout RowReader) throws {
            crebo = try row.next()
            name = try row.next()
            level = try row.next()
            routes = try row.next()
            validFrom = try row.next()
            validUntil = try row.nextOptional()
        }
    }

    public static func qualifications(on connection: Connection) async throws -> [Qualification] {
        try await connection.query(
            "select crebo, name, level, routes, valid_from, valid_until from qualifications order by name, crebo, valid_from"
        )
    }

    public struct School: Hashable, Sendable, RowDecodable {
        public let id: Domain.School.ID
        public let name: String
        public let regionCode: RegionCode?

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            regionCode = try row.nextOptional()
        }
    }

    public static func schools(on connection: Connection) async throws -> [School] {
        try await connection.query("select id, name, region_code from schools order by name collate \"nl-x-icu\", id")
    }

    public struct Activity: Hashable, Sendable, RowDecodable {
        public let code: String
        public let name: String
        public let area: CompetenceArea

        public init(row: inout RowReader) throws {
            code = try row.next()
            name = try row.next()
            area = try row.next()
        }
    }

    /// What can be practised at a place, in the order of the list.
    public static func activities(on connection: Connection) async throws -> [Activity] {
        try await connection.query("select code, name, area_code from activities order by position")
    }

    /// One row of the closed list of wishes: stated by one side, met by a property of the other.
    public struct Wish: Hashable, Sendable, RowDecodable {
        public let code: String
        /// The bit in `wishes` of the side that states it and in `offers` of the other side.
        public let bit: Int
        public let isStatedByCandidate: Bool
        /// What the stating side says.
        public let sentence: String
        /// What the other side says when it meets the wish.
        public let propertySentence: String

        public var mask: UInt32 { 1 << UInt32(bit) }

        public init(row: inout RowReader) throws {
            code = try row.next()
            bit = try row.next()
            isStatedByCandidate = try row.next(String.self) == "candidate"
            sentence = try row.next()
            propertySentence = try row.next()
        }
    }

    public static func wishes(on connection: Connection) async throws -> [Wish] {
        try await connection.query("select code, bit, stated_by, sentence, property_sentence from wishes order by bit")
    }

    public struct Reason: Hashable, Sendable, RowDecodable {
        public let kind: String
        public let code: String
        public let sentence: String

        public init(row: inout RowReader) throws {
            kind = try row.next()
            code = try row.next()
            sentence = try row.next()
        }
    }

    public static func reasons(on connection: Connection) async throws -> [Reason] {
        try await connection.query("select kind, code, sentence from reasons order by kind, position, code")
    }

    /// The controlled list of bottlenecks, in its order.
    public static func bottlenecks(on connection: Connection) async throws -> [Bottleneck] {
        try await connection.query("select code, slug, name, description from bottlenecks order by position") { row in
            Bottleneck(
                code: BottleneckCode(try row.next(String.self)),
                slug: try row.next(),
                name: try row.next(),
                description: try row.next()
            )
        }
    }

    /// How long an owner has for a step, from a date on.
    public struct DueRule: Hashable, Sendable, RowDecodable {
        public let key: String
        public let value: Int
        public let isInWorkingDays: Bool

        public init(row: inout RowReader) throws {
            key = try row.next()
            value = try row.next()
            isInWorkingDays = try row.next(String.self) == "working_days"
        }
    }

    /// The rules that hold on a day, one per key.
    public static func dueRules(on date: CalendarDate, connection: Connection) async throws -> [DueRule] {
        try await connection.query(
            """
            select distinct on (key) key, value, unit
            from due_rules
            where valid_from <= \(date)
            order by key, valid_from desc
            """
        )
    }

    public struct ConsentText: Hashable, Sendable, RowDecodable {
        public let version: Int
        public let text: String

        public init(row: inout RowReader) throws {
            version = try row.next()
            text = try row.next()
        }
    }

    /// All versions, the newest first.
    public static func consentTexts(on connection: Connection) async throws -> [ConsentText] {
        try await connection.query("select version, text from consent_texts order by version desc")
    }

    public struct Area: Hashable, Sendable, RowDecodable {
        public let frameworkVersion: Int
        public let area: CompetenceArea
        public let description: String

        public init(row: inout RowReader) throws {
            frameworkVersion = try row.next()
            area = try row.next()
            description = try row.next()
        }
    }

    public static func areas(on connection: Connection) async throws -> [Area] {
        try await connection.query(
            "select framework_version, code, description from competence_areas order by framework_version, position"
        )
    }

    public struct Indicator: Hashable, Sendable, RowDecodable {
        public let frameworkVersion: Int
        public let code: String
        public let area: CompetenceArea
        public let isShortForm: Bool
        public let sentence: String

        public init(row: inout RowReader) throws {
            frameworkVersion = try row.next()
            code = try row.next()
            area = try row.next()
            isShortForm = try row.next()
            sentence = try row.next()
        }
    }

    public static func indicators(on connection: Connection) async throws -> [Indicator] {
        try await connection.query(
            """
            select framework_version, code, area_code, is_short_form, sentence
            from behaviour_indicators
            order by framework_version, position
            """
        )
    }

    /// Default and target level of one area for a route and study year, in tenths.
    public struct Level: Hashable, Sendable, RowDecodable {
        public let frameworkVersion: Int
        public let route: LearningRoute
        public let studyYear: Int
        public let area: CompetenceArea
        public let defaultLevel: Int
        public let targetLevel: Int

        public init(row: inout RowReader) throws {
            frameworkVersion = try row.next()
            route = try row.next()
            studyYear = try row.next()
            area = try row.next()
            defaultLevel = try row.next()
            targetLevel = try row.next()
        }
    }

    public static func levels(on connection: Connection) async throws -> [Level] {
        try await connection.query(
            """
            select framework_version, route, study_year, area_code, default_level, target_level
            from framework_levels
            order by framework_version, route, study_year, area_code
            """
        )
    }
}
