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
        public let background: CandidateBackground
        public let schoolName: String?
        public let programme: String
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
            background = try row.next()
            schoolName = try row.nextOptional()
            programme = try row.next()
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

    public static func card(of caseID: CaseFile.ID, on connection: Connection) async throws -> Card? {
        try await connection.first(
            """
            select f.kind, f.route, f.study_year, c.name, k.background, s.name, f.programme, f.school_weekdays, m.name,
                k.travel_means, k.travel_limit_km, f.wished_start_on, f.earliest_start_on, f.latest_start_on, f.weeks_needed,
                f.weeks_wanted, f.weekdays, f.weekdays_least, f.hours_least, f.hours_most, f.has_priority
            from case_files f
            join candidates k on k.id = f.candidate_id
            join care_roles c on c.code = f.role_code
            join municipalities m on m.code = k.municipality_code
            left join schools s on s.id = f.school_id
            where f.id = \(caseID)
            """
        )
    }

    /// The seven areas of a case with levels of an assessment; defaults where nobody scored.
    public static func levels(
        of caseID: CaseFile.ID,
        assessment: Assessment.ID?,
        on connection: Connection
    ) async throws -> [Level] {
        try await connection.query(
            """
            select a.code, coalesce(v.level, l.default_level), v.level is not null, l.target_level
            from case_files f
            join frameworks w on w.version = coalesce(
                (select framework_version from assessments where id = \(assessment)), (select max(version) from frameworks))
            join competence_areas a on a.framework_version = w.version
            join lateral (
                select x.default_level, x.target_level from framework_levels x
                where x.framework_version = w.version and x.route = f.route and x.area_code = a.code
                order by (x.study_year <= f.study_year) desc, case when x.study_year <= f.study_year then -x.study_year
                    else x.study_year end
                limit 1) as l on true
            left join assessment_levels v on v.assessment_id = \(assessment) and v.area_code = a.code
            where f.id = \(caseID)
            order by a.position
            """
        )
    }
}
