import Actions
import AsyncHTTPClient
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Logging
import Postgres
import Site
import Store
import Web

/// Public pages as visitors get them over a socket, beside a route of the bare framework that answers two letters; and the
/// list filtered and counted in memory.
struct PublicPagesBench {
    let world: World
    let rounds: Int

    private static let visitors = 16
    private static let seconds = 2.0

    func run() async throws {
        try await complete()
        let reader = ProjectCatalogReader(world: world, interval: .milliseconds(250))
        let loading = try await Stopwatch.seconds { _ = try await reader.catalog() }
        let catalog = try await reader.catalog()
        print(String(format: "Public pages: %d projects; the catalogue loads in %.2f s", catalog.rows.count, loading))
        finding(in: catalog)
        let reference = try await ReferenceData.read(from: world.database)
        let site = try WebApplication(
            configuration: .init(isDemo: false, contactPhone: "", contactMail: "bench@doorwijzer.example"),
            world: world,
            reference: reference,
            projects: reader
        ).makeRouter().buildResponder()
        let bare = Router()
        bare.get("/") { _, _ in "ok" }
        let slug = catalog.rows.first?.slug ?? ""
        try await serve(bare.buildResponder()) { plain in
            try await serve(site) { origin in try await compare(plain: plain, origin: origin, slug: slug) }
        }
    }

    /// Filters, facet counts and a page of the list, without the search in the texts.
    private func finding(in catalog: ProjectCatalog) {
        let clock = ContinuousClock()
        var times: [Double] = []
        var total = 0
        for region in catalog.codes(of: .region).sorted() {
            for bottleneck in catalog.codes(of: .bottleneck).sorted() {
                let filter = ProjectFilter(chosen: [.region: [region], .bottleneck: [bottleneck]])
                let start = clock.now
                total += catalog.find(filter, sort: .newest, offset: 0, limit: 25).total
                times.append(Double(start.duration(to: clock.now).components.attoseconds) * 1e-15)
            }
        }
        print(
            "  filter, count every option, sort, first page: \(Self.text(times)) (\(times.count) times, \(total) found)"
        )
    }

    private func compare(plain: String, origin: String, slug: String) async throws {
        let targets = [
            ("bare route of the framework", "\(plain)/"), ("project list, cached", "\(origin)/projecten"),
            ("project list with filters, cached", "\(origin)/projecten?stand=running&knelpunt=begeleiding"),
            ("project page, cached", "\(origin)/projecten/\(slug)"),
            ("questions, cached", "\(origin)/vragen"), ("network, cached", "\(origin)/leernetwerk"),
            ("regions with their figures, cached", "\(origin)/regios"),
            ("one region with its figures, cached", "\(origin)/regios/twente"),
            ("one bottleneck with its figures, cached", "\(origin)/knelpunten/begeleiding"),
        ]
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        do {
            var rates = Array(repeating: [Double](), count: targets.count)
            var times = Array(repeating: [Double](), count: targets.count)
            for target in targets { _ = try await Self.load(client, target.1, for: 0.2) }
            for _ in 0..<rounds {
                for (index, target) in targets.enumerated() {
                    let found = try await Self.load(client, target.1, for: Self.seconds)
                    rates[index].append(Double(found.count) / Self.seconds)
                    times[index] += found
                }
            }
            let bare = Stopwatch.median(rates[0])
            for (index, target) in targets.enumerated() {
                let rate = Stopwatch.median(rates[index])
                print(
                    "  \(target.0): \(Int(rate)) answers/s, \(Self.text(times[index])), "
                        + String(format: "%.2f of the bare route", rate / bare)
                )
            }
            try await client.shutdown()
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// Milliseconds of each answer, from as many visitors at once as there are.
    private static func load(_ client: HTTPClient, _ address: String, for seconds: Double) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<visitors {
                group.addTask {
                    let clock = ContinuousClock()
                    let end = clock.now + .milliseconds(Int(seconds * 1000))
                    var times: [Double] = []
                    while clock.now < end {
                        let start = clock.now
                        let response = try await client.execute(HTTPClientRequest(url: address), timeout: .seconds(30))
                        for try await _ in response.body {}
                        guard "\(response.status)".hasPrefix("200") else {
                            throw Unexpected(status: "\(response.status)")
                        }
                        let passed = start.duration(to: clock.now).components
                        times.append(Double(passed.seconds) * 1e3 + Double(passed.attoseconds) * 1e-15)
                    }
                    return times
                }
            }
            var all: [Double] = []
            for try await times in group { all += times }
            return all
        }
    }

    private static func text(_ milliseconds: [Double]) -> String {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return "nothing" }
        func at(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
        return String(format: "p50 %.2f ms, p95 %.2f ms", at(0.5), at(0.95))
    }

    private struct Unexpected: Error, CustomStringConvertible {
        let status: String
        var description: String { "a page answered \(status)" }
    }

    /// Serves on a free port for as long as the body runs.
    private func serve<Responder: HTTPResponder>(
        _ responder: Responder,
        _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        let application = Application(
            responder: responder,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                found.yield(channel.localAddress?.port ?? 0)
                found.finish()
            },
            logger: logger
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask {
                var ports = ports.makeAsyncIterator()
                guard let port = await ports.next() else { return }
                try await body("http://127.0.0.1:\(port)")
            }
            try await group.next()
            group.cancelAll()
            while (try? await group.next()) != nil {}
        }
    }

    /// Gives the fictional projects towns, partners, goals and a year; their texts stay as they are.
    private func complete() async throws {
        try await world.database.transaction { connection in
            try await BenchmarkStore.completeProjects(on: connection)
        }
    }
}
