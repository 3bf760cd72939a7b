public import Domain
public import Foundation
public import Postgres

/// Per region a toolbox, and a social map of organisations; kept by the members who work there.
public enum ToolboxStore {
    public struct Item: Sendable, RowDecodable {
        public let id: UUID
        public let kind: ToolboxKind
        public let title: String
        public let text: String
        public let url: String?
        public let organisationName: String
        public let phone: String
        /// Hours of supervision to share, of the pool only.
        public let hoursAWeek: Int?
        public let confirmedOn: CalendarDate
        public let version: Int
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            kind = try row.next()
            title = try row.next()
            text = try row.next()
            url = try row.nextOptional()
            organisationName = try row.next()
            phone = try row.next()
            hoursAWeek = try row.nextOptional()
            confirmedOn = try row.next()
            version = try row.next()
            isFictional = try row.next()
        }
    }

    public struct ItemDraft: Sendable, Equatable {
        public var kind: ToolboxKind
        public var title: String
        public var text: String
        public var url: String?
        public var organisationName: String
        public var phone: String
        public var hoursAWeek: Int?

        public init(
            kind: ToolboxKind,
            title: String,
            text: String,
            url: String?,
            organisationName: String,
            phone: String,
            hoursAWeek: Int?
        ) {
            self.kind = kind
            self.title = title
            self.text = text
            self.url = url
            self.organisationName = organisationName
            self.phone = phone
            self.hoursAWeek = hoursAWeek
        }
    }

    private static let itemColumns: SQL = """
        t.id, t.kind, t.title, t.text, t.url, t.organisation_name, t.phone, t.hours_a_week, t.confirmed_on, t.version,
        t.is_fictional
        """

    public static func items(in region: RegionCode, on connection: Connection) async throws -> [Item] {
        try await connection.query(
            """
            select \(sql: itemColumns) from toolbox_items t where t.region_code = \(region)
            order by array_position(array['draaiboek', 'form', 'supervisor_course', 'supervisor_pool', 'other'], t.kind),
                t.title collate "nl-x-icu", t.id
            limit 200
            """
        )
    }

    public static func item(_ id: UUID, in region: RegionCode, on connection: Connection) async throws -> Item? {
        try await connection.first(
            "select \(sql: itemColumns) from toolbox_items t where t.id = \(id) and t.region_code = \(region)"
        )
    }

    // MARK: Social map

    public struct Entry: Sendable, RowDecodable {
        public let id: UUID
        public let name: String
        public let kind: PartnerKind
        public let text: String
        public let url: String?
        public let phone: String
        public let confirmedOn: CalendarDate
        public let source: String
        public let version: Int
        public let isFictional: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            kind = try row.next()
            text = try row.next()
            url = try row.nextOptional()
            phone = try row.next()
            confirmedOn = try row.next()
            source = try row.next()
            version = try row.next()
            isFictional = try row.next()
        }
    }

    public struct EntryDraft: Sendable, Equatable {
        public var name: String
        public var kind: PartnerKind
        public var text: String
        public var url: String?
        public var phone: String

        public init(name: String, kind: PartnerKind, text: String, url: String?, phone: String) {
            self.name = name
            self.kind = kind
            self.text = text
            self.url = url
            self.phone = phone
        }
    }

    private static let entryColumns: SQL = """
        e.id, e.name, e.kind, e.text, e.url, e.phone, e.confirmed_on, e.source, e.version, e.is_fictional
        """

    public static func entries(in region: RegionCode, on connection: Connection) async throws -> [Entry] {
        try await connection.query(
            """
            select \(sql: entryColumns) from social_map_entries e where e.region_code = \(region)
            order by e.name collate "nl-x-icu", e.id limit 500
            """
        )
    }

    public static func entry(_ id: UUID, in region: RegionCode, on connection: Connection) async throws -> Entry? {
        try await connection.first(
            "select \(sql: entryColumns) from social_map_entries e where e.id = \(id) and e.region_code = \(region)"
        )
    }
}

/// What a member typed about something that a region keeps: a tool, or an organisation on the social map.
public protocol RegionShelfDraft: Sendable {
    /// Names what is asked for, so that a form that is sent twice is done once.
    static var action: String { get }
    /// The words that everyone reads, by field.
    var publicWords: [(String, String)] { get }

    func insert(
        _ id: UUID,
        in region: RegionCode,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws

    /// Saving says that it is right today.
    /// - Returns: false when it changed meanwhile.
    func update(
        _ id: UUID,
        in region: RegionCode,
        version: Int,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool

    /// - Returns: false when it is not there.
    static func remove(_ id: UUID, in region: RegionCode, on connection: Connection) async throws -> Bool
}

extension ToolboxStore.ItemDraft: RegionShelfDraft {
    public static let action = "tool"

    public var publicWords: [(String, String)] {
        [("titel", title), ("tekst", text), ("organisatie", organisationName)]
    }

    public func insert(
        _ id: UUID,
        in region: RegionCode,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into toolbox_items (id, region_code, kind, title, text, url, organisation_name, phone, hours_a_week,
                confirmed_on, member_id, is_fictional, version)
            select \(id), \(region), \(kind), \(title), \(text), \(url), \(organisationName),
                \(phone), \(hoursAWeek), \(today), m.id, m.is_fictional, 1
            from network_members m where m.id = \(member)
            """
        )
    }

    public func update(
        _ id: UUID,
        in region: RegionCode,
        version: Int,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update toolbox_items set kind = \(kind), title = \(title), text = \(text), url = \(url),
                organisation_name = \(organisationName), phone = \(phone), hours_a_week = \(hoursAWeek),
                confirmed_on = \(today), member_id = \(member), version = version + 1
            where id = \(id) and region_code = \(region) and version = \(version)
            """
        ) == 1
    }

    public static func remove(_ id: UUID, in region: RegionCode, on connection: Connection) async throws -> Bool {
        try await connection.execute("delete from toolbox_items where id = \(id) and region_code = \(region)") == 1
    }
}

extension ToolboxStore.EntryDraft: RegionShelfDraft {
    public static let action = "social_map"

    public var publicWords: [(String, String)] { [("naam", name), ("tekst", text)] }

    public func insert(
        _ id: UUID,
        in region: RegionCode,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into social_map_entries (id, region_code, name, kind, text, url, phone, confirmed_on, member_id, source,
                is_fictional, version)
            select \(id), \(region), \(name), \(kind), \(text), \(url), \(phone), \(today),
                m.id, '', m.is_fictional, 1
            from network_members m where m.id = \(member)
            """
        )
    }

    public func update(
        _ id: UUID,
        in region: RegionCode,
        version: Int,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update social_map_entries set name = \(name), kind = \(kind), text = \(text),
                url = \(url), phone = \(phone), confirmed_on = \(today), member_id = \(member),
                version = version + 1
            where id = \(id) and region_code = \(region) and version = \(version)
            """
        ) == 1
    }

    public static func remove(_ id: UUID, in region: RegionCode, on connection: Connection) async throws -> Bool {
        try await connection.execute("delete from social_map_entries where id = \(id) and region_code = \(region)") == 1
    }
}
