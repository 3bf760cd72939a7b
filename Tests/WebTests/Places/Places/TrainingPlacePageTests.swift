import Actions
import Domain
import Foundation
import Hummingbird
import Postgres
import Store
import TestSupport
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// Places, practices and regions through the front door.
@Suite struct TrainingPlacePageTests {
    private static let twente = "RA0205"

    /// Walks the site, as the coordinator of a region or as a visitor.
    private func visit(
        _ test: TestWorld,
        as region: String?,
        _ journey: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let reference = try await ReferenceData.read(from: test.world.database)
        let web = try WebApplication(
            configuration: .init(
                isDemo: true,
                contactPhone: "088 000 0000",
                contactMail: "hulp@doorwijzer.example"
            ),
            world: test.world,
            reference: reference
        )
        var person: String?
        if let region { person = "\(try await test.coordinator(in: region).staffMemberID)" }
        let chosen = person
        try await WebClient.visit(Application(router: web.makeRouter())) { client in
            if let chosen {
                try await client.get("/demo/kies")
                let token = client.page.forms.flatMap(\.controls).first { $0.name == "_csrf" }?.value ?? ""
                try await client.post("/demo/kies", [("_csrf", token), ("persoon", chosen), ("terug", "/regios")])
            }
            try await journey(client)
        }
    }

    @Test func `a coordinator offers a place at a practice and finds it in the list`() async throws {
        try await withWorld { test in
            try await visit(test, as: Self.twente) { client in
                try await client.get("/plekken/nieuw")
                let practice = try #require(client.page.links.first { $0.href.hasPrefix("/plekken/nieuw?praktijk=") })
                try await client.get(practice.href)
                try client.fill("uren", "veel")
                try await client.press("Bied de plek aan")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout"))
                #expect(client.page.text.contains("Uren per week moet een heel getal zijn"))
                try client.fill("uren", "28")
                try await client.press("Bied de plek aan")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("De plek is bewaard"))
                #expect(client.page.text.contains("Uren per week 28"))
                let path = client.page.path.prefix { $0 != "?" }
                try await client.get("/plekken?volgorde=nieuw")
                #expect(client.page.links.contains { $0.href == path })
            }
        }
    }

    @Test func `a preset fills all activities and keeps the rest`() async throws {
        try await withWorld { test in
            try await visit(test, as: Self.twente) { client in
                try await client.get("/plekken/nieuw")
                let practice = try #require(client.page.links.first { $0.href.hasPrefix("/plekken/nieuw?praktijk=") })
                try await client.get(practice.href)
                try client.fill("weken", "33")
                try await client.press("Alles elke dag")
                let controls = client.page.forms.flatMap(\.controls)
                let daily = controls.filter { $0.name.hasPrefix("activiteit_") && $0.isChosen }
                #expect(!daily.isEmpty && daily.allSatisfy { $0.value == "3" })
                #expect(controls.first { $0.name == "weken" }?.value == "33")
            }
        }
    }

    @Test func `a visitor reads an open place without anyone's name or number`() async throws {
        try await withWorld { test in
            let contact = try await test.owner.withConnection { connection in
                try await connection.first(
                    """
                    select t.reference, k.name, k.mail, s.name from training_places t
                    join practice_contacts k on k.practice_id = t.practice_id
                    join supervisors s on s.practice_id = t.practice_id
                    where t.state = 'open' order by t.id limit 1
                    """
                ) { row in
                    (
                        try row.next(String.self), try row.next(String.self), try row.next(String.self),
                        try row.next(String.self)
                    )
                }
            }
            let (reference, name, mail, supervisor) = try #require(contact)
            try await visit(test, as: nil) { client in
                try await client.get("/plekken/\(reference)")
                #expect(client.page.status == 200)
                for secret in [name, mail, supervisor, "Beheer deze plek", "Wachtende kandidaten"] {
                    #expect(!client.page.body.contains(secret))
                }
            }
        }
    }

    @Test func `a place that is not open is found by its own region only`() async throws {
        try await withWorld { test in
            let reference = try await test.owner.withConnection { connection in
                try await connection.value(
                    "select reference from training_places where state <> 'open' and region_code = 'RA0205' order by id limit 1",
                    as: String.self
                )
            }
            let path = "/plekken/\(try #require(reference))"
            for (region, status) in [(nil, 404), ("RA0102", 404), (Self.twente, 200)] as [(String?, Int)] {
                try await visit(test, as: region) { client in
                    try await client.get(path)
                    #expect(client.page.status == status)
                }
            }
        }
    }

    @Test func `an unknown filter or address is refused, and pages for staff ask who you are`() async throws {
        try await withWorld { test in
            try await visit(test, as: nil) { client in
                for path in [
                    "/plekken?soort=raket", "/plekken?regio=RA9999", "/plekken?na=%00", "/plekken?start=2027-13",
                    "/plekken?vorm=pdf",
                ] {
                    try await client.get(path)
                    #expect(client.page.status == 400, "\(path)")
                }
                for path in ["/plekken/AAAAAAAA", "/plekken/x", "/regios/nergens", "/regios/%2e%2e"] {
                    try await client.get(path)
                    #expect(client.page.status == 404, "\(path)")
                }
                for path in ["/praktijken", "/plekken/nieuw", "/praktijken/nieuw"] {
                    try await client.get(path)
                    #expect(client.page.path.hasPrefix("/demo/kies"), "\(path)")
                }
            }
        }
    }

    @Test func `the list as CSV holds exactly the filtered places`() async throws {
        try await withWorld { test in
            let count = try await test.world.database.transaction(as: .visitor) { connection in
                var filter = TrainingPlaceListStore.Filter(viewer: nil)
                filter.kinds = [.learningJob]
                return try await TrainingPlaceListStore.count(filter, on: connection)
            }
            try await visit(test, as: nil) { client in
                try await client.get("/plekken?soort=learning_job&vorm=csv")
                let lines = client.page.body.split(separator: "\r\n")
                #expect(lines.count == count + 1)
                #expect(lines.dropFirst().allSatisfy { $0.contains(";leerbaan;") })
            }
        }
    }

    @Test func `a call is kept in the log of the practice, for the own team`() async throws {
        try await withWorld { test in
            try await visit(test, as: Self.twente) { client in
                try await client.get("/praktijken")
                let practice = try #require(
                    client.page.links.first { $0.href.count == 20 && $0.href.hasPrefix("/praktijken/") }
                )
                try await client.get(practice.href)
                try await client.press("Leg het gesprek vast")
                #expect(client.page.status == 400)
                try client.fill("bereikt", "nee")
                try client.fill("notitie", "Voicemail ingesproken")
                try await client.press("Leg het gesprek vast")
                #expect(client.page.text.contains("Het gesprek is vastgelegd"))
                #expect(client.page.text.contains("Niet bereikt"))
                #expect(client.page.text.contains("Voicemail ingesproken"))
            }
        }
    }

    @Test func `two edits of one practice: the second keeps its input and is told`() async throws {
        try await withWorld { test in
            try await visit(test, as: Self.twente) { client in
                try await client.get("/praktijken")
                let practice = try #require(
                    client.page.links.first { $0.href.count == 20 && $0.href.hasPrefix("/praktijken/") }
                )
                try await client.get(practice.href + "/wijzigen")
                _ = try await test.owner.withConnection { connection in
                    try await connection.execute("update practices set version = version + 1")
                }
                try client.fill("notities", "Mijn invoer blijft")
                try await client.press("Sla de wijzigingen op")
                #expect(client.page.status == 409)
                #expect(client.page.body.contains("Mijn invoer blijft"))
                try await client.press("Sla de wijzigingen op")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("Mijn invoer blijft"))
            }
        }
    }

    @Test func `a region page is public, and shows what waits where to its own team only`() async throws {
        try await withWorld { test in
            try await visit(test, as: nil) { client in
                try await client.get("/regios")
                try await client.follow("Twente")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("Buurregio"))
                #expect(!client.page.text.contains("Trajecten van je team"))
            }
            try await visit(test, as: Self.twente) { client in
                try await client.get("/regios/twente")
                #expect(client.page.text.contains("Trajecten van je team per stap"))
                try await client.get("/regios/drenthe")
                #expect(!client.page.text.contains("Trajecten van je team"))
            }
        }
    }
}
