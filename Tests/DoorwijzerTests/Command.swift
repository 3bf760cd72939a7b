import Foundation
import TestSupport

/// What a command said, and its exit code.
struct Outcome {
    let code: Int32
    let output: String
    let errors: String
}

struct CommandFailure: Error, CustomStringConvertible {
    let description: String
}

/// A started command; what it says goes to files, so that no pipe can fill up.
final class Command: Sendable {
    /// The program stands beside the bundle of tests.
    static let program: URL =
        Bundle.allBundles.map(\.bundleURL)
        .first { $0.pathExtension == "xctest" }
        .map { $0.deletingLastPathComponent().appending(path: "doorwijzer") }
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "doorwijzer")

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

    /// The number the program announces, e.g. the port it serves on.
    func announced(_ pattern: some RegexComponent<(Substring, Substring)>) async throws -> Int {
        var number: Int?
        try? await waitUntil("the announcement") {
            // Whether it runs is asked first: what it said before its end counts.
            let isRunning = process.isRunning
            number = (said + complained).firstMatch(of: pattern).flatMap { Int($0.output.1) }
            return number != nil || !isRunning
        }
        if let number { return number }
        _ = try? await kill()
        throw CommandFailure(description: "\(process.arguments ?? []) does not start: \(said) \(complained)")
    }

    /// Ends it without a chance to say goodbye.
    @discardableResult
    func kill() async throws -> Outcome {
        Foundation.kill(process.processIdentifier, SIGKILL)
        return try await outcome()
    }

    func outcome() async throws -> Outcome {
        try? await waitUntil("the end") { !process.isRunning }
        guard !process.isRunning else {
            Foundation.kill(process.processIdentifier, SIGKILL)
            throw CommandFailure(description: "\(process.arguments ?? []) does not end: \(said) \(complained)")
        }
        let code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(code: code, output: said, errors: complained)
    }
}

/// Runs the body with an empty folder, and removes it afterwards.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-command-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try await body(folder.path)
}
