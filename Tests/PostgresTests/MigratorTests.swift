import Foundation
import Postgres
import TestSupport
import Testing

struct MigratorTests {
    private let first = MigrationFile(version: 1, name: "notes", text: "create table notes (id bigint);")
    private let second = MigrationFile(version: 2, name: "body", text: "alter table notes add column body text;")

    private func migrator(_ files: MigrationFile...) -> Migrator {
        Migrator(files: files, logger: TestCluster.shared.logger)
    }

    @Test func `an empty database becomes the latest, once`() async throws {
        try await withDatabase { (database: Database) async throws in
            #expect(try await migrator(first, second).status(of: database) == .behind([1, 2]))
            #expect(try await migrator(first).run(on: database) == [1])
            #expect(try await migrator(first, second).status(of: database) == .behind([2]))
            #expect(try await migrator(first, second).run(on: database) == [2])
            #expect(try await migrator(first, second).run(on: database) == [])
            #expect(try await migrator(first, second).status(of: database) == .current)
            #expect(try await migrator(first).status(of: database) == .newer(2))
        }
    }

    @Test func `a file changed afterwards is refused`() async throws {
        try await withDatabase { database in
            try await migrator(first).run(on: database)
            let changed = MigrationFile(version: 1, name: "notes", text: first.text + " ")

            #expect(try await migrator(changed, second).status(of: database) == .differs([1]))
            await #expect(throws: MigrationError.differs([1])) { try await migrator(changed, second).run(on: database) }
        }
    }

    @Test func `a file that fails leaves what came before`() async throws {
        try await withDatabase { database in
            let faulty = MigrationFile(version: 2, name: "faulty", text: "create table half (id bigint); select 1/0;")

            await #expect {
                try await migrator(first, faulty).run(on: database)
            } throws: { error in
                guard case MigrationError.failed(2, "faulty", let reason) = error else { return false }
                return reason.contains("division by zero")
            }

            #expect(try await migrator(first, faulty).status(of: database) == .behind([2]))
            let half = try await database.withConnection {
                try await $0.value("select to_regclass('half') is null", as: Bool.self)
            }
            #expect(half == true)
        }
    }

    @Test func `a file that commits by itself is refused`() async throws {
        try await withDatabase { database in
            let file = MigrationFile(version: 1, name: "commits", text: "create table a (id bigint); commit;")

            await #expect(throws: MigrationError.leftItsTransaction(1)) { try await migrator(file).run(on: database) }
        }
    }

    @Test func `two at once apply everything once`() async throws {
        try await withDatabase { database in
            let slow = MigrationFile(
                version: 1,
                name: "slow",
                text: "select pg_sleep(0.2); create table a (id bigint);"
            )
            let migrator = migrator(slow)

            async let one = migrator.run(on: database)
            async let other = migrator.run(on: database)
            let applied = try await one + other

            #expect(applied == [1])
        }
    }

    @Test func `files are read from a folder in order, and gaps are errors`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-migrations-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "select 2;".write(to: folder.appending(path: "0002_second_thing.sql"), atomically: true, encoding: .utf8)

        #expect(throws: MigrationError.numbering(expected: 1, found: 2)) { try MigrationFile.load(from: folder) }
        try "select 1;".write(to: folder.appending(path: "0001_first.sql"), atomically: true, encoding: .utf8)
        #expect(try MigrationFile.load(from: folder).map(\.name) == ["first", "second_thing"])
    }
}
