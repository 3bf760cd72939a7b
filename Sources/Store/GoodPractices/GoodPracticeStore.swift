public import Domain
public import Foundation
public import Postgres

/// Good practices: what is published is for everyone, the rest for its author, its contact and whoever reads it second.
public enum GoodPracticeStore {
    public struct Row: Sendable, RowDecodable {
        public let id: GoodPractice.ID
        public let slug: String
        public let authorID: NetworkMember.ID?
        public let contactID: NetworkMember.ID?
        public let contactName: String?
        public let organisationName: String
        public let name: String
        public let problem: String
        public let approach: String
        public let took: String
        public let result: String
        public let didNotWork: String
        public let state: GoodPracticeState
        public let createdAt: Date
        public let updatedAt: Date
        public let validatedByID: NetworkMember.ID?
        public let validatedAt: Date?
        public let remark: String?
        /// Who wrote the words last.
        public let changedByID: NetworkMember.ID?
        /// Since when a published practice has words that no second member has read.
        public let unreadSince: Date?
        public let confirmedOn: CalendarDate?
        public let source: String
        public let isFictional: Bool
        public let version: Int
        public let regions: [RegionCode]
        public let bottlenecks: [BottleneckCode]
        /// How many organisations copied it.
        public let copies: Int
        /// Neither author nor contact is a member any more, as far as the person who acts may know; the fund knows.
        public let hasNobody: Bool

        /// What a second reader says of the changed words; they stay public meanwhile.
        public var openRemark: String? { unreadSince == nil ? nil : remark }

        /// A second member is to read it: for the first time, or because its words changed.
        public var waitsForReader: Bool { state == .submitted || unreadSince != nil }

        /// Whether this member may be the second reader: not whoever wrote it, answers for it or changed it.
        public func mayBeRead(by member: NetworkMember.ID) -> Bool {
            waitsForReader && ![authorID, contactID, changedByID].contains(member)
        }

        public init(row: inout RowReader) throws {
            id = try row.next()
            slug = try row.next()
            authorID = try row.nextOptional()
            contactID = try row.nextOptional()
            contactName = try row.nextOptional()
            organisationName = try row.next()
            name = try row.next()
            problem = try row.next()
            approach = try row.next()
            took = try row.next()
            result = try row.next()
            didNotWork = try row.next()
            state = try row.next()
            createdAt = try row.next()
            updatedAt = try row.next()
            validatedByID = try row.nextOptional()
            validatedAt = try row.nextOptional()
            remark = try row.nextOptional()
            changedByID = try row.nextOptional()
            unreadSince = try row.nextOptional()
            confirmedOn = try row.nextOptional()
            source = try row.next()
            isFictional = try row.next()
            version = try row.next()
            regions = try row.next([String].self).map { RegionCode($0) }
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
            copies = try row.next()
            hasNobody = try row.next()
        }
    }

    public struct Link: Sendable, Hashable, RowDecodable {
        public let kind: LinkKind
        public let title: String
        public let url: String

        public init(kind: LinkKind, title: String, url: String) {
            self.kind = kind
            self.title = title
            self.url = url
        }

        public init(row: inout RowReader) throws {
            kind = try row.next()
            title = try row.next()
            url = try row.next()
        }
    }

    public struct Draft: Sendable, Equatable {
        public var name: String
        public var problem: String
        public var approach: String
        public var took: String
        public var result: String
        public var didNotWork: String
        public var contactID: NetworkMember.ID
        public var regions: [RegionCode]
        public var bottlenecks: [BottleneckCode]
        public var links: [Link]

        public init(
            name: String,
            problem: String,
            approach: String,
            took: String,
            result: String,
            didNotWork: String,
            contactID: NetworkMember.ID,
            regions: [RegionCode],
            bottlenecks: [BottleneckCode],
            links: [Link]
        ) {
            self.name = name
            self.problem = problem
            self.approach = approach
            self.took = took
            self.result = result
            self.didNotWork = didNotWork
            self.contactID = contactID
            self.regions = regions
            self.bottlenecks = bottlenecks
            self.links = links
        }
    }

    static let columns: SQL = """
        g.id, g.slug, g.author_id, g.contact_id, c.name, g.organisation_name, g.name, g.problem, g.approach, g.took, g.result,
        g.did_not_work, g.state, g.created_at, g.updated_at, g.validated_by_id, g.validated_at, g.remark,
        g.changed_by_id, g.unread_since, g.confirmed_on, g.source, g.is_fictional, g.version,
        array(select r.region_code from good_practice_regions r where r.good_practice_id = g.id order by r.region_code),
        array(select b.bottleneck_code from good_practice_bottlenecks b where b.good_practice_id = g.id
            order by b.bottleneck_code),
        (select \(sql: CopyStore.organisations) from copies k where k.good_practice_id = g.id),
        not exists (select 1 from network_members n where n.id in (g.author_id, g.contact_id) and n.left_at is null)
        """
    static let tables: SQL = "good_practices g left join network_members c on c.id = g.contact_id"

    public static func find(slug: String, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from \(sql: tables) where g.slug = \(slug)")
    }

    public static func find(_ id: GoodPractice.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from \(sql: tables) where g.id = \(id)")
    }

    public static func links(of id: GoodPractice.ID, on connection: Connection) async throws -> [Link] {
        try await connection.query(
            "select kind, title, url from good_practice_links where good_practice_id = \(id) order by position"
        )
    }

    private static func condition(_ filter: NetworkFilter) -> SQL {
        var parts: [SQL] = ["g.state = 'published'", filter.found("good_practice", id: "g.id")]
        if let region = filter.region {
            parts.append(
                """
                exists (select 1 from good_practice_regions r where r.good_practice_id = g.id
                    and r.region_code = \(region))
                """
            )
        }
        if let bottleneck = filter.bottleneck {
            parts.append(
                """
                exists (select 1 from good_practice_bottlenecks b where b.good_practice_id = g.id
                    and b.bottleneck_code = \(bottleneck))
                """
            )
        }
        return parts.joined(separator: " and ")
    }

    /// How many organisations copied it.
    static let mostCopied: SQL =
        "(select \(sql: CopyStore.organisations) from copies k where k.good_practice_id = g.id)"

    /// What is published, copied most first, then the newest; with words what is most about them first.
    public static func list(
        _ filter: NetworkFilter,
        limit: Int,
        offset: Int = 0,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables) \(sql: filter.ranking("good_practice", id: "g.id"))
            where \(sql: condition(filter))
            order by \(sql: filter.bestFirst) \(sql: mostCopied) desc, g.validated_at desc nulls last, g.id
            limit \(limit) offset \(offset)
            """
        )
    }

    /// The newest that were published.
    public static func newest(limit: Int, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables) where g.state = 'published'
            order by coalesce(g.validated_at, g.created_at) desc, g.id limit \(limit)
            """
        )
    }

    public static func count(_ filter: NetworkFilter, on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) from good_practices g where \(sql: condition(filter))") ?? 0
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
                select r.region_code, count(*) from good_practices g
                join good_practice_regions r on r.good_practice_id = g.id
                where \(sql: condition) group by r.region_code
                """
                : """
                select b.bottleneck_code, count(*) from good_practices g
                join good_practice_bottlenecks b on b.good_practice_id = g.id
                where \(sql: condition) group by b.bottleneck_code
                """
        )
    }

    /// What waits for this member as the second reader, the oldest first; not what waits for its author because of a remark.
    public static func toRead(
        by member: NetworkMember.ID,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            where (g.state = 'submitted' or g.unread_since is not null) and g.author_id is distinct from \(member)
                and g.contact_id is distinct from \(member) and g.changed_by_id is distinct from \(member)
                and (g.unread_since is null or g.remark is null)
            order by coalesce(g.unread_since, g.updated_at), g.id limit \(limit)
            """
        )
    }

    /// Everything that this member wrote or is the contact of, what asks something first.
    public static func own(
        _ member: NetworkMember.ID,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            where g.author_id = \(member) or g.contact_id = \(member)
            order by array_position(array['returned', 'draft', 'submitted', 'published', 'retired'], g.state),
                g.updated_at desc, g.id
            limit \(limit)
            """
        )
    }
}
