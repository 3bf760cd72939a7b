import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

struct TransactionTests {
    private let notes = "create table notes (id bigint primary key, body text)"

    private func count(_ database: Database) async throws -> Int? {
        try await database.withConnection { try await $0.value("select count(*) from notes", as: Int.self) }
    }

    private struct Oops: Error {}

    @Test func `a transaction commits, or nothing of it happened`() async throws {
        try await withDatabase(schema: notes) { database in
            try await database.transaction { try await $0.execute("insert into notes (id) values (1)") }
            await #expect(throws: Oops.self) {
                try await database.transaction { connection in
                    try await connection.execute("insert into notes (id) values (2)")
                    throw Oops()
                }
            }

            #expect(try await count(database) == 1)
        }
    }

    @Test func `a savepoint that fails leaves the rest`() async throws {
        try await withDatabase(schema: notes) { database in
            try await database.transaction { connection in
                try await connection.execute("insert into notes (id) values (1)")
                let kind = await kindOfError {
                    try await connection.savepoint { inner in
                        try await inner.execute("insert into notes (id) values (2)")
                        try await inner.savepoint { _ = try await $0.execute("insert into notes (id) values (3)") }
                        try await inner.execute("insert into notes (id) values (1)")
                    }
                }
                #expect(kind == .uniqueViolation(constraint: "notes_pkey"))
                try await connection.execute("insert into notes (id) values (4)")
            }

            #expect(try await count(database) == 2)
        }
    }

    @Test func `a body that swallows an error does not pass for committed`() async throws {
        let kind = try await withDatabase(schema: notes) { database in
            await kindOfError {
                try await database.transaction { connection in
                    try await connection.execute("insert into notes (id) values (1)")
                    _ = try? await connection.execute("insert into notes (id) values (1)")
                }
            }
        }

        #expect(kind == .other(sqlState: "25P02"))
    }

    @Test func `a cancelled task still rolls back and leaves a clean connection`() async throws {
        try await withDatabase(maximumConnections: 1, schema: notes) { (database: Database) async throws in
            let task = Task {
                try await database.transaction { connection in
                    try await connection.execute("insert into notes (id) values (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await connection.execute("insert into notes (id) values (2)")
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }

            #expect(try await count(database) == 0)
        }
    }

    @Test func `settings hold for one transaction only`() async throws {
        try await withDatabase(maximumConnections: 1) { database in
            let read: SQL = "select coalesce(current_setting('doorwijzer.staff', true), '')"
            let inside = try await database.transaction(settings: [
                "doorwijzer.staff": "it's me", "doorwijzer.team": "7",
            ]) {
                try await $0.value(read, as: String.self)
            }
            let after = try await database.transaction { try await $0.value(read, as: String.self) }

            #expect(inside == "it's me")
            #expect(after == "")
        }
    }

    @Test func `serialization failures run the whole body again`() async throws {
        let attempts = Mutex(0)
        let total = try await withDatabase(
            maximumConnections: 2,
            schema: "create table sums (value bigint); insert into sums values (0)"
        ) { database in
            try await database.transaction(isolation: .serializable) { connection in
                let attempt = attempts.withLock { attempts in
                    attempts += 1
                    return attempts
                }
                let value = try await connection.value("select value from sums", as: Int.self) ?? 0
                if attempt < 3 {
                    try await bySomebodyElse {
                        try await database.transaction { try await $0.execute("update sums set value = value + 10") }
                    }
                }
                try await connection.execute("update sums set value = \(value + 1)")
            }
            return try await database.withConnection { try await $0.value("select value from sums", as: Int.self) }
        }

        #expect(attempts.withLock { $0 } == 3)
        #expect(total == 21)
    }

    @Test(arguments: [
        ("insert into seats (id) values (null)", DatabaseError.Kind.notNull(column: "id")),
        ("insert into seats (id, size) values (2, -1)", .checkViolation(constraint: "size_is_positive")),
        ("insert into seats (id, parent) values (2, 99)", .foreignKeyViolation(constraint: "seats_parent_fkey")),
        (
            "insert into seats (id, days) values (2, '[2026-01-01,2026-02-01)')",
            .exclusionViolation(constraint: "no_overlap")
        ),
        (
            "do $$ begin raise 'no' using errcode = 'DW007', constraint = 'rule_x'; end $$",
            .raised(code: "DW007", constraint: "rule_x")
        ),
        ("do $$ begin raise 'no' using errcode = '42501'; end $$", .insufficientPrivilege),
        ("set local statement_timeout = 20; select pg_sleep(600)", .timeout),
        ("select 1/0", .other(sqlState: "22012")),
    ])
    func `what the server refuses has a kind`(script: String, expected: DatabaseError.Kind) async throws {
        let schema = """
            create table seats (
                id bigint primary key, size integer constraint size_is_positive check (size > 0),
                parent bigint references seats, days daterange, constraint no_overlap exclude using gist (days with &&));
            insert into seats values (1, 1, null, '[2026-01-01,2027-01-01)');
            """
        let kind = try await withDatabase(schema: schema) { database in
            await kindOfError { try await database.transaction { try await $0.executeScript(script) } }
        }

        #expect(kind == expected)
    }

    @Test func `many tasks share few connections`() async throws {
        let sum = try await withDatabase(maximumConnections: 3, schema: notes) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in 0..<100 {
                    group.addTask {
                        try await database.transaction {
                            _ = try await $0.execute("insert into notes (id) values (\(id))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            return try await count(database)
        }

        #expect(sum == 100)
    }

    @Test func `waiting for a connection ends at its deadline`() async throws {
        let kind = try await withDatabase(maximumConnections: 1, acquireDeadline: .milliseconds(100)) { database in
            try await database.withConnection { _ in
                try await bySomebodyElse {
                    await kindOfError { try await database.withConnection { _ = try await $0.execute("select 1") } }
                }
            }
        }

        #expect(kind == .unavailable)
    }
}

struct RolledBackDatabaseTests {
    private let schema = """
        create table notes (id bigint primary key, parent bigint
            constraint notes_parent_fkey references notes deferrable initially deferred);
        """

    private func withRolledBack(_ body: (Database, Database) async throws -> Void) async throws {
        let configuration = try await TestCluster.shared.configuration()
        let logger = TestCluster.shared.logger
        let plain = Database(configuration: PoolConfiguration(connection: configuration), logger: logger)
        try await plain.withConnection { try await $0.executeScript(schema) }
        let rolledBack = Database.rollingBack(connectionTo: configuration, logger: logger)
        try await body(rolledBack, plain)
        await rolledBack.close()
        #expect(try await plain.withConnection { try await $0.value("select count(*) from notes", as: Int.self) } == 0)
        await plain.close()
    }

    @Test func `transactions see each other and nothing stays`() async throws {
        try await withRolledBack { database, plain in
            try await database.transaction { try await $0.execute("insert into notes (id) values (1)") }
            let refused = await kindOfError {
                try await database.transaction { connection in
                    try await connection.execute("insert into notes (id) values (2)")
                    try await connection.execute("insert into notes (id) values (1)")
                }
            }
            let loose = await kindOfError {
                try await database.withConnection { _ = try await $0.execute("insert into notes (id) values (1)") }
            }

            let ids = try await database.withConnection { try await $0.values("select id from notes", as: Int.self) }
            #expect(refused == .uniqueViolation(constraint: "notes_pkey"))
            #expect(loose == .uniqueViolation(constraint: "notes_pkey"))
            #expect(ids == [1])
        }
    }

    @Test func `deferred constraints are checked where a commit would be`() async throws {
        try await withRolledBack { database, _ in
            for _ in 0..<2 {
                let kind = await kindOfError {
                    try await database.transaction { _ = try await $0.execute("insert into notes values (1, 2)") }
                }
                #expect(kind == .foreignKeyViolation(constraint: "notes_parent_fkey"))
            }
            try await database.transaction { connection in
                try await connection.execute("insert into notes values (1, 2)")
                try await connection.execute("insert into notes values (2, null)")
            }
        }
    }

    @Test func `whoever acted does not act in the next transaction`() async throws {
        try await withRolledBack { database, _ in
            let read: SQL = "select coalesce(current_setting('doorwijzer.staff', true), '')"
            let first = try await database.transaction(settings: ["doorwijzer.staff": "a"]) {
                try await $0.value(read, as: String.self)
            }
            let loose = try await database.withConnection { try await $0.value(read, as: String.self) }
            let second = try await database.transaction { try await $0.value(read, as: String.self) }

            #expect(first == "a")
            #expect(loose == "")
            #expect(second == "")
        }
    }
}
