import Actions
import ArgumentParser
import Domain
import Foundation
import Postgres

/// `doorwijzer import`: takes over a coordinator's own file; the same reading and the same preview as the pages.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import candidates, or practices with places, from a CSV file.",
        discussion: """
            Reads ; , or tabs, UTF-8 or Windows-1252. Columns are recognised by their (Dutch) names; --mapping names the
            others. Every faulty row is told on standard error with its line, column and reason. Nothing is saved when a
            row is faulty, unless --skip-faulty is given. What is there already is skipped.

            Exit codes: 65 when a row is faulty or the file is no table, 66 when the file cannot be read.
            """
    )

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case candidates, places

        var kind: ImportKind {
            switch self {
            case .candidates: .candidates
            case .places: .places
            }
        }
    }

    @Argument(help: "What the rows are: candidates, or places with their practices.")
    var subject: Subject

    @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"), completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var teamOptions: TeamOptions
    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Tell what would happen and save nothing.")
    var dryRun = false

    @Flag(help: "Save the good rows also when others are faulty.")
    var skipFaulty = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What a column holds, by its name in the file: Tel=telefoon. Empty leaves it out.",
            valueName: "column=field"
        )
    )
    var mapping: [String] = []

    func run() async throws {
        let bytes = try Self.contents(of: file)
        try await Installation.with(database) { installation in
            try await run(bytes, in: installation.world)
        }
    }

    /// The command without opening an installation.
    func run(_ bytes: [UInt8], in world: World) async throws {
        let table: DelimitedTable
        do {
            table = try ImportFile.read(bytes)
        } catch {
            throw Failure(.data, "\(file)\(error.line.map { ":\($0)" } ?? ""): \(error.sentence)")
        }
        let reference = try await ReferenceData.read(from: world.database)
        let kind = subject.kind
        let columns = try columns(of: table, fields: kind.fields(reference))
        let problems = columns.problems(for: kind, fields: kind.fields(reference))
        guard problems.isEmpty else {
            throw Failure(
                .data,
                "\(file): \(problems.joined(separator: " ")) Use --mapping; the columns are: \(table.header)"
            )
        }
        let actor = try await teamOptions.actor(in: world, reference: reference)
        let preview = try await PreviewImport(world: world, reference: reference)(
            table,
            mapping: columns,
            as: kind,
            by: actor
        )
        report(preview, table, columns)
        let isFaulty = !preview.faulty.isEmpty
        if !dryRun, !isFaulty || skipFaulty {
            let outcome = try await ConfirmImport(world: world, reference: reference)(
                table,
                mapping: columns,
                as: kind,
                by: actor
            )
            Terminal.say("saved: \(outcome.saved)")
            if outcome.newPractices > 0 { Terminal.say("new practices: \(outcome.newPractices)") }
            if outcome.drafts > 0 { Terminal.say("left as draft, recognition unknown: \(outcome.drafts)") }
        } else {
            Terminal.say("saved: 0")
        }
        if isFaulty, dryRun || !skipFaulty {
            throw Failure(
                .data,
                "\(preview.faulty.count) of \(preview.rows.count) rows are faulty; mend them, or give --skip-faulty"
            )
        }
    }

    static func contents(of path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(.noInput, "\(path) cannot be read; check that it exists and that you may read it")
        }
    }

    private func columns(of table: DelimitedTable, fields: [ImportField]) throws -> ColumnMapping {
        var columns = ColumnMapping.recognised(header: table.header, as: fields)
        for pair in mapping {
            guard let equals = pair.lastIndex(of: "=") else {
                throw ValidationError("--mapping wants column=field, not \"\(pair)\"")
            }
            let (title, name) = (pair[..<equals], pair[pair.index(after: equals)...])
            guard let index = table.header.firstIndex(where: { $0.lowercased() == title.lowercased() }) else {
                throw ValidationError(
                    "the file has no column \"\(title)\"; it has: \(table.header.joined(separator: ", "))"
                )
            }
            guard name.isEmpty || fields.contains(where: { $0.name == name }) else {
                throw ValidationError(
                    "there is no field \"\(name)\"; there are: \(fields.map(\.name).joined(separator: ", "))"
                )
            }
            columns.fields = columns.fields.filter { $0.value != name && $0.key != index }
            if !name.isEmpty { columns.fields[index] = String(name) }
        }
        return columns
    }

    private func report(_ preview: ImportPreview, _ table: DelimitedTable, _ columns: ColumnMapping) {
        let unused = table.header.indices.filter { columns.fields[$0] == nil }.map { table.header[$0] }
        if !unused.isEmpty { Terminal.note("columns not used: \(unused.joined(separator: ", "))") }
        for row in preview.rows {
            for problem in row.problems { Terminal.note("\(file):\(row.line): \(problem.line)") }
            for note in row.notes { Terminal.note("\(file):\(row.line): let op: \(note.line)") }
            if case .known(let sentence) = row.verdict {
                Terminal.note("\(file):\(row.line): overgeslagen: \(sentence)")
            }
        }
        for value in preview.filledIn {
            Terminal.note("ingevuld bij \(value.rows) rijen: \(value.label) = \(value.text)")
        }
        Terminal.say("rows: \(preview.rows.count)")
        Terminal.say("good: \(preview.good.count)")
        Terminal.say("faulty: \(preview.faulty.count)")
        Terminal.say("there already: \(preview.known.count + preview.present.count)")
    }
}
