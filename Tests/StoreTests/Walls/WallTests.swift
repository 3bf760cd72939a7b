import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// The walls by SQL alone, as the application's role: what each person may do with each private table, and that somebody
/// notices when a policy goes.
@Suite struct WallTests {
    /// Everything is tried in one transaction of the owner, who plays all roles.
    private func tried<Value>(_ body: (Connection) async throws -> Value) async throws -> Value {
        try await withWorld { test in
            try await test.owner.transaction { connection in
                // One script tries everything; a busy machine makes it no failure.
                try await connection.executeScript("set local statement_timeout = 0")
                try await connection.executeScript(WallScene.script(at: test.clock.now))
                try await connection.executeScript(WallNetworkScene.script)
                try await connection.executeScript(WallProbes.script)
                return try await body(connection)
            }
        }
    }

    @Test func `each person can do with a private row what the table says, and nothing else`() async throws {
        let lines = try await tried { connection in
            try await connection.query("select name, walls.line(name) from walls.victims") { row in
                (try row.next(String.self), try row.next(String.self))
            }
        }
        let found = Dictionary(lines) { first, _ in first }
        for name in Set(found.keys).union(WallTable.rows.keys).sorted() {
            #expect(found[name] == WallTable.rows[name], "\(name)")
        }
    }

    @Test func `no policy can be dropped or opened wide without anyone noticing`() async throws {
        let (unnoticed, policies) = try await tried { connection in
            (
                try await connection.values("select walls.unnoticed()", as: String.self),
                try await connection.value("select count(*) from pg_policies", as: Int.self)
            )
        }
        #expect(unnoticed == [], "tell WallScene of a row that this policy is about")
        #expect((policies ?? 0) > 180)
    }

    @Test func `no guard can be dropped without anyone missing it`() async throws {
        let (unmissed, attempts) = try await tried { connection in
            try await connection.executeScript(GuardAttempts.script)
            try await connection.executeScript(GuardAttemptsOfTheNetwork.script)
            return (
                try await connection.values("select walls.unmissed()", as: String.self),
                try await connection.value("select count(*) from walls.attempts", as: Int.self)
            )
        }
        #expect(unmissed == [])
        #expect((attempts ?? 0) >= 37)
    }
}
