public import Domain
public import Foundation
public import Postgres

extension PracticeFunction: SQLCode {}

/// Practices: the row itself. Lists stand in ``PracticeListStore``, people and recognition in ``PracticePeopleStore``.
public enum PracticeStore {
    /// One practice, without anything private.
    public struct Row: Sendable, RowDecodable {
        public let id: Practice.ID
        public let reference: Reference
        public let kind: PracticeKind
        public let name: String
        public let street: String
        public let postcode: String
        public let town: String
        public let municipalityCode: MunicipalityCode
        public let municipalityName: String
        public let regionCode: RegionCode
        public let regionName: String
        public let regionSlug: String
        public let location: MapPoint
        public let organisationID: Organisation.ID?
        public let organisationName: String?
        public let isMember: Bool
        public let isDraft: Bool
        public let teamSize: Int?
        public let chamberOfCommerce: String?
        public let companyID: String?
        public let notes: String
        public let isFictional: Bool
        public let version: Int

        static let columns: SQL = """
            p.id, p.reference, p.kind, p.name, p.street, p.postcode, p.town, p.municipality_code, m.name, p.region_code,
            r.name, r.slug, p.x, p.y, p.z, p.organisation_id, o.name, p.is_member, p.is_draft, p.team_size, p.kvk,
            p.company_id, p.notes, p.is_fictional, p.version
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            kind = try row.next()
            name = try row.next()
            street = try row.next()
            postcode = try row.next()
            town = try row.next()
            municipalityCode = try row.next()
            municipalityName = try row.next()
            regionCode = try row.next()
            regionName = try row.next()
            regionSlug = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
            organisationID = try row.nextOptional()
            organisationName = try row.nextOptional()
            isMember = try row.next()
            isDraft = try row.next()
            teamSize = try row.nextOptional()
            chamberOfCommerce = try row.nextOptional()
            companyID = try row.nextOptional()
            notes = try row.next()
            isFictional = try row.next()
            version = try row.next()
        }
    }

    /// A practice by its public reference.
    public static func find(_ reference: Reference, on connection: Connection) async throws -> Row? {
        try await connection.first(rows + " where p.reference = \(reference)")
    }

    public static func find(_ id: Practice.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(rows + " where p.id = \(id)")
    }

    private static let rows: SQL = """
        select \(sql: Row.columns)
        from practices p
        join municipalities m on m.code = p.municipality_code
        join regions r on r.code = p.region_code
        left join organisations o on o.id = p.organisation_id
        """

    /// Practices of a region with the same name in the same place: perhaps the one that is being entered again.
    public static func namesakes(
        of name: String,
        town: String,
        region: RegionCode,
        on connection: Connection
    ) async throws -> [(reference: Reference, name: String)] {
        try await connection.query(
            """
            select reference, name from practices
            where region_code = \(region) and lower(name) = lower(\(name)) and lower(town) = lower(\(town))
            order by name, id limit 5
            """
        ) { (try $0.next(), try $0.next()) }
    }

    public static func insert(
        _ id: Practice.ID,
        reference: Reference,
        _ draft: PracticeDraft,
        region: RegionCode,
        location: MapPoint,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into practices (id, reference, kind, name, street, postcode, town, municipality_code, region_code,
                x, y, z, organisation_id, is_member, is_draft, team_size, kvk, company_id, notes, is_fictional,
                created_at, version)
            values (\(id), \(reference), \(draft.kind), \(draft.name), \(draft.street),
                \(draft.postcode?.description ?? ""), \(draft.town), \(draft.municipality), \(region), \(location.x),
                \(location.y), \(location.z), \(draft.organisationID), \(draft.isMember), \(draft.isDraft),
                \(draft.teamSize), \(draft.chamberOfCommerce?.rawValue), \(draft.companyID), \(draft.notes),
                \(draft.isFictional), \(now), 1)
            """
        )
    }

    /// Writes the practice's own fields when `version` is still the one that was read.
    /// - Returns: false when someone else changed it meanwhile.
    public static func update(
        _ id: Practice.ID,
        _ draft: PracticeDraft,
        region: RegionCode,
        location: MapPoint,
        version: Int,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update practices
            set kind = \(draft.kind), name = \(draft.name), street = \(draft.street),
                postcode = \(draft.postcode?.description ?? ""), town = \(draft.town),
                municipality_code = \(draft.municipality), region_code = \(region), x = \(location.x), y = \(location.y),
                z = \(location.z), organisation_id = \(draft.organisationID), is_member = \(draft.isMember),
                is_draft = \(draft.isDraft), team_size = \(draft.teamSize), kvk = \(draft.chamberOfCommerce?.rawValue),
                company_id = \(draft.companyID), notes = \(draft.notes), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// Days on which the practice is closed, from `day` on, by date.
    public static func closings(
        of practice: Practice.ID,
        from day: CalendarDate,
        on connection: Connection
    ) async throws -> [ClosedRange<CalendarDate>] {
        try await connection.query(
            """
            select closed_from, closed_until from practice_closings
            where practice_id = \(practice) and closed_until >= \(day) order by closed_from
            """
        ) { row in
            let first: CalendarDate = try row.next()
            return first...max(first, try row.next())
        }
    }

    /// Adds a closing; one that begins on the same day is left as it is.
    public static func insertClosing(
        _ days: ClosedRange<CalendarDate>,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            insert into practice_closings (practice_id, closed_from, closed_until)
            values (\(practice), \(days.lowerBound), \(days.upperBound)) on conflict do nothing
            """
        ) == 1
    }

    public static func deleteClosing(
        from day: CalendarDate,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            "delete from practice_closings where practice_id = \(practice) and closed_from = \(day)"
        )
    }

    /// How the proposals of the acting team to this practice ended.
    public static func proposalCounts(
        of practice: Practice.ID,
        on connection: Connection
    ) async throws -> [(state: ProposalState, count: Int)] {
        try await connection.query(
            "select state, count(*) from proposals where practice_id = \(practice) group by state order by state"
        ) { (try $0.next(), try $0.next()) }
    }
}
