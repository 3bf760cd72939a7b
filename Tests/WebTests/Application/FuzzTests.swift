import Foundation
import Hummingbird
import Logging
import TestSupport
import Testing

/// Hostile requests to every route of ``RouteTable``, as everyone in ``Who``; a new route is attacked from its first day.
///
/// `FUZZ=10000 swift test --filter FuzzTests` sends as many. Every round has a country of its own and a number that decides
/// all its dice, so what was found is found again.
struct FuzzTests {
    private static let perRound = 1_000
    private static let requests = ProcessInfo.processInfo.environment["FUZZ"].flatMap(Int.init) ?? 500

    @Test(.timeLimit(.minutes(30))) func `whatever is sent, the answer is a Dutch page and never a fault`() async throws
    {
        var (sent, left, statuses, findings) = (0, Self.requests, [Int: Int](), [String]())
        for round in 1...max(1, (Self.requests + Self.perRound - 1) / Self.perRound) {
            let requests = min(left, Self.perRound)
            let outcome = try await Self.round(round, requests: requests)
            left -= requests
            sent += outcome.sent
            statuses.merge(outcome.statuses) { $0 + $1 }
            findings += outcome.findings.map { "round \(round): \($0)" }
        }
        let report = findings.prefix(20).joined(separator: "\n")
        #expect(findings.isEmpty, "\(findings.count) findings in \(sent) requests:\n\(report)")
        // Else the attack went past the pages.
        for status in [200, 303, 400, 401, 403, 404, 405] {
            #expect(statuses[status] ?? 0 > 0, "no \(status): \(statuses)")
        }
        if ProcessInfo.processInfo.environment["FUZZ"] != nil {
            print(
                "\(sent) hostile requests, answers by status: \(statuses.sorted { $0.key < $1.key }.map { "\($0): \($1)" })"
            )
        }
    }

    private static func round(_ number: Int, requests: Int) async throws -> Fuzz.Outcome {
        try await withSite { site in
            let log = ErrorLog()
            let application = Application(
                responder: site.application.responder,
                logger: Logger(label: "fuzz") { _ in log }
            )
            return try await WebClient.visit(application) { client in
                var fuzz = try await Fuzz(site, client, log: log, seed: number)
                try await fuzz.run(requests: requests)
                return fuzz.outcome
            }
        }
    }
}
