public import Domain
import Foundation
public import Postgres

/// Everything held about a candidate, table by table, as the candidate self may read it.
public enum OwnDataStore {
    /// A table with rows about a candidate, and how its columns are called in the file people get.
    public struct Table: Sendable {
        /// As the database calls it.
        public let name: String
        /// As the file calls it.
        public let key: String
        public let title: String
        /// Why it is kept, in one sentence.
        public let purpose: String
        public let columns: [Column]
        /// Columns that say nothing about the person, and why they are left out.
        public let leftOut: [String: String]
        /// Which rows are about the candidate.
        let rows: RowsOf
        let order: String
    }

    /// How a row leads to a candidate.
    enum RowsOf: Sendable {
        case candidate(column: String)
        case caseFile
        case assessment
        case proposal
        case referral
        /// Rows that lead there by more than one road.
        case either([RowsOf])
    }

    public struct Column: Sendable {
        public let name: String
        /// The key in the file: Dutch, camelCase.
        public let key: String
        let meaning: Meaning

        /// What an id stands for: people read names.
        enum Meaning: Sendable {
            case plain
            case staffMember
            case team
            case region
            case school
            case practice
            case place
            case municipality
            case role
            case supervisor
            case indicator
            /// The kenmerk of a case, proposal or referral.
            case reference(of: String)
        }

        /// `geborenOp` becomes `Geboren op`.
        public var label: String {
            let spaced = key.reduce(into: "") { text, letter in
                text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
            }
            return spaced.prefix(1).uppercased() + spaced.dropFirst()
        }
    }

    /// The rows of one table, each as the text of a JSON object with the keys of the columns.
    public static func rows(
        of table: Table,
        _ candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> [String] {
        try await connection.values(
            """
            select row_to_json(r)::text
            from (select \(sql: columns(table)) from \(ident: table.name) t where \(sql: condition(table.rows, candidate))
                order by \(ident: table.order)) r
            """,
            as: String.self
        )
    }

    private static func columns(_ table: Table) -> SQL {
        table.columns.map { column -> SQL in "\(sql: value(column)) as \(ident: column.key)" }.joined(separator: ", ")
    }

    private static func value(_ column: Column) -> SQL {
        let source: SQL = "t.\(ident: column.name)"
        func look(_ table: String, _ shown: String, by key: String = "id") -> SQL {
            "(select v.\(ident: shown) from \(ident: table) v where v.\(ident: key) = \(sql: source))"
        }
        return switch column.meaning {
        case .plain: source
        case .staffMember: look("staff_members", "name")
        case .team: look("teams", "name")
        case .region: look("regions", "name", by: "code")
        case .school: look("schools", "name")
        case .practice: look("practices", "name")
        case .place: look("training_places", "reference")
        case .municipality: look("municipalities", "name", by: "code")
        case .role: look("care_roles", "name", by: "code")
        case .supervisor: look("supervisors", "name")
        case .indicator:
            """
            (select v.sentence from behaviour_indicators v
                where v.code = \(sql: source) and v.framework_version = t.framework_version)
            """
        case .reference(let table): look(table, "reference")
        }
    }

    private static func condition(_ rows: RowsOf, _ candidate: Candidate.ID) -> SQL {
        let cases: SQL = "select f.id from case_files f where f.candidate_id = \(candidate)"
        return switch rows {
        case .candidate(let column): "t.\(ident: column) = \(candidate)"
        case .caseFile: "t.case_id in (\(sql: cases))"
        case .assessment:
            "t.assessment_id in (select a.id from assessments a where a.candidate_id = \(candidate))"
        case .proposal: "t.proposal_id in (select p.id from proposals p where p.case_id in (\(sql: cases)))"
        case .referral: "t.referral_id in (select r.id from referrals r where r.case_id in (\(sql: cases)))"
        case .either(let roads):
            "(" + roads.map { condition($0, candidate) }.joined(separator: " or ") + ")"
        }
    }
}
