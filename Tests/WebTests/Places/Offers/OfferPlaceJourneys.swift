import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import Logging
import Postgres
import TestSupport
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// What the journeys share.
extension OfferPlaceTests {
    typealias App = Application<RouterResponder<RootContext>>

    static func inWorld(_ body: (TestWorld, App) async throws -> Void) async throws {
        try await withWorld { test in
            let reference = try await ReferenceData.read(from: test.world.database)
            let router = try WebApplication(
                configuration: .init(
                    isDemo: true,
                    contactPhone: "038 000 00 00",
                    contactMail: "hulp@doorwijzer.example"
                ),
                world: test.world,
                reference: reference
            ).makeRouter()
            var logger = Logger(label: "offers")
            logger.logLevel = .critical
            try await body(test, Application(router: router, logger: logger))
        }
    }

    /// A visit by someone who chose in the demo to be this coordinator.
    static func visit(
        _ app: App,
        as actor: Actions.Actor,
        _ journey: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        try await WebClient.visit(app) { client in
            try await client.get("/demo/kies")
            try await client.send(
                "POST",
                "/demo/kies",
                headers: ["content-type": "application/x-www-form-urlencoded"],
                body: Array("_csrf=\(token(client))&persoon=\(actor.staffMemberID)".utf8),
                followRedirects: false
            )
            try #require(client.page.status == 303)
            try await journey(client)
        }
    }

    static func token(_ client: WebClient) throws -> String {
        try #require(client.page.forms.flatMap(\.controls).first { $0.name == "_csrf" }?.value)
    }

    static func fillIn(_ client: WebClient) throws {
        for (name, value) in [
            ("praktijk", "Praktijk het Testbos"), ("plaats", "Enschede"), ("contactpersoon", "Anna <b>Voorbeeld</b>"),
            ("telefoon", "06-12345678"), ("mail", "anna@testbos.example"), ("soort", "bol"), ("vanaf", "1-2-2027"),
            ("opmerking", "Alleen op dinsdag"),
        ] {
            try client.fill(name, value)
        }
    }

    static func draft() throws -> PlaceOfferDraft {
        PlaceOfferDraft(
            practiceName: "Praktijk het Testbos",
            town: "Enschede",
            contactName: "Anna Voorbeeld",
            phone: try #require(PhoneNumber("06 12345678")),
            mail: try #require(EmailAddress("anna@testbos.example")),
            kind: .bol,
            earliestStartOn: try #require(CalendarDate(year: 2027, month: 2, day: 1))
        )
    }
}

extension TestWorld {
    /// What the owner of the schema counts, behind all walls.
    func ownerCount(_ sql: String) async throws -> Int {
        try await owner.withConnection { connection in
            // Written by the tests above, never typed by anyone.
            try await connection.value("\(unsafe: sql)", as: Int.self) ?? -1
        }
    }
}
