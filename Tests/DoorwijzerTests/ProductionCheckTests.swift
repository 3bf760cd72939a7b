import Actions
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@testable import doorwijzer

/// What may not be so where real people are: each finding on its own, and none where all is well.
struct ProductionCheckTests {
    private static func key(_ factor: Int, _ id: String = "2026a") -> String {
        id + ":" + (0..<32).map { String(format: "%02x", ($0 * factor + 11) % 256) }.joined()
    }

    /// Settings with which nothing is wrong.
    private static let good = [
        "DATABASE_URL": "postgres:///doorwijzer?host=/run/postgresql&user=doorwijzer_app",
        "MATCHER_DATABASE_URL": "postgres:///doorwijzer?host=/run/postgresql&user=doorwijzer_matcher",
        "DOORWIJZER_FORM_SECRET": key(37), "DOORWIJZER_SEAL_KEY": key(53), "DOORWIJZER_HASH_KEY": key(71),
        "DOORWIJZER_ORIGIN": "https://doorwijzer.nl", "DOORWIJZER_MAIL": "smtp://relay.doorwijzer.nl",
        "DOORWIJZER_MAIL_FROM": "post@doorwijzer.nl", "DOORWIJZER_TRUSTED_PROXIES": "127.0.0.1,::1",
        "DOORWIJZER_CONTACT_PHONE": "088 123 4567", "DOORWIJZER_CONTACT_MAIL": "hulp@doorwijzer.nl",
        "DOORWIJZER_SECURITY_CONTACT": "mailto:lek@doorwijzer.nl", "LOG_LEVEL": "info",
    ]

    @Test func `good settings have no findings`() throws {
        #expect(try ProductionCheck.settings(Configuration.load(environment: Self.good)) == [])
    }

    @Test(
        arguments: [
            (["DATABASE_URL": "", "MATCHER_DATABASE_URL": ""], "DATABASE_URL is not set"),
            (["DATABASE_URL": "postgres://a@db.doorwijzer.nl/x"], "DATABASE_URL goes over a network"),
            (["MATCHER_DATABASE_URL": "postgres://a@db.doorwijzer.nl/x?sslmode=require"], "goes over a network"),
            (["DOORWIJZER_FORM_SECRET": ""], "DOORWIJZER_FORM_SECRET is not set"),
            (["DOORWIJZER_SEAL_KEY": ""], "DOORWIJZER_SEAL_KEY is not set"),
            (["DOORWIJZER_HASH_KEY": ""], "DOORWIJZER_HASH_KEY is not set"),
            (["DOORWIJZER_HASH_KEY": "1:" + String(repeating: "ab", count: 32)], "DOORWIJZER_HASH_KEY is not random"),
            (["DOORWIJZER_HASH_KEY": key(53, "1")], "two keys are the same"),
            (["DOORWIJZER_ORIGIN": ""], "DOORWIJZER_ORIGIN is not set"),
            (["DOORWIJZER_ORIGIN": "http://doorwijzer.nl"], "begins with http"),
            (["DOORWIJZER_ORIGIN": "https://localhost"], "leads people nowhere"),
            (["DOORWIJZER_ORIGIN": "https://127.0.0.1"], "leads people nowhere"),
            (["DOORWIJZER_ORIGIN": "https://doorwijzer.example"], "leads people nowhere"),
            (["DOORWIJZER_MAIL": ""], "DOORWIJZER_MAIL is not set"),
            (["DOORWIJZER_MAIL": "folder:post"], "to a folder"),
            (["DOORWIJZER_MAIL": "sendmail:/bestaat/niet"], "/bestaat/niet cannot be run"),
            (["DOORWIJZER_MAIL": "smtp://me@relay.doorwijzer.nl"], "no password"),
            (["DOORWIJZER_MAIL_FROM": ""], "DOORWIJZER_MAIL_FROM is not set"),
            (["DOORWIJZER_TRUSTED_PROXIES": ""], "DOORWIJZER_TRUSTED_PROXIES is not set"),
            (["DOORWIJZER_TRUSTED_PROXIES": "0.0.0.0/0"], "trusts half the internet"),
            (["DOORWIJZER_TRUSTED_PROXIES": "::/0"], "trusts half the internet"),
            (["DOORWIJZER_CONTACT_PHONE": ""], "DOORWIJZER_CONTACT_PHONE is not set"),
            (["DOORWIJZER_CONTACT_MAIL": ""], "DOORWIJZER_CONTACT_MAIL is not set"),
            (["DOORWIJZER_CONTACT_MAIL": "hulp@doorwijzer.example"], "an address of an example"),
            (["DOORWIJZER_SECURITY_CONTACT": ""], "DOORWIJZER_SECURITY_CONTACT is not set"),
            (["LOG_LEVEL": "debug"], "LOG_LEVEL is debug"),
        ] as [([String: String], String)]
    )
    func `one unsafe setting is one finding that says what to do`(change: [String: String], problem: String) throws {
        let findings = try ProductionCheck.settings(
            Configuration.load(environment: Self.good.merging(change) { $1 })
        )
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.problem.contains(problem) == true, "\(findings)")
        #expect(findings.first?.remedy.isEmpty == false)
    }

    private static let moment = Date(timeIntervalSince1970: 1_795_510_800)

    private static func facts(
        _ role: String,
        database: String = "doorwijzer",
        isPrivileged: Bool = false,
        mayAdminister: Bool = false,
        mayOwn: Bool = false,
        isEncrypted: Bool = true,
        secondsApart: TimeInterval = 0
    ) -> ConnectionFacts {
        ConnectionFacts(
            role: role,
            database: database,
            majorVersion: 15,
            isPrivileged: isPrivileged,
            mayAdminister: mayAdminister,
            mayOwn: mayOwn,
            isEncrypted: isEncrypted,
            isSocketFile: false,
            isLoopback: false,
            moment: moment + secondsApart
        )
    }

    @Test(
        arguments: [
            (facts("app"), facts("matcher"), facts("owner", mayOwn: true), nil),
            (facts("app"), facts("matcher"), nil, nil),
            (facts("app", isPrivileged: true), facts("matcher"), nil, "stands above the walls"),
            (facts("app", mayAdminister: true), facts("matcher"), nil, "stands above the walls"),
            (facts("app"), facts("matcher", isPrivileged: true), nil, "role matcher of the matcher stands above"),
            (facts("app", mayOwn: true), facts("matcher"), nil, "owns tables"),
            (facts("app"), facts("matcher", isEncrypted: false), nil, "of the matcher is not encrypted"),
            (facts("app"), facts("app"), nil, "the same role"),
            (facts("app"), facts("matcher"), facts("app"), "the same role"),
            (facts("app"), facts("matcher", database: "other"), nil, "different databases"),
            (facts("app", secondsApart: 60), facts("matcher"), nil, "differ by 60 seconds"),
            (facts("app", secondsApart: -60), facts("matcher"), nil, "differ by 60 seconds"),
        ] as [(ConnectionFacts, ConnectionFacts, ConnectionFacts?, String?)]
    )
    func `roles, roads and clocks of the databases`(
        application: ConnectionFacts,
        matcher: ConnectionFacts,
        owner: ConnectionFacts?,
        problem: String?
    ) {
        let findings = ProductionCheck.connections(
            application: application,
            matcher: matcher,
            owner: owner,
            now: Self.moment
        )
        #expect(findings.count == (problem == nil ? 0 : 1), "\(findings)")
        if let problem { #expect(findings.first?.problem.contains(problem) == true, "\(findings)") }
    }

    @Test func `made-up people, a fund without an administrator and a provider without its secret are findings`() throws
    {
        let configuration = try Configuration.load(
            environment: Self.good.merging(["DOORWIJZER_OIDC_SECRET_SURFCONEXT": "x"]) { $1 }
        )
        let good = ContentFacts(
            isFictional: false,
            fundAdministrators: 1,
            providerSecretNames: ["SURFCONEXT", "DOORWIJZER_OIDC_SECRET_SURFCONEXT"]
        )
        #expect(ProductionCheck.content(good, configuration) == [])
        let bad = ContentFacts(isFictional: true, fundAdministrators: 0, providerSecretNames: ["ENTRA"])
        let findings = ProductionCheck.content(bad, configuration)
        #expect(findings.map(\.subject) == ["sign-in", "content", "content"])
        #expect(findings.first?.remedy.contains("DOORWIJZER_OIDC_SECRET_ENTRA") == true)
        #expect(findings.last?.remedy.contains("doorwijzer user add") == true)
    }

    @Test func `the roles we make are no finding, and the owner's is`() async throws {
        try await withWorld { test in
            func read(_ role: String) async throws -> ConnectionFacts {
                let database = Database(
                    configuration: PoolConfiguration(connection: test.configuration(role), maximumConnections: 1),
                    logger: TestCluster.shared.logger
                )
                let facts = try await database.withConnection { connection in
                    try await ConnectionFacts.read(connection)
                }
                await database.close()
                return try #require(facts)
            }
            let application = try await read(DatabaseRoles.application)
            let matcher = try await read(DatabaseRoles.matcher)
            let owner = try await read("postgres")
            #expect(application.isSocketFile && !application.isPrivileged && !application.mayOwn)
            // The server's clock, so that the two agree on any day.
            let now = application.moment
            #expect(
                ProductionCheck.connections(application: application, matcher: matcher, owner: owner, now: now) == []
            )
            let unsafe = ProductionCheck.connections(application: owner, matcher: owner, owner: nil, now: now)
            #expect(unsafe.count == 3, "\(unsafe)")
            let content = try await test.world.database.transaction(as: .visitor) { connection in
                try await ContentFacts.read(connection)
            }
            #expect(content.isFictional)
        }
    }
}
