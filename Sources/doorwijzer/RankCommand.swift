import Actions
import ArgumentParser
import Domain
import Foundation
import Matching

/// `doorwijzer rank`: how well places and candidates fit, with everything the number is made of.
struct RankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Rank open places for a candidate, or waiting candidates for a place.",
        discussion: """
            A reference (kenmerk) is eight characters, such as 7F3K2M9Q: of a case for --candidate, of a training place for \
            --place. With --json every pair carries its inputs, points and contributions, and every limit that fails with \
            its values. No identity is read.
            """
    )

    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("The kenmerk of a case: ranks the open places of the country.", valueName: "reference"))
    var candidate: String?
    @Option(
        help: ArgumentHelp("The kenmerk of a training place: ranks the waiting candidates.", valueName: "reference")
    )
    var place: String?
    @Flag(help: "Write a JSON document.")
    var json = false
    @Option(help: "How many pairs to show, of those that fit and of those that do not.")
    var limit = 20

    func validate() throws {
        guard (candidate == nil) != (place == nil) else {
            throw ValidationError("give either --candidate or --place")
        }
        guard let typed = candidate ?? place, Reference(typed: typed) != nil else {
            throw ValidationError(
                "'\(candidate ?? place ?? "")' is no kenmerk: eight letters and digits, the last one checks the others"
            )
        }
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit must be a number from 1 to 100000") }
    }

    func run() async throws {
        guard let typed = candidate ?? place, let reference = Reference(typed: typed) else { return }
        try await Installation.with(database, needsKeys: false) { installation in
            let report = RankReport(
                world: installation.world,
                matching: MatchSnapshot(world: installation.world, logger: installation.logger)
            )
            do {
                let document =
                    try await candidate != nil
                    ? report.places(for: reference, limit: limit) : report.candidates(for: reference, limit: limit)
                Terminal.say(json ? try RankText.json(document) : RankText.table(document, isForPlace: place != nil))
            } catch is NotFound {
                throw Failure(.data, "no \(place == nil ? "case" : "training place") has kenmerk \(reference)")
            }
        }
    }
}

/// A ranking as text.
enum RankText {
    static func json(_ document: RankReport.Document) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    static func table(_ document: RankReport.Document, isForPlace: Bool) -> String {
        var lines = [
            "\(document.possibleCount) fit, \(document.impossibleCount) do not; model version \(document.model.version), "
                + "weights \(Criterion.allCases.map { "\($0.rawValue) \(document.model.weights[$0])" }.joined(separator: ", "))",
            "",
        ]
        if !document.ranked.isEmpty {
            let parts = Criterion.allCases.map { padded(String($0.rawValue.prefix(8)), 9) }.joined()
            lines.append(
                padded("", 5) + padded("kenmerk", 10) + padded("fit", 5) + padded("km", 8) + padded("start", 12) + parts
                    + (isForPlace ? "" : "place")
            )
        }
        for entry in document.ranked {
            let explanation = entry.explanation
            let parts = explanation.criteria.map { padded("\($0.part)", 9) }.joined()
            lines.append(
                padded("\(entry.position ?? 0).", 5) + padded((isForPlace ? entry.candidate : entry.place).text, 10)
                    + padded(explanation.shown.map(String.init) ?? "-", 5) + padded(kilometres(explanation), 8)
                    + padded(explanation.startOn?.iso8601 ?? "-", 12) + parts + (isForPlace ? "" : entry.placeName)
            )
        }
        if !document.impossible.isEmpty {
            lines += ["", "Nearest that do not fit, with the limits that fail:"]
        }
        for entry in document.impossible {
            lines.append(
                padded("", 5) + padded((isForPlace ? entry.candidate : entry.place).text, 10)
                    + padded(kilometres(entry.explanation), 8)
                    + entry.explanation.failedLimits.map(\.limit.rawValue).joined(separator: ", ")
            )
        }
        return lines.joined(separator: "\n")
    }

    private static func kilometres(_ explanation: Explanation) -> String {
        "\(explanation.distanceInHectometres / 10).\(explanation.distanceInHectometres % 10)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
