import Foundation
import Postgres

/// Another date for the tests' PostgreSQL, to show that nothing hangs on the real one: the tests' own clock stands still or is
/// moved, so the server's must not matter. `DOORWIJZER_TEST_SERVER_DATE=2028-02-29T12:00:00+01:00` starts the servers of the
/// tests at that moment, and from there their clock runs on.
///
/// The server runs under a small library that comes before the one of the system, as `faketime` does. Not `faketime` itself:
/// while a process waits it shows the real time to a signal, so that with a clock ahead no time limit of PostgreSQL ever
/// ends a statement (0.9.10, Debian 12).
enum ServerDate {
    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private struct Shift {
        let library: String
        /// How far the servers are ahead of the machine.
        let seconds: Int
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>

        static long ahead;

        __attribute__((constructor)) static void begin(void) {
            const char *text = getenv("SERVER_AHEAD");
            ahead = text ? atol(text) : 0;
        }

        /* Time that is only measured, by the other clocks, is left as it is. */
        int clock_gettime(clockid_t clock, struct timespec *t) {
            int result = (int)syscall(SYS_clock_gettime, clock, t);
            if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) t->tv_sec += ahead;
            return result;
        }

        int gettimeofday(struct timeval *restrict t, void *restrict zone) {
            struct timespec s;
            (void)zone;
            clock_gettime(CLOCK_REALTIME, &s);
            t->tv_sec = s.tv_sec;
            t->tv_usec = s.tv_nsec / 1000;
            return 0;
        }

        time_t time(time_t *t) {
            struct timespec s;
            clock_gettime(CLOCK_REALTIME, &s);
            if (t) *t = s.tv_sec;
            return s.tv_sec;
        }
        """

    /// Made once, by the compiler that comes with Swift; nil without another date.
    private static let shift: Result<Shift?, any Error> = Result {
        guard let text = ProcessInfo.processInfo.environment["DOORWIJZER_TEST_SERVER_DATE"] else { return nil }
        guard let moment = try? Date(text, strategy: .iso8601) else {
            throw Failure(
                description: "DOORWIJZER_TEST_SERVER_DATE is no moment like 2028-02-29T12:00:00+01:00: \(text)"
            )
        }
        let folder = TestCluster.folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let code = folder.appending(path: "clock.c")
        let library = folder.appending(path: "clock.so")
        try source.write(to: code, atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", library.path, code.path]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else {
            throw Failure(description: "clang could not make \(library.path)")
        }
        return Shift(library: library.path, seconds: Int(moment.timeIntervalSinceNow.rounded()))
    }

    /// What stands before the server's command. The library comes along to the server's children.
    static func prefix() throws -> [String] {
        guard let shift = try shift.get() else { return [] }
        return ["/usr/bin/env", "LD_PRELOAD=\(shift.library)", "SERVER_AHEAD=\(shift.seconds)"]
    }

    /// A library that cannot be read is only a line in the server's log, and the tests would show nothing.
    static func check(_ server: EmbeddedPostgres) async throws {
        guard let shift = try shift.get() else { return }
        let database = Database(
            configuration: PoolConfiguration(
                connection: try await server.connectionConfiguration(database: "postgres"),
                minimumConnections: 0,
                maximumConnections: 1
            ),
            logger: TestCluster.shared.logger
        )
        let moment = try await database.withConnection { connection in
            try await connection.value("select clock_timestamp()", as: Date.self)
        }
        await database.close()
        guard let moment, abs(moment.timeIntervalSinceNow - Double(shift.seconds)) < 3600 else {
            throw Failure(description: "the tests' PostgreSQL has not got the date asked for")
        }
    }
}
