import Domain
import Foundation
import Logging
import Postgres

/// A server of one test's own, with the small country on it, to be taken away in the midst of things.
public struct OwnServer: Sendable {
    public let test: TestWorld
    let postgres: EmbeddedPostgres

    /// Ends the server as a machine that fails does: nothing is written, nobody is told.
    public func kill() async throws {
        guard let processID = await postgres.processID else { throw NotFound() }
        Foundation.kill(processID, SIGKILL)
        try await waitUntil("the end of the killed server") { await !postgres.isRunning }
    }

    /// Starts it again on the same data and the same address.
    public func start() async throws { try await postgres.start() }
}

/// Runs the body with a server of its own, that keeps what is committed, and removes it afterwards.
public func withOwnServer<Value>(_ body: (OwnServer) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-own-\(UUID().uuidString)")
    let postgres = EmbeddedPostgres(
        dataDirectory: folder,
        maximumConnections: 60,
        startDeadline: Patience.limit,
        serverPrefix: try ServerDate.prefix(),
        logger: TestCluster.shared.logger
    )
    func clean() async {
        let location = await postgres.location
        await postgres.stop()
        for url in [location, folder] {
            if let url { try? FileManager.default.removeItem(at: url) }
        }
    }
    do {
        try await postgres.start()
        let name = "doorwijzer_test_own"
        try await TestCountry.make(name, on: postgres)
        let lease = try await TestCountry.open(name, postgres, acquireDeadline: .seconds(3))
        let result: Result<Value, any Error>
        do { result = .success(try await body(OwnServer(test: lease.testWorld, postgres: postgres))) } catch {
            result = .failure(error)
        }
        await lease.close()
        await clean()
        return try result.get()
    } catch {
        await clean()
        throw error
    }
}
