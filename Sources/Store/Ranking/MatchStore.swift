public import Domain
public import Postgres

/// What matching needs to know of cases and places, in sets: one query for cases, two for places, however many there are.
///
/// Works for the application's role, which sees its own team's cases (and cards), and for the matcher's, which sees all
/// of them and no identity. `Actions/MatchReader` makes profiles of these rows.
public enum MatchStore {
    /// Which cases to read.
    public enum Cases: Sendable {
        case ids([CaseFile.ID])
        case reference(Reference)
        case waiting
        case waitingAmong([CaseFile.ID])
    }

    /// A case with what its candidate can and wishes.
    public struct CaseRow: Sendable, RowDecodable {
        public let id: CaseFile.ID
        public let candidateID: Candidate.ID
        public let teamID: Team.ID
        public let location: MapPoint
        public let regionCode: RegionCode
        public let kind: PlacementKind
        public let route: LearningRoute
        public let role: String
        public let crebo: String?
        public let studyYear: Int
        public let schoolID: School.ID?
        public let wishedStartOn: CalendarDate
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksNeeded: Int
        public let weeksWanted: Int
        public let weekdays: WeekdaySet
        public let weekdaysLeast: Int
        public let weekdaysWanted: Int
        public let hoursLeast: Int
        public let hoursMost: Int
        public let travelLimitInKilometres: Int
        public let wishes: UInt32
        public let offers: UInt32
        /// The framework of the newest valid assessment with a level; nil when there is none.
        public let frameworkVersion: Int?
        /// Seven levels in tenths in the order of the areas; 0 where an area has no score.
        public let levels: [Int]
        /// Practices where other cases of this candidate are or were placed.
        public let earlierPracticeIDs: [Practice.ID]

        public init(row: inout RowReader) throws {
            id = try row.next()
            candidateID = try row.next()
            teamID = try row.next()
            location = MapPoint(x: try row.next(), y: try row.next(), z: try row.next())
            regionCode = try row.next()
            kind = try row.next()
            route = try row.next()
            role = try row.next()
            crebo = try row.nextOptional()
            studyYear = try row.next()
            schoolID = try row.nextOptional()
            wishedStartOn = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksNeeded = try row.next()
            weeksWanted = try row.next()
            weekdays = try row.next()
            weekdaysLeast = try row.next()
            weekdaysWanted = try row.next()
            hoursLeast = try row.next()
            hoursMost = try row.next()
            travelLimitInKilometres = try row.next()
            wishes = UInt32(truncatingIfNeeded: try row.next(Int.self))
            offers = UInt32(truncatingIfNeeded: try row.next(Int.self))
            frameworkVersion = try row.nextOptional()
            levels = try row.next()
            earlierPracticeIDs = try row.next()
        }
    }

    /// Cases in the order of their ids.
    public static func cases(
        _ selection: Cases,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> [CaseRow] {
        try await connection.query(
            """
            select f.id, f.candidate_id, f.team_id, c.x, c.y, c.z, f.region_code, f.kind, f.route, f.role_code, f.crebo,
                f.study_year, f.school_id, f.wished_start_on, f.earliest_start_on, f.latest_start_on, f.weeks_needed,
                f.weeks_wanted, f.weekdays, f.weekdays_least, f.weekdays_wanted, f.hours_least, f.hours_most,
                c.travel_limit_km, f.wishes, f.offers, a.framework_version,
                array(
                    select coalesce(l.level, 0)
                    from unnest(\(CompetenceArea.codes)) with ordinality as k (code, position)
                    left join assessment_levels l on l.assessment_id = a.id and l.area_code = k.code
                    order by k.position),
                array(
                    select distinct t.practice_id
                    from case_files e
                    join seat_occupations o on o.proposal_id = e.placed_proposal_id
                    join training_places t on t.id = o.training_place_id
                    where e.candidate_id = f.candidate_id and e.id <> f.id and e.state = any(\(CaseState.hadPlace)))
            from case_files f
            join candidates c on c.id = f.candidate_id
            left join lateral (
                select s.id, s.framework_version from assessments s
                where s.candidate_id = f.candidate_id and s.valid_until_on >= \(today)
                    and exists (select 1 from assessment_levels l where l.assessment_id = s.id)
                order by s.started_at desc, s.id desc
                limit 1) a on true
            where \(sql: condition(selection))
            order by f.id
            """
        )
    }

    private static func condition(_ selection: Cases) -> SQL {
        let waiting: SQL = "f.state = any(\(CaseState.waiting))"
        return switch selection {
        case .ids(let ids): "f.id = any(\(ids.map(\.rawValue)))"
        case .reference(let reference): "f.reference = \(reference)"
        case .waiting: waiting
        case .waitingAmong(let ids): waiting + " and f.id = any(\(ids.map(\.rawValue)))"
        }
    }

    /// Which regions beside the own one a candidate goes to.
    public struct Reach: Hashable, Sendable {
        /// Regions the candidate is willing to go to.
        public let willing: Set<RegionCode>
        /// Regions that may see the card: the candidate's consents, with "all neighbours" written out.
        public let consented: Set<RegionCode>

        public init(willing: Set<RegionCode>, consented: Set<RegionCode>) {
            self.willing = willing
            self.consented = consented
        }
    }

    /// Where the candidate of a case is willing to go, and which regions may look.
    public static func reach(of candidate: CaseRow, on connection: Connection) async throws -> Reach {
        let willing: [RegionCode] = try await connection.values(
            "select region_code from candidate_regions where candidate_id = \(candidate.candidateID)"
        )
        let consented: [RegionCode] = try await connection.values(
            """
            select region_code from consents
            where candidate_id = \(candidate.candidateID) and withdrawn_at is null and region_code is not null
            union
            select n.neighbour_code from region_neighbours n
            where n.region_code = \(candidate.regionCode) and exists (
                select 1 from consents
                where candidate_id = \(candidate.candidateID) and withdrawn_at is null and region_code is null)
            """
        )
        return Reach(willing: Set(willing), consented: Set(consented))
    }

    /// The kenmerken of these cases, as far as they can be seen.
    public static func references(
        of cases: [CaseFile.ID],
        on connection: Connection
    ) async throws -> [CaseFile.ID: Reference] {
        let rows: [(CaseFile.ID, Reference)] = try await connection.query(
            "select id, reference from case_files where id = any(\(cases.map(\.rawValue)))"
        ) { (try $0.next(), try $0.next()) }
        return Dictionary(rows) { first, _ in first }
    }
}
