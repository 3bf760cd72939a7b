public import Domain
public import Foundation
public import Postgres

/// Seats of training places and what lies on them in time. All holding and taking of seats goes through here.
///
/// A period is half open: `endsOn` is the first day that is free again, as in `placement_parts` and `seat_occupations`.
public enum SeatStore {
    /// The weekdays on which one seat is free in a period.
    public struct FreeSeat: Hashable, Sendable {
        public let seatID: Seat.ID
        public let number: Int
        public let weekdays: WeekdaySet
    }

    /// One weekday of a seat in a period. The references are nil where the case or referral is another team's.
    public struct Occupation: Sendable, RowDecodable {
        public let id: UUID
        public let seatID: Seat.ID
        public let seatNumber: Int
        /// Monday 1 … Sunday 7.
        public let weekday: Int
        public let startsOn: CalendarDate
        /// The first day that is free again.
        public let endsOn: CalendarDate
        public let state: OccupationState
        public let heldUntil: Date?
        public let caseReference: Reference?
        public let proposalReference: Reference?
        public let referralReference: Reference?

        public init(row: inout RowReader) throws {
            id = try row.next()
            seatID = try row.next()
            seatNumber = try row.next()
            weekday = try row.next()
            startsOn = try row.next()
            endsOn = try row.next()
            state = try row.next()
            heldUntil = try row.nextOptional()
            caseReference = try row.nextOptional()
            proposalReference = try row.nextOptional()
            referralReference = try row.nextOptional()
        }
    }

    /// For whom a seat is held.
    public enum Holder: Sendable {
        case proposal(Proposal.ID)
        case referral(Referral.ID)
    }

    /// Locks the place against changes while its seats are being held; answers whether it exists and is open.
    /// The order of locks is case, place, seat.
    public static func lockPlace(_ place: TrainingPlace.ID, on connection: Connection) async throws -> Bool {
        let state: TrainingPlaceState? = try await connection.value(
            "select state from training_places where id = \(place) for share"
        )
        return state == .open
    }

    /// A condition on a seat `s` of a place `t`: some day that the place offers is held or taken, within the whole of the
    /// offer. What lapsed counts as free.
    static func isOccupied(at now: Date) -> SQL {
        """
        exists (
            select 1 from seat_occupations o
            where o.seat_id = s.id and o.state <> 'released' and (o.held_until is null or o.held_until > \(now))
                and t.weekdays & (1 << (o.weekday - 1)) <> 0
                and o.period && daterange(t.earliest_start_on, t.latest_start_on + 7 * t.weeks_offered))
        """
    }

    /// How many seats of open places are free for the whole of the offer, per region.
    public static func freeSeats(at now: Date, on connection: Connection) async throws -> [RegionCode: Int] {
        let rows: [(RegionCode, Int)] = try await connection.query(
            """
            select t.region_code, count(*) from training_places t join seats s on s.training_place_id = t.id
            where t.state = 'open' and not \(sql: isOccupied(at: now))
            group by t.region_code
            """
        ) { row in (try row.next(), try row.next()) }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// Per seat the offered weekdays without a live occupation in `[startsOn, endsOn)`; what lapsed counts as free.
    /// In the order of the seats' numbers, also seats without a free day.
    public static func freeWeekdays(
        of place: TrainingPlace.ID,
        from startsOn: CalendarDate,
        until endsOn: CalendarDate,
        at now: Date,
        on connection: Connection
    ) async throws -> [FreeSeat] {
        try await connection.query(
            """
            select s.id, s.number, p.weekdays & ~coalesce((
                    select bit_or(1 << (o.weekday - 1)) from seat_occupations o
                    where o.seat_id = s.id and o.state <> 'released'
                        and (o.held_until is null or o.held_until > \(now))
                        and o.period && daterange(\(startsOn), \(endsOn))), 0)
            from seats s
            join training_places p on p.id = s.training_place_id
            where s.training_place_id = \(place)
            order by s.number
            """
        ) { row in
            FreeSeat(
                seatID: try row.next(),
                number: try row.next(),
                weekdays: WeekdaySet(rawValue: UInt8(truncatingIfNeeded: try row.next(Int.self)))
            )
        }
    }

    /// Holds a seat on each of these weekdays in `[startsOn, endsOn)`. Call
    /// ``CaseStepStore/lapse(at:now:today:searchingDueOn:on:)`` and ``ProposalStore/lockPlace(_:on:)`` first.
    ///
    /// - Throws: `DatabaseError` with constraint `seat_occupations_no_overlap` when any day is not free; then nothing of
    ///   this statement is held.
    public static func hold(
        seat: Seat.ID,
        of place: TrainingPlace.ID,
        weekdays: WeekdaySet,
        from startsOn: CalendarDate,
        until endsOn: CalendarDate,
        for holder: Holder,
        heldUntil: Date,
        newID: () -> UUID,
        on connection: Connection
    ) async throws {
        let (proposal, referral): (Proposal.ID?, Referral.ID?) =
            switch holder {
            case .proposal(let id): (id, nil)
            case .referral(let id): (nil, id)
            }
        let days = (1...7).filter { weekdays.rawValue & (1 << UInt8($0 - 1)) != 0 }
        _ = try await connection.execute(
            """
            insert into seat_occupations
                (id, seat_id, training_place_id, weekday, period, state, held_until, proposal_id, referral_id)
            select d.id, \(seat), \(place), d.weekday, daterange(\(startsOn), \(endsOn)), 'held', \(heldUntil),
                \(proposal), \(referral)
            from unnest(\(days.map { _ in newID() }), \(days)) as d (id, weekday)
            """
        )
    }

    /// Holds longer, for instance when an interview is planned.
    public static func prolong(_ holder: Holder, until heldUntil: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            "update seat_occupations set held_until = \(heldUntil) where \(sql: condition(holder)) and state = 'held'"
        )
    }

    /// What lies on the seats of a place on or after a day, by seat, weekday and period; at most 1,000.
    public static func occupations(
        of place: TrainingPlace.ID,
        from day: CalendarDate,
        at now: Date,
        on connection: Connection
    ) async throws -> [Occupation] {
        try await connection.query(
            """
            select o.id, o.seat_id, s.number, o.weekday, lower(o.period), upper(o.period), o.state, o.held_until,
                coalesce(c.reference, rc.reference), p.reference, r.reference
            from seat_occupations o
            join seats s on s.id = o.seat_id
            left join proposals p on p.id = o.proposal_id
            left join case_files c on c.id = p.case_id
            left join referrals r on r.id = o.referral_id
            left join case_files rc on rc.id = r.case_id and rc.team_id = (select acting_team())
            where o.training_place_id = \(place) and o.state <> 'released'
                and (o.held_until is null or o.held_until > \(now)) and upper(o.period) > \(day)
            order by s.number, o.weekday, lower(o.period), o.id
            limit 1000
            """
        )
    }

    /// The seats of a place by number.
    public static func seats(of place: TrainingPlace.ID, on connection: Connection) async throws -> [(
        id: Seat.ID, number: Int
    )] {
        try await connection.query("select id, number from seats where training_place_id = \(place) order by number") {
            (try $0.next(), try $0.next())
        }
    }

    /// Adds seats with these ids, numbered after those that are there. Returns the highest number.
    @discardableResult
    public static func insert(_ ids: [Seat.ID], to place: TrainingPlace.ID, on connection: Connection) async throws
        -> Int
    {
        let highest: Int =
            try await connection.value(
                "select coalesce(max(number), 0) from seats where training_place_id = \(place)"
            ) ?? 0
        _ = try await connection.execute(
            """
            insert into seats (id, training_place_id, number)
            select s.id, \(place), \(highest) + s.position
            from unnest(\(ids.map(\.rawValue))) with ordinality as s (id, position)
            """
        )
        return highest + ids.count
    }

    private static func condition(_ holder: Holder) -> SQL {
        switch holder {
        case .proposal(let id): "proposal_id = \(id)"
        case .referral(let id): "referral_id = \(id)"
        }
    }
}
