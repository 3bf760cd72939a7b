public import Domain
public import Foundation
public import Postgres

/// What happened to accounts, append-only: seen by the person and by whoever administers the organisation.
public enum AccountEventStore {
    public enum Kind: String, SQLCode, CaseIterable, Sendable {
        case invited
        case invitationUsed = "invitation_used"
        case signedIn = "signed_in"
        case signedOutEverywhere = "signed_out_everywhere"
        case passwordSet = "password_set"
        case passwordReset = "password_reset"
        case secondFactorSet = "second_factor_set"
        case secondFactorRemoved = "second_factor_removed"
        case recoveryCodesMade = "recovery_codes_made"
        case recoveryCodeUsed = "recovery_code_used"
        case roleGiven = "role_given"
        case roleTaken = "role_taken"
        case disabled
        case enabled
        case detailsCorrected = "details_corrected"
        case absenceSet = "absence_set"
        case providerLinked = "provider_linked"
        case providerUnlinked = "provider_unlinked"
        /// The person erased a candidate's file, because the candidate asked; written by the database.
        case fileErased = "file_erased"
    }

    public struct Row: Sendable, RowDecodable {
        public let kind: Kind
        public let happenedAt: Date
        /// Who did it; nil for the person self, or the service.
        public let actorName: String?
        /// Of a file that was erased: its kenmerk and the team.
        public let caseReference: String?
        public let teamName: String?

        public init(row: inout RowReader) throws {
            kind = try row.next()
            happenedAt = try row.next()
            actorName = try row.nextOptional()
            caseReference = try row.nextOptional()
            teamName = try row.nextOptional()
        }
    }

    /// - Parameter facts: ids and codes only.
    public static func insert(
        _ kind: Kind,
        of staffMember: StaffMember.ID,
        by actor: StaffMember.ID?,
        facts: [String: String] = [:],
        id: UUID,
        at now: Date,
        on connection: Connection
    ) async throws {
        let facts = String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)
        _ = try await connection.execute(
            """
            insert into account_events (id, staff_member_id, actor_id, happened_at, kind, facts)
            values (\(id), \(staffMember), \(actor), \(now), \(kind), \(facts)::jsonb)
            """
        )
    }

    /// The newest first; at most 30.
    public static func recent(of staffMember: StaffMember.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select e.kind, e.happened_at, m.name, e.facts ->> 'case', t.name
            from account_events e
            left join teams t on t.id::text = e.facts ->> 'team'
            left join staff_members m on m.id = e.actor_id and e.actor_id <> e.staff_member_id
            where e.staff_member_id = \(staffMember)
            order by e.happened_at desc, e.id
            limit 30
            """
        )
    }
}
