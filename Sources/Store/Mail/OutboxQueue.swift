public import Domain
public import Foundation
public import Postgres

/// What the worker does with the messages that wait. All of it acts as ``Acting/worker``.
extension OutboxStore {
    /// A message that one worker has for a while.
    public struct Claimed: Sendable, RowDecodable {
        public let id: UUID
        public let kind: String
        public let caseID: CaseFile.ID?
        public let teamID: Team.ID?
        public let staffMemberID: StaffMember.ID?
        public let candidateID: Candidate.ID?
        public let proposalID: Proposal.ID?
        public let facts: [String: String]
        public let createdAt: Date
        /// How often it was tried, this time included.
        public let attempts: Int

        public init(row: inout RowReader) throws {
            id = try row.next()
            kind = try row.next()
            caseID = try row.nextOptional()
            teamID = try row.nextOptional()
            staffMemberID = try row.nextOptional()
            candidateID = try row.nextOptional()
            proposalID = try row.nextOptional()
            facts = try row.next(JSONText.self).decode([String: String].self)
            createdAt = try row.next()
            attempts = try row.next()
        }
    }

    /// Takes messages that are due, the oldest first. Other workers leave them alone until `leaseEnd`: a worker that dies
    /// meanwhile sends nothing twice at once, and nothing is forgotten.
    public static func claim(
        most limit: Int,
        at now: Date,
        leaseEnd: Date,
        on connection: Connection
    ) async throws -> [Claimed] {
        try await connection.query(
            """
            update outbox set attempts = attempts + 1, available_at = \(leaseEnd)
            where id in (
                select id from outbox
                where sent_at is null and failed_at is null and available_at <= \(now)
                order by available_at, id
                limit \(limit)
                for update skip locked)
            returning id, kind, case_id, team_id, staff_member_id, candidate_id, proposal_id, facts, created_at, attempts
            """
        )
    }

    public static func markSent(_ id: UUID, at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute("update outbox set sent_at = \(now) where id = \(id)")
    }

    /// Tries again from this moment on.
    public static func postpone(_ id: UUID, until moment: Date, on connection: Connection) async throws {
        _ = try await connection.execute("update outbox set available_at = \(moment) where id = \(id)")
    }

    /// Gives up.
    public static func markFailed(_ id: UUID, at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute("update outbox set failed_at = \(now) where id = \(id)")
    }

    /// For a message that has nobody to go to any more, or that leaves nothing behind.
    public static func remove(_ id: UUID, on connection: Connection) async throws {
        _ = try await connection.execute("delete from outbox where id = \(id)")
    }

    /// How the question to a practice fared, for the team that asked: when it was sent, or when sending was given up.
    public static func question(
        about proposal: Proposal.ID,
        on connection: Connection
    ) async throws -> (sentAt: Date?, failedAt: Date?)? {
        try await connection.first(
            """
            select sent_at, failed_at from outbox
            where proposal_id = \(proposal) and kind = 'proposal_asked' order by created_at desc, id limit 1
            """
        ) { row in (try row.nextOptional(), try row.nextOptional()) }
    }
}
