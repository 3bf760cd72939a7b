public import Domain
public import Foundation
public import Postgres

/// The list of candidates of a team: filters with counts, three orders, page by page.
public enum CandidateListStore {
    public enum Order: String, Sendable, CaseIterable {
        /// The longest wait first.
        case waiting = "wacht"
        case name = "naam"
        case due = "uiterlijk"
    }

    /// What to show. Without states: everything that is still open.
    public struct Filter: Sendable, Equatable {
        public var states: [CaseState] = []
        public var owners: [CaseOwner] = []
        public var routes: [LearningRoute] = []
        public var coordinator: StaffMember.ID?
        public var municipality: MunicipalityCode?
        public var isOverdue = false
        /// Only what this import brought in.
        public var importRun: UUID?
        /// Part of a name, or a kenmerk.
        public var search: String?

        public init() {}
    }

    public struct Row: Sendable, RowDecodable {
        public let caseID: CaseFile.ID
        public let candidateID: Candidate.ID
        public let reference: Reference
        public let name: PersonName
        public let state: CaseState
        public let owner: CaseOwner
        public let stateSince: Date
        public let dueOn: CalendarDate?
        public let route: LearningRoute
        public let studyYear: Int
        public let municipalityName: String
        public let coordinatorName: String?
        /// Who has to act when that is a practice.
        public let practiceName: String?
        public let hasPriority: Bool
        /// The sort keys of this row, for the cursor.
        public let keys: [String]

        public init(row: inout RowReader) throws {
            caseID = try row.next()
            candidateID = try row.next()
            reference = try row.next()
            let (given, infix, family): (String, String, String) = (try row.next(), try row.next(), try row.next())
            name = PersonName(givenName: given, prefix: infix, familyName: family)
            state = try row.next()
            owner = try row.next()
            stateSince = try row.next()
            dueOn = try row.nextOptional()
            route = try row.next()
            studyYear = try row.next()
            municipalityName = try row.next()
            coordinatorName = try row.nextOptional()
            practiceName = try row.nextOptional()
            hasPriority = try row.next()
            keys = [try row.next(), "\(caseID)"]
        }
    }

    static let from: SQL = """
        from case_files f
        join candidates c on c.id = f.candidate_id
        join candidate_identities i on i.candidate_id = f.candidate_id
        """

    /// One page, and one row more when there is a next page.
    ///
    /// - Parameter after: the keys of the last row before this page; keys that cannot be read give nil.
    public static func page(
        _ filter: Filter,
        team: Team.ID,
        today: CalendarDate,
        order: Order,
        after: [String]? = nil,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row]? {
        var conditions = conditions(filter, team: team, today: today)
        if let after {
            guard let seek = seek(order, after) else { return nil }
            conditions.append(seek)
        }
        return try await connection.query(
            """
            select f.id, f.candidate_id, f.reference, i.given_name, i.name_infix, i.family_name, f.state, f.owner,
                f.state_since, f.due_on, f.route, f.study_year, m.name, s.name, p.name, f.has_priority, \(sql: key(order))::text
            \(sql: from)
            join municipalities m on m.code = c.municipality_code
            left join staff_members s on s.id = f.coordinator_id
            left join lateral (
                select r.name from proposals q join practices r on r.id = q.practice_id
                where q.case_id = f.id and f.owner = 'practice' and q.state = any(\(ProposalState.live))
                order by q.state = 'agreed' desc, q.state = 'interview' desc, q.opened_at limit 1) p on true
            where \(sql: conditions.joined(separator: " and "))
            order by \(sql: key(order)), f.id
            limit \(limit + 1)
            """
        )
    }

    /// How many there are for each possibility of a filter, the other filters as they stand.
    public struct Counts: Sendable {
        public var total = 0
        public var overdue = 0
        public var states: [String: Int] = [:]
        public var owners: [String: Int] = [:]
        public var routes: [String: Int] = [:]
        public var coordinators: [String: Int] = [:]
        public var municipalities: [String: Int] = [:]
    }

    public static func counts(
        _ filter: Filter,
        team: Team.ID,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> Counts {
        func group(_ column: SQL, without change: (inout Filter) -> Void) async throws -> [String: Int] {
            var others = filter
            change(&others)
            let rows = try await connection.query(
                """
                select \(sql: column)::text, count(*)
                \(sql: from)
                where \(sql: conditions(others, team: team, today: today, endedToo: true).joined(separator: " and "))
                    and \(sql: column) is not null
                group by 1
                """
            ) { (try $0.next(String.self), try $0.next(Int.self)) }
            return Dictionary(rows) { first, _ in first }
        }
        var counts = Counts()
        counts.states = try await group("f.state") { $0.states = [] }
        let open = filter.states.isEmpty ? CaseState.open : filter.states
        func within(_ change: @escaping (inout Filter) -> Void) -> (inout Filter) -> Void {
            { others in
                others.states = open
                change(&others)
            }
        }
        counts.owners = try await group("f.owner", without: within { $0.owners = [] })
        counts.routes = try await group("f.route", without: within { $0.routes = [] })
        counts.coordinators = try await group("f.coordinator_id", without: within { $0.coordinator = nil })
        counts.municipalities = try await group("c.municipality_code", without: within { $0.municipality = nil })
        var late = filter
        late.isOverdue = true
        counts.total = try await total(filter, team: team, today: today, on: connection)
        counts.overdue = try await total(late, team: team, today: today, on: connection)
        return counts
    }

    private static func total(
        _ filter: Filter,
        team: Team.ID,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> Int {
        try await connection.value(
            "select count(*) \(sql: from) where \(sql: conditions(filter, team: team, today: today).joined(separator: " and "))"
        ) ?? 0
    }

    /// A whole file, for a download.
    public struct Export: Sendable, RowDecodable {
        public let file: CaseFileStore.Row
        public let candidate: CandidateStore.Row
        public let coordinatorName: String?

        public init(row: inout RowReader) throws {
            file = try CaseFileStore.Row(row: &row)
            candidate = try CandidateStore.Row(row: &row)
            coordinatorName = try row.nextOptional()
        }
    }

    /// All files of the filtered list in its order, at most 20,000.
    public static func export(
        _ filter: Filter,
        team: Team.ID,
        today: CalendarDate,
        order: Order,
        on connection: Connection
    ) async throws -> [Export] {
        try await connection.query(
            """
            select \(sql: CaseFileStore.Row.columns), \(sql: CandidateStore.Row.columns), s.name
            \(sql: from)
            left join staff_members s on s.id = f.coordinator_id
            where \(sql: conditions(filter, team: team, today: today).joined(separator: " and "))
            order by \(sql: key(order)), f.id
            limit 20000
            """
        )
    }

    // MARK: Pieces

    private static func key(_ order: Order) -> SQL {
        switch order {
        // Whole microseconds survive the way through an address; a Double of seconds would not.
        case .waiting: "(extract(epoch from f.state_since) * 1000000)::bigint"
        case .name: "(i.family_name || ' ' || i.given_name) collate \"nl-x-icu\""
        case .due: "coalesce(f.due_on, date '9999-12-31')"
        }
    }

    private static func seek(_ order: Order, _ keys: [String]) -> SQL? {
        guard keys.count == 2, let id = CaseFile.ID(keys[1]) else { return nil }
        switch order {
        case .waiting:
            guard let moment = Int(keys[0]) else { return nil }
            return "(\(sql: key(order)), f.id) > (\(moment), \(id))"
        case .name:
            return "(\(sql: key(order)), f.id) > (\(keys[0]) collate \"nl-x-icu\", \(id))"
        case .due:
            guard let date = CalendarDate(iso: keys[0]) else { return nil }
            return "(\(sql: key(order)), f.id) > (\(date), \(id))"
        }
    }

    private static func conditions(
        _ filter: Filter,
        team: Team.ID,
        today: CalendarDate,
        endedToo: Bool = false
    ) -> [SQL] {
        var conditions: [SQL] = ["f.team_id = \(team)"]
        if !filter.states.isEmpty {
            conditions.append("f.state = any(\(filter.states.map(\.rawValue)))")
        } else if !endedToo {
            conditions.append("f.closed_at is null")
        }
        if !filter.owners.isEmpty { conditions.append("f.owner = any(\(filter.owners.map(\.rawValue)))") }
        if !filter.routes.isEmpty { conditions.append("f.route = any(\(filter.routes.map(\.rawValue)))") }
        if let coordinator = filter.coordinator {
            conditions.append("(f.coordinator_id = \(coordinator) or f.stand_in_id = \(coordinator))")
        }
        if let municipality = filter.municipality { conditions.append("c.municipality_code = \(municipality)") }
        if let run = filter.importRun {
            conditions.append("f.id in (select k.case_id from import_run_rows k where k.import_run_id = \(run))")
        }
        if filter.isOverdue { conditions.append("f.due_on < \(today)") }
        if let search = filter.search {
            let pattern =
                "%" + search.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
            let reference = Reference(typed: search)?.text ?? ""
            conditions.append(
                """
                (concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name) ilike \(pattern)
                    or f.reference = \(reference))
                """
            )
        }
        return conditions
    }
}
