public import Domain
public import Postgres

/// To whom a mail goes, read as far as whoever acts may see it.
public enum MailReceiverStore {
    public struct Team: Sendable, RowDecodable {
        public let id: Domain.Team.ID
        public let name: String
        public let phone: String
        public let mail: String
        public let regionCode: RegionCode
        public let regionName: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            phone = try row.next()
            mail = try row.next()
            regionCode = try row.next()
            regionName = try row.next()
        }
    }

    public static func team(_ id: Domain.Team.ID, on connection: Connection) async throws -> Team? {
        try await connection.first(
            """
            select t.id, t.name, t.phone, t.mail, t.region_code, r.name
            from teams t join regions r on r.code = t.region_code where t.id = \(id)
            """
        )
    }

    public struct Candidate: Sendable, RowDecodable {
        public let givenName: String
        public let mail: String
        public let teamID: Domain.Team.ID

        public init(row: inout RowReader) throws {
            givenName = try row.next()
            mail = try row.next()
            teamID = try row.next()
        }
    }

    /// Nil for someone whose data was erased.
    public static func candidate(_ id: Domain.Candidate.ID, on connection: Connection) async throws -> Candidate? {
        try await connection.first(
            "select given_name, mail, team_id from candidate_identities where candidate_id = \(id)"
        )
    }

    /// Whom at a practice of the acting region to write to: the contact person before the deciding GP; nil when nobody gave a
    /// mail address.
    public static func contact(
        of practice: Practice.ID,
        on connection: Connection
    ) async throws -> (name: String, mail: String)? {
        try await connection.first(
            """
            select name, mail from practice_contacts
            where practice_id = \(practice) and mail <> '' and function in ('contact', 'deciding_gp')
            order by function = 'contact' desc, name, id
            limit 1
            """
        ) { row in (try row.next(), try row.next()) }
    }

    public static func regionName(_ code: RegionCode, on connection: Connection) async throws -> String {
        try await connection.value("select name from regions where code = \(code)", as: String.self) ?? code.rawValue
    }
}
