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

/// A practice offers a place without an account; its region takes it in hand.
struct OfferPlaceTests {
    /// The region of Enschede.
    static let twente = "RA0205"
    static let utrecht = "RA0512"

    // MARK: Offering

    @Test func `an offer lands with the region, which takes it in hand and completes it`() async throws {
        try await Self.inWorld { test, app in
            let path = try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden")
                try Self.fillIn(client)
                try await client.press("Bied deze plek aan")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Bedankt, je plek is doorgegeven"))
                // Five working days after tuesday 24 november.
                #expect(client.page.text.contains("uiterlijk di 1 dec"))
                #expect(client.page.text.contains("Twente"))
                return client.page.path
            }
            let reference = try #require(path.split(separator: "/").last)
            try await Self.visit(app, as: test.coordinator(in: Self.twente)) { client in
                try await client.get("/werklijst")
                try await client.follow("1 praktijk bood een plek aan")
                #expect(client.page.path == "/plekken/aangeboden")
                #expect(client.page.text.contains("Praktijk het Testbos, Enschede"))
                #expect(client.page.text.contains("Nieuwe praktijk"))
                #expect(client.page.text.contains("06 12 34 56 78"))
                #expect(client.page.text.contains("Alleen op dinsdag"))
                try await client.press("Neem in behandeling", inFormTo: "/plekken/aangeboden/\(reference)/nemen")
                #expect(client.page.status == 200)
                #expect(client.page.path.hasPrefix("/plekken/\(reference)/wijzigen"))
                #expect(client.page.text.contains("Je hebt dit aanbod in behandeling"))
                try await client.get("/plekken/aangeboden")
                #expect(!client.page.text.contains("Praktijk het Testbos"))
            }
            #expect(
                try await test.ownerCount("select count(*) from practice_contacts where mail = 'anna@testbos.example'")
                    == 1
            )
            #expect(
                try await test.ownerCount(
                    "select count(*) from training_places where state = 'draft' and team_id is not null and crebo = '25473' "
                        + "and reference = '\(reference)'"
                ) == 1
            )
        }
    }

    @Test func `the same form sent twice is one offer with one confirmation`() async throws {
        try await Self.inWorld { test, app in
            try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden")
                try Self.fillIn(client)
                let fields = try #require(client.page.forms.first { $0.action == "/plek-aanbieden" }?.controls)
                    .filter(\.isChosen).map { ($0.name, $0.value) }
                let first = try await client.post("/plek-aanbieden", fields).path
                let second = try await client.post("/plek-aanbieden", fields).path
                // Back, another town, sent again: still the offer that was made.
                let changed = fields.map { $0.0 == "plaats" ? ("plaats", "Utrecht") : $0 }
                let third = try await client.post("/plek-aanbieden", changed).path
                #expect(first == second)
                #expect(first == third)
                #expect(client.page.status == 200)
            }
            #expect(try await test.ownerCount("select count(*) from place_offers") == 1)
            #expect(
                try await test.ownerCount("select count(*) from practices where name = 'Praktijk het Testbos'") == 1
            )
        }
    }

    @Test func `the same form sent at the same moment is one offer`() async throws {
        try await withWorld { test in
            let draft = try Self.draft()
            let submission = test.world.newUUID()
            let paths = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await OfferPlace(world: test.world)(draft, submission: submission) }
                }
                var paths: Set<String> = []
                for try await path in group { paths.insert(path) }
                return paths
            }
            #expect(paths.count == 1)
            #expect(try await test.ownerCount("select count(*) from place_offers") == 1)
            #expect(
                try await test.ownerCount("select count(*) from practices where name = 'Praktijk het Testbos'") == 1
            )
        }
    }

    @Test func `an empty form names every field that is missing and stores nothing`() async throws {
        try await Self.inWorld { test, app in
            try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden")
                try await client.press("Bied deze plek aan")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout"))
                for field in ["praktijk", "plaats", "contactpersoon", "telefoon", "mail", "soort", "vanaf"] {
                    #expect(client.page.links.contains { $0.href == "#\(field)" }, "\(field)")
                }
                #expect(client.page.forms.flatMap(\.controls).filter { $0.name == "plaats" }.count == 1)
            }
            #expect(try await test.ownerCount("select count(*) from place_offers") == 0)
        }
    }

    @Test(arguments: [
        ("plaats", "Hengelo", "Schrijf “Hengelo, Bronckhorst” of “Hengelo, Hengelo (O.)”"),
        ("plaats", "Nergenshuizen", "Deze plaats kennen we niet"),
        ("plaats", "…", "Vul de plaats in"),
        ("telefoon", "12", "Schrijf 10 cijfers"),
        ("mail", "anna", "naam@voorbeeld.nl"),
        ("vanaf", "1-11-2026", "al voorbij"),
        ("vanaf", "1-1-2031", "meer dan drie jaar"),
        ("praktijk", "\u{202E}\u{200B}", "Vul de naam van je praktijk in"),
        ("opmerking", "Mijn nummer is 111222333", "burgerservicenummer"),
    ])
    func `a wrong field is explained and everything typed is kept`(field: String, value: String, sentence: String)
        async throws
    {
        try await Self.inWorld { test, app in
            try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden")
                try Self.fillIn(client)
                try client.fill(field, value)
                try await client.press("Bied deze plek aan")
                #expect(client.page.status == 400)
                #expect(client.page.text.contains(sentence))
                let kept = client.page.forms.flatMap(\.controls)
                #expect(kept.contains { $0.name == field && $0.value == value })
                #expect(kept.contains { $0.name == "contactpersoon" && $0.value == "Anna <b>Voorbeeld</b>" })
                #expect(!client.page.body.contains("<b>Voorbeeld"))
            }
            #expect(try await test.ownerCount("select count(*) from place_offers") == 0)
        }
    }

    @Test(arguments: [
        ("Hengelo, Bronckhorst", "RA0207", "Hengelo"), ("Hengelo (O.)", "RA0205", "Hengelo"),
        ("hengelo,hengelo", "RA0205", "Hengelo"), ("ENSCHEDE", "RA0205", "Enschede"),
        ("s Gravenhage", "RA1020", "'s-Gravenhage"), ("Beek (Montferland)", nil, nil),
    ])
    func `a town is found as people write it`(typed: String, region: String?, town: String?) async throws {
        try await withWorld { test in
            var draft = try Self.draft()
            draft.town = typed
            guard let region, let town else {
                // GeoNames calls it "Beek gem Montferland": nothing is guessed.
                await #expect(throws: Rejected.self) {
                    try await OfferPlace(world: test.world)(draft, submission: test.world.newUUID())
                }
                return
            }
            _ = try await OfferPlace(world: test.world)(draft, submission: test.world.newUUID())
            #expect(
                try await test.ownerCount(
                    "select count(*) from place_offers o join training_places t on t.id = o.training_place_id "
                        + "join practices p on p.id = t.practice_id where o.region_code = '\(region)' "
                        + "and p.town = '\(town.replacing("'", with: "''"))'"
                ) == 1
            )
        }
    }

    @Test func `a practice that is known gets a place, and no visitor can tell or change its contacts`() async throws {
        try await Self.inWorld { test, app in
            let known = try #require(
                try await test.owner.withConnection { connection in
                    try await connection.first(
                        """
                        select p.id::text, p.name, p.town from practices p
                        join municipalities m on m.code = p.municipality_code and m.name = p.town
                        where p.region_code = \(Self.twente) and p.town not like 'Hengelo%' order by p.id limit 1
                        """
                    ) { row in (try row.next(String.self), try row.next(String.self), try row.next(String.self)) }
                }
            )
            let contacts = "select count(*) from practice_contacts where practice_id = '\(known.0)'"
            let (practicesBefore, contactsBefore) = (
                try await test.ownerCount("select count(*) from practices"), try await test.ownerCount(contacts)
            )
            let texts = try await WebClient.visit(app) { client in
                var texts: [String] = []
                for (practice, mail) in [(known.1, "a@testbos.example"), ("Praktijk het Testbos", "b@testbos.example")]
                {
                    try await client.get("/plek-aanbieden")
                    try Self.fillIn(client)
                    try client.fill("praktijk", practice)
                    try client.fill("plaats", known.2)
                    try client.fill("mail", mail)
                    try await client.press("Bied deze plek aan")
                    #expect(client.page.status == 200)
                    let reference = client.page.path.suffix(8)
                    texts.append(client.page.text.replacing(reference, with: "KENMERK"))
                }
                return texts
            }
            #expect(texts.first == texts.last)
            #expect(try await test.ownerCount("select count(*) from practices") == practicesBefore + 1)
            #expect(try await test.ownerCount(contacts) == contactsBefore)
            #expect(
                try await test.ownerCount(
                    "select count(*) from training_places where practice_id = '\(known.0)' and team_id is null and state = 'draft'"
                )
                    == 1
            )
        }
    }

    @Test func `the sixth offer of a mail address in a day is refused kindly, in any region`() async throws {
        try await Self.inWorld { test, app in
            for town in ["Enschede", "Utrecht", "Groningen", "Amersfoort", "Almelo"] {
                var draft = try Self.draft()
                draft.town = town
                _ = try await OfferPlace(world: test.world)(draft, submission: test.world.newUUID())
            }
            try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden")
                try Self.fillIn(client)
                try client.fill("mail", "Anna@testbos.example")
                try await client.press("Bied deze plek aan")
                #expect(client.page.status == 429)
                #expect(client.page.text.contains("al vijf plekken aangeboden"))
                #expect(
                    client.page.forms.flatMap(\.controls).contains { $0.name == "plaats" && $0.value == "Enschede" }
                )
                test.clock.advance(hours: 25)
                try await client.get("/plek-aanbieden")
                try Self.fillIn(client)
                try await client.press("Bied deze plek aan")
                #expect(client.page.status == 200)
            }
            #expect(try await test.ownerCount("select count(*) from place_offers") == 6)
        }
    }

    @Test func `a region gets at most twenty offers in an hour, also when they come at once`() async throws {
        try await withWorld { test in
            let draft = try Self.draft()
            let refused = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        var one = draft
                        guard let mail = EmailAddress("praktijk\(number)@testbos.example") else { return false }
                        one.mail = mail
                        do {
                            _ = try await OfferPlace(world: test.world)(one, submission: test.world.newUUID())
                            return false
                        } catch let error as Conflict {
                            return error.code == "too_many"
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(refused == 4)
            #expect(try await test.ownerCount("select count(*) from place_offers") == 20)
        }
    }

    @Test(arguments: ["/plek-aanbieden/nietbestaand", "/plek-aanbieden/7F3K2M9Q"])
    func `a kenmerk that is no offer is not found`(path: String) async throws {
        try await Self.inWorld { _, app in
            try await WebClient.visit(app) { client in
                try await client.get(path)
                #expect(client.page.status == 404)
            }
        }
    }

    @Test func `the kenmerk of a place that was not offered says nothing`() async throws {
        try await Self.inWorld { test, app in
            let reference = try #require(
                try await test.owner.withConnection { connection in
                    try await connection.value(
                        "select reference from training_places order by id limit 1",
                        as: String.self
                    )
                }
            )
            try await WebClient.visit(app) { client in
                try await client.get("/plek-aanbieden/\(reference)")
                #expect(client.page.status == 404)
            }
        }
    }
}
