public import Domain
public import Foundation
public import Postgres

/// "Door ons overgenomen": who copied a practice or project from elsewhere, and what came of it.
public enum CopyStore {
    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let memberID: NetworkMember.ID?
        public let organisationName: String
        public let regionCode: RegionCode
        public let copiedOn: CalendarDate
        public let intention: String
        public let outcome: String
        public let outcomeKind: CopyOutcome?
        public let outcomeOn: CalendarDate?
        public let version: Int
        /// What was copied; its name when that was, where it is gone.
        public let subjectName: String
        /// Nil when whoever acts can see it no more.
        public let subjectPath: String?

        /// Nobody said yet what came of it, or only that it was too early to say.
        public var isOpen: Bool { outcomeKind == nil || outcomeKind == .tooEarly }

        /// From when one may be asked what came of it: half a year after copying, or after "too early".
        public var askedFrom: CalendarDate { (outcomeOn ?? copiedOn).adding(months: 6) }

        public init(row: inout RowReader) throws {
            id = try row.next()
            memberID = try row.nextOptional()
            organisationName = try row.next()
            regionCode = try row.next()
            copiedOn = try row.next()
            intention = try row.next()
            outcome = try row.next()
            outcomeKind = try row.nextOptional()
            outcomeOn = try row.nextOptional()
            version = try row.next()
            subjectName = try row.next()
            subjectPath = try row.nextOptional()
        }
    }

    private static let columns: SQL = """
        k.id, k.member_id, k.organisation_name, k.region_code, k.copied_on, k.intention, k.outcome, k.outcome_kind,
        k.outcome_on, k.version, coalesce(g.name, p.name, k.subject_name),
        coalesce('/goede-praktijken/' || g.slug, '/projecten/' || p.slug)
        """
    private static let tables: SQL = """
        copies k left join good_practices g on g.id = k.good_practice_id left join projects p on p.id = k.project_id
        """

    /// What came of copying this, the newest first; at most 100.
    public static func list(of subject: NetworkSubject, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            where k.good_practice_id = \(subject.goodPractice) or k.project_id = \(subject.project)
            order by k.copied_on desc, k.id limit 100
            """
        )
    }

    /// What this member copied, those that are open first; at most 50.
    public static func own(_ member: NetworkMember.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables) where k.member_id = \(member)
            order by coalesce(k.outcome_kind, 'too_early') <> 'too_early', k.copied_on, k.id limit 50
            """
        )
    }

    public static func find(_ id: UUID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from \(sql: tables) where k.id = \(id)")
    }

    /// How many organisations copied something, of the table `copies k`: whoever says it twice counts once.
    static let organisations: SQL = "count(distinct organisation_key(k.organisation_name))"

    /// Whether this member copied it before.
    public static func has(
        _ member: NetworkMember.ID,
        copied subject: NetworkSubject,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value(
            """
            select exists (select 1 from copies k where k.member_id = \(member)
                and (k.good_practice_id = \(subject.goodPractice) or k.project_id = \(subject.project)))
            """
        ) ?? false
    }

    /// A published project by its address.
    public static func project(
        slug: String,
        on connection: Connection
    ) async throws -> (id: Project.ID, name: String, bottlenecks: [BottleneckCode])? {
        try await connection.first(
            """
            select p.id, p.name, array(select b.bottleneck_code from project_bottlenecks b where b.project_id = p.id
                order by b.bottleneck_code)
            from projects p where p.slug = \(slug) and p.publication = 'published'
            """
        ) { row in (try row.next(), try row.next(), try row.next([String].self).map { BottleneckCode($0) }) }
    }

    /// The database fills in what it is called.
    public static func insert(
        _ subject: NetworkSubject,
        id: UUID,
        by member: NetworkMember.ID,
        in region: RegionCode,
        intention: String,
        on today: CalendarDate,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into copies (id, project_id, good_practice_id, subject_name, member_id, organisation_name, region_code,
                copied_on, intention, outcome, is_fictional, version)
            select \(id), \(subject.project), \(subject.goodPractice), '', m.id, m.organisation_name, \(region),
                \(today), \(intention), '', m.is_fictional, 1
            from network_members m where m.id = \(member)
            """
        )
    }

    /// False when it changed meanwhile, or is another's.
    public static func keepOutcome(
        _ kind: CopyOutcome,
        _ outcome: String,
        of id: UUID,
        version: Int,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update copies set outcome_kind = \(kind), outcome = \(outcome), outcome_on = \(today),
                outcome_asks = 0, outcome_asked_on = null, version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }
}
