import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@Suite struct OwnDataTests {
    /// Rows that name a case and nothing else, for seconds: the matcher's queue of changes.
    private static let passing: Set<String> = ["match_changes"]

    @Test func `every table and column about a candidate is in the export, or says why not`() async throws {
        try await withWorld { test in
            let tables = try await RowsAboutPerson(test).tables
            let columns: [(String, String)] = try await test.owner.withConnection { connection in
                try await connection.query(
                    """
                    select table_name::text, column_name::text from information_schema.columns
                    where table_schema = 'public' and table_name = any(\(tables))
                    """
                ) { row in (try row.next(), try row.next()) }
            }

            let exported = Dictionary(
                uniqueKeysWithValues: OwnDataStore.tables.map { table in
                    (table.name, Set(table.columns.map(\.name)).union(table.leftOut.keys))
                }
            )

            #expect(Set(tables).subtracting(Self.passing) == Set(exported.keys))
            // Whose row it is, is the export itself.
            let missing = columns.filter { table, column in
                !["team_id", "candidate_id"].contains(column) && exported[table]?.contains(column) != true
            }
            #expect(missing.isEmpty, "\(missing)")
            let keys = OwnDataStore.tables.map(\.key)
            #expect(Set(keys).count == keys.count)
            for table in OwnDataStore.tables {
                #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(table.name)")
            }
        }
    }

    @Test(arguments: [CaseState.searching, .placed, .started, .completed, .watching, .referring, .proposed, .withdrawn])
    func `the export holds as many rows of every table as there are`(state: CaseState) async throws {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let rows = try await RowsAboutPerson(test)
            let person = try #require(try await privacy.people(in: state).first)
            try await privacy.fill(person)

            let own = try await ExportOwnData(world: test.world)(for: person.id)

            var counts = try await rows.count(of: [person.id], test)
            for table in Self.passing { counts[table] = nil }
            // The other side of a question is the other file's row.
            let exported = Dictionary(uniqueKeysWithValues: own.sections.map { ($0.table.name, $0.rows.count) })
            #expect(exported.filter { counts[$0.key] != $0.value }.isEmpty, "\(counts)")
            #expect(Set(exported.keys) == Set(counts.keys))
            #expect(exported["candidate_identities"] == 1 && exported["sessions"] == 1)
        }
    }

    @Test func `the file is JSON with Dutch keys, and the words are for people`() async throws {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let person = try #require(try await privacy.people(in: .started).first)
            try await privacy.fill(person)
            let own = try await ExportOwnData(world: test.world)(for: person.id)

            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(own.json())) as? [String: Any]
            )
            let tables = try #require(document["tabellen"] as? [String: [String: Any]])
            let who = try #require((tables["persoon"]?["rijen"] as? [[String: Any]])?.first)
            #expect(who["achternaam"] as? String == "Quibbelstein")
            #expect(tables.count == OwnDataStore.tables.count)

            let cases = try #require(own.sections.first { $0.table.name == "case_files" })
            let words = own.lines(of: cases, time: test.world.time).flatMap { $0 }
            #expect(words.contains { $0.label == "Stap" && $0.value == "gestart" })
            #expect(words.contains { $0.label == "Mogelijke dagen" && $0.value.contains("ma") })
            #expect(!words.contains { $0.value.contains("T") && $0.value.hasSuffix("+00:00") })
        }
    }

    @Test func `nobody but the candidate reads anything with it`() async throws {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let (person, other) = (
                try #require(try await privacy.people(in: .searching).first),
                try #require(try await privacy.people(in: .started).first)
            )
            try await privacy.fill(person)
            let (table, id) = (try #require(OwnDataStore.tables.first { $0.name == "candidate_identities" }), person.id)
            for acting in [Acting.visitor, .candidate(other.id), other.actor.acting]
            where acting.teamID != person.actor.teamID {
                let rows = try await test.world.database.transaction(as: acting) { connection in
                    try await OwnDataStore.rows(of: table, id, on: connection)
                }
                #expect(rows.isEmpty)
            }
        }
    }
}
