public import Domain
public import Foundation
public import Postgres

/// Members of the learning network. Whoever is not listed is seen by members only.
public enum MemberStore {
    public struct Row: Sendable, RowDecodable {
        public let id: NetworkMember.ID
        public let staffMemberID: StaffMember.ID?
        public let name: String
        public let organisationName: String
        public let positionName: String
        public let knows: String
        public let seeks: String
        public let isListed: Bool
        public let wantsMail: Bool
        public let leftAt: Date?
        public let version: Int
        public let regions: [RegionCode]
        public let knowsAbout: [BottleneckCode]
        public let seeksAbout: [BottleneckCode]
        public let isFictional: Bool

        /// Whether it is the member's own organisation, however its name was typed.
        public func isAt(_ organisation: String) -> Bool {
            OrganisationName.key(organisationName) == OrganisationName.key(organisation)
        }

        public init(row: inout RowReader) throws {
            id = try row.next()
            staffMemberID = try row.nextOptional()
            name = try row.next()
            organisationName = try row.next()
            positionName = try row.next()
            knows = try row.next()
            seeks = try row.next()
            isListed = try row.next()
            wantsMail = try row.next()
            leftAt = try row.nextOptional()
            version = try row.next()
            regions = try row.next([String].self).map { RegionCode($0) }
            knowsAbout = try row.next([String].self).map { BottleneckCode($0) }
            seeksAbout = try row.next([String].self).map { BottleneckCode($0) }
            isFictional = try row.next()
        }
    }

    /// What a member says of themselves.
    public struct Draft: Sendable, Equatable {
        public var positionName: String
        public var knows: String
        public var seeks: String
        public var isListed: Bool
        public var wantsMail: Bool
        public var regions: [RegionCode]
        public var knowsAbout: [BottleneckCode]
        public var seeksAbout: [BottleneckCode]

        public init(
            positionName: String,
            knows: String,
            seeks: String,
            isListed: Bool,
            wantsMail: Bool,
            regions: [RegionCode],
            knowsAbout: [BottleneckCode],
            seeksAbout: [BottleneckCode]
        ) {
            self.positionName = positionName
            self.knows = knows
            self.seeks = seeks
            self.isListed = isListed
            self.wantsMail = wantsMail
            self.regions = regions
            self.knowsAbout = knowsAbout
            self.seeksAbout = seeksAbout
        }
    }

    private static let columns: SQL = """
        m.id, m.staff_member_id, m.name, m.organisation_name, m.position_name, m.knows, m.seeks, m.is_listed, m.wants_mail,
        m.left_at, m.version,
        array(select r.region_code from member_regions r where r.member_id = m.id order by r.region_code),
        array(select b.bottleneck_code from member_bottlenecks b where b.member_id = m.id and b.stance = 'knows'
            order by b.bottleneck_code),
        array(select b.bottleneck_code from member_bottlenecks b where b.member_id = m.id and b.stance = 'seeks'
            order by b.bottleneck_code),
        m.is_fictional
        """

    /// The own membership, also one that was ended.
    public static func own(_ id: StaffMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from network_members m where m.staff_member_id = \(id)")
    }

    public static func find(_ id: NetworkMember.ID, on connection: Connection) async throws -> Row? {
        try await connection.first("select \(sql: columns) from network_members m where m.id = \(id)")
    }

    private static func condition(_ filter: NetworkFilter) -> SQL {
        var parts: [SQL] = ["m.left_at is null"]
        if let region = filter.region {
            parts.append(
                "exists (select 1 from member_regions r where r.member_id = m.id and r.region_code = \(region))"
            )
        }
        if let bottleneck = filter.bottleneck {
            parts.append(
                """
                exists (select 1 from member_bottlenecks b where b.member_id = m.id and b.stance = 'knows'
                    and b.bottleneck_code = \(bottleneck))
                """
            )
        }
        if let search = filter.search {
            parts.append(
                """
                position(search_text(\(search)) in search_text(concat_ws(' ', m.name, m.organisation_name, m.position_name,
                    m.knows, m.seeks))) > 0
                """
            )
        }
        return parts.joined(separator: " and ")
    }

    /// Members by name, as far as whoever acts may see them.
    public static func list(
        _ filter: NetworkFilter,
        limit: Int,
        offset: Int = 0,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from network_members m
            where \(sql: condition(filter))
            order by m.name collate "nl-x-icu", m.id
            limit \(limit) offset \(offset)
            """
        )
    }

    public static func count(_ filter: NetworkFilter, on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) from network_members m where \(sql: condition(filter))") ?? 0
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
                select r.region_code, count(*) from network_members m join member_regions r on r.member_id = m.id
                where \(sql: condition) group by r.region_code
                """
                : """
                select b.bottleneck_code, count(*) from network_members m
                join member_bottlenecks b on b.member_id = m.id and b.stance = 'knows'
                where \(sql: condition) group by b.bottleneck_code
                """
        )
    }

    /// Members of one organisation, to choose a contact or an owner from; at most 200.
    public static func colleagues(
        of member: NetworkMember.ID,
        on connection: Connection
    ) async throws -> [(id: NetworkMember.ID, name: String)] {
        try await connection.query(
            """
            select m.id, m.name from network_members m
            where m.left_at is null and m.organisation_name =
                (select o.organisation_name from network_members o where o.id = \(member))
            order by m.id <> \(member), m.name collate "nl-x-icu", m.id
            limit 200
            """
        ) { row in (try row.next(), try row.next()) }
    }

    // MARK: Writing

    public static func insert(
        _ draft: Draft,
        id: NetworkMember.ID,
        of staffMember: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into network_members (id, staff_member_id, name, organisation_name, position_name, knows, seeks,
                is_listed, wants_mail, joined_at, joined_by, is_fictional, version)
            select \(id), s.id, s.name, o.name, \(draft.positionName), \(draft.knows), \(draft.seeks), \(draft.isListed),
                \(draft.wantsMail), \(now), 'self', s.is_fictional, 1
            from staff_members s join organisations o on o.id = s.organisation_id
            where s.id = \(staffMember)
            """
        )
        try await keepParts(draft, of: id, on: connection)
    }

    /// Also takes back who left. False when it changed meanwhile.
    public static func update(
        _ draft: Draft,
        id: NetworkMember.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        let changed = try await connection.execute(
            """
            update network_members m set name = s.name, organisation_name = o.name, position_name = \(draft.positionName),
                knows = \(draft.knows), seeks = \(draft.seeks), is_listed = \(draft.isListed),
                wants_mail = \(draft.wantsMail), joined_at = case when left_at is null then joined_at else \(now) end,
                left_at = null, version = version + 1
            from staff_members s join organisations o on o.id = s.organisation_id
            where m.id = \(id) and m.version = \(version) and s.id = m.staff_member_id
            """
        )
        guard changed == 1 else { return false }
        try await keepParts(draft, of: id, on: connection)
        return true
    }

    private static func keepParts(
        _ draft: Draft,
        of id: NetworkMember.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from member_regions where member_id = \(id)")
        _ = try await connection.execute("delete from member_bottlenecks where member_id = \(id)")
        _ = try await connection.execute(
            """
            insert into member_regions (member_id, region_code)
            select \(id), code from unnest(\(draft.regions.map(\.rawValue))) as code
            """
        )
        for (stance, codes) in [("knows", draft.knowsAbout), ("seeks", draft.seeksAbout)] {
            _ = try await connection.execute(
                """
                insert into member_bottlenecks (member_id, bottleneck_code, stance)
                select \(id), code, \(stance) from unnest(\(codes.map(\.rawValue))) as code
                """
            )
        }
    }

    /// Ends the membership: nobody else sees the member any more, and there is no more mail.
    public static func leave(_ id: NetworkMember.ID, at now: Date, on connection: Connection) async throws -> Bool {
        try await connection.execute(
            """
            update network_members set left_at = \(now), is_listed = false, wants_mail = false, knows = '', seeks = '',
                version = version + 1
            where id = \(id) and left_at is null
            """
        ) == 1
    }

    /// Whether a text names someone whose file the acting team has: given name and family name both.
    public static func namesCandidate(_ text: String, on connection: Connection) async throws -> Bool {
        try await connection.value(
            """
            select exists (select 1 from candidate_identities i
                where ' ' || search_text(\(text)) || ' ' like '% ' || search_text(i.given_name) || ' %'
                    and ' ' || search_text(\(text)) || ' ' like '% ' || search_text(i.family_name) || ' %'
                    and search_text(i.given_name) <> '' and search_text(i.family_name) <> '')
            """
        ) ?? false
    }
}
