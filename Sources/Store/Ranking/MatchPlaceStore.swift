public import Domain
public import Foundation
public import Postgres

extension MatchStore {
    /// Which places to read.
    public enum Places: Sendable {
        case ids([TrainingPlace.ID])
        case reference(Reference)
        case open
        case openAmong([TrainingPlace.ID])
        /// Drafts and paused places of a region.
        case notOpen(in: RegionCode)
    }

    /// A place with its seats and what lies on them.
    public struct PlaceRow: Sendable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let practiceID: Practice.ID
        public let regionCode: RegionCode
        public let municipalityCode: MunicipalityCode
        public let location: MapPoint
        public let kind: PlacementKind
        public let routes: RouteSet
        public let role: String
        public let crebo: String?
        public let studyYears: StudyYearSet
        public let schoolIDs: [School.ID]
        public let reservedForSchoolID: School.ID?
        public let reservedUntilOn: CalendarDate?
        /// Not before the day the practice named, when that is later than the window's first day.
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksLeast: Int
        public let weeksOffered: Int
        public let weekdays: WeekdaySet
        public let hoursPerWeek: Int
        public let employer: EmployerOfRecord
        public let supervisors: [Supervisor]
        /// Per competence area the sum of the frequencies of its activities.
        public let areaFrequencies: [Int]
        /// SBB recognition for the place's qualification; not recognised when nothing is known.
        public let recognition: RecognitionState
        public let recognisedUntilOn: CalendarDate?
        public let canFinish: Bool
        public let hasJobProspect: Bool
        public let wishes: UInt32
        public let offers: UInt32
        public internal(set) var seats: [Seat]

        /// When the first of the holds on its seats lapses; nil when nothing is held.
        public var nextLapseAt: Date? { seats.flatMap(\.occupations).compactMap(\.heldUntil).min() }

        public struct Supervisor: Hashable, Sendable {
            public let monthsOfExperience: Int
            public let isTrained: Bool
            public let weekdays: WeekdaySet

            /// SQL packs one in a number, since an array has one dimension: (months × 2 + trained) × 128 + weekdays.
            init(packed: Int) {
                monthsOfExperience = packed / 256
                isTrained = packed / 128 % 2 == 1
                weekdays = WeekdaySet(rawValue: UInt8(packed % 128))
            }
        }

        public struct Seat: Hashable, Sendable {
            public let id: Domain.Seat.ID
            public internal(set) var occupations: [Occupation] = []
        }
    }

    /// Weekdays of a seat in a period, held or taken.
    public struct Occupation: Hashable, Sendable, RowDecodable {
        public let seatID: Seat.ID
        public let weekdays: WeekdaySet
        public let fromOn: CalendarDate
        /// The first day that is free again.
        public let untilOn: CalendarDate
        /// When the hold lapses; nil when it is taken.
        public let heldUntil: Date?

        public init(row: inout RowReader) throws {
            seatID = try row.next()
            weekdays = try row.next()
            fromOn = try row.next()
            untilOn = try row.next()
            heldUntil = try row.nextOptional()
        }
    }

    /// Places in the order of their ids. A hold that lapsed counts as free.
    ///
    /// - Parameter candidate: what is held or taken for this case counts as free: it would be the candidate's own seat.
    public static func places(
        _ selection: Places,
        at now: Date,
        freeFor candidate: CaseFile.ID? = nil,
        on connection: Connection
    ) async throws -> [PlaceRow] {
        var places: [PlaceRow] = try await connection.query(
            """
            select \(sql: PlaceRow.columns)
            from training_places t
            left join practice_recognitions r on r.practice_id = t.practice_id and r.crebo = t.crebo
            where \(sql: condition(selection))
            order by t.id
            """
        )
        let occupations: [Occupation] = try await connection.query(
            """
            select o.seat_id, bit_or(1 << (o.weekday - 1))::smallint, lower(o.period), upper(o.period), o.held_until
            from seat_occupations o
            join training_places t on t.id = o.training_place_id
            where \(sql: condition(selection)) and o.state <> 'released'
                and (o.held_until is null or o.held_until > \(now))
                and \(sql: isNot(candidate))
            group by o.seat_id, o.period, o.held_until
            order by o.seat_id, o.period, o.held_until
            """
        )
        let bySeat = Dictionary(grouping: occupations, by: \.seatID)
        guard !bySeat.isEmpty else { return places }
        for place in places.indices {
            for seat in places[place].seats.indices {
                places[place].seats[seat].occupations = bySeat[places[place].seats[seat].id] ?? []
            }
        }
        return places
    }

    public static func openPlaceCount(on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) from training_places where state = 'open'") ?? 0
    }

    /// What a place says itself, without seats, supervisors, activities, schools and recognition: the least that any SQL
    /// would fetch to rank all open places. A reference for measurements.
    public struct PlainPlace: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let regionCode: RegionCode
        public let location: MapPoint
        public let kind: PlacementKind
        public let routes: RouteSet
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksOffered: Int
        public let weekdays: WeekdaySet
        public let hoursPerWeek: Int

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            regionCode = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
            kind = try row.next()
            routes = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksOffered = try row.next()
            weekdays = try row.next()
            hoursPerWeek = try row.next()
        }
    }

    public static func plainOpenPlaces(on connection: Connection) async throws -> [PlainPlace] {
        try await connection.query(
            """
            select id, reference, region_code, x, y, z, kind, routes, earliest_start_on, latest_start_on, weeks_offered,
                weekdays, hours_per_week
            from training_places
            where state = 'open'
            """
        )
    }

    /// Places on whose seats something lies for this case.
    public static func placesHeld(for candidate: CaseFile.ID, on connection: Connection) async throws -> [TrainingPlace
        .ID]
    {
        try await connection.values(
            """
            select distinct o.training_place_id from seat_occupations o
            where o.state <> 'released'
                and (o.proposal_id in (select id from proposals where case_id = \(candidate))
                    or o.referral_id in (select id from referrals where case_id = \(candidate)))
            """
        )
    }

    private static func condition(_ selection: Places) -> SQL {
        switch selection {
        case .ids(let ids): "t.id = any(\(ids.map(\.rawValue)))"
        case .reference(let reference): "t.reference = \(reference)"
        case .open: "t.state = 'open'"
        case .openAmong(let ids): "t.state = 'open' and t.id = any(\(ids.map(\.rawValue)))"
        case .notOpen(let region): "t.state in ('draft', 'paused') and t.region_code = \(region)"
        }
    }

    /// True for occupations that do not belong to this case; everything when there is no case.
    private static func isNot(_ candidate: CaseFile.ID?) -> SQL {
        guard let candidate else { return "true" }
        return """
            (o.proposal_id is null or o.proposal_id not in (select id from proposals where case_id = \(candidate)))
            and (o.referral_id is null or o.referral_id not in (select id from referrals where case_id = \(candidate)))
            """
    }
}

extension MatchStore.PlaceRow: RowDecodable {
    /// One sum per area, in the order of the areas.
    private static let areaSums: SQL =
        CompetenceArea.codes.map { "coalesce(sum(f.frequency) filter (where a.area_code = \($0)), 0)" as SQL }
        .joined(separator: ", ")

    static let columns: SQL = """
        t.id, t.reference, t.practice_id, t.region_code, t.municipality_code, t.x, t.y, t.z, t.kind, t.routes, t.role_code,
        t.crebo, t.study_years,
        array(select s.school_id from training_place_schools s where s.training_place_id = t.id order by s.school_id),
        t.reserved_for_school_id, t.reserved_until_on, greatest(t.earliest_start_on, t.not_before_on), t.latest_start_on,
        t.weeks_least, t.weeks_offered, t.weekdays, t.hours_per_week, t.employer,
        array(
            select (s.months_of_experience * 2 + s.is_trained::integer) * 128 + s.weekdays
            from training_place_supervisors l join supervisors s on s.id = l.supervisor_id
            where l.training_place_id = t.id order by s.id),
        (select array[\(sql: areaSums)]
            from training_place_activities f join activities a on a.code = f.activity_code
            where f.training_place_id = t.id),
        coalesce(r.state, 'not_recognised'), r.valid_until, t.can_finish, t.has_job_prospect, t.wishes, t.offers,
        array(select s.id from seats s where s.training_place_id = t.id order by s.number)
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        practiceID = try row.next()
        regionCode = try row.next()
        municipalityCode = try row.next()
        location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
        kind = try row.next()
        routes = try row.next()
        role = try row.next()
        crebo = try row.nextOptional()
        studyYears = try row.next()
        schoolIDs = try row.next()
        reservedForSchoolID = try row.nextOptional()
        reservedUntilOn = try row.nextOptional()
        earliestStartOn = try row.next()
        latestStartOn = try row.next()
        weeksLeast = try row.next()
        weeksOffered = try row.next()
        weekdays = try row.next()
        hoursPerWeek = try row.next()
        employer = try row.next()
        supervisors = try row.next([Int].self).map(Supervisor.init(packed:))
        areaFrequencies = try row.next()
        recognition = try row.next()
        recognisedUntilOn = try row.nextOptional()
        canFinish = try row.next()
        hasJobProspect = try row.next()
        wishes = UInt32(truncatingIfNeeded: try row.next(Int.self))
        offers = UInt32(truncatingIfNeeded: try row.next(Int.self))
        seats = try row.next([Domain.Seat.ID].self).map { Seat(id: $0) }
    }
}
