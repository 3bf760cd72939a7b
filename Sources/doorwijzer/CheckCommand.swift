import ArgumentParser
import Foundation
import Postgres
import Store

/// `doorwijzer check`: looks at tools, database, versions and configuration, and says what to do.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check tools, database, versions and configuration; say what to do."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        var findings: [Finding] = [await tools()]
        do {
            if let settings = try Settings.fromEnvironment() {
                findings.append(.good("configuration", "DATABASE_URL and MATCHER_DATABASE_URL are set"))
                findings.append(formSecret())
                findings += await connection("application", settings.application)
                findings += await connection("matcher", settings.matcher)
                if let migration = settings.migration { findings += await connection("migration", migration) }
            } else {
                findings.append(
                    .good("configuration", "no DATABASE_URL: a private database in \(database.data) is used")
                )
                findings.append(folder())
            }
        } catch let failure as Failure {
            findings.append(.bad("configuration", failure.message))
        }
        for finding in findings {
            Terminal.say("\(finding.isGood ? "ok  " : "FAIL") \(finding.subject): \(finding.sentence)")
        }
        if findings.contains(where: { !$0.isGood }) {
            throw Failure(.configuration, "something has to be mended first, see the lines with FAIL")
        }
    }

    private struct Finding {
        let isGood: Bool
        let subject: String
        let sentence: String

        static func good(_ subject: String, _ sentence: String) -> Self {
            Self(isGood: true, subject: subject, sentence: sentence)
        }

        static func bad(_ subject: String, _ sentence: String) -> Self {
            Self(isGood: false, subject: subject, sentence: sentence)
        }
    }

    private func tools() async -> Finding {
        do {
            let found = try await EmbeddedPostgres.installedVersion()
            return .good("tools", "PostgreSQL \(found) is installed")
        } catch {
            return .bad("tools", "\(error)")
        }
    }

    private func formSecret() -> Finding {
        do {
            _ = try FormSecret.fromEnvironment()
            return .good("configuration", "DOORWIJZER_FORM_SECRET is set")
        } catch {
            return .bad("configuration", (error as? Failure)?.message ?? "DOORWIJZER_FORM_SECRET cannot be read")
        }
    }

    private func folder() -> Finding {
        let path = URL(fileURLWithPath: database.data).path
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: FileManager.default.fileExists(atPath: path) ? path : parent)
        else {
            return .bad("data", "\(path) cannot be written; choose another folder with --data")
        }
        return .good("data", path)
    }

    private func connection(_ name: String, _ configuration: ConnectionConfiguration) async -> [Finding] {
        let logger = Log.make()
        let database = Database(
            configuration: PoolConfiguration(connection: configuration, maximumConnections: 1),
            logger: logger
        )
        defer { Task { await database.close() } }
        do {
            let (version, isPrivileged) = try await database.withConnection { connection in
                try await ConnectionFacts.read(connection)
            }
            var findings = [Finding.good("database", "\(name): PostgreSQL \(version)")]
            if version < 15 { findings.append(.bad("database", "\(name): PostgreSQL 15 or later is needed")) }
            if isPrivileged, name != "migration" {
                findings.append(
                    .bad(
                        "database",
                        "\(name): its role bypasses row-level security; use doorwijzer_\(name == "matcher" ? "matcher" : "app")"
                    )
                )
            }
            if name == "application" {
                switch try await SchemaCheck.status(database, logger: logger) {
                case .current: findings.append(.good("schema", "at the latest version"))
                case .behind(let versions):
                    findings.append(.bad("schema", "lacks \(versions); run: doorwijzer migrate"))
                case .differs(let versions): findings.append(.bad("schema", "\(MigrationError.differs(versions))"))
                case .newer(let version): findings.append(.bad("schema", "\(MigrationError.newer(version))"))
                }
            }
            return findings
        } catch {
            return [.bad("database", "\(name): cannot be reached (\(error))")]
        }
    }
}
