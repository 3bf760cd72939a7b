import Domain
public import Foundation
public import Postgres

/// Every form post once: the action's transaction writes the submission, a repeat finds the first result.
public enum SubmissionStore {
    /// Where the first post of this form led; nil when this is the first. The number of another kind of form finds nothing.
    public static func result(of id: UUID, action: String, on connection: Connection) async throws -> String? {
        try await connection.first("select result from submissions where id = \(id) and action = \(action)") { row in
            try row.next(String.self)
        }
    }

    /// Records the result. A concurrent twin waits here for the first, then fails on `submissions_pkey`.
    public static func insert(
        _ id: UUID,
        by acting: Acting,
        action: String,
        result: String,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into submissions (id, staff_member_id, candidate_id, action, submitted_at, result)
            values (\(id), \(acting.staffMemberID), \(acting.candidateID), \(action), \(now), \(result))
            """
        )
    }
}
