import Actions
import Foundation
import HTTPBase
import Hummingbird
import Logging
import Postgres
import ServiceLifecycle
import Site
import UnixSignals
import Web

/// Runs the pages until the process is asked to stop, together with what has to run beside them.
struct WebServer {
    let installation: Installation
    let configuration: WebApplication.Configuration
    let host: String
    let port: Int
    /// What runs in this process too; nil leaves it to `doorwijzer work`.
    var work: BackgroundWork?

    /// - Parameter whenReady: called with the port once the server answers.
    func run(whenReady: @escaping @Sendable (Int) async -> Void) async throws {
        let reference = try await ReferenceData.read(from: installation.world.database)
        let matching = MatchSnapshot(
            world: installation.world,
            announcements: installation.matcherConfiguration,
            logger: installation.logger
        )
        let providerHTTP = ProviderHTTP()
        let router = try WebApplication(
            configuration: configuration,
            world: installation.world,
            reference: reference,
            matching: matching,
            projects: ProjectCatalogReader(world: installation.world, interval: .milliseconds(250)),
            providers: ProviderDirectory(
                http: providerHTTP,
                secrets: installation.configuration.providerSecrets.mapValues(\.exposed),
                now: installation.world.now
            )
        ).makeRouter()
        let application = Application(
            responder: RequestDeadline(router.buildResponder(), longer: ["/invoer": .seconds(120)]),
            server: .guarded,
            configuration: .guarded(host: host, port: port, logger: installation.logger),
            onServerRunning: { channel in await whenReady(channel.localAddress?.port ?? port) },
            logger: installation.logger
        )
        // The last one stops first: the server before the databases.
        var services: [any Service] = [installation.world.database, installation.world.matcherDatabase]
        if let owner = installation.owner { services.append(owner) }
        if let embedded = installation.embedded {
            services.append(EmbeddedKeeper(server: embedded, logger: installation.logger))
        }
        services.append(ProviderConversations(http: providerHTTP))
        services.append(matching)
        if let work { services += try work.services() }
        services.append(application)
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigint, .sigterm],
            logger: installation.logger
        )
        group.maximumGracefulShutdownDuration = .seconds(15)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error where PortInUse.isMeant(by: error) {
            throw Failure(
                .unavailable,
                "port \(port) on \(host) is in use; stop the other program or choose another with --port"
            )
        }
    }
}

/// Ends the conversations with identity providers when the server has stopped.
struct ProviderConversations: Service {
    let http: ProviderHTTP

    func run() async throws {
        try? await gracefulShutdown()
        await http.shutdown()
    }
}

/// Starts the private database again when it went away.
struct EmbeddedKeeper: Service {
    let server: EmbeddedPostgres
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if await !server.isRunning {
                    logger.warning("the private database went away; starting it again")
                    do {
                        try await server.start()
                    } catch {
                        logger.error("the private database does not start", metadata: ["error": "\(error)"])
                    }
                }
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }
}

enum PortInUse {
    /// Binding fails with EADDRINUSE, wrapped by the server's own error types.
    static func isMeant(by error: any Error) -> Bool {
        String(describing: error).contains("errno: \(EADDRINUSE)")
            || String(reflecting: error).contains("Address already in use")
    }
}
