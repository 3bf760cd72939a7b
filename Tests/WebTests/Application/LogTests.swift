import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Logging
import Synchronization
import TestSupport
import Testing

/// The log never says who somebody is: not by name, not by address, not by the path or query of a page.
struct LogTests {
    @Test func `a walk with names in every corner leaves none in the log`() async throws {
        let lines = Lines()
        try await withSite { site in
            var logger = Logger(label: "walk") { _ in KeepingHandler(lines: lines) }
            logger.logLevel = .info
            let actor = try await site.world.coordinator(in: "RA0205")
            let application = Application(responder: site.application.responder, logger: logger)
            let secrets = try await WebClient.visit(application) { client in
                try await client.become(actor)
                let reference = try await Self.register(client)
                for path in [
                    "/kandidaten/\(reference)", "/kandidaten/\(reference)/kaart?naam=ja", "/kandidaten?zoek=Geheimink",
                    "/kandidaten?stap=Geheimink", "/kandidaten/Geheimink", "/Geheimink?mail=tanja@geheim.nl",
                    "/kandidaten/\(reference)/plekken", "/plekken?zoek=Geheimink&vorm=csv",
                    "/bestanden/x/Geheimink.css",
                ] { try await client.get(path) }
                try await client.post("/kandidaten/\(reference)", [("naam", "Geheimink")])
                try await client.send("POST", "/kandidaten/nieuw?zoek=Geheimink", body: Array("mail=%ZZ".utf8))
                return [reference, "Tanja", "Geheimink", "tanja@geheim.nl", "687654321", "06 87 65 43 21", "6-5-2004"]
            }
            let log = lines.all.joined(separator: "\n")
            // The log is there, so that the rest means something.
            #expect(lines.all.count >= 12)
            #expect(log.contains("/kandidaten/{ref}"))
            for secret in secrets { #expect(!log.localizedCaseInsensitiveContains(secret), "\(secret)") }
            #expect(!log.contains("?") && !log.contains("127.0.0.1"))
        }
    }

    /// - Returns: the reference of the case.
    private static func register(_ client: WebClient) async throws -> String {
        try await client.get("/kandidaten/nieuw")
        for (name, value) in [
            ("voornaam", "Tanja"), ("achternaam", "Geheimink"), ("geboortedatum", "6-5-2004"),
            ("mail", "tanja@geheim.nl"), ("telefoon", "06 87 65 43 21"), ("gemeente", "GM0153"), ("leerweg", "bol"),
            ("leerjaar", "2"),
        ] { try client.fill(name, value) }
        try await client.press("Meld de kandidaat aan")
        let parts = client.page.path.split { "/?".contains($0) }
        try #require(client.page.status == 200 && parts.count >= 2, "\(client.page.text.prefix(300))")
        return String(parts[1])
    }
}

/// What was logged, each line with everything in it.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock(\.self) }
    func keep(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct KeepingHandler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    init(lines: Lines) { self.lines = lines }

    func log(event: LogEvent) {
        lines.keep("\(event.level) \(event.message) \(metadata.merging(event.metadata ?? [:]) { $1 })")
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
