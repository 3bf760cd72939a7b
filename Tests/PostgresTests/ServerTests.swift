import Foundation
import Postgres
import TestSupport
import Testing

/// Tests that stop and kill servers have a server of their own.
@Suite(.serialized) struct ServerTests {
    private func withServer(
        _ name: String,
        durable: Bool = false,
        _ body: (EmbeddedPostgres, URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "doorwijzer-postgres-tests-\(getpid())-\(name)"
        )
        let postgres = EmbeddedPostgres(
            dataDirectory: folder,
            durable: durable,
            startDeadline: Patience.limit,
            logger: TestCluster.shared.logger
        )
        do {
            try await postgres.start()
            try await body(postgres, folder)
        } catch {
            await postgres.stop()
            throw error
        }
        await postgres.stop()
        try FileManager.default.removeItem(at: folder)
    }

    private func kill9(_ postgres: EmbeddedPostgres) async throws {
        kill(try #require(await postgres.processID), SIGKILL)
        try await waitUntil("the end of the killed server") { await !postgres.isRunning }
    }

    @Test func `a pool recovers from a server that was killed and came back`() async throws {
        try await withServer("killed", durable: true) { postgres, _ in
            let database = Database(
                configuration: PoolConfiguration(
                    connection: try await postgres.connectionConfiguration(database: "postgres"),
                    acquireDeadline: .seconds(1)
                ),
                logger: TestCluster.shared.logger
            )
            try await database.withConnection { try await $0.executeScript("create table kept (id bigint)") }

            try await kill9(postgres)
            let kind = await kindOfError { try await database.transaction { _ = try await $0.execute("select 1") } }
            try await postgres.start()
            let count = try await database.transaction { try await $0.value("select count(*) from kept", as: Int.self) }

            #expect(kind == .unavailable)
            #expect(count == 0)
            await database.close()
        }
    }

    @Test func `data stay over a restart, and a folder has one owner`() async throws {
        try await withServer("restart") { postgres, folder in
            #expect(try await postgres.createDatabase("door"))
            await postgres.stop()
            try await postgres.start()
            #expect(try await !postgres.createDatabase("door"))

            let second = EmbeddedPostgres(dataDirectory: folder, logger: TestCluster.shared.logger)
            await #expect {
                try await second.start()
            } throws: { error in
                guard case EmbeddedPostgresError.inUse(_, let owner) = error else { return false }
                return owner == getpid()
            }
        }
    }

    @Test func `what a killed predecessor left running is stopped first`() async throws {
        try await withServer("leftover") { postgres, folder in
            let location = try #require(await postgres.location)
            await postgres.stop()
            let leftover = try startByHand(cluster: location.path + "/cluster")
            let lockFile = location.path + "/cluster/postmaster.pid"
            try await waitUntil("the server started by hand") {
                ((try? String(contentsOfFile: lockFile, encoding: .utf8)) ?? "").contains("ready")
            }

            try await postgres.start()

            #expect(await postgres.isRunning)
            leftover.waitUntilExit()
            #expect(!leftover.isRunning)
        }
    }

    @Test func `a lock file with the number of another process is no obstacle`() async throws {
        try await withServer("stale") { postgres, _ in
            let location = try #require(await postgres.location)
            await postgres.stop()
            try "1\n\(location.path)/cluster\n0\n5432\n/tmp\n\n\nready\n"
                .write(toFile: location.path + "/cluster/postmaster.pid", atomically: false, encoding: .utf8)

            try await postgres.start()

            #expect(await postgres.isRunning)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root has folders that the account postgres cannot reach"))
    func `as root, data that postgres could not reach lie in a folder of its own`() async throws {
        let closed = FileManager.default.temporaryDirectory.appending(
            path: "doorwijzer-postgres-tests-\(getpid())-closed"
        )
        try FileManager.default.createDirectory(
            at: closed,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let postgres = EmbeddedPostgres(
            dataDirectory: closed.appending(path: "data"),
            durable: false,
            logger: TestCluster.shared.logger
        )

        try await postgres.start()
        let location = try #require(await postgres.location)
        let attributes = try FileManager.default.attributesOfItem(atPath: location.path)
        await postgres.stop()
        try FileManager.default.removeItem(at: location)
        try FileManager.default.removeItem(at: closed)

        #expect(location.path.hasPrefix("/var/lib/doorwijzer/"))
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a server that cannot start shows the end of its log`() async throws {
        try await withServer("broken") { postgres, _ in
            let location = try #require(await postgres.location)
            await postgres.stop()
            try "nonsense = yes\n".write(
                toFile: location.path + "/cluster/postgresql.auto.conf",
                atomically: false,
                encoding: .utf8
            )

            await #expect {
                try await postgres.start()
            } throws: { error in
                "\(error)".contains("nonsense")
            }
        }
    }

    @Test func `a listener hears, and says when it was deaf`() async throws {
        try await withServer("listen") { postgres, _ in
            let configuration = try await postgres.connectionConfiguration(database: "postgres")
            let database = Database(
                configuration: PoolConfiguration(connection: configuration),
                logger: TestCluster.shared.logger
            )
            let events = Listener(
                configuration: configuration,
                channels: ["door"],
                logger: TestCluster.shared.logger
            ).makeAsyncIterator()

            #expect(await events.next() == .connected)
            try await database.withConnection { try await $0.executeScript("notify door, 'open'") }
            #expect(await events.next() == .notification(channel: "door", payload: "open"))
            try await kill9(postgres)
            try await postgres.start()
            #expect(await events.next() == .connected)
            await database.close()
        }
    }

    private func startByHand(cluster: String) throws -> Process {
        let binaries = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql").sorted().last ?? ""
        let command = [
            "/usr/lib/postgresql/\(binaries)/bin/postgres", "-D", cluster, "-c", "listen_addresses=", "-c",
            "unix_socket_directories=\(cluster)",
        ]
        let process = Process()
        let asRoot = geteuid() == 0
        process.executableURL = URL(filePath: asRoot ? "/usr/bin/setpriv" : command[0])
        process.arguments =
            asRoot ? ["--reuid=postgres", "--regid=postgres", "--clear-groups"] + command : Array(command.dropFirst())
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
