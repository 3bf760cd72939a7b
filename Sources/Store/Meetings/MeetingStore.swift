public import Domain
public import Foundation
public import Postgres

/// Meetings of the learning network; everyone reads them.
public enum MeetingStore {
    public struct Row: Sendable, RowDecodable {
        public let id: Meeting.ID
        public let slug: String
        public let kind: MeetingKind
        public let title: String
        /// The name of the region as in the source; empty when there is none.
        public let label: String
        /// Nil only where the source does not say.
        public let heldOn: CalendarDate?
        public let startsAt: Date?
        public let endsAt: Date?
        public let place: String
        public let onlineURL: String?
        public let regionCode: RegionCode?
        public let municipalityCode: MunicipalityCode?
        public let agenda: String
        public let minutes: String
        public let capacity: Int?
        public let signupClosesAt: Date?
        public let state: MeetingState
        public let organiserID: NetworkMember.ID?
        public let contactMail: String
        public let source: String
        public let createdAt: Date
        public let updatedAt: Date
        public let sequence: Int
        public let version: Int
        public let isFictional: Bool
        public let bottlenecks: [BottleneckCode]

        public init(row: inout RowReader) throws {
            id = try row.next()
            slug = try row.next()
            kind = try row.next()
            title = try row.next()
            label = try row.next()
            heldOn = try row.nextOptional()
            startsAt = try row.nextOptional()
            endsAt = try row.nextOptional()
            place = try row.next()
            onlineURL = try row.nextOptional()
            regionCode = try row.nextOptional()
            municipalityCode = try row.nextOptional()
            agenda = try row.next()
            minutes = try row.next()
            capacity = try row.nextOptional()
            signupClosesAt = try row.nextOptional()
            state = try row.next()
            organiserID = try row.nextOptional()
            contactMail = try row.next()
            source = try row.next()
            createdAt = try row.next()
            updatedAt = try row.next()
            sequence = try row.next()
            version = try row.next()
            isFictional = try row.next()
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
        }
    }

    /// What an organiser fills in.
    public struct Draft: Sendable, Equatable {
        public var kind: MeetingKind
        public var title: String
        public var heldOn: CalendarDate
        public var startsAt: Date
        public var endsAt: Date
        public var place: String
        public var onlineURL: String?
        public var regionCode: RegionCode?
        public var municipalityCode: MunicipalityCode?
        public var agenda: String
        public var capacity: Int?
        public var signupClosesAt: Date?
        public var contactMail: String
        public var bottlenecks: [BottleneckCode]

        public init(
            kind: MeetingKind,
            title: String,
            heldOn: CalendarDate,
            startsAt: Date,
            endsAt: Date,
            place: String,
            onlineURL: String?,
            regionCode: RegionCode?,
            municipalityCode: MunicipalityCode?,
            agenda: String,
            capacity: Int?,
            signupClosesAt: Date?,
            contactMail: String,
            bottlenecks: [BottleneckCode]
        ) {
            self.kind = kind
            self.title = title
            self.heldOn = heldOn
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.place = place
            self.onlineURL = onlineURL
            self.regionCode = regionCode
            self.municipalityCode = municipalityCode
            self.agenda = agenda
            self.capacity = capacity
            self.signupClosesAt = signupClosesAt
            self.contactMail = contactMail
            self.bottlenecks = bottlenecks
        }
    }

    private static let columns: SQL = """
        m.id, m.slug, m.kind, m.title, m.label, m.held_on, m.starts_at, m.ends_at, m.place, m.online_url, m.region_code,
        m.municipality_code, m.agenda, m.minutes, m.capacity, m.signup_closes_at, m.state, m.organiser_id, m.contact_mail,
        m.source, m.created_at, m.updated_at, m.sequence, m.version, m.is_fictional,
        array(select b.bottleneck_code from meeting_bottlenecks b where b.meeting_id = m.id order by b.bottleneck_code)
        """

    public static func find(slug: String, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from meetings m where m.slug = \(slug)")
    }

    public static func find(_ id: Meeting.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from meetings m where m.id = \(id)")
    }

    private static func condition(_ filter: NetworkFilter, today: CalendarDate) -> SQL {
        var parts: [SQL] = []
        switch filter.period {
        case .coming: parts.append("m.held_on >= \(today)")
        case .past: parts.append("(m.held_on < \(today) or m.held_on is null)")
        case .all: break
        }
        if !filter.kinds.isEmpty { parts.append("m.kind = any(\(filter.kinds.map(\.rawValue)))") }
        if let region = filter.region { parts.append("m.region_code = \(region)") }
        if let bottleneck = filter.bottleneck {
            parts.append(
                """
                exists (select 1 from meeting_bottlenecks b where b.meeting_id = m.id
                    and b.bottleneck_code = \(bottleneck))
                """
            )
        }
        parts.append(filter.found("meeting", id: "m.id"))
        return parts.joined(separator: " and ")
    }

    /// What comes in the order of time, what has been the newest first; with words what is most about them first.
    public static func list(
        _ filter: NetworkFilter,
        today: CalendarDate,
        limit: Int,
        offset: Int = 0,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from meetings m \(sql: filter.ranking("meeting", id: "m.id"))
            where \(sql: condition(filter, today: today))
            order by \(sql: filter.bestFirst)
                \(sql: filter.period == .coming ? "m.held_on, m.starts_at, m.id" : "m.held_on desc nulls last, m.starts_at desc, m.id")
            limit \(limit) offset \(offset)
            """
        )
    }

    public static func count(
        _ filter: NetworkFilter,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> Int {
        try await connection.value(
            "select count(*) from meetings m where \(sql: condition(filter, today: today))"
        ) ?? 0
    }

    public static func counts(
        _ facet: NetworkFilter.Facet,
        _ filter: NetworkFilter,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> FacetCounts {
        let condition = condition(filter.without(facet), today: today)
        let sql: SQL =
            switch facet {
            case .kind: "select m.kind, count(*) from meetings m where \(sql: condition) group by m.kind"
            case .region:
                """
                select m.region_code, count(*) from meetings m
                where m.region_code is not null and \(sql: condition) group by m.region_code
                """
            case .bottleneck:
                """
                select b.bottleneck_code, count(*) from meetings m join meeting_bottlenecks b on b.meeting_id = m.id
                where \(sql: condition) group by b.bottleneck_code
                """
            }
        return try await connection.counts(sql)
    }

    /// How many there are in one municipality or region: those that come and those that were, not those called off.
    public struct Placed: Sendable, RowDecodable {
        /// Nil where the meeting is of the whole country, or of more than a region.
        public let regionCode: RegionCode?
        public let municipalityCode: MunicipalityCode?
        public let coming: Int
        public let past: Int

        public init(row: inout RowReader) throws {
            regionCode = try row.nextOptional()
            municipalityCode = try row.nextOptional()
            coming = try row.next()
            past = try row.next()
        }
    }

    /// Where meetings are, with every filter but the region and the period as it stands.
    public static func places(
        _ filter: NetworkFilter,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> [Placed] {
        var filter = filter.without(.region)
        filter.period = .all
        return try await connection.query(
            """
            select m.region_code, m.municipality_code, count(*) filter (where m.held_on >= \(today)),
                count(*) filter (where m.held_on < \(today) or m.held_on is null)
            from meetings m
            where m.state <> 'cancelled' and \(sql: condition(filter, today: today))
            group by m.region_code, m.municipality_code
            """
        )
    }

    /// What this member organised, is over and has no minutes yet; the longest ago first.
    public static func withoutMinutes(
        organisedBy member: NetworkMember.ID,
        endedBefore moment: Date,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from meetings m
            where m.organiser_id = \(member) and m.state = 'planned' and m.ends_at < \(moment)
            order by m.ends_at, m.id limit 20
            """
        )
    }

    // MARK: Writing

    public static func insert(
        _ draft: Draft,
        id: Meeting.ID,
        slug: String,
        organiser: NetworkMember.ID?,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into meetings (id, slug, kind, title, label, held_on, starts_at, ends_at, place, online_url, region_code,
                municipality_code, agenda, minutes, capacity, signup_closes_at, state, organiser_id, contact_mail, source,
                created_at, updated_at, sequence, is_fictional, version)
            values (\(id), \(slug), \(draft.kind), \(draft.title), '', \(draft.heldOn), \(draft.startsAt), \(draft.endsAt),
                \(draft.place), \(draft.onlineURL), \(draft.regionCode), \(draft.municipalityCode), \(draft.agenda), '',
                \(draft.capacity), \(draft.signupClosesAt), 'planned', \(organiser), \(draft.contactMail), '', \(now),
                \(now), 0, coalesce((select o.is_fictional from network_members o where o.id = \(organiser)), false), 1)
            """
        )
        try await keep(draft.bottlenecks, of: id, on: connection)
    }

    /// Until the transaction ends nobody else changes it, signs up or gets a seat; only for whoever may change it.
    public static func lock(_ id: Meeting.ID, on connection: Connection) async throws {
        _ = try await connection.execute("select 1 from meetings where id = \(id) for update")
    }

    /// False when it changed meanwhile, or is not planned any more.
    public static func update(
        _ draft: Draft,
        id: Meeting.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        let changed = try await connection.execute(
            """
            update meetings set kind = \(draft.kind), title = \(draft.title), held_on = \(draft.heldOn),
                starts_at = \(draft.startsAt), ends_at = \(draft.endsAt), place = \(draft.place),
                online_url = \(draft.onlineURL), region_code = \(draft.regionCode),
                municipality_code = \(draft.municipalityCode), agenda = \(draft.agenda), capacity = \(draft.capacity),
                signup_closes_at = \(draft.signupClosesAt), contact_mail = \(draft.contactMail),
                updated_at = greatest(\(now), updated_at), sequence = sequence + 1, version = version + 1
            where id = \(id) and version = \(version) and state = 'planned'
            """
        )
        guard changed == 1 else { return false }
        try await keep(draft.bottlenecks, of: id, on: connection)
        return true
    }

    private static func keep(_ codes: [BottleneckCode], of id: Meeting.ID, on connection: Connection) async throws {
        _ = try await connection.execute("delete from meeting_bottlenecks where meeting_id = \(id)")
        _ = try await connection.execute(
            """
            insert into meeting_bottlenecks (meeting_id, bottleneck_code)
            select \(id), code from unnest(\(codes.map(\.rawValue))) as code
            """
        )
    }

    public static func cancel(
        _ id: Meeting.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update meetings set state = 'cancelled', updated_at = greatest(\(now), updated_at), sequence = sequence + 1,
                version = version + 1
            where id = \(id) and version = \(version) and state = 'planned'
            """
        ) == 1
    }

    /// The minutes; from then on it was held.
    public static func record(
        minutes: String,
        of id: Meeting.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update meetings set minutes = \(minutes), state = 'held', updated_at = greatest(\(now), updated_at),
                sequence = sequence + 1, version = version + 1
            where id = \(id) and version = \(version) and state <> 'cancelled'
            """
        ) == 1
    }
}
