public import Domain
public import Foundation
public import Postgres

/// Who saw which candidate, when and why: append-only, and later shown to the candidate.
public enum CandidateReadStore {
    /// Why someone looked.
    public enum Purpose: String, Sendable, SQLCode {
        case casePage = "case_page"
        case correction
        case assessment
        case ranking
        case proposal
        case referral
        case card
        case export
        case workList = "work_list"
        /// A practice that may know who it is opened its link.
        case practiceLink = "practice_link"
        /// The candidate took a copy.
        case ownCopy = "own_copy"
    }

    /// One row: this staff member saw this candidate.
    public static func insert(
        _ candidate: Candidate.ID,
        _ purpose: Purpose,
        id: UUID,
        acting: Acting,
        at now: Date,
        on connection: Connection
    ) async throws {
        try await insert([(id, candidate)], purpose, acting: acting, at: now, on: connection)
    }

    /// Whether someone of the acting team looked for this purpose since a moment.
    public static func wasRead(
        _ candidate: Candidate.ID,
        _ purpose: Purpose,
        since moment: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value(
            """
            select exists (select 1 from candidate_reads
                where candidate_id = \(candidate) and purpose = \(purpose) and read_at > \(moment))
            """,
            as: Bool.self
        ) ?? false
    }

    /// One row per candidate, for an export.
    public static func insert(
        _ reads: [(id: UUID, candidate: Candidate.ID)],
        _ purpose: Purpose,
        acting: Acting,
        at now: Date,
        on connection: Connection
    ) async throws {
        guard !reads.isEmpty else { return }
        _ = try await connection.execute(
            """
            insert into candidate_reads (id, candidate_id, team_id, staff_member_id, read_at, purpose)
            select r.id, r.candidate_id, \(acting.teamID), \(acting.staffMemberID), \(now), \(purpose)
            from unnest(\(reads.map(\.id)), \(reads.map { $0.candidate.rawValue })) as r (id, candidate_id)
            """
        )
    }
}
