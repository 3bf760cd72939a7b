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
    /// Milliseconds after the first proposal left: before most are read, in the thick of it, and near the end.
    private static let moments = [35, 180, 420]

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
                    let fields = try await server.proposal(of: candidates[0], for: place)
                    let serving = server
                    async let answers = serving.proposeAll(candidates, for: place, fields)
                    try await Task.sleep(for: .milliseconds(moment))
                    try await server.kill()
                    let told = await answers

                    server = try await Server(site, cookie: cookie, output: "\(folder)/\(round + 1)")
                    #expect(try await site.doubleSeats() == 0, "killed after \(moment) ms")
                    #expect(try await site.proposalsWithoutSeat() == 0, "killed after \(moment) ms")
                    let live = try await site.liveProposals(for: place)
                    #expect(live.count <= 1, "killed after \(moment) ms")
                    // Whoever was told that the seat is held, has it.
                    #expect(Set(told.compactMap(\.held)).isSubset(of: live), "killed after \(moment) ms")
                    // Cut off in the midst: else the moment was no moment.
                    #expect(told.contains { $0 == .cutOff }, "killed after \(moment) ms")

                    // The same forms once more: now somebody has it, and only one.
                    let again = await server.proposeAll(Array(candidates.suffix(20)), for: place, fields)
                    #expect(!again.contains(.cutOff))
                    #expect(try await site.liveProposals(for: place).count == 1, "killed after \(moment) ms")
                    #expect(try await site.doubleSeats() == 0)
                    #expect(try await site.proposalsWithoutSeat() == 0)
                }
                try await server.kill()
            }
        }
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

    /// The fields of the form that proposes a place, as the page has them.
    func proposal(of candidate: Reference, for place: Reference) async throws -> [(String, String)] {
        let path = "/kandidaten/\(candidate)/voorstellen/\(place)"
        let page = try await asker.send("GET", path)
        let form = try #require(page.forms.first { $0.action == path }, "\(page.status) \(page.text.prefix(300))")
        return form.fields(pressing: try #require(form.buttons.first)).filter { $0.0 != "reden" } + [
            ("reden", "Dichtbij")
        ]
    }

    /// Everyone at once, each with a form of their own.
    func proposeAll(_ candidates: [Reference], for place: Reference, _ fields: [(String, String)]) async -> [Answer] {
        await withTaskGroup(of: Answer.self) { group in
            for (number, candidate) in candidates.enumerated() {
                let own = fields.map { name, value in
                    name == "submission_id" ? (name, UUID(number, place).uuidString.lowercased()) : (name, value)
                }
                group.addTask {
                    let path = "/kandidaten/\(candidate)/voorstellen/\(place)"
                    guard let page = try? await asker.send("POST", path, own) else { return .cutOff }
                    guard page.status == 303, let location = page.headers["location"] else {
                        return .refused(page.status)
                    }
                    return .held(String(location.prefix { $0 != "?" }))
                }
            }
            var answers: [Answer] = []
            for await answer in group { answers.append(answer) }
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
