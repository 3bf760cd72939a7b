import Foundation
import Postgres

/// Another date for the tests' PostgreSQL, to show that nothing hangs on the real one: the tests' own clock stands still or is
/// moved, so the server's must not matter. `DOORWIJZER_TEST_SERVER_DATE=2028-02-29T12:00:00+01:00` starts every server of the
/// tests at that moment, and from there its clock runs on. Debian's `faketime` has the library that does it.
enum ServerDate {
    private struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// How far the servers are ahead of the machine, in whole seconds; nil without another date.
    private static let offset: Result<Int?, any Error> = Result {
        guard let text = ProcessInfo.processInfo.environment["DOORWIJZER_TEST_SERVER_DATE"] else { return nil }
        guard let moment = try? Date(text, strategy: .iso8601) else {
            throw Unreadable(
                description: "DOORWIJZER_TEST_SERVER_DATE is no moment like 2028-02-29T12:00:00+01:00: \(text)"
            )
        }
        return Int(moment.timeIntervalSinceNow.rounded())
    }

    /// What stands before the server's command. The library comes along to the server's children; time that is only measured
    /// is left as it is.
    static func prefix() throws -> [String] {
        guard let offset = try offset.get() else { return [] }
        return [
            "/usr/bin/env", "LD_PRELOAD=/usr/$LIB/faketime/libfaketime.so.1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
            "FAKETIME=\(offset < 0 ? "" : "+")\(offset)",
        ]
    }

    /// A library that is not there is only a line in the server's log, and the tests would show nothing.
    static func check(_ server: EmbeddedPostgres) async throws {
        guard let offset = try offset.get() else { return }
        let logger = TestCluster.shared.logger
        let database = Database(
            configuration: PoolConfiguration(
                connection: try await server.connectionConfiguration(database: "postgres"),
                minimumConnections: 0,
                maximumConnections: 1
            ),
            logger: logger
        )
        let moment = try await database.withConnection { connection in
            try await connection.value("select clock_timestamp()", as: Date.self)
        }
        await database.close()
        guard let moment, abs(moment.timeIntervalSinceNow - Double(offset)) < 3600 else {
            throw Unreadable(
                description: "the tests' PostgreSQL has not got the date asked for; run: apt-get install faketime"
            )
        }
    }
}
