public import Domain
public import Foundation
public import Postgres

/// What members wrote for everyone, and who takes it away: the author for good, the fund until it releases it. What is held back
/// is seen by its author and the fund alone (Schema, 0031_taking_down.sql).
public enum TakeDownStore {
    public enum Kind: String, Sendable, CaseIterable {
        case question, answer, copy
        case goodPractice = "good_practice"
    }

    public struct Row: Sendable, RowDecodable {
        /// The words by which one knows it again.
        public let words: String
        /// The page it stands on.
        public let path: String
        public let authorID: NetworkMember.ID?
        public let heldAt: Date?
        public let heldReason: String?
        /// Someone else answered this question, so it is no longer only the author's.
        public let hasAnswers: Bool

        public init(row: inout RowReader) throws {
            words = try row.next()
            path = try row.next()
            authorID = try row.nextOptional()
            heldAt = try row.nextOptional()
            heldReason = try row.nextOptional()
            hasAnswers = try row.next()
        }
    }

    /// Nil for what is not there, or not for the person who acts.
    public static func find(_ kind: Kind, _ id: UUID, on connection: Connection) async throws -> Row? {
        let sql: SQL =
            switch kind {
            case .question:
                """
                select q.title, '/vragen/' || q.slug, q.member_id, q.held_at, q.held_reason, exists (select 1 from answers a
                    where a.question_id = q.id and a.member_id is distinct from q.member_id)
                from questions q where q.id = \(id)
                """
            case .answer:
                """
                select a.body, coalesce('/vragen/' || q.slug, '/vragen'), a.member_id, a.held_at, a.held_reason, false
                from answers a left join questions q on q.id = a.question_id where a.id = \(id)
                """
            case .copy:
                """
                select concat_ws(': ', k.organisation_name, nullif(k.intention, '')),
                    coalesce('/goede-praktijken/' || g.slug, '/projecten/' || p.slug, '/leernetwerk'), k.member_id, k.held_at,
                    k.held_reason, false
                from copies k left join good_practices g on g.id = k.good_practice_id
                    left join projects p on p.id = k.project_id
                where k.id = \(id)
                """
            case .goodPractice:
                """
                select g.name, '/goede-praktijken/' || g.slug, g.author_id, g.held_at, g.held_reason, false
                from good_practices g where g.id = \(id) and g.state = 'published'
                """
            }
        return try await connection.first(sql)
    }

    /// Why some of these are held back; only of what the person who acts may read though it is.
    public static func reasons(
        _ kind: Kind,
        _ ids: [UUID],
        on connection: Connection
    ) async throws -> [UUID: String] {
        guard !ids.isEmpty else { return [:] }
        let table: SQL =
            switch kind {
            case .question: "questions"
            case .answer: "answers"
            case .copy: "copies"
            case .goodPractice: "good_practices"
            }
        let rows = try await connection.query(
            "select t.id, t.held_reason from \(sql: table) t where t.held_at is not null and t.id = any(\(ids))"
        ) { row in (try row.next(UUID.self), try row.next(String.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// By its author, for good. False when it is another's, or others answered it.
    public static func takeBack(_ kind: Kind, _ id: UUID, on connection: Connection) async throws -> Bool {
        try await connection.value("select take_back(\(kind.rawValue), \(id))") ?? false
    }

    /// By the fund.
    ///
    /// - Parameter reason: nil to release it. False when it is so already.
    public static func hold(
        _ kind: Kind,
        _ id: UUID,
        reason: String?,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value("select hold_back(\(kind.rawValue), \(id), \(reason), \(now))") ?? false
    }
}
