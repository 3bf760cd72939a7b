import Actions
import ArgumentParser
import Postgres
import ServiceLifecycle
import UnixSignals

/// `doorwijzer work`: what runs beside the pages, in a process of its own.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Send mail and let lapse what is due, without serving pages.",
        discussion: """
            Needs the same settings as `doorwijzer serve`. Run it beside `doorwijzer serve --no-work`, so that pages and \
            mail do not wait for each other. Any number may run at once; stop it with SIGTERM.
            """
    )

    @OptionGroup var source: ConfigurationOptions
    @Flag(help: "Refuse to start when anything is unsafe for real people.")
    var production = false

    func run() async throws {
        let configuration = try source.load()
        guard configuration.databases != nil else {
            throw Failure(.configuration, "DATABASE_URL is not set; the demo does this work by itself")
        }
        try await Installation.with(configuration.standing(at: "http://127.0.0.1:8080")) { installation in
            try await SchemaCheck.requireCurrent(installation.world.database, logger: installation.logger)
            if production { try await ProductionCheck.require(configuration) }
            let work = BackgroundWork(
                installation: installation,
                contactPhone: configuration.contactPhone,
                contactMail: configuration.contactMail
            )
            var services: [any Service] = [installation.world.database, installation.world.matcherDatabase]
            services += try work.services()
            var group = ServiceGroupConfiguration(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigint, .sigterm],
                logger: installation.logger
            )
            group.maximumGracefulShutdownDuration = .seconds(60)
            Terminal.note("Working. Stop with Ctrl+C.")
            try await ServiceGroup(configuration: group).run()
        }
    }
}
