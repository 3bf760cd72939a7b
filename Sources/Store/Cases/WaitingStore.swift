public import Domain
public import Foundation
public import Postgres

/// The acting team's waiting candidates by name, for lists beside a place.
public enum WaitingStore {
    public struct Row: Sendable, RowDecodable {
        public let caseID: CaseFile.ID
        public let candidateID: Candidate.ID
        public let givenName: String
        public let infix: String
        public let familyName: String
        public let waitingSince: Date

        public init(row: inout RowReader) throws {
            caseID = try row.next()
            candidateID = try row.next()
            givenName = try row.next()
            infix = try row.next()
            familyName = try row.next()
            waitingSince = try row.next()
        }

        public var name: String { [givenName, infix, familyName].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    /// Row-level security leaves out every case of another team.
    public static func rows(_ cases: [CaseFile.ID], on connection: Connection) async throws -> [CaseFile.ID: Row] {
        let rows = try await connection.query(
            """
            select c.id, c.candidate_id, i.given_name, i.name_infix, i.family_name, c.state_since
            from case_files c join candidate_identities i on i.candidate_id = c.candidate_id
            where c.id = any(\(cases.map(\.rawValue)))
            """,
            as: Row.self
        )
        return Dictionary(rows.map { ($0.caseID, $0) }) { first, _ in first }
    }
}
