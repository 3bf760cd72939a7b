import Actions
import ArgumentParser
import Domain
import Foundation
import Postgres

/// `doorwijzer seed`: the facts that every installation needs, or a fictional country to try the service with.
struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill the database with facts and rules, or with a fictional country.",
        subcommands: [Reference.self, Demo.self]
    )

    struct Reference: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reference",
            abstract: "Bring regions, the assessment, rules and lists up to date.",
            discussion: "Can be run again at any time; what the files do not name stays as it is."
        )

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Installation.with(database, needsKeys: false) { installation in
                let owner = try installation.requireOwner()
                let changed = try await SeedReference(database: owner, files: Preparation.files)()
                Terminal.note(
                    changed == 0
                        ? "The reference data was up to date." : "\(changed) rows of reference data are new or changed."
                )
            }
        }
    }

    struct Demo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "demo",
            abstract: "Fill an empty database with a fictional country.",
            discussion: """
                The same seed number and day give the same country. Refused where there are candidates already, and on \
                a database given by DATABASE_URL unless you say that it is one for tests.
                """
        )

        @OptionGroup var database: DatabaseOptions
        @Option(help: "How many candidates, from 100 to 1000000.")
        var candidates = 1200
        @Option(help: "How many training places, from 100 to 200000.")
        var places = 900
        @Option(help: "The number from which everything follows.")
        var seed = DemoStory.usualSeed
        @Option(
            help: ArgumentHelp("The day around which everything happens; today when left out.", valueName: "yyyy-mm-dd")
        )
        var today: String?
        @Flag(name: .customLong("yes-this-is-a-test-database"), help: "Fill the database of DATABASE_URL.")
        var isTestDatabase = false

        func validate() throws {
            guard (100...1_000_000).contains(candidates) else {
                throw ValidationError("--candidates must be a number from 100 to 1000000")
            }
            guard (100...200_000).contains(places) else {
                throw ValidationError("--places must be a number from 100 to 200000")
            }
            guard today.map({ CalendarDate(iso: $0) != nil }) ?? true else {
                throw ValidationError("--today must be a date such as 2026-11-24")
            }
        }

        func run() async throws {
            try await Installation.with(database, needsKeys: false) { installation in
                guard installation.embedded != nil || isTestDatabase else {
                    throw Failure(
                        .configuration,
                        "this is the database of DATABASE_URL; add --yes-this-is-a-test-database if it may hold a demo"
                    )
                }
                let owner = try installation.requireOwner()
                try await SeedReference(database: owner, files: Preparation.files)()
                try await fill(owner, on: today.flatMap { CalendarDate(iso: $0) } ?? installation.world.today)
            }
        }

        private func fill(_ owner: Database, on day: CalendarDate) async throws {
            let stopwatch = Stopwatch()
            let demo = SeedDemo(
                database: owner,
                files: Preparation.files,
                size: .init(candidates: candidates, places: places),
                seed: seed
            )
            do {
                let rows = try await demo(today: day) { table, rows, percent in
                    let padding = String(repeating: " ", count: max(0, 3 - String(percent).count))
                    Terminal.note("\(padding)\(percent) %  \(rows) rows  \(table)")
                }
                Terminal.note("The fictional country is ready: \(rows) rows in \(stopwatch.elapsed).")
            } catch let refusal as SeedDemo.Refusal {
                switch refusal {
                case .realPeople, .notEmpty: throw Failure(.data, "\(refusal)")
                case .broken: throw Failure(.software, "\(refusal)")
                }
            }
        }
    }
}

extension Installation {
    /// The database as the role that owns the schema, which seeding and making the first account need.
    func requireOwner() throws -> Database {
        guard let owner else {
            throw Failure(
                .configuration,
                "MIGRATION_DATABASE_URL is not set; it connects as the role that owns the schema"
            )
        }
        return owner
    }
}

/// How long something took, in words.
private struct Stopwatch {
    private let start = ContinuousClock.now

    var elapsed: String {
        let duration = start.duration(to: .now)
        let units = Duration.UnitsFormatStyle(
            allowedUnits: [.minutes, .seconds, .milliseconds],
            width: .abbreviated,
            maximumUnitCount: 2
        )
        return duration.formatted(units)
    }
}
