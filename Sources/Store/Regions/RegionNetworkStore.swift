public import Domain
public import Foundation
public import Postgres

/// What the learning network has about one region or one bottleneck, in short lists, and where regions stall.
public enum RegionNetworkStore {
    public enum Subject: Sendable {
        case region(RegionCode)
        /// Any of these.
        case bottlenecks([BottleneckCode])

        public static func bottleneck(_ code: BottleneckCode) -> Self { .bottlenecks([code]) }
    }

    public struct Practice: Sendable, RowDecodable {
        public let slug: String
        public let name: String
        public let organisationName: String
        public let regions: [RegionCode]
        public let bottlenecks: [BottleneckCode]
        public let copies: Int
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            slug = try row.next()
            name = try row.next()
            organisationName = try row.next()
            regions = try row.next([String].self).map { RegionCode($0) }
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
            copies = try row.next()
            isFictional = try row.next()
        }
    }

    /// Published good practices, the most copied first.
    ///
    /// - Parameter region: whose own practices are left out.
    public static func practices(
        _ subject: Subject,
        elsewhereThan region: RegionCode? = nil,
        limit: Int,
        on connection: Connection
    ) async throws -> [Practice] {
        let condition: SQL =
            switch subject {
            case .region(let code):
                """
                exists (select 1 from good_practice_regions x where x.good_practice_id = g.id and x.region_code = \(code))
                """
            case .bottlenecks(let codes):
                """
                exists (select 1 from good_practice_bottlenecks x
                    where x.good_practice_id = g.id and x.bottleneck_code = any(\(codes.map(\.rawValue))))
                """
            }
        return try await connection.query(
            """
            select g.slug, g.name, g.organisation_name,
                array(select x.region_code from good_practice_regions x where x.good_practice_id = g.id order by 1),
                array(select x.bottleneck_code from good_practice_bottlenecks x where x.good_practice_id = g.id order by 1),
                \(sql: GoodPracticeStore.mostCopied) as copied, g.is_fictional
            from good_practices g
            where g.state = 'published' and \(sql: condition) and not exists (select 1 from good_practice_regions x
                where x.good_practice_id = g.id and x.region_code = \(region))
            order by copied desc, g.confirmed_on desc nulls last, g.slug
            limit \(limit)
            """
        )
    }

    public struct Member: Sendable, RowDecodable {
        public let name: String
        public let organisationName: String
        public let positionName: String
        public let knows: String
        public let regions: [RegionCode]
        public let isFictional: Bool
        /// The newest question about the bottleneck in which this member's answer helped.
        public let helpedWith: String?
        /// The practice about it of which this member is the contact and that works elsewhere too, copied most.
        public let copiedPractice: String?

        public init(row: inout RowReader) throws {
            name = try row.next()
            organisationName = try row.next()
            positionName = try row.next()
            knows = try row.next()
            regions = try row.next([String].self).map { RegionCode($0) }
            isFictional = try row.next()
            helpedWith = try row.nextOptional()
            copiedPractice = try row.nextOptional()
        }
    }

    /// Members who agreed to be listed and work in a region, or have to do with a bottleneck: those whose answer helped,
    /// then contacts of a practice that was copied and works there too, then who say that they know something.
    ///
    /// - Parameter region: whose own members are left out.
    public static func members(
        _ subject: Subject,
        elsewhereThan region: RegionCode? = nil,
        limit: Int,
        on connection: Connection
    ) async throws -> [Member] {
        let (condition, bottlenecks): (SQL, [String]) =
            switch subject {
            case .region(let code):
                ("exists (select 1 from member_regions x where x.member_id = m.id and x.region_code = \(code))", [])
            case .bottlenecks(let codes):
                (
                    """
                    (h.title is not null or c.name is not null or exists (select 1 from member_bottlenecks x
                        where x.member_id = m.id and x.bottleneck_code = any(\(codes.map(\.rawValue))) and x.stance = 'knows'))
                    """, codes.map(\.rawValue)
                )
            }
        return try await connection.query(
            """
            select m.name, m.organisation_name, m.position_name, m.knows,
                array(select x.region_code from member_regions x where x.member_id = m.id order by 1), m.is_fictional,
                h.title, c.name
            from network_members m
            left join lateral (select q.title from answers a join questions q on q.id = a.question_id
                join question_bottlenecks b on b.question_id = q.id and b.bottleneck_code = any(\(bottlenecks))
                where a.member_id = m.id and a.helped_at is not null
                order by a.helped_at desc, a.id limit 1) h on true
            left join lateral (select g.name from good_practices g
                join good_practice_bottlenecks b on b.good_practice_id = g.id and b.bottleneck_code = any(\(bottlenecks))
                join copies k on k.good_practice_id = g.id and k.outcome_kind = 'worked'
                where g.contact_id = m.id and g.state = 'published'
                group by g.id order by count(distinct k.id) desc, g.slug limit 1) c on true
            where m.is_listed and m.left_at is null and \(sql: condition)
                and not exists (select 1 from member_regions x where x.member_id = m.id and x.region_code = \(region))
            order by h.title is null, c.name is null, m.name collate "nl-x-icu", m.id
            limit \(limit)
            """
        )
    }

    public struct Meeting: Sendable, RowDecodable {
        public let slug: String
        public let kind: MeetingKind
        public let title: String
        /// Nil only where the source does not say.
        public let heldOn: CalendarDate?
        public let place: String
        /// The name of the region as in the source; empty when there is none.
        public let label: String
        public let source: String
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            slug = try row.next()
            kind = try row.next()
            title = try row.next()
            heldOn = try row.nextOptional()
            place = try row.next()
            label = try row.next()
            source = try row.next()
            isFictional = try row.next()
        }
    }

    /// Meetings that are still to come, the first one first.
    public static func meetings(
        _ subject: Subject,
        from day: CalendarDate,
        limit: Int,
        on connection: Connection
    ) async throws -> [Meeting] {
        try await connection.query(
            """
            select \(sql: meetingColumns) from meetings m
            where m.state = 'planned' and m.held_on >= \(day) and \(sql: isAbout(subject))
            order by m.held_on, m.slug
            limit \(limit)
            """
        )
    }

    /// Meetings that were held, with or without minutes: those on record of which the day is not known come last.
    public static func heldMeetings(
        _ subject: Subject,
        before day: CalendarDate,
        limit: Int,
        on connection: Connection
    ) async throws -> [Meeting] {
        try await connection.query(
            """
            select \(sql: meetingColumns) from meetings m
            where (m.state = 'held' or (m.state = 'planned' and m.held_on < \(day))) and \(sql: isAbout(subject))
            order by m.is_fictional, m.held_on desc nulls last, m.slug
            limit \(limit)
            """
        )
    }

    /// Where in the region meetings are held and were, by municipality; not those that were called off.
    public static func meetingTowns(
        in region: RegionCode,
        on connection: Connection
    ) async throws -> [MunicipalityCode] {
        try await connection.query(
            """
            select distinct m.municipality_code from meetings m
            where m.region_code = \(region) and m.municipality_code is not null and m.state <> 'cancelled'
            order by 1 limit 100
            """
        ) { row in try row.next() }
    }

    private static let meetingColumns: SQL = """
        m.slug, m.kind, m.title, m.held_on, m.place, m.label, m.source, m.is_fictional
        """

    private static func isAbout(_ subject: Subject) -> SQL {
        switch subject {
        case .region(let code): "m.region_code = \(code)"
        case .bottlenecks(let codes):
            """
            exists (select 1 from meeting_bottlenecks x
                where x.meeting_id = m.id and x.bottleneck_code = any(\(codes.map(\.rawValue))))
            """
        }
    }

    public struct Question: Sendable, RowDecodable {
        public let slug: String
        public let title: String
        public let askedAt: Date
        public let answers: Int
        /// Someone's answer helped.
        public let isSolved: Bool
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            slug = try row.next()
            title = try row.next()
            askedAt = try row.next()
            answers = try row.next()
            isSolved = try row.next()
            isFictional = try row.next()
        }
    }

    /// Questions about it, those that were solved first.
    public static func questions(_ subject: Subject, limit: Int, on connection: Connection) async throws -> [Question] {
        let condition: SQL =
            switch subject {
            case .region(let code): "q.region_code = \(code)"
            case .bottlenecks(let codes):
                """
                exists (select 1 from question_bottlenecks x
                    where x.question_id = q.id and x.bottleneck_code = any(\(codes.map(\.rawValue))))
                """
            }
        return try await connection.query(
            """
            select q.slug, q.title, q.asked_at, (select count(*) from answers a where a.question_id = q.id),
                exists (select 1 from answers a where a.question_id = q.id and a.helped_at is not null) as is_solved,
                q.is_fictional
            from questions q
            where \(sql: condition)
            order by is_solved desc, q.asked_at desc, q.slug
            limit \(limit)
            """
        )
    }

    /// How many published practices there are about each bottleneck.
    public static func practiceCounts(on connection: Connection) async throws -> [BottleneckCode: Int] {
        let rows = try await connection.query(
            """
            select x.bottleneck_code, count(*) from good_practice_bottlenecks x
            join good_practices g on g.id = x.good_practice_id
            where g.state = 'published'
            group by x.bottleneck_code
            """
        ) { row in (try row.next(BottleneckCode.self), try row.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// What a region runs into.
    public struct Stall: Sendable, RowDecodable {
        public let region: RegionCode
        public let bottleneck: BottleneckCode
        /// `reason`: said no or stopped for it in the last twelve months; `step`: cases that are late now.
        public let measure: String
        public let amount: Int

        public init(row: inout RowReader) throws {
            region = try row.next()
            bottleneck = try row.next()
            measure = try row.next()
            amount = try row.next()
        }
    }

    /// Where regions stall, the most first. Fewer than 5 only for coordinators of the region itself (Schema, 0034_stalls.sql).
    public static func stalls(at moment: Date, on connection: Connection) async throws -> [Stall] {
        try await connection.query(
            "select region_code, bottleneck_code, measure, amount from region_stalls(\(moment)) limit 2000"
        )
    }

    /// The pages of the network that a search engine may know, with when they last changed.
    public static func addresses(on connection: Connection) async throws -> [(path: String, changedAt: Date)] {
        try await connection.query(
            """
            select '/goede-praktijken/' || slug, updated_at from good_practices where state = 'published'
            union all
            select '/bijeenkomsten/' || slug, updated_at from meetings
            union all
            select '/vragen/' || slug, greatest(asked_at,
                (select max(a.answered_at) from answers a where a.question_id = q.id)) from questions q
            order by 1
            limit 40000
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
