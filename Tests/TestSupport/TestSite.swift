public import Actions
import Domain
import Hummingbird
import HummingbirdTesting
import Logging
import Web

/// The whole site over a test world: the same application that is served.
public struct TestSite: Sendable {
    public let world: TestWorld
    private let application: WebApplication

    public init(_ world: TestWorld) async throws {
        self.world = world
        application = try WebApplication(
            configuration: .init(
                isDemo: true,
                contactPhone: "088 000 00 00",
                contactMail: "hulp@doorwijzer.example",
                formSecret: Array(repeating: 7, count: 32)
            ),
            world: world.world,
            reference: try await ReferenceData.read(from: world.world.database)
        )
    }

    /// A journey of someone who is not signed in.
    public func visit<R: Sendable>(_ journey: @escaping @Sendable (WebClient) async throws -> R) async throws -> R {
        // A line per request would hide what a test has to say.
        var logger = Logger(label: "site")
        logger.logLevel = .error
        return try await WebClient.visit(Application(router: application.makeRouter(), logger: logger), journey)
    }

    /// A journey of this coordinator, who chose to be so in the demo.
    public func visit<R: Sendable>(
        as actor: Actor,
        _ journey: @escaping @Sendable (WebClient) async throws -> R
    ) async throws -> R {
        try await visit { client in
            try await client.get("/demo/kies?terug=/kandidaten")
            let form = client.page.forms.first { form in form.buttons.contains { $0.name == "persoon" } }
            let token = form?.controls.first { $0.name == "_csrf" }?.value ?? ""
            try await client.post(
                "/demo/kies",
                [("_csrf", token), ("persoon", "\(actor.staffMemberID)"), ("terug", "/kandidaten")]
            )
            return try await journey(client)
        }
    }
}

/// Runs the body with the site over a small fictional country of its own.
public func withSite<R>(_ body: (TestSite) async throws -> R) async throws -> R {
    try await withWorld { world in try await body(TestSite(world)) }
}
