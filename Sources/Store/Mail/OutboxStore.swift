public import Domain
public import Foundation
public import Postgres

/// Messages to send, written in the transaction that causes them. Rows carry ids and codes, never names or text.
public enum OutboxStore {
    /// What to tell whom.
    public struct Message: Sendable {
        /// Which text, e.g. `password_reset`; lower case with underscores.
        public let kind: String
        public let caseID: CaseFile.ID?
        /// The team it is about or goes to.
        public let teamID: Team.ID?
        public let staffMemberID: StaffMember.ID?
        public let candidateID: Candidate.ID?
        public let proposalID: Proposal.ID?
        /// Ids and codes the text needs.
        public let facts: [String: String]

        public init(
            _ kind: String,
            caseID: CaseFile.ID? = nil,
            teamID: Team.ID? = nil,
            staffMemberID: StaffMember.ID? = nil,
            candidateID: Candidate.ID? = nil,
            proposalID: Proposal.ID? = nil,
            facts: [String: String] = [:]
        ) {
            self.kind = kind
            self.caseID = caseID
            self.teamID = teamID
            self.staffMemberID = staffMemberID
            self.candidateID = candidateID
            self.proposalID = proposalID
            self.facts = facts
        }
    }

    /// - Parameter availableAt: not before this moment.
    public static func insert(
        _ message: Message,
        id: UUID,
        at now: Date,
        availableAt: Date? = nil,
        on connection: Connection
    ) async throws {
        let facts = try JSONEncoder().encode(message.facts)
        _ = try await connection.execute(
            """
            insert into outbox (id, kind, case_id, team_id, staff_member_id, candidate_id, proposal_id, facts, created_at,
                available_at)
            values (\(id), \(message.kind), \(message.caseID), \(message.teamID), \(message.staffMemberID),
                \(message.candidateID), \(message.proposalID), \(String(decoding: facts, as: UTF8.self))::jsonb, \(now),
                \(availableAt ?? now))
            """
        )
    }
}
