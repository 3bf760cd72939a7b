import ArgumentParser
import Foundation
import Postgres
import Store

/// `doorwijzer check`: looks at tools, database, versions and configuration, and says what to do.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check tools, database, versions and configuration; say what to do.",
        discussion: "With --production also whatever would be unsafe with real people; that changes nothing."
    )

    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Also find what is unsafe for real people.")
    var production = false

    func run() async throws {
        var lines: [Line] = []
        do {
            let configuration = try database.source.load()
            if configuration.databases != nil {
                lines.append(.good("configuration", "DATABASE_URL and MATCHER_DATABASE_URL are set"))
                lines += await look(configuration)
            } else {
                lines.append(await tools())
                lines.append(.good("configuration", "no DATABASE_URL: a private database in \(database.data) is used"))
                lines.append(folder())
                if production { lines += ProductionCheck.settings(configuration).map(Line.init) }
            }
        } catch let failure as Failure {
            lines += failure.message.components(separatedBy: Configuration.problemSeparator).map {
                .bad("configuration", $0)
            }
        }
        for line in lines { Terminal.say("\(line.isGood ? "ok  " : "FAIL") \(line.subject): \(line.sentence)") }
        guard lines.allSatisfy(\.isGood) else {
            throw Failure(.configuration, "something has to be mended first, see the lines with FAIL")
        }
    }

    private struct Line {
        let isGood: Bool
        let subject: String
        let sentence: String

        init(isGood: Bool, subject: String, sentence: String) {
            self.isGood = isGood
            self.subject = subject
            self.sentence = sentence
        }

        init(_ finding: ProductionCheck.Finding) {
            self = .bad(finding.subject, "\(finding.problem); \(finding.remedy)")
        }

        static func good(_ subject: String, _ sentence: String) -> Self {
            Self(isGood: true, subject: subject, sentence: sentence)
        }

        static func bad(_ subject: String, _ sentence: String) -> Self {
            Self(isGood: false, subject: subject, sentence: sentence)
        }
    }

    private func tools() async -> Line {
        do {
            let found = try await EmbeddedPostgres.installedVersion()
            return .good("tools", "PostgreSQL \(found) is installed")
        } catch {
            return .bad("tools", "\(error)")
        }
    }

    private func folder() -> Line {
        let path = URL(fileURLWithPath: database.data).path
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: FileManager.default.fileExists(atPath: path) ? path : parent)
        else {
            return .bad("data", "\(path) cannot be written; choose another folder with --data")
        }
        return .good("data", path)
    }

    /// The databases that were given, and with them the keys.
    private func look(_ configuration: Configuration) async -> [Line] {
        var lines: [Line] = []
        do {
            _ = try Keys.required(configuration)
            lines.append(.good("configuration", "the keys are set"))
        } catch {
            lines.append(.bad("configuration", (error as? Failure)?.message ?? "the keys cannot be read"))
        }
        let inspection = await Inspection.make(configuration)
        for connection in inspection.connections {
            switch connection.facts {
            case .success(let facts):
                lines.append(
                    .good("database", "\(connection.name): PostgreSQL \(facts.majorVersion), role \(facts.role)")
                )
                if facts.majorVersion < 15 {
                    lines.append(.bad("database", "\(connection.name): PostgreSQL 15 or later is needed"))
                }
                if facts.isPrivileged, connection.setting != .migrationDatabaseURL {
                    lines.append(
                        .bad("database", "\(connection.name): its role \(facts.role) bypasses row-level security")
                    )
                }
            case .failure(let error):
                lines.append(.bad("database", "\(connection.name): cannot be reached (\(error))"))
            }
        }
        if let schema = inspection.schema { lines.append(Self.line(schema)) }
        if production { lines += inspection.findings(configuration).map(Line.init) }
        return lines
    }

    private static func line(_ schema: Migrator.Status) -> Line {
        switch schema {
        case .current: .good("schema", "at the latest version")
        case .behind(let versions): .bad("schema", "lacks \(versions); run: doorwijzer migrate")
        case .differs(let versions): .bad("schema", "\(MigrationError.differs(versions))")
        case .newer(let version): .bad("schema", "\(MigrationError.newer(version))")
        }
    }
}
