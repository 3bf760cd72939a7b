import Actions
import Domain
import Foundation
import FoundationNetworking
import Testing

/// The built program as someone at a keyboard meets it: what it says, and the code it ends with.
struct CommandTests {
    /// The program stands beside the bundle of tests.
    private static let program: URL =
        Bundle.allBundles.map(\.bundleURL)
        .first { $0.pathExtension == "xctest" }
        .map { $0.deletingLastPathComponent().appending(path: "doorwijzer") }
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "doorwijzer")

    private static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await withFolder { folder in
            let command = try Command(program, arguments, environment: environment, output: "\(folder)/command")
            return try await command.outcome(within: .seconds(120))
        }
    }

    private static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-command-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try await body(folder.path)
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
        try await Self.withFolder { folder in
            let outcome = try await Self.run(["check", "--data", "\(folder)/data"])
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("ok   tools: PostgreSQL"))
            #expect(outcome.output.contains("\(folder)/data"))
        }
    }

    @Test func `a folder that cannot be written is named`() async throws {
        // A file where the folder should be: nobody, root included, can make one there.
        try await Self.withFolder { folder in
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
        try await Self.withFolder { folder in
            let data = "\(folder)/data"
            let first = try await Demo(Self.program, data: data)
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

            let began = ContinuousClock.now
            let second = try await Demo(Self.program, data: data)
            #expect(ContinuousClock.now - began < .seconds(60))
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

/// What a command said, and its exit code.
private struct Outcome {
    let code: Int32
    let output: String
    let errors: String
}

private struct CommandFailure: Error, CustomStringConvertible {
    let description: String
}

/// A started command; what it says goes to files, so that no pipe can fill up.
private final class Command {
    let process = Process()
    private let output: URL
    private let errors: URL

    init(_ program: URL, _ arguments: [String], environment: [String: String] = [:], output: String) throws {
        self.output = URL(fileURLWithPath: output + ".out")
        errors = URL(fileURLWithPath: output + ".err")
        for file in [self.output, errors] { try Data().write(to: file) }
        process.executableURL = program
        process.arguments = arguments
        let settings = ["DATABASE_URL", "MATCHER_DATABASE_URL", "MIGRATION_DATABASE_URL", "DOORWIJZER_FORM_SECRET"]
        process.environment = ProcessInfo.processInfo.environment
            .filter { !settings.contains($0.key) }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: self.output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    var complained: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    func outcome(within limit: Duration) async throws -> Outcome {
        let end = ContinuousClock.now + limit
        while process.isRunning, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
        guard !process.isRunning else {
            kill(process.processIdentifier, SIGKILL)
            throw CommandFailure(description: "\(process.arguments ?? []) does not end: \(said) \(complained)")
        }
        let code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(code: code, output: said, errors: complained)
    }
}

/// A demo that runs beside the test.
private struct Demo {
    let port: Int
    private let command: Command

    init(_ program: URL, data: String) async throws {
        command = try Command(program, ["demo", "--port", "0", "--data", data], output: data)
        let end = ContinuousClock.now + .seconds(240)
        while ContinuousClock.now < end, command.process.isRunning {
            if let found = command.said.firstMatch(of: /runs on http:\/\/127\.0\.0\.1:([0-9]+)\//),
                let port = Int(found.1)
            {
                self.port = port
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        kill(command.process.processIdentifier, SIGKILL)
        throw CommandFailure(description: "the demo does not start: \(command.said) \(command.complained)")
    }

    func get(_ path: String) async throws -> String {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { return "" }
        return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
    }

    /// Asks it to stop, as Ctrl+C does; answers its exit code.
    func stop() async throws -> Int32 {
        kill(command.process.processIdentifier, SIGINT)
        return try await command.outcome(within: .seconds(60)).code
    }
}
