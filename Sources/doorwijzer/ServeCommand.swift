import Actions
import ArgumentParser
import HTTPBase
import Site
import Web

/// `doorwijzer serve`: the pages on a database that is there already.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages on the database of DATABASE_URL.",
        discussion: """
            Needs DATABASE_URL, MATCHER_DATABASE_URL, DOORWIJZER_FORM_SECRET, DOORWIJZER_SEAL_KEY and \
            DOORWIJZER_HASH_KEY, from the environment or a file. Refuses a database whose schema is behind or differs: \
            run `doorwijzer migrate` first. With --production it also refuses whatever `doorwijzer check --production` \
            finds.
            """
    )

    @OptionGroup var source: ConfigurationOptions
    @OptionGroup var address: PortOptions
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Flag(help: "Refuse to start when anything is unsafe for real people.")
    var production = false
    @Flag(inversion: .prefixedNo, help: "Send mail and let lapse what is due in this process too.")
    var work = true

    func run() async throws {
        let configuration = try source.load()
        guard configuration.databases != nil else {
            throw Failure(.configuration, "DATABASE_URL is not set; to look around without it, use: doorwijzer demo")
        }
        try await Installation.with(configuration.standing(at: "http://\(host):\(address.port)")) { installation in
            try await SchemaCheck.requireCurrent(installation.world.database, logger: installation.logger)
            if production { try await ProductionCheck.require(configuration) }
            try await WebServer(
                installation: installation,
                configuration: .init(
                    isDemo: false,
                    contactPhone: configuration.contactPhone,
                    contactMail: configuration.contactMail,
                    securityContact: configuration.securityContact,
                    proxies: TrustedProxies(configuration.trustedProxies)
                ),
                host: host,
                port: address.port,
                work: work
                    ? BackgroundWork(
                        installation: installation,
                        contactPhone: configuration.contactPhone,
                        contactMail: configuration.contactMail
                    ) : nil
            ).run { port in Terminal.note("Serving on http://\(host):\(port)/") }
        }
    }
}
