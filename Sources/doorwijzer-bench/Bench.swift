import Actions
import ArgumentParser
import Domain
import Foundation
import Matching

/// Measures what the service promises and prints it beside plain references, from the same run on the same data.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doorwijzer-bench",
        abstract: "Measure rankings, fits, searching and public pages, beside plain references.",
        discussion: """
            Makes a private database with a fictional country, in a temporary folder that it removes. Build it with \
            `-c release`: a debug build measures the checks of the compiler.
            """
    )

    @Option(help: "How many open places the country has at least.")
    var places = 20_000
    @Option(help: "How many candidates the country has; up to 200 of the waiting ones are ranked for.")
    var candidates = 2_000
    @Option(help: "How many projects the public pages are about.")
    var projects = 10_000
    @Option(help: "How many rounds; the median counts.")
    var rounds = 5

    func validate() throws {
        guard (1...100_000).contains(projects) else { throw ValidationError("--projects goes to 100000") }
        guard (1...200_000).contains(places), (100...200_000).contains(candidates), (1...99).contains(rounds) else {
            throw ValidationError("--places goes to 200000, --candidates from 100 to 200000, --rounds from 1 to 99")
        }
    }

    func run() async throws {
        print(Machine.facts)
        try await BenchCountry.with(places: places, candidates: candidates) { country in
            try await RankingBench(country: country, rounds: rounds).run()
            print("")
            FitReport(rounds: rounds).run(country.country, seekers: country.seekers)
            print("")
            try await SearchBench(country: country, projects: projects, rounds: rounds).run()
            print("")
            try await PublicPagesBench(world: country.world, rounds: rounds).run()
        }
    }
}

/// What the figures were measured on.
enum Machine {
    static var facts: String {
        let cpu = field("model name", in: "/proc/cpuinfo") ?? "unknown processor"
        let memory = field("MemTotal", in: "/proc/meminfo") ?? "unknown memory"
        let process = ProcessInfo.processInfo
        #if DEBUG
            let build = "debug build: figures mean little"
        #else
            let build = "release build"
        #endif
        return """
            Machine: \(cpu), \(process.activeProcessorCount) cores, \(memory), \(process.operatingSystemVersionString)
            Program: \(build)
            """
    }

    private static func field(_ name: String, in path: String) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return text.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: ":").last
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

/// Times in a row, told by their median.
enum Stopwatch {
    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await body()
        let passed = start.duration(to: clock.now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
