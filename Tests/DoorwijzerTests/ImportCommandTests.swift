import Actions
import ArgumentParser
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

@testable import doorwijzer

/// The same files on the command line.
struct ImportCommandTests {
    /// Cases that came in by file; the small country has some already.
    private func imported(in test: TestWorld) async throws -> Int {
        try await test.owner.withConnection { connection in
            try await connection.value("select count(*) from case_files where origin = 'import'", as: Int.self)
        } ?? -1
    }

    @Test func `a faulty row saves nothing and exits with 65, unless faulty rows are skipped`() async throws {
        try await withWorld { test in
            let file = SampleFiles.candidates(12)
            let before = try await imported(in: test)

            for options in [[], ["--dry-run"], ["--dry-run", "--skip-faulty"]] {
                let command = try ImportCommand.parse(["candidates", "lijst.csv", "--region", "twente"] + options)
                let failure = await #expect(throws: Failure.self) { try await command.run(file, in: test.world) }
                #expect(failure?.code == .data)
                #expect(try await imported(in: test) == before)
            }

            let skipping = try ImportCommand.parse(["candidates", "lijst.csv", "--region", "Twente", "--skip-faulty"])
            try await skipping.run(file, in: test.world)
            #expect(try await imported(in: test) == before + 9)
        }
    }

    @Test func `a column gets its meaning by hand`() async throws {
        try await withWorld { test in
            let file = SampleFiles.windows1252([
                "Wie;Geboortedatum;Waar;Leerweg;Bel", "Sanne Voorbeeld;14-3-2005;Enschede;BOL;0612345678",
            ])
            let before = try await imported(in: test)
            let without = try ImportCommand.parse(["candidates", "x.csv", "--region", "RA0205"])
            await #expect(throws: Failure.self) { try await without.run(file, in: test.world) }

            let command = try ImportCommand.parse([
                "candidates", "x.csv", "--region", "RA0205", "--mapping", "Wie=naam", "Waar=gemeente", "Bel=telefoon",
            ])
            try await command.run(file, in: test.world)
            #expect(try await imported(in: test) == before + 1)
        }
    }

    @Test func `what cannot be read exits with 66`() {
        let failure = #expect(throws: Failure.self) { try ImportCommand.contents(of: "/nergens/lijst.csv") }

        #expect(failure?.code == .noInput)
    }

    @Test func `an export of candidates comes back as there already`() async throws {
        try await withWorld { test in
            let bytes = try await ExportCommand.parse(["candidates", "--region", "twente"]).bytes(in: test.world)
            let table = try DelimitedText.read(bytes)
            #expect(!table.rows.isEmpty)
            let before = try await imported(in: test)

            try await ImportCommand.parse(["candidates", "x.csv", "--region", "twente"]).run(bytes, in: test.world)
            #expect(try await imported(in: test) == before)
        }
    }

    @Test(arguments: [ExportCommand.Subject.places, .practices])
    func `places and practices are exported with their kenmerk`(subject: ExportCommand.Subject) async throws {
        try await withWorld { test in
            let bytes = try await ExportCommand.parse([subject.rawValue, "--region", "RA0204"]).bytes(in: test.world)
            let table = try DelimitedText.read(bytes)

            #expect(table.header.first == "kenmerk")
            #expect(table.rows.allSatisfy { Reference(typed: $0.cells[0]) != nil })
            #expect(!table.rows.isEmpty)
        }
    }
}
