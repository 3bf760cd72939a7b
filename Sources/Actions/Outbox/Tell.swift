import Domain
import Foundation
import Mail
import Postgres
import Store

extension World {
    /// Writes a mail into the outbox, in the transaction that causes it. Facts are ids and codes: the words come when the mail
    /// is delivered, from what then is known.
    func tell(
        _ kind: MailKind,
        case caseID: CaseFile.ID? = nil,
        team: Team.ID? = nil,
        candidate: Candidate.ID? = nil,
        proposal: Proposal.ID? = nil,
        facts: [String: String] = [:],
        notBefore: Date? = nil,
        on connection: Connection
    ) async throws {
        try await OutboxStore.insert(
            OutboxStore.Message(
                kind.rawValue,
                caseID: caseID,
                teamID: team,
                candidateID: candidate,
                proposalID: proposal,
                facts: facts
            ),
            id: newUUID(),
            at: now(),
            availableAt: notBefore,
            on: connection
        )
    }

    /// The teams that had an open referral in hand, before it is taken back: afterwards they see nothing of it any more.
    func tellConsentWithdrawn(_ referral: Reference, on connection: Connection) async throws {
        guard let row = try await ReferralStore.find(referral, on: connection) else { return }
        try await tellTeams(
            in: row.receivingRegionCode,
            .consentWithdrawn,
            facts: ["referral": referral.text, "sender": "\(row.sendingTeamID)"],
            on: connection
        )
    }

    /// Every team of a region.
    func tellTeams(
        in region: RegionCode,
        _ kind: MailKind,
        facts: [String: String],
        on connection: Connection
    ) async throws {
        for team in try await TeamStore.working(in: region, on: connection) {
            try await tell(kind, team: team.id, facts: facts, on: connection)
        }
    }
}
