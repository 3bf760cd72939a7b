public import Domain
public import Foundation
public import Postgres

/// Questions to the network with their answers; everyone reads them, the names of members as far as they may be seen.
public enum QuestionStore {
    public struct Row: Sendable, RowDecodable {
        public let id: NetworkQuestion.ID
        public let slug: String
        public let memberID: NetworkMember.ID?
        /// Nil for whoever is not seen, or left.
        public let memberName: String?
        public let regionCode: RegionCode?
        public let title: String
        public let body: String
        public let askedAt: Date
        public let closedAt: Date?
        public let version: Int
        public let isFictional: Bool
        /// When it was asked, answered or closed, or an answer helped, for the last time.
        public let updatedAt: Date
        public let answers: Int
        public let hasHelped: Bool
        public let bottlenecks: [BottleneckCode]
        /// The name and path of the project or practice it is about; nil when it is about none, or that is not seen.
        public let subjectName: String?
        public let subjectPath: String?
        /// Why the fund holds it back; nil for what everyone reads.
        public let heldReason: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            slug = try row.next()
            memberID = try row.nextOptional()
            memberName = try row.nextOptional()
            regionCode = try row.nextOptional()
            title = try row.next()
            body = try row.next()
            askedAt = try row.next()
            closedAt = try row.nextOptional()
            version = try row.next()
            isFictional = try row.next()
            updatedAt = try row.next()
            answers = try row.next()
            hasHelped = try row.next()
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
            subjectName = try row.nextOptional()
            subjectPath = try row.nextOptional()
            heldReason = try row.nextOptional()
        }
    }

    public struct Answer: Sendable, RowDecodable {
        public let id: NetworkAnswer.ID
        public let memberID: NetworkMember.ID?
        public let memberName: String?
        public let organisationName: String?
        public let body: String
        public let answeredAt: Date
        public let helpedAt: Date?
        /// Why the fund holds it back; nil for what everyone reads.
        public let heldReason: String?

        public init(row: inout RowReader) throws {
            id = try row.next()
            memberID = try row.nextOptional()
            memberName = try row.nextOptional()
            organisationName = try row.nextOptional()
            body = try row.next()
            answeredAt = try row.next()
            helpedAt = try row.nextOptional()
            heldReason = try row.nextOptional()
        }
    }

    public struct Draft: Sendable, Equatable {
        public var title: String
        public var body: String
        public var regionCode: RegionCode?
        public var bottlenecks: [BottleneckCode]
        public var subject: NetworkSubject?

        public init(
            title: String,
            body: String,
            regionCode: RegionCode?,
            bottlenecks: [BottleneckCode],
            subject: NetworkSubject? = nil
        ) {
            self.title = title
            self.body = body
            self.regionCode = regionCode
            self.bottlenecks = bottlenecks
            self.subject = subject
        }
    }

    private static let columns: SQL = """
        q.id, q.slug, q.member_id, m.name, q.region_code, q.title, q.body, q.asked_at, q.closed_at, q.version,
        q.is_fictional,
        greatest(q.asked_at, q.closed_at,
            (select max(greatest(a.answered_at, a.helped_at)) from answers a where a.question_id = q.id)),
        (select count(*) from answers a where a.question_id = q.id),
        exists (select 1 from answers a where a.question_id = q.id and a.helped_at is not null),
        array(select b.bottleneck_code from question_bottlenecks b where b.question_id = q.id order by b.bottleneck_code),
        coalesce(p.name, g.name), coalesce('/projecten/' || p.slug, '/goede-praktijken/' || g.slug), q.held_reason
        """
    private static let tables: SQL = """
        questions q left join network_members m on m.id = q.member_id
        left join projects p on p.id = q.project_id and p.publication = 'published'
        left join good_practices g on g.id = q.good_practice_id and g.state = 'published'
        """

    public static func find(slug: String, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from \(sql: tables) where q.slug = \(slug)")
    }

    public static func find(_ id: NetworkQuestion.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from \(sql: tables) where q.id = \(id)")
    }

    private static func condition(_ filter: NetworkFilter) -> SQL {
        var parts = [filter.found("question", id: "q.id")]
        if let region = filter.region { parts.append("q.region_code = \(region)") }
        if let bottleneck = filter.bottleneck {
            parts.append(
                """
                exists (select 1 from question_bottlenecks b where b.question_id = q.id
                    and b.bottleneck_code = \(bottleneck))
                """
            )
        }
        if filter.isOpen {
            parts.append(
                """
                q.closed_at is null and not exists (select 1 from answers a where a.question_id = q.id
                    and a.helped_at is not null)
                """
            )
        }
        return parts.joined(separator: " and ")
    }

    /// The newest first; with words what is most about them first.
    public static func list(
        _ filter: NetworkFilter,
        limit: Int,
        offset: Int = 0,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables) \(sql: filter.ranking("question", id: "q.id"))
            where \(sql: condition(filter))
            order by \(sql: filter.bestFirst) q.asked_at desc, q.id limit \(limit) offset \(offset)
            """
        )
    }

    /// What was asked about this project or practice, the newest first.
    public static func list(
        about subject: NetworkSubject,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            where q.project_id = \(subject.project) or q.good_practice_id = \(subject.goodPractice)
            order by q.asked_at desc, q.id limit \(limit)
            """
        )
    }

    public static func count(_ filter: NetworkFilter, on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) from questions q where \(sql: condition(filter))") ?? 0
    }

    public static func counts(
        _ facet: NetworkFilter.Facet,
        _ filter: NetworkFilter,
        on connection: Connection
    ) async throws -> FacetCounts {
        let condition = condition(filter.without(facet))
        return try await connection.counts(
            facet == .region
                ? """
                select q.region_code, count(*) from questions q
                where q.region_code is not null and \(sql: condition) group by q.region_code
                """
                : """
                select b.bottleneck_code, count(*) from questions q join question_bottlenecks b on b.question_id = q.id
                where \(sql: condition) group by b.bottleneck_code
                """
        )
    }

    /// Whether this member (m) knows something of a question (q): of its subject, or because it is about the member's own
    /// project or practice.
    static let isKnown: SQL = """
        (exists (select 1 from question_bottlenecks b
            join member_bottlenecks k on k.bottleneck_code = b.bottleneck_code and k.stance = 'knows'
            where b.question_id = q.id and k.member_id = m.id)
        or exists (select 1 from projects p where p.id = q.project_id and p.contact_id = m.staff_member_id)
        or exists (select 1 from good_practices g where g.id = q.good_practice_id and m.id in (g.author_id, g.contact_id)))
        """

    /// Open questions of others about what this member knows something of, the oldest first: who waits longest.
    public static func waiting(
        for member: NetworkMember.ID,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            where q.closed_at is null and q.member_id is distinct from \(member)
                and not exists (select 1 from answers a where a.question_id = q.id
                    and (a.helped_at is not null or a.member_id = \(member)))
                and exists (select 1 from network_members m where m.id = \(member) and \(sql: isKnown))
            order by q.asked_at, q.id limit \(limit)
            """
        )
    }

    /// The one that helped first, then in order of time; at most 200.
    public static func answers(
        to question: NetworkQuestion.ID,
        on connection: Connection
    ) async throws -> [Answer] {
        try await connection.query(
            """
            select a.id, a.member_id, m.name, m.organisation_name, a.body, a.answered_at, a.helped_at, a.held_reason
            from answers a left join network_members m on m.id = a.member_id
            where a.question_id = \(question)
            order by a.helped_at is null, a.answered_at, a.id limit 200
            """
        )
    }

    /// Who gave an answer that helped with one of these bottlenecks, and on which question; the newest first.
    public static func solvers(
        of bottlenecks: [BottleneckCode],
        except question: NetworkQuestion.ID?,
        limit: Int,
        on connection: Connection
    ) async throws -> [(name: String?, slug: String, title: String)] {
        try await connection.query(
            """
            select m.name, q.slug, q.title
            from answers a join questions q on q.id = a.question_id left join network_members m on m.id = a.member_id
            where a.helped_at is not null and q.id is distinct from \(question)
                and exists (select 1 from question_bottlenecks b where b.question_id = q.id
                    and b.bottleneck_code = any(\(bottlenecks.map(\.rawValue))))
            order by a.helped_at desc, a.id limit \(limit)
            """
        ) { row in (try row.nextOptional(), try row.next(), try row.next()) }
    }

    // MARK: Writing

    public static func insert(
        _ draft: Draft,
        id: NetworkQuestion.ID,
        slug: String,
        by member: NetworkMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into questions (id, slug, member_id, region_code, project_id, good_practice_id, title, body, asked_at,
                is_fictional, version)
            select \(id), \(slug), m.id, \(draft.regionCode), \(draft.subject?.project),
                \(draft.subject?.goodPractice), \(draft.title), \(draft.body), \(now), m.is_fictional, 1
            from network_members m where m.id = \(member)
            """
        )
        _ = try await connection.execute(
            """
            insert into question_bottlenecks (question_id, bottleneck_code)
            select \(id), code from unnest(\(draft.bottlenecks.map(\.rawValue))) as code
            """
        )
    }

    public static func insert(
        answer body: String,
        id: NetworkAnswer.ID,
        to question: NetworkQuestion.ID,
        by member: NetworkMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into answers (id, question_id, member_id, body, answered_at)
            values (\(id), \(question), \(member), \(body), \(now))
            """
        )
    }

    /// Marks one answer as the one that helped, and no other. False when the answer is not one to this question.
    public static func markHelped(
        _ answer: NetworkAnswer.ID,
        of question: NetworkQuestion.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        _ = try await connection.execute(
            "update answers set helped_at = null where question_id = \(question) and helped_at is not null"
        )
        return try await connection.execute(
            "update answers set helped_at = \(now) where id = \(answer) and question_id = \(question)"
        ) == 1
    }

    public static func close(_ id: NetworkQuestion.ID, at now: Date, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            "update questions set closed_at = \(now), version = version + 1 where id = \(id) and closed_at is null"
        ) == 1
    }
}
