public import Domain
public import Foundation
public import Postgres

/// Reading referrals, the places they carry and the chain they make. The card and the writing stand beside it.
public enum ReferralStore {
    /// A place that a referral carries, as both sides see it.
    public struct PlaceRow: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let position: Int
        public let practiceName: String
        public let town: String
        public let state: TrainingPlaceState
        /// 0…1000.
        public let fit: Int
        public let distanceInHectometres: Int
        public let startsOn: CalendarDate
        public let endsOn: CalendarDate
        public let isHeld: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            position = try row.next()
            practiceName = try row.next()
            town = try row.next()
            state = try row.next()
            fit = try row.next()
            distanceInHectometres = try row.next()
            startsOn = try row.next()
            endsOn = try row.next()
            isHeld = try row.next()
        }
    }

    /// One hop of a chain; no names, no text.
    public struct Hop: Sendable, RowDecodable {
        public let sendingRegionCode: RegionCode
        public let receivingRegionCode: RegionCode
        public let state: ReferralState
        public let openedAt: Date
        public let answeredAt: Date?
        public let declineReason: ReferralDeclineReason?

        public init(row: inout RowReader) throws {
            sendingRegionCode = try row.next()
            receivingRegionCode = try row.next()
            state = try row.next()
            openedAt = try row.next()
            answeredAt = try row.nextOptional()
            declineReason = try row.nextOptional()
        }
    }

    /// A referral that the sender took back, seen by the region it was meant for.
    public struct TakenBack: Sendable, RowDecodable {
        public let reference: Reference
        public let sendingRegionName: String
        public let openedAt: Date
        public let answeredAt: Date

        public init(row: inout RowReader) throws {
            reference = try row.next()
            sendingRegionName = try row.next()
            openedAt = try row.next()
            answeredAt = try row.next()
        }
    }

    /// Which side of a referral one looks from.
    public enum Side: String, Sendable, CaseIterable {
        case received = "ontvangen"
        case sent = "verstuurd"
    }

    /// Referrals of one side in a region or team, seek-paged: open first by due date, then the newest.
    public struct Filter: Sendable {
        public var side: Side
        public var states: [ReferralState]
        /// Due before this day and still open.
        public var overdueOn: CalendarDate?

        public init(side: Side, states: [ReferralState] = [], overdueOn: CalendarDate? = nil) {
            self.side = side
            self.states = states
            self.overdueOn = overdueOn
        }
    }

    public static func find(_ reference: Reference, on connection: Connection) async throws -> ReferralRow? {
        try await connection.first("\(sql: ReferralRow.select) where r.reference = \(reference)")
    }

    /// The list of one side.
    ///
    /// - Parameter after: sort keys of the last row before: rank, day and id.
    public static func list(
        _ filter: Filter,
        team: Team.ID,
        region: RegionCode,
        after: (rank: Int, day: CalendarDate, id: Referral.ID)?,
        limit: Int,
        on connection: Connection
    ) async throws -> [ReferralRow] {
        var sql = ReferralRow.select + " where " + condition(filter, team: team, region: region)
        // Open ones by due date ascending; the rest newest first, which is a smaller number of days before 2200.
        if let after {
            sql += " and (\(sql: rank), \(sql: day), r.id) > (\(after.rank), \(after.day), \(after.id))"
        }
        sql += " order by \(sql: rank), \(sql: day), r.id limit \(limit)"
        return try await connection.query(sql)
    }

    /// How many there are per state.
    public static func counts(
        _ side: Side,
        team: Team.ID,
        region: RegionCode,
        on connection: Connection
    ) async throws -> [ReferralState: Int] {
        let rows: [(ReferralState, Int)] = try await connection.query(
            "select r.state, count(*) from referrals r where "
                + condition(Filter(side: side), team: team, region: region) + " group by r.state"
        ) { row in (try row.next(), try row.next()) }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// The keys by which ``list(_:team:region:after:limit:on:)`` sorts a row.
    public static func sortKeys(of row: ReferralRow, openedOn: CalendarDate) -> (
        rank: Int, day: CalendarDate, id: Referral.ID
    ) {
        row.state == .open
            ? (0, row.dueOn, row.id) : (1, CalendarDate(daysSince1970: Self.farDay - openedOn.daysSince1970), row.id)
    }

    private static let farDay: Int32 = 60_000
    private static let rank: SQL = "case when r.state = 'open' then 0 else 1 end"
    private static let day: SQL = """
        case when r.state = 'open' then r.due_on
            else date '1970-01-01' + (60000 - ((r.opened_at at time zone 'Europe/Amsterdam')::date - date '1970-01-01')) end
        """

    private static func condition(_ filter: Filter, team: Team.ID, region: RegionCode) -> SQL {
        var sql: SQL =
            switch filter.side {
            case .received: "r.receiving_region_code = \(region) and r.state <> 'withdrawn'"
            case .sent: "r.sending_team_id = \(team)"
            }
        if !filter.states.isEmpty { sql += " and r.state = any(\(filter.states.map(\.rawValue)))" }
        if let day = filter.overdueOn { sql += " and r.state = 'open' and r.due_on < \(day)" }
        return sql
    }

    public static func places(of id: Referral.ID, on connection: Connection) async throws -> [PlaceRow] {
        try await connection.query(
            """
            select t.id, t.reference, x.position, p.name, p.town, t.state, x.fit, x.distance_hm, x.starts_on, x.ends_on,
                exists (select 1 from seat_occupations o where o.referral_id = x.referral_id
                    and o.training_place_id = t.id and o.state = 'held')
            from referral_places x
            join training_places t on t.id = x.training_place_id
            join practices p on p.id = t.practice_id
            where x.referral_id = \(id)
            order by x.position
            """
        )
    }

    /// The hops up to and with this referral, for its two sides.
    public static func chain(of id: Referral.ID, on connection: Connection) async throws -> [Hop] {
        try await connection.query(
            """
            select sending_region_code, receiving_region_code, state, opened_at, answered_at, decline_reason
            from referral_chain(\(id)) order by hop
            """
        )
    }

    /// The hops of a case of the own team, first to last.
    public static func hops(of caseID: CaseFile.ID, on connection: Connection) async throws -> [ReferralRow] {
        try await connection.query("\(sql: ReferralRow.select) where r.case_id = \(caseID) order by r.hop limit 10")
    }

    /// The open referral of a case of the own team, with the consent it rests on.
    public static func open(
        of caseID: CaseFile.ID,
        on connection: Connection
    ) async throws -> (reference: Reference, consentID: Consent.ID)? {
        try await connection.first(
            "select reference, consent_id from referrals where case_id = \(caseID) and state = 'open'"
        ) { row in (try row.next(), try row.next()) }
    }

    /// The newest assessment of a candidate that is still valid.
    public static func validAssessment(
        of candidate: Candidate.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Assessment.ID? {
        try await connection.value(
            """
            select id from assessments where candidate_id = \(candidate) and valid_until_on >= \(today)
            order by updated_at desc, id limit 1
            """
        )
    }

    public static func takenBack(since moment: Date, on connection: Connection) async throws -> [TakenBack] {
        try await connection.query(
            """
            select t.reference, g.name, t.opened_at, t.answered_at
            from referrals_taken_back(\(moment)) t join regions g on g.code = t.sending_region_code
            order by t.answered_at desc, t.reference
            """
        )
    }

    /// Teams of a region with their phones: whom to call about a referral.
    public static func teams(
        in region: RegionCode,
        on connection: Connection
    ) async throws -> [(name: String, phone: String)] {
        try await connection.query(
            "select name, phone from teams where region_code = \(region) order by name, id limit 10"
        ) { row in (try row.next(), try row.next()) }
    }
}
