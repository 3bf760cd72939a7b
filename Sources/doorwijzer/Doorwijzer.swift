import ArgumentParser
import Foundation
import Logging
import Postgres

/// The command line: every way to run or steer the service.
@main
struct Doorwijzer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doorwijzer",
        abstract: "Niet afwijzen maar verwijzen: matches candidates and training places in Dutch GP care.",
        discussion: """
            Start with `doorwijzer demo`: it makes its own database with a fictional country.

            Exit codes follow sysexits: 64 wrong usage, 65 wrong data, 66 unreadable file, 69 something needed is \
            unavailable, 70 a fault of ours, 73 a file that cannot be written, 78 wrong configuration.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ServeCommand.self, WorkCommand.self, MigrateCommand.self, SeedCommand.self,
            CheckCommand.self, UserCommand.self, ProviderCommand.self, RankCommand.self, ImportCommand.self,
            ExportCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Terminal.error(failure.message)
            exit(withError: ExitCode(failure.code.rawValue))
        } catch let error as DatabaseError {
            let code: Failure.Code = error.isUnavailable ? .unavailable : .software
            Terminal.error(error.isUnavailable ? "the database is unavailable: \(error)" : "\(error)")
            exit(withError: ExitCode(code.rawValue))
        } catch let error as EmbeddedPostgresError {
            Terminal.error("\(error)")
            let code: Failure.Code = if case .notWritable = error { .cannotCreate } else { .unavailable }
            exit(withError: ExitCode(code.rawValue))
        } catch let error as MigrationError {
            Terminal.error("\(error)")
            exit(withError: ExitCode(Failure.Code.configuration.rawValue))
        } catch {
            // What the argument parser throws it also explains; anything else is a fault of ours.
            guard exitCode(for: error) == .failure else { exit(withError: error) }
            Terminal.error("\(error)")
            exit(withError: ExitCode(Failure.Code.software.rawValue))
        }
    }
}

/// A command that cannot go on: a sentence that says what to do, and an exit code of sysexits.
struct Failure: Error {
    enum Code: Int32 {
        case data = 65
        case noInput = 66
        case unavailable = 69
        case software = 70
        case cannotCreate = 73
        case configuration = 78
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// What people read while a command runs: results on standard output, everything else on standard error.
enum Terminal {
    static func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func error(_ text: String) {
        note("doorwijzer: " + text)
    }
}
