public import Domain
public import Foundation
public import Postgres

/// Counts that cross the walls, made by functions of the owner: for the fund the country, for a school its own learners.
/// Whoever has not the role gets no rows.
public enum CountStore {
    /// What is counted per region.
    public enum Measure: Hashable, Sendable {
        /// Cases in a state; those that ended, in the last year.
        case state(CaseState)
        /// Referrals in the last year.
        case referredIn
        case referredOut
        /// Days that those who look have been looking: half of them shorter, nine out of ten shorter.
        case waitingMedian
        case waitingP90

        init?(_ text: String) {
            switch text {
            case "referred_in": self = .referredIn
            case "referred_out": self = .referredOut
            case "waiting_median": self = .waitingMedian
            case "waiting_p90": self = .waitingP90
            default:
                guard text.hasPrefix("state_"), let state = CaseState(rawValue: String(text.dropFirst(6))) else {
                    return nil
                }
                self = .state(state)
            }
        }
    }

    /// Per region what is known; 4 stands for fewer than 5. What is not known has no entry.
    public static func country(at now: Date, on connection: Connection) async throws -> [RegionCode: [Measure: Int]] {
        let rows: [(RegionCode, String, Int)] = try await connection.query(
            "select region_code, measure, amount from country_counts(\(now))"
        ) { row in (try row.next(), try row.next(), try row.next()) }
        var counts: [RegionCode: [Measure: Int]] = [:]
        for (region, text, amount) in rows {
            if let measure = Measure(text) { counts[region, default: [:]][measure] = amount }
        }
        return counts
    }

    /// Learners of the acting school in one programme, route and year.
    public struct SchoolRow: Sendable, RowDecodable {
        public let programme: String
        public let route: LearningRoute
        public let studyYear: Int
        public let looking: Int
        /// A practice was asked, or said yes.
        public let asked: Int
        public let placed: Int
        public let started: Int
        /// In the last year.
        public let completed: Int
        public let withdrawn: Int

        public init(row: inout RowReader) throws {
            programme = try row.next()
            route = try row.next()
            studyYear = try row.next()
            looking = try row.next()
            asked = try row.next()
            placed = try row.next()
            started = try row.next()
            completed = try row.next()
            withdrawn = try row.next()
        }
    }

    public static func school(at now: Date, on connection: Connection) async throws -> [SchoolRow] {
        try await connection.query(
            """
            select programme, route, study_year, looking, asked, placed, started, completed, withdrawn
            from school_counts(\(now)) order by programme collate "nl-x-icu", route, study_year
            """
        )
    }

    /// A team that has learners of the acting school.
    public struct SchoolTeam: Sendable, RowDecodable {
        public let name: String
        public let regionName: String
        public let phone: String
        public let mail: String
        public let learners: Int

        public init(row: inout RowReader) throws {
            name = try row.next()
            regionName = try row.next()
            phone = try row.next()
            mail = try row.next()
            learners = try row.next()
        }
    }

    public static func schoolTeams(on connection: Connection) async throws -> [SchoolTeam] {
        try await connection.query(
            """
            select t.name, r.name, t.phone, t.mail, s.learners
            from school_teams() s join teams t on t.id = s.team_id join regions r on r.code = t.region_code
            order by s.learners desc, t.name collate "nl-x-icu", t.id
            """
        )
    }
}
