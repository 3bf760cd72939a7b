import Postgres
import TestSupport
import Testing

/// A task holds one connection at a time.
struct LeaseTests {
    private func refused(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch let error as DatabaseError where error.kind == .misuse {
            return error.description
        } catch {
            return "another error: \(error)"
        }
    }

    @Test func `a task that holds a connection is refused another, by the names of both who asked`() async throws {
        try await withDatabase { database in
            let held: UInt = #line + 2
            let refusal = await refused {
                try await database.withConnection { _ in
                    try await database.transaction { _ = try await $0.execute("select 1") }
                }
            }

            #expect(
                refusal
                    == "misuse: PostgresTests/LeaseTests.swift:\(held + 1) asks for a database connection while it holds "
                    + "the one that PostgresTests/LeaseTests.swift:\(held) asked for"
            )
        }
    }

    @Test func `a connection of another database is refused as well`() async throws {
        try await withDatabase { one in
            try await withDatabase { other in
                #expect(
                    await refused { try await one.transaction { _ in try await other.withConnection { _ in } } } != nil
                )
            }
        }
    }

    @Test func `child tasks hold what their parent holds`() async throws {
        try await withDatabase { database in
            let refusal = await refused {
                try await database.transaction { _ in
                    try await withThrowingTaskGroup { group in
                        group.addTask { try await database.withConnection { _ in } }
                        try await group.waitForAll()
                    }
                }
            }

            #expect(refusal?.hasPrefix("misuse: PostgresTests/LeaseTests.swift:") == true)
        }
    }

    @Test func `one connection after another is what everyone may have`() async throws {
        try await withDatabase(maximumConnections: 1) { database in
            try await database.withConnection { _ in }
            await #expect(throws: CancellationError.self) {
                try await database.transaction { _ in throw CancellationError() }
            }

            #expect(await refused { try await database.transaction { _ in } } == nil)
        }
    }

    @Test func `a task that outlives the lease it was made in, or inherits nothing, holds nothing`() async throws {
        try await withDatabase(maximumConnections: 2) { database in
            let (gate, opened) = AsyncStream.makeStream(of: Void.self)
            let later = try await database.transaction { _ in
                try await bySomebodyElse { try await database.withConnection { _ in } }
                return Task {
                    for await _ in gate {}
                    try await database.withConnection { _ in }
                }
            }
            opened.finish()

            #expect(await refused { try await later.value } == nil)
        }
    }

    @Test func `in release the second one waits like any other and nothing breaks`() async throws {
        let configuration = PoolConfiguration(
            connection: try await TestCluster.shared.configuration(),
            maximumConnections: 2,
            refusesSecondLease: false
        )
        let database = Database(configuration: configuration, logger: TestCluster.shared.logger)

        let sum = try await database.withConnection { one in
            let first = try await one.value("select 20", as: Int.self) ?? 0
            return try await database.withConnection { try await $0.value("select 1 + \(first)", as: Int.self) }
        }

        #expect(sum == 21)
        await database.close()
    }
}
