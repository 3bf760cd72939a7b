import Actions
import Domain
import Foundation
import Postgres
import Seeds
import Store
import TestSupport
import Testing

/// Finding in Dutch, over the known projects and those of the demo.
@Suite struct SearchTests {
    /// The addresses of what is found, the best first.
    private func found(
        _ text: String,
        _ kind: SearchKind = .project,
        _ table: SQL = "projects",
        on connection: Connection
    ) async throws -> [String] {
        let hits = try await SearchStore.search(text, kinds: [kind], limit: 20, on: connection)
        let slugs = try await connection.query(
            "select id, slug from \(sql: table) where id = any (\(hits.map(\.id)))"
        ) { row in (try row.next(UUID.self), try row.next(String.self)) }
        let byID = Dictionary(slugs) { first, _ in first }
        return hits.compactMap { byID[$0.id] }
    }

    @Test func `what people type finds what they mean, whatever the words they use for it`() async throws {
        let queries = try DelimitedText.read([UInt8](Data(contentsOf: Seeds.url("Demo/search-queries.csv")))).rows
            .map { (text: $0.cells[0], slug: $0.cells[2]) }
        #expect(queries.count >= 60)
        try await withWorld { test in
            let reciprocals = try await test.world.database.transaction(as: .visitor) { connection in
                var reciprocals: [Double] = []
                for query in queries {
                    let slugs = try await found(query.text, on: connection)
                    let rank = slugs.firstIndex(of: query.slug).map { 1 / Double($0 + 1) } ?? 0
                    if rank < 1 { print("\(query.text): \(query.slug) at \(rank), before it \(slugs.prefix(3))") }
                    reciprocals.append(rank)
                }
                return reciprocals
            }
            #expect(reciprocals.reduce(0, +) / Double(reciprocals.count) >= 0.9)
        }
    }

    @Test(arguments: [
        ("stagebegeleiders", "begeleiden"), ("zij-instromers", "zijinstroom"), ("oud-diploma's", "oud diploma"),
    ])
    func `forms of a word find the same`(one: String, other: String) async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                let (one, other) = (
                    Set(try await found(one, on: connection)), Set(try await found(other, on: connection))
                )
                #expect(!one.isDisjoint(with: other))
            }
        }
    }

    @Test func `words that say nothing, signs and nonsense find nothing and break nothing`() async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                for text in ["", "de het een", "!&|():*<->'", "xqzwvk", String(repeating: "a", count: 5000)] {
                    let hits = try await SearchStore.search(text, kinds: [.project], limit: 20, on: connection)
                    #expect(hits.isEmpty, "\(text.prefix(20))")
                }
            }
        }
    }

    @Test func `what is found follows what is published and what it says`() async throws {
        try await withWorld { test in
            func visit(_ text: String) async throws -> [String] {
                try await test.world.database.transaction(as: .visitor) { try await found(text, on: $0) }
            }
            #expect(try await visit("zeppelin").isEmpty)

            _ = try await test.owner.withConnection {
                try await $0.execute(
                    "update projects set subject = 'Met de zeppelin naar stage' where slug = 'plekkenbord'"
                )
            }
            #expect(try await visit("zeppelins") == ["plekkenbord"])

            _ = try await test.owner.withConnection {
                try await $0.execute(
                    "update projects set publication = 'held_back', publication_reason = 'r' where slug = 'plekkenbord'"
                )
            }
            #expect(try await visit("zeppelin").isEmpty)
        }
    }

    @Test func `a new other word for a bottleneck finds what is about it after preparing anew`() async throws {
        try await withWorld { test in
            func visit() async throws -> [String] {
                try await test.world.database.transaction(as: .visitor) { try await found("krokodil", on: $0) }
            }
            #expect(try await visit().isEmpty)

            try await test.owner.withConnection { connection in
                try await connection.execute(
                    "insert into bottleneck_terms (term, bottleneck_code) values ('krokodil', 'returners')"
                )
                try await SeedStore.reindex(on: connection)
            }
            #expect(try await visit().contains("terug-aan-de-balie"))
        }
    }

    @Test func `two who publish at once both are found`() async throws {
        try await withWorld { test in
            // New words in opposite order: who waits for whom must not be a ring.
            let words = [("aardbeienjam", "bosbessentaart"), ("bosbessentaart", "aardbeienjam")]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, slug) in ["plekkenbord", "huiskamer-voor-leerlingen"].enumerated() {
                    group.addTask {
                        let (subject, problem) = words[index]
                        _ = try await test.owner.withConnection {
                            try await $0.execute(
                                "update projects set subject = \(subject), problem = \(problem) where slug = \(slug)"
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            let slugs = try await test.world.database.transaction(as: .visitor) {
                try await found("aardbeienjam", on: $0)
            }
            #expect(Set(slugs) == ["plekkenbord", "huiskamer-voor-leerlingen"])
        }
    }
}
