public import Domain
public import Foundation
public import Postgres

extension PlaceOfferClosing: SQLCode {}

/// Places that practices offered without an account. Row-level security shows the acting region's only.
public enum OfferedPlaceStore {
    /// An offer with its draft place and practice.
    public struct Row: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let practiceID: Practice.ID
        public let practiceReference: Reference
        public let practiceName: String
        /// The practice was entered by this form and nobody has checked it.
        public let isDraftPractice: Bool
        public let town: String
        public let regionCode: RegionCode
        public let contactName: String
        public let mail: String
        public let phone: String
        public let kind: PlacementKind
        public let routes: RouteSet
        public let earliestStartOn: CalendarDate
        public let remark: String
        public let offeredAt: Date
        public let handledAt: Date?
        public let closedReason: PlaceOfferClosing?

        static let columns: SQL = """
            t.id, t.reference, p.id, p.reference, p.name, p.is_draft, p.town, o.region_code, o.contact_name, o.mail, o.phone,
            t.kind, t.routes, t.earliest_start_on, t.preconditions, o.offered_at, o.handled_at, o.closed_reason
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            practiceID = try row.next()
            practiceReference = try row.next()
            practiceName = try row.next()
            isDraftPractice = try row.next()
            town = try row.next()
            regionCode = try row.next()
            contactName = try row.next()
            mail = try row.next()
            phone = try row.next()
            kind = try row.next()
            routes = try row.next()
            earliestStartOn = try row.next()
            remark = try row.next()
            offeredAt = try row.next()
            handledAt = try row.nextOptional()
            closedReason = try row.nextOptional()
        }
    }

    private static let rows: SQL = """
        select \(sql: Row.columns)
        from place_offers o
        join training_places t on t.id = o.training_place_id
        join practices p on p.id = t.practice_id
        """
    /// Nobody took it in hand: neither here, nor by working on the draft in another way.
    private static let waits: SQL = "o.handled_at is null and t.team_id is null and t.state = 'draft'"

    /// Offers of a region that nobody has in hand, the oldest first.
    /// - Parameter after: the last place of the page before.
    public static func list(
        region: RegionCode,
        after: TrainingPlace.ID?,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        var sql = rows + " where o.region_code = \(region) and \(sql: waits)"
        if let after {
            sql += """
                 and (o.offered_at, o.training_place_id) > (
                    select offered_at, training_place_id from place_offers where training_place_id = \(after))
                """
        }
        return try await connection.query(sql + " order by o.offered_at, o.training_place_id limit \(limit)")
    }

    /// How many offers wait in a region; 0 for any other region than the acting one.
    public static func count(region: RegionCode, on connection: Connection) async throws -> Int {
        try await connection.value(
            """
            select count(*) from place_offers o join training_places t on t.id = o.training_place_id
            where o.region_code = \(region) and \(sql: waits)
            """
        ) ?? 0
    }

    /// An offer of the acting region by its place's reference.
    public static func find(_ reference: Reference, on connection: Connection) async throws -> Row? {
        try await connection.first(rows + " where t.reference = \(reference)")
    }

    /// The reference of a place that exists, in whatever region.
    public static func reference(of place: TrainingPlace.ID, on connection: Connection) async throws -> Reference? {
        try await connection.value("select reference from training_places where id = \(place)")
    }

    /// The region of a place, for whoever knows its reference.
    public static func region(of reference: Reference, on connection: Connection) async throws -> RegionCode? {
        try await connection.value("select region_code from training_places where reference = \(reference)")
    }

    /// - Throws: `DatabaseError` with constraint `place_offers_per_region` or `place_offers_per_mail` when there were too many.
    public static func insert(
        _ place: TrainingPlace.ID,
        _ draft: PlaceOfferDraft,
        region: RegionCode,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into place_offers (training_place_id, region_code, contact_name, mail, phone, offered_at)
            values (\(place), \(region), \(draft.contactName), \(draft.mail.rawValue), \(draft.phone.rawValue), \(now))
            """
        )
    }

    /// Gives the draft place to a team.
    /// - Returns: false when another team has it already, or it is no draft any more.
    public static func take(
        _ place: TrainingPlace.ID,
        for team: Team.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update training_places set team_id = \(team), updated_at = \(now), version = version + 1
            where id = \(place) and team_id is null and state = 'draft'
            """
        ) == 1
    }

    /// Closes the draft place that no team has.
    public static func close(_ place: TrainingPlace.ID, at now: Date, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            """
            update training_places set state = 'closed', updated_at = \(now), version = version + 1
            where id = \(place) and team_id is null and state = 'draft'
            """
        ) == 1
    }

    /// Notes who handled the offer.
    /// - Returns: false when somebody already did.
    public static func handle(
        _ place: TrainingPlace.ID,
        by staffMember: StaffMember.ID,
        closing: PlaceOfferClosing?,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update place_offers
            set handled_at = \(now), handled_by_id = \(staffMember), closed_reason = \(closing)
            where training_place_id = \(place) and handled_at is null
            """
        ) == 1
    }

    /// A place or municipality that can be named in a form.
    public struct Town: Sendable, RowDecodable {
        public let name: String
        public let municipalityCode: MunicipalityCode
        public let municipalityName: String
        public let regionCode: RegionCode
        public let location: MapPoint

        public init(row: inout RowReader) throws {
            name = try row.next()
            municipalityCode = try row.next()
            municipalityName = try row.next()
            regionCode = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
        }
    }

    /// Every place on the map and every municipality, the largest places first, municipalities last.
    public static func towns(on connection: Connection) async throws -> [Town] {
        try await connection.query(
            """
            select w.name, m.code, m.name, m.region_code, w.x, w.y, w.z
            from (
                select name, municipality_code, x, y, z, inhabitants from map_places
                union all
                select name, code, x, y, z, -1 from municipalities) w
            join municipalities m on m.code = w.municipality_code
            order by w.inhabitants desc, m.code, w.name limit 10000
            """
        )
    }

    /// The qualification that belongs to a role on a day; the newest known when none is valid then.
    public static func crebo(
        ofRole role: String,
        on day: CalendarDate,
        connection: Connection
    ) async throws -> String? {
        try await connection.value(
            """
            select q.crebo from qualifications q join care_roles c on lower(c.name) = lower(q.name)
            where c.code = \(role)
            order by (q.valid_from <= \(day) and (q.valid_until is null or q.valid_until >= \(day))) desc, q.valid_from desc
            limit 1
            """
        )
    }
}
