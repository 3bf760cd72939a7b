import Foundation
import Postgres
import Schema
import Store
import Subprocess
import TestSupport
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// `Schema/structure.sql` is what the migrations make: whoever reads it reads the truth.
struct StructureTests {
    @Test func `structure.sql is the result of all migrations`() async throws {
        let made = try await withWorld { test in try await Self.dump(test.configuration("postgres")) }
        if ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record" {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../Schema/structure.sql").standardizedFileURL
            try made.write(to: file, atomically: true, encoding: .utf8)
        } else {
            let kept = try String(contentsOf: Schema.structure, encoding: .utf8)
            // Compared by line, so that a failure shows what differs and not the whole schema.
            let difference = made.split(separator: "\n").difference(from: kept.split(separator: "\n"))
            #expect(difference.isEmpty, "run the tests with SNAPSHOTS=record: \(difference.prefix(10))")
        }
    }

    private static func dump(_ configuration: ConnectionConfiguration) async throws -> String {
        let result = try await run(
            .name("pg_dump"),
            arguments: [
                "--schema-only", "--no-owner", "--restrict-key=doorwijzer", "--host", configuration.host, "--port",
                configuration.port, "--username", "postgres", configuration.database,
            ],
            output: .string(limit: 4_000_000),
            error: .string(limit: 100_000)
        )
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        // The header names the version that dumped; everything below it depends on the schema alone.
        return result.standardOutput.split(separator: "\n", omittingEmptySubsequences: true)
            .filter { !$0.hasPrefix("-- Dumped") && $0 != "--" && !$0.hasPrefix("-- PostgreSQL database dump") }
            .joined(separator: "\n") + "\n"
    }
}
