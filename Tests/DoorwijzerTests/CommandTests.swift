import Actions
import Domain
import Foundation
import FoundationNetworking
import Testing

/// The built program as someone at a keyboard meets it: what it says, and the code it ends with.
struct CommandTests {
    private static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await withFolder { folder in
            let command = try Command(Command.program, arguments, environment: environment, output: "\(folder)/command")
            return try await command.outcome()
        }
    }

    @Test func `help names every command, and every command has help of its own`() async throws {
        let help = try await Self.run(["--help"])
        #expect(help.code == 0)
        let commands = help.output.split(separator: "\n")
            .drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(Set(["demo", "serve", "migrate", "check"]).subtracting(commands).isEmpty)
        for command in commands {
            let own = try await Self.run([command, "--help"])
            #expect(own.code == 0, "\(command)")
            #expect(own.output.contains("USAGE: doorwijzer \(command)"), "\(command)")
        }
    }

    @Test(arguments: [
        ["--bestaat-niet"], ["bestaat-niet"], ["demo", "--bestaat-niet"], ["demo", "--port", "99999"],
        ["demo", "--port", "x"],
        ["serve", "extra"],
    ])
    func `wrong usage ends with 64 and says what is right`(arguments: [String]) async throws {
        let outcome = try await Self.run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("Usage:") || outcome.errors.contains("Error:"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `serving without a database is wrong configuration and names the way out`() async throws {
        let outcome = try await Self.run(["serve"])
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("DATABASE_URL is not set"))
        #expect(outcome.errors.contains("doorwijzer demo"))
    }

    @Test func `an address that is no address is wrong configuration`() async throws {
        let outcome = try await Self.run(
            ["check"],
            environment: ["DATABASE_URL": "geen adres", "MATCHER_DATABASE_URL": "ook niet"]
        )
        #expect(outcome.code == 78)
        #expect(outcome.output.contains("FAIL configuration: DATABASE_URL"))
    }

    @Test func `check finds the tools and says where the data would be`() async throws {
        try await withFolder { folder in
            let outcome = try await Self.run(["check", "--data", "\(folder)/data"])
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("ok   tools: PostgreSQL"))
            #expect(outcome.output.contains("\(folder)/data"))
        }
    }

    @Test func `a folder that cannot be written is named`() async throws {
        // A file where the folder should be: nobody, root included, can make one there.
        try await withFolder { folder in
            let path = "\(folder)/bestand"
            try Data("x".utf8).write(to: URL(fileURLWithPath: path))
            let outcome = try await Self.run(["demo", "--port", "0", "--data", "\(path)/data"])
            #expect(outcome.code == 73, "\(outcome.code)")
            #expect(outcome.errors.contains(path))
            #expect(outcome.errors.contains("cannot be made or written (Not a directory)"))
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `the demo serves, keeps its data, says when its port is taken and stops on an interrupt`() async throws {
        try await withFolder { folder in
            let data = "\(folder)/data"
            let first = try await Demo(Command.program, data: data)
            let page = try await first.get("/demo/kies")
            #expect(page.contains("Kies wie je bent"))
            let candidates = try await first.get("/")
            #expect(try await first.stop() == 0)

            // Between the two nobody uses the folder, so the command line may.
            let mistyped = try await Self.run(["rank", "--candidate", "ZZZZZZZZ", "--data", data])
            #expect(mistyped.code == 64, "\(mistyped.errors)")
            let nobody = Reference(randomValue: 42).text
            let unknown = try await Self.run(["rank", "--candidate", nobody, "--data", data])
            #expect(unknown.code == 65, "\(unknown.errors)")
            #expect(unknown.output.isEmpty)
            let ranked = try await Self.run(
                ["rank", "--candidate", DemoStory().waitingWithRoom.text, "--json", "--data", data]
            )
            #expect(ranked.code == 0, "\(ranked.errors)")
            #expect((try? JSONSerialization.jsonObject(with: Data(ranked.output.utf8))) is [String: Any])

            #expect(first.hasFilled)
            let second = try await Demo(Command.program, data: data)
            #expect(!second.hasFilled)
            #expect(try await second.get("/").openPlaces == candidates.openPlaces)

            let taken = try await Self.run(["demo", "--port", "\(second.port)", "--data", "\(folder)/other"])
            #expect(taken.code == 69)
            #expect(taken.errors.contains("port \(second.port) on 127.0.0.1 is in use"))

            let shared = try await Self.run(["demo", "--port", "0", "--data", data])
            #expect(shared.code == 69)
            #expect(try await second.stop() == 0)
        }
    }
}

extension String {
    /// The number the start page tells; the rest of the page holds tokens that differ.
    fileprivate var openPlaces: String? { firstMatch(of: /([0-9.]+) open/).map { String($0.1) } }
}

/// A demo that runs beside the test.
private struct Demo {
    let port: Int
    private let command: Command

    init(_ program: URL, data: String) async throws {
        command = try Command(Command.program, ["demo", "--port", "0", "--data", data], output: data)
        port = try await command.announced(/runs on http:\/\/127\.0\.0\.1:([0-9]+)\//)
    }

    /// Whether it made the country anew, which takes long.
    var hasFilled: Bool { command.complained.contains("Filling the database") }

    func get(_ path: String) async throws -> String {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { return "" }
        return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
    }

    /// Asks it to stop, as Ctrl+C does; answers its exit code.
    func stop() async throws -> Int32 {
        kill(command.process.processIdentifier, SIGINT)
        return try await command.outcome().code
    }
}
