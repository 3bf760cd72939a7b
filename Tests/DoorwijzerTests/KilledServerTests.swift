import Actions
import Domain
import Foundation
import FoundationNetworking
import Postgres
import Store
import TestSupport
import Testing

/// The serving program ends as a machine without power does, in the midst of many proposals for the same seat.
struct KilledServerTests {
    /// When the program is killed: by what can be seen, however fast the machine is.
    private enum Moment: CustomStringConvertible {
        /// The first proposals wait in the database for one another.
        case queueing
        /// So many were answered.
        case answered(Int)

        var description: String {
            switch self {
            case .queueing: "killed while the first ones queued"
            case .answered(let count): "killed after \(count) answers"
            }
        }
    }

    private static let moments = [Moment.queueing, .answered(1), .answered(100)]

    @Test(.timeLimit(.minutes(10)))
    func
        `a program that is killed amid two hundred proposals leaves no seat held twice and no proposal without its seat`()
        async throws
    {
        try await withWorldOfToday { test in
            let site = try await TestSite(test)
            let story = DemoStory().waitingWithRoom
            let candidates = try await site.copies(of: story, count: 200)
            let places = try await site.placesWithOneSeat(for: story)
            try #require(places.count >= Self.moments.count, "too few places with one seat")
            let cookie = try await site.cookie(of: site.coordinator(of: story))

            try await withFolder { folder in
                var server = try await Server(site, cookie: cookie, output: "\(folder)/0")
                for (round, (place, moment)) in zip(places, Self.moments).enumerated() {
                    let forms = try await server.proposals(of: candidates, for: place, site)
                    let told = try await proposeAll(forms, to: server, killedWhen: moment, site)
                    try await site.untilNobodyWorks()

                    #expect(try await site.doubleSeats() == 0, "\(moment)")
                    #expect(try await site.proposalsWithoutSeat() == 0, "\(moment)")
                    let live = try await site.liveProposals(for: place)
                    #expect(live.count <= 1, "\(moment)")
                    // Who was told that the seat is held, has it.
                    #expect(Set(told.compactMap(\.held)).isSubset(of: live), "\(moment)")
                    // Cut off in the midst: else the moment was no moment.
                    #expect(told.contains { $0 == .cutOff }, "\(moment)")

                    server = try await Server(site, cookie: cookie, output: "\(folder)/\(round + 1)")
                    // The same forms once more: now somebody has it, and only one.
                    let again = try await server.proposeAll(Array(forms.suffix(20)))
                    #expect(!again.contains(.cutOff), "\(moment)")
                    #expect(try await site.liveProposals(for: place).count == 1, "\(moment): \(Set(again))")
                    #expect(try await site.doubleSeats() == 0, "\(moment)")
                    #expect(try await site.proposalsWithoutSeat() == 0, "\(moment)")
                }
                try await server.kill()
            }
        }
    }

    private func proposeAll(_ forms: [Proposing], to server: Server, killedWhen moment: Moment, _ site: TestSite)
        async throws -> [Answer]
    {
        switch moment {
        case .queueing:
            async let answers = server.proposeAll(forms)
            try await site.untilSomebodyQueues()
            try await server.kill()
            return try await answers
        case .answered(let count):
            return try await server.proposeAll(forms) { answered in
                if answered == count { try await server.kill() }
            }
        }
    }
}

/// A filled form that proposes a place.
private struct Proposing: Sendable {
    let path: String
    let fields: [(String, String)]
}

extension TestSite {
    /// Until a statement of the application waits for a row or index entry that another transaction has.
    fileprivate func untilSomebodyQueues() async throws {
        try await waitUntil("proposals that queue") { try await statements("wait_event_type = 'Lock'") > 0 }
    }

    /// Until nothing of the application runs in the database: also what a program began that is gone.
    fileprivate func untilNobodyWorks() async throws {
        try await waitUntil("a database at rest") { try await statements("state <> 'idle'") == 0 }
    }

    /// How many connections of the application are so now.
    private func statements(_ condition: String) async throws -> Int {
        // The two conditions are written above.
        try await value(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and usename = \(DatabaseRoles.application) and \(unsafe: condition)
            """
        )
    }
}

/// What a sender of a proposal saw.
private enum Answer: Hashable {
    /// Sent on to the page of the proposal.
    case held(String)
    case refused(Int)
    case cutOff

    var held: String? { if case .held(let path) = self { path } else { nil } }
}

/// `doorwijzer serve` on the database of a site, and a coordinator who is signed in there.
private struct Server: Sendable {
    private let command: Command
    private let asker: Asker

    init(_ site: TestSite, cookie: String, output: String) async throws {
        let key = String(repeating: "0123456789abcdef", count: 4)
        command = try Command(
            Command.program,
            ["serve", "--port", "0", "--no-work"],
            environment: [
                "DATABASE_URL": Self.url(site, DatabaseRoles.application),
                "MATCHER_DATABASE_URL": Self.url(site, DatabaseRoles.matcher),
                "DOORWIJZER_FORM_SECRET": key, "DOORWIJZER_SEAL_KEY": "1:\(key)", "DOORWIJZER_HASH_KEY": "1:\(key)",
            ],
            output: output
        )
        let port = try await command.announced(/Serving on http:\/\/127\.0\.0\.1:([0-9]+)\//)
        asker = Asker(origin: "http://127.0.0.1:\(port)", cookie: cookie)
    }

    private static func url(_ site: TestSite, _ role: String) -> String {
        let place = site.world.configuration(role)
        let folder = place.host.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? place.host
        return "postgres://\(role)@/\(place.database)?host=\(folder)"
    }

    /// The form of each candidate for a place: the first one's as the page has it, the others' with an id and version of their
    /// own. The version of a case goes up when it gets a proposal, so who held a seat in an earlier round has another.
    func proposals(of candidates: [Reference], for place: Reference, _ site: TestSite) async throws -> [Proposing] {
        let versions = try await site.rows(
            "select reference, version from case_files where reference = any(\(candidates.map(\.text)))"
        ) { row in (try row.next(Reference.self), try row.next(Int.self)) }
        let version = Dictionary(uniqueKeysWithValues: versions)
        func path(_ candidate: Reference) -> String { "/kandidaten/\(candidate)/voorstellen/\(place)" }
        let first = path(try #require(candidates.first))
        let page = try await asker.send("GET", first)
        let form = try #require(page.forms.first { $0.action == first }, "\(page.status) \(page.text.prefix(300))")
        let fields = form.fields(pressing: try #require(form.buttons.first))
        return try candidates.enumerated().map { number, candidate in
            let ownVersion = try #require(version[candidate])
            let own = [
                "submission_id": UUID(number, place).uuidString.lowercased(), "versie": "\(ownVersion)",
            ]
            try #require(Set(own.keys).isSubset(of: fields.map(\.0)))
            // The first place in the list asks for no reason.
            let kept = fields.filter { $0.0 != "reden" }.map { ($0.0, own[$0.0] ?? $0.1) }
            return Proposing(path: path(candidate), fields: kept + [("reden", "Dichtbij")])
        }
    }

    /// Everyone at once.
    ///
    /// - Parameter whenAnswered: told after each answer how many there are.
    func proposeAll(
        _ forms: [Proposing],
        _ whenAnswered: (Int) async throws -> Void = { _ in }
    ) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for form in forms {
                group.addTask {
                    guard let page = try? await asker.send("POST", form.path, form.fields) else { return .cutOff }
                    guard page.status == 303, let location = page.headers["location"] else {
                        return .refused(page.status)
                    }
                    return .held(String(location.prefix { $0 != "?" }))
                }
            }
            var answers: [Answer] = []
            for try await answer in group {
                answers.append(answer)
                try await whenAnswered(answers.count)
            }
            return answers
        }
    }

    func kill() async throws { _ = try await command.kill() }
}

extension UUID {
    /// One for each number and place, the same in every run.
    fileprivate init(_ number: Int, _ place: Reference) {
        let letters = Array(place.text.utf8.prefix(8))
        let (high, low) = (UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number))
        self.init(
            uuid: (
                letters[0], letters[1], letters[2], letters[3], letters[4], letters[5], 0x40, letters[6], 0x80,
                letters[7],
                0, 0, 0, 0, high, low
            )
        )
    }
}

/// Asks over the network, follows nothing and keeps no cookies.
private final class Asker: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
    private let origin: String
    private let cookie: String
    // Written once, before anybody asks; it needs the object as its delegate.
    private var session = URLSession.shared

    init(origin: String, cookie: String) {
        (self.origin, self.cookie) = (origin, cookie)
        super.init()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 200
        configuration.httpShouldSetCookies = false
        configuration.httpCookieStorage = nil
        configuration.timeoutIntervalForRequest = 60
        session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    }

    func send(_ method: String, _ path: String, _ fields: [(String, String)] = []) async throws -> WebPage {
        var request = URLRequest(url: try #require(URL(string: origin + path)))
        request.httpMethod = method
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        request.setValue("same-origin", forHTTPHeaderField: "Sec-Fetch-Site")
        if method == "POST" {
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            let pairs = fields.map { name, value in
                "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }
            request.httpBody = Data(pairs.joined(separator: "&").utf8)
        }
        let (data, response) = try await session.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        var headers: [String: String] = [:]
        for (name, value) in answer.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        return WebPage(status: answer.statusCode, headers: headers, bytes: Array(data), path: path)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
