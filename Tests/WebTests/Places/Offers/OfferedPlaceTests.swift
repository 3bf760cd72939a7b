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

/// What a region's coordinators do with the offers of practices.
extension OfferPlaceTests {
    @Test func `whoever is not signed in is asked who they are`() async throws {
        try await Self.inWorld { _, app in
            try await WebClient.visit(app) { client in
                try await client.get("/plekken/aangeboden")
                #expect(client.page.path.hasPrefix("/demo/kies"))
            }
        }
    }

    @Test func `another region neither sees, takes nor closes an offer`() async throws {
        try await Self.inWorld { test, app in
            let path = try await OfferPlace(world: test.world)(Self.draft(), submission: test.world.newUUID())
            let reference = path.suffix(8)
            try await Self.visit(app, as: test.coordinator(in: Self.utrecht)) { client in
                try await client.get("/plekken/aangeboden")
                #expect(client.page.text.contains("Niemand wacht"))
                #expect(!client.page.body.contains(reference))
                // The empty list has no form; any page of the same session has the token.
                try await client.get("/demo/kies")
                let token = try Self.token(client)
                for action in ["nemen", "sluiten"] {
                    try await client.post(
                        "/plekken/aangeboden/\(reference)/\(action)",
                        [("_csrf", token), ("reden", "mistake"), ("submission_id", test.world.newUUID().uuidString)]
                    )
                    #expect(client.page.status == 404)
                }
                try await client.get("/plekken/aangeboden/\(reference)/sluiten")
                #expect(client.page.status == 404)
                try await client.get("/plekken/aangeboden?vorm=csv")
                #expect(!client.page.body.contains("Testbos"))
            }
            #expect(
                try await test.ownerCount(
                    "select count(*) from place_offers o join training_places t on t.id = o.training_place_id "
                        + "where o.handled_at is null and t.team_id is null and t.state = 'draft'"
                ) == 1
            )
        }
    }

    @Test func `closing needs a reason, and happens once`() async throws {
        try await Self.inWorld { test, app in
            let path = try await OfferPlace(world: test.world)(Self.draft(), submission: test.world.newUUID())
            let reference = path.suffix(8)
            let closing = "/plekken/aangeboden/\(reference)/sluiten"
            try await Self.visit(app, as: test.coordinator(in: Self.twente)) { client in
                try await client.get("/plekken/aangeboden?vorm=csv")
                #expect(client.page.body.contains("Praktijk het Testbos;Enschede;ja"))
                try await client.get("/plekken/aangeboden")
                try await client.follow("Sluit")
                try await client.press("Sluit dit aanbod")
                #expect(client.page.status == 400)
                #expect(client.page.links.contains { $0.href == "#reden" })
                try client.fill("reden", "duplicate")
                try await client.press("Sluit dit aanbod")
                #expect(client.page.text.contains("Het aanbod is gesloten"))
                #expect(client.page.text.contains("Niemand wacht"))
                try await client.get(closing)
                try client.fill("reden", "mistake")
                try await client.press("Sluit dit aanbod")
                #expect(client.page.status == 409)
            }
            #expect(
                try await test.ownerCount("select count(*) from place_offers where closed_reason = 'duplicate'") == 1
            )
            #expect(
                try await test.ownerCount(
                    "select count(*) from training_places where reference = '\(reference)' and state = 'closed'"
                ) == 1
            )
        }
    }

    @Test func `of coordinators who take one offer at once, one gets it`() async throws {
        try await withWorld { test in
            let path = try await OfferPlace(world: test.world)(Self.draft(), submission: test.world.newUUID())
            let reference = try #require(Reference(typed: String(path.suffix(8))))
            let actor = try await test.coordinator(in: Self.twente)
            let codes = await withTaskGroup(of: String.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        do {
                            _ = try await TakeOfferedPlace(world: test.world)(
                                reference,
                                by: actor,
                                submission: test.world.newUUID()
                            )
                            return "taken"
                        } catch let error as Conflict {
                            return error.code
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.sorted() == ["handled", "handled", "handled", "handled", "taken"])
            #expect(
                try await test.ownerCount("select count(*) from practice_contacts where mail = 'anna@testbos.example'")
                    == 1
            )
        }
    }

    @Test func `an offer that waits longer than promised is overdue`() async throws {
        try await Self.inWorld { test, app in
            _ = try await OfferPlace(world: test.world)(Self.draft(), submission: test.world.newUUID())
            test.clock.advance(days: 7)
            let actor = try await test.coordinator(in: Self.twente)
            try await Self.visit(app, as: actor) { client in
                try await client.get("/plekken/aangeboden")
                #expect(!client.page.text.contains("Beloofde termijn is voorbij"))
            }
            test.clock.advance(days: 1)
            try await Self.visit(app, as: actor) { client in
                try await client.get("/plekken/aangeboden")
                #expect(client.page.text.contains("Beloofde termijn is voorbij"))
            }
        }
    }
}
