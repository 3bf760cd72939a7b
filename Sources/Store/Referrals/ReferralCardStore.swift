public import Domain
public import Postgres

/// The card: what a receiving region sees of a candidate, without identity.
extension ReferralStore {
    /// What the receiver sees of the candidate: no identity.
    public struct Card: Sendable, RowDecodable {
        public let kind: PlacementKind
        public let route: LearningRoute
        public let studyYear: Int
        public let roleName: String
        public let schoolName: String?
        public let schoolWeekdays: WeekdaySet
        public let municipalityName: String
        public let travelMeans: TravelMeans
        public let travelLimitInKilometres: Int
        public let wishedStartOn: CalendarDate
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksNeeded: Int
        public let weeksWanted: Int
        public let weekdays: WeekdaySet
        public let weekdaysLeast: Int
        public let hoursLeast: Int
        public let hoursMost: Int
        public let hasPriority: Bool

        public init(row: inout RowReader) throws {
            kind = try row.next()
            route = try row.next()
            studyYear = try row.next()
            roleName = try row.next()
            schoolName = try row.nextOptional()
            schoolWeekdays = try row.next()
            municipalityName = try row.next()
            travelMeans = try row.next()
            travelLimitInKilometres = try row.next()
            wishedStartOn = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksNeeded = try row.next()
            weeksWanted = try row.next()
            weekdays = try row.next()
            weekdaysLeast = try row.next()
            hoursLeast = try row.next()
            hoursMost = try row.next()
            hasPriority = try row.next()
        }
    }

    /// One area of the card's profile, in tenths; the level is the default where nobody scored.
    public struct Level: Sendable, RowDecodable {
        public let area: CompetenceArea
        public let level: Int
        public let isAssessed: Bool
        public let target: Int

        public init(row: inout RowReader) throws {
            area = try row.next()
            level = try row.next()
            isAssessed = try row.next()
            target = try row.next()
        }
    }

    /// The card of a referral; nil for whoever may not see it (any more).
    public static func card(of referral: Referral.ID, on connection: Connection) async throws -> Card? {
        try await connection.first(
            """
            select kind, route, study_year, role_name, school_name, school_weekdays, municipality_name, travel_means,
                travel_limit_km, wished_start_on, earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays,
                weekdays_least, hours_least, hours_most, has_priority
            from referral_cards where referral_id = \(referral)
            """
        )
    }

    /// The seven areas of the card with the levels of the assessment that went along; defaults where nobody scored.
    public static func levels(of referral: Referral.ID, on connection: Connection) async throws -> [Level] {
        try await connection.query(
            """
            select a.code, coalesce(v.level, l.default_level), v.level is not null, l.target_level
            from referral_cards k
            join frameworks w on w.version = coalesce(k.framework_version, (select max(version) from frameworks))
            join competence_areas a on a.framework_version = w.version
            join lateral (
                select x.default_level, x.target_level from framework_levels x
                where x.framework_version = w.version and x.route = k.route and x.area_code = a.code
                order by (x.study_year <= k.study_year) desc, case when x.study_year <= k.study_year then -x.study_year
                    else x.study_year end
                limit 1) as l on true
            left join referral_card_levels v on v.referral_id = k.referral_id and v.area_code = a.code
            where k.referral_id = \(referral)
            order by a.position
            """
        )
    }
}
