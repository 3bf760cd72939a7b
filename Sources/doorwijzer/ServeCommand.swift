import Actions
import ArgumentParser
import Foundation
import Postgres
import Schema
import Web

/// `doorwijzer serve`: the pages on a database that is there already.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages on the database of DATABASE_URL.",
        discussion: """
            Needs DATABASE_URL, MATCHER_DATABASE_URL and DOORWIJZER_FORM_SECRET (64 hexadecimal digits). Refuses a \
            database whose schema is behind or differs: run `doorwijzer migrate` first.
            """
    )

    @OptionGroup var address: PortOptions
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    func run() async throws {
        guard try Settings.fromEnvironment() != nil else {
            throw Failure(.configuration, "DATABASE_URL is not set; to look around without it, use: doorwijzer demo")
        }
        _ = try FormSecret.fromEnvironment()
        try await Installation.with(DatabaseOptions.parse([])) { installation in
            try await SchemaCheck.requireCurrent(installation.world.database, logger: installation.logger)
            let environment = ProcessInfo.processInfo.environment
            try await WebServer(
                installation: installation,
                configuration: .init(
                    isDemo: false,
                    contactPhone: environment["DOORWIJZER_CONTACT_PHONE"] ?? "",
                    contactMail: environment["DOORWIJZER_CONTACT_MAIL"] ?? ""
                ),
                host: host,
                port: address.port
            ).run { port in Terminal.note("Serving on http://\(host):\(port)/") }
        }
    }
}

/// The secret behind the tokens in forms.
enum FormSecret {
    static func fromEnvironment() throws -> [UInt8] {
        let text = ProcessInfo.processInfo.environment["DOORWIJZER_FORM_SECRET"] ?? ""
        let digits = Array(text)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        guard digits.count >= 64, bytes.count * 2 == digits.count else {
            throw Failure(
                .configuration,
                "DOORWIJZER_FORM_SECRET must be at least 64 hexadecimal digits; make one with: openssl rand -hex 32"
            )
        }
        return bytes
    }
}
