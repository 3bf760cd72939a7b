import Domain
import Foundation
import Postgres
import TestSupport

/// Which rows of the database are about a candidate, found in the catalog and not in our own lists: every table from which
/// foreign keys, or columns named after one, lead to a candidate.
struct RowsAboutPerson {
    /// A road from a table to one that is nearer to the candidate.
    private struct Road: Hashable {
        let column: String
        let parent: String
    }

    /// Every table with rows about people who look for a place.
    let tables: [String]
    private let roads: [String: Set<Road>]

    init(_ test: TestWorld) async throws {
        let edges: [(String, String, String)] = try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                union
                select t.relname::text, a.attname::text, n.parent
                from pg_class t
                join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
                join (values ('candidate_id', 'candidates'), ('case_id', 'case_files'), ('proposal_id', 'proposals'),
                    ('referral_id', 'referrals'), ('assessment_id', 'assessments')) as n (name, parent)
                    on n.name = a.attname
                where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
                """
            ) { row in (try row.next(), try row.next(), try row.next()) }
        }
        var known: Set<String> = ["candidates"]
        while case let next = Set(edges.filter { known.contains($0.2) }.map(\.0)).subtracting(known), !next.isEmpty {
            known.formUnion(next)
        }
        tables = known.sorted()
        roads = Dictionary(grouping: edges.filter { known.contains($0.0) && known.contains($0.2) }) { $0.0 }
            .mapValues { Set($0.map { Road(column: $0.1, parent: $0.2) }) }
    }

    /// Rows about these candidates per table, empty tables included, as the owner of the schema counts them.
    func count(of candidates: [Candidate.ID], _ test: TestWorld) async throws -> [String: Int] {
        try await test.owner.withConnection { connection in
            var counts: [String: Int] = [:]
            for table in tables {
                counts[table] = try await connection.value(
                    "select count(*) from \(ident: table) t where \(sql: condition(table, candidates, past: []) ?? "false")",
                    as: Int.self
                )
            }
            return counts
        }
    }

    /// - Parameter past: tables on the way here, so that no road goes in circles.
    private func condition(_ table: String, _ candidates: [Candidate.ID], past: Set<String>) -> SQL? {
        if table == "candidates" { return "t.id = any(\(candidates.map(\.rawValue)))" }
        let ways = (roads[table] ?? []).sorted { $0.column < $1.column }.compactMap { road -> SQL? in
            guard road.parent != table, !past.contains(road.parent) else { return nil }
            return condition(road.parent, candidates, past: past.union([table])).map { parent in
                "t.\(ident: road.column) in (select t.id from \(ident: road.parent) t where \(sql: parent))"
            }
        }
        return ways.isEmpty ? nil : "(" + ways.joined(separator: " or ") + ")"
    }
}

/// Where a text stands in the whole database, whatever the table and the column.
func tablesThatMention(_ needles: [String], _ test: TestWorld) async throws -> [String] {
    try await test.owner.withConnection { connection in
        let tables = try await connection.values(
            "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
            as: String.self
        )
        var found: [String] = []
        for table in tables.sorted() {
            for needle in needles {
                let count = try await connection.value(
                    "select count(*) from \(ident: table) t where position(lower(\(needle)) in lower(t::text)) > 0",
                    as: Int.self
                )
                if count != 0 { found.append("\(table): \(needle)") }
            }
        }
        return found
    }
}
