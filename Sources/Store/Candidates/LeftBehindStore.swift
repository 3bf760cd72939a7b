public import Domain
public import Postgres

/// What nobody keeps any more, because who did has left the network. Only the fund sees every member, so only it may ask.
public enum LeftBehindStore {
    public struct Row: Sendable, RowDecodable {
        /// A path of ours.
        public let path: String
        public let title: String
        public let kind: Kind

        public init(row: inout RowReader) throws {
            path = try row.next()
            title = try row.next()
            kind = try row.next()
        }
    }

    public enum Kind: String, Coded {
        case meeting
        case question
        case practice

        public var dutchName: String {
            switch self {
            case .meeting: "bijeenkomst zonder organisator"
            case .question: "open vraag van iemand die weg is"
            case .practice: "goede praktijk zonder contactpersoon"
            }
        }
    }

    /// Meetings to come, open questions and published practices, in that order.
    public static func list(from day: CalendarDate, limit: Int, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select path, title, kind from (
                select '/bijeenkomsten/' || m.slug, m.title, 'meeting', 1 from meetings m
                where m.state = 'planned' and m.held_on >= \(day) and m.organiser_id is not null
                    and not exists (select 1 from network_members n where n.id = m.organiser_id and n.left_at is null)
                union all
                select '/vragen/' || q.slug, q.title, 'question', 2 from questions q
                where q.closed_at is null and q.held_at is null and not exists
                        (select 1 from network_members n where n.id = q.member_id and n.left_at is null)
                    and not exists (select 1 from answers a where a.question_id = q.id and a.helped_at is not null)
                union all
                select '/goede-praktijken/' || g.slug, g.name, 'practice', 3 from good_practices g
                where g.state = 'published' and not exists (select 1 from network_members n
                    where n.id in (g.author_id, g.contact_id) and n.left_at is null)) as x (path, title, kind, position)
            order by position, title, path
            limit \(limit)
            """
        )
    }
}
