public import Actions
public import Domain
public import HTTPBase
public import Hummingbird
import Logging
public import Mail
public import Postgres
import Site
import Web

/// The whole site on a copy of the small fictional country, as the server assembles it.
public struct TestSite: Sendable {
    /// A route as the router knows it, e.g. `GET /kandidaten/{ref}`.
    public struct Route: Hashable, Sendable, Comparable, CustomStringConvertible {
        public let method: String
        public let path: String

        public var description: String { "\(method) \(path)" }

        public static func < (left: Route, right: Route) -> Bool {
            (left.path, left.method) < (right.path, right.method)
        }
    }

    public let world: TestWorld
    /// Without services: it answers through the router, and each ranking looks at the database first.
    public let application: Application<RouterResponder<RootContext>>
    public let routes: [Route]
    /// Where mail goes.
    public let mailbox = MemoryDelivery()
    let matching: MatchSnapshot
    let responder: RouterResponder<RootContext>

    /// - Parameters:
    ///   - isDemo: whether visitors may choose who to be.
    ///   - providers: talks to identity providers; without it they all seem to be away.
    public init(_ world: TestWorld, isDemo: Bool = true, providers: ProviderDirectory? = nil) async throws {
        self.world = world
        let mailbox = mailbox
        let logger = TestCluster.shared.logger
        matching = MatchSnapshot(
            world: world.world,
            announcements: world.configuration("doorwijzer_matcher"),
            patience: Patience.limit,
            logger: logger
        )
        let router = try WebApplication(
            configuration: .init(
                isDemo: isDemo,
                contactPhone: "088 000 00 00",
                contactMail: "hulp@doorwijzer.example",
                demoMail: {
                    mailbox.mails.reversed().map { sent in
                        let mail = ReadMail(sent.bytes)
                        return DemoMail(
                            id: String(sent.id.text.prefix { $0 != "@" }),
                            writtenAt: sent.writtenAt,
                            to: mail.to,
                            subject: mail.subject,
                            text: mail.text
                        )
                    }
                }
            ),
            world: world.world,
            reference: try await ReferenceData.read(from: world.world.database),
            matching: matching,
            providers: providers
        ).makeRouter()
        routes = Set(
            router.routes.filter { $0.method != .head }.map { Route(method: $0.method.rawValue, path: "\($0.path)") }
        )
        .sorted()
        responder = router.buildResponder()
        application = Application(responder: responder, logger: logger)
    }

    // MARK: Journeys

    /// A journey of someone who is not signed in.
    public func visit<Value: Sendable>(
        _ journey: @escaping @Sendable (WebClient) async throws -> Value
    ) async throws -> Value {
        try await WebClient.visit(application, journey)
    }

    /// A journey of this coordinator, who chose to be so in the demo.
    public func visit<Value: Sendable>(
        as actor: Actor,
        _ journey: @escaping @Sendable (WebClient) async throws -> Value
    ) async throws -> Value {
        try await visit { client in
            try await client.become(actor)
            return try await journey(client)
        }
    }

    // MARK: Mail

    /// Delivers what is due in the outbox, as the worker does.
    ///
    /// - Returns: the mails that were delivered now, the oldest first; `links(beginning: "https://doorwijzer.example")` finds the
    ///   links in one.
    @discardableResult
    public func deliverMail() async throws -> [ReadMail] {
        let before = mailbox.mails.count
        try await worker()()
        return mailbox.mails.dropFirst(before).map { ReadMail($0.bytes) }
    }

    /// The worker with this site's mailbox.
    public func worker() throws -> DeliverOutbox {
        guard let address = EmailAddress("post@doorwijzer.example") else { throw NotFound() }
        return DeliverOutbox(
            world: world.world,
            writer: try MailWriter(
                frame: MailFrame(
                    origin: world.world.publicOrigin,
                    contactPhone: "088 000 00 00",
                    contactMail: "hulp@doorwijzer.example"
                )
            ),
            delivery: mailbox,
            sender: MailSender(name: "Doorwijzer", address: address),
            logger: TestCluster.shared.logger
        )
    }

    // MARK: Looking behind the walls

    /// Rows as the owner of the schema sees them, whom no policy binds.
    public func rows<Value>(_ sql: SQL, _ decode: (inout RowReader) throws -> Value) async throws -> [Value] {
        try await world.owner.withConnection { connection in try await connection.query(sql, decode: decode) }
    }

    /// The first column of the first row.
    public func value<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) async throws -> Value {
        let found = try await world.owner.withConnection { connection in try await connection.value(sql, as: type) }
        guard let found else { throw NotFound() }
        return found
    }

    /// The person who has this case.
    public func coordinator(of caseReference: Reference) async throws -> Actor {
        let rows = try await rows(
            """
            select coordinator_id, team_id, region_code from case_files where reference = \(caseReference.text)
            """
        ) { row in
            try Actor(
                staffMemberID: row.next(StaffMember.ID.self),
                teamID: row.next(Team.ID.self),
                regionCode: RegionCode(row.next(String.self))
            )
        }
        guard let actor = rows.first else { throw NotFound() }
        return actor
    }
}

/// Runs the body with the site over a small fictional country of its own.
public func withSite<Value>(_ body: (TestSite) async throws -> Value) async throws -> Value {
    try await withWorld { world in try await body(TestSite(world)) }
}

/// Runs a journey through the router of a site in a country of its own. `client` is a visitor; see ``WebClient/become(_:)``.
public func withSite<Value: Sendable>(
    isDemo: Bool = true,
    _ journey: @escaping @Sendable (TestSite, WebClient) async throws -> Value
) async throws -> Value {
    try await withWorld { world in
        let site = try await TestSite(world, isDemo: isDemo)
        return try await site.visit { client in try await journey(site, client) }
    }
}

/// Serves a site for real on a free port, with the snapshot that follows the database beside it.
public func withLiveSite<Value: Sendable>(
    _ walk: @escaping @Sendable (_ site: TestSite, _ origin: String) async throws -> Value
) async throws -> Value {
    try await withWorld { world in
        let site = try await TestSite(world)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        // Cancelling the server makes it complain about connections a browser left open.
        var logger = Logger(label: "site")
        logger.logLevel = .critical
        var application = Application(
            responder: site.responder,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                found.yield(channel.localAddress?.port ?? 0)
                found.finish()
            },
            logger: logger
        )
        application.addServices(site.matching)
        let running = application
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await running.run()
                return nil
            }
            group.addTask {
                var ports = ports.makeAsyncIterator()
                guard let port = await ports.next() else { throw NotFound() }
                return try await walk(site, "http://127.0.0.1:\(port)")
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw NotFound()
        }
    }
}

extension WebClient {
    /// Chooses in the demo to be this person.
    public func become(_ actor: Actor) async throws {
        try await get("/demo/kies")
        try await post(
            "/demo/kies",
            [(FormData.tokenField, hidden(FormData.tokenField)), ("persoon", "\(actor.staffMemberID)")]
        )
        guard page.status == 200, page.path.hasPrefix("/werklijst") else {
            throw WebClientFailure("could not become a coordinator", on: page)
        }
    }

    /// What the first form on this page holds in a field, e.g. its token; empty when there is no such field.
    public func hidden(_ name: String) -> String {
        page.forms.lazy.flatMap(\.controls).first { $0.name == name }?.value ?? ""
    }
}
