import Actions
import ArgumentParser
import Domain
import Foundation
import Mail
import Postgres
import Site
import Store
import Web

/// `doorwijzer demo`: a private database with a fictional country, and the pages on it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start with a fictional country in a private database.",
        discussion: "Stop it with Ctrl+C; the next start has the same data. Remove the folder to begin anew."
    )

    @OptionGroup var address: PortOptions
    @Option(help: ArgumentHelp("The folder in which the data is kept.", valueName: "folder"))
    var data = ".doorwijzer"
    @Flag(inversion: .prefixedNo, help: "Write mail into the folder and let lapse what is due.")
    var work = true

    func run() async throws {
        Terminal.note("Starting the private database in \(data) …")
        let configuration = try Configuration.load().standing(at: "http://127.0.0.1:\(address.port)")
        let installation = try await Installation.embedded(
            in: data,
            configuration,
            remakes: true,
            logger: Log.make(configuration.logLevel)
        )
        do {
            if let location = await installation.embedded?.location {
                Terminal.note("The data is in \(location.path).")
            }
            if let owner = installation.owner {
                let preparation = Preparation(owner: owner, world: installation.world)
                try await preparation.reference()
                try await preparation.demo()
            }
            try await serve(installation)
            await installation.close()
            Terminal.note("Stopped. The next start has the same data.")
        } catch {
            await installation.close()
            throw error
        }
    }

    private func serve(_ installation: Installation) async throws {
        let location = await installation.embedded?.location ?? URL(fileURLWithPath: data, isDirectory: true)
        let mail = FolderDelivery(folder: location.appendingPathComponent("mail", isDirectory: true))
        let (phone, address) = ("088 000 0000", "hulp@doorwijzer.example")
        let server = WebServer(
            installation: installation,
            configuration: .init(
                isDemo: true,
                contactPhone: phone,
                contactMail: address,
                demoMail: { try mail.mails().map { DemoMail($0.id, at: $0.writtenAt, $0.mail) } }
            ),
            host: "127.0.0.1",
            port: self.address.port,
            work: work
                ? BackgroundWork(
                    installation: installation,
                    contactPhone: phone,
                    contactMail: address,
                    mailFolder: mail.folder,
                    isDemo: true
                ) : nil
        )
        try await server.run { port in
            let people = (try? await DemoGuide(world: installation.world).lines()) ?? []
            Terminal.say(
                """

                Doorwijzer runs on http://127.0.0.1:\(port)/
                Choose who you are on http://127.0.0.1:\(port)/demo/kies, for example:
                \(people.map { "  - " + $0 }.joined(separator: "\n"))
                Mail to practices and candidates goes nowhere: read it on http://127.0.0.1:\(port)/demo/post
                All people and practices are fictional. Stop with Ctrl+C.
                """
            )
        }
    }
}

extension DemoMail {
    init(_ id: String, at moment: Date, _ mail: ReadMail) {
        self.init(id: id, writtenAt: moment, to: mail.to, subject: mail.subject, text: mail.text)
    }
}

/// Who a newcomer can be: some coordinators, first those of regions that are full.
struct DemoGuide: Sendable {
    let world: World

    func lines() async throws -> [String] {
        try await world.database.transaction(as: .visitor) { connection in
            let people = try await StaffStore.fictionalCoordinators(on: connection)
            var seen = Set<RegionCode>()
            return people.filter { $0.regionCode.map { seen.insert($0).inserted } ?? false }
                .filter { ["RA0205", "RA0204", "RA0616", "RA0102"].contains($0.regionCode?.rawValue) }
                .map { "\($0.name), \($0.scopeName)" }
        }
    }
}
