import Actions
import Foundation
import HTTPBase
import Mail
import Postgres
import Store
import TestSupport
import Testing

/// What members wrote for everyone goes again: by whoever wrote it, or by the fund with a reason.
@Suite struct TakeDownTests {
    private static let question = "/vragen/wie-kent-een-praktijk"
    private static let answer = "Bel Petra Verzonnen, zij zoekt nog."

    /// A question with an answer by someone else.
    private func withAnswer(
        _ journey: @escaping @Sendable (TestSite, _ asker: Actor, _ helper: Actor) async throws -> Void
    ) async throws {
        try await withNewNetwork { site in
            let (asker, helper) = (
                try await site.world.coordinator(in: "RA0205"), try await site.world.coordinator(in: "RA0102")
            )
            try await site.visit(as: asker) { client in
                try await client.join()
                try await client.get("/vragen/nieuw")
                try client.fill("vraag", "Wie kent een praktijk?")
                try client.fill("uitleg", "Voor een zeldzaamheid zoeken wij een plek.")
                try client.check("knelpunt", value: "supervision")
                try await client.press("Stel de vraag")
                #expect(client.page.path.hasPrefix(Self.question))
            }
            try await site.visit(as: helper) { client in
                try await client.join()
                try await client.get(Self.question)
                try client.fill("antwoord", Self.answer)
                try await client.press("Geef antwoord")
                #expect(client.page.text.contains(Self.answer))
            }
            try await journey(site, asker, helper)
        }
    }

    @Test func `whoever answered takes the answer back; nobody finds a word of it any more`() async throws {
        try await withAnswer { site, asker, helper in
            let address = try await site.visit(as: helper) { client in
                try await client.get(Self.question)
                let address = try #require(client.page.links.first { $0.text == "Haal dit antwoord weg" }?.href)
                #expect(!client.page.text.contains("Haal deze vraag weg"))
                return address
            }
            try await site.visit(as: asker) { client in
                // It is not theirs; and their own question now has another's answer.
                #expect(try await client.get(address).status == 404)
                try await client.get(Self.question)
                try await client.follow("Haal deze vraag weg")
                #expect(client.page.text.contains("Anderen gaven al antwoord"))
                let own = client.page.path
                try await client.get(Self.question)
                let forced = try await client.post(
                    own,
                    [
                        (FormData.tokenField, client.hidden(FormData.tokenField)),
                        (FormData.submissionField, UUID().uuidString), ("stap", "weg"),
                    ]
                )
                #expect(forced.status == 409)
            }
            try await site.visit { visitor in
                let before = try await visitor.get(Self.question)
                #expect(before.text.contains("Petra") && !before.text.contains("Moet dit weg?"))
                #expect(try await visitor.get("/vragen?q=Verzonnen").text.contains("Wie kent een praktijk?"))
            }
            try await site.visit(as: helper) { client in
                try await client.get(address)
                try await client.press("Haal dit voorgoed weg")
                #expect(client.page.text.contains("Weggehaald."))
                #expect(!client.page.text.contains("Petra"))
            }
            try await site.visit { visitor in
                let page = try await visitor.get(Self.question)
                #expect(!page.text.contains("Petra"))
                #expect(try await !visitor.get("/vragen?q=Verzonnen").text.contains("Wie kent een praktijk?"))
            }
            try await site.visit(as: asker) { client in
                try await client.get(Self.question)
                try await client.follow("Haal deze vraag weg")
                try await client.press("Haal dit voorgoed weg")
                #expect(client.page.path.hasPrefix("/vragen"))
                #expect(try await client.get(Self.question).status == 404)
            }
            #expect(
                try await site.value(
                    "select count(*) from questions where slug = 'wie-kent-een-praktijk'",
                    as: Int.self
                ) == 0
            )
        }
    }

    @Test func `the fund holds back an answer and a question with a reason, and releases them`() async throws {
        try await withAnswer { site, asker, helper in
            let scene = try await SchemeScene(site)
            try await site.deliverMail()
            try await site.visit { visitor in
                let fund = try await scene.deciding(like: visitor)
                try await fund.get(Self.question)
                // The answer's link comes before the question's.
                try await fund.follow("Haal weg")
                #expect(fund.page.path.contains("/weghalen/antwoord/"))
                try await fund.press("Haal dit weg")
                #expect(fund.page.status == 400)
                try fund.fill("reden", "Hier staat de naam van een kandidaat.")
                try await fund.press("Haal dit weg")
                #expect(fund.page.text.contains("De schrijver krijgt een mail met je reden."))
                #expect(fund.page.text.contains("De reden: Hier staat de naam van een kandidaat."))

                #expect(try await !visitor.get(Self.question).text.contains("Petra"))
                #expect(try await !visitor.get("/vragen?q=Verzonnen").text.contains("Wie kent een praktijk?"))
                let mail = try #require(try await site.deliverMail().first { $0.subject.contains("je antwoord") })
                #expect(mail.text.contains("Hier staat de naam van een kandidaat."))
                #expect(!mail.text.contains("Petra"))
            }
            try await site.visit(as: helper) { client in
                let page = try await client.get(Self.question)
                #expect(page.text.contains("De reden: Hier staat de naam van een kandidaat."))
                #expect(page.text.contains("Petra"))
            }
            try await site.visit(as: asker) { client in
                let page = try await client.get(Self.question)
                #expect(!page.text.contains("Petra"))
            }
            try await site.visit { visitor in
                let fund = try await scene.deciding(like: visitor)
                let id: UUID = try await site.value("select id from questions where slug = 'wie-kent-een-praktijk'")
                let address = "/leernetwerk/weghalen/vraag/\(id.uuidString.lowercased())"
                try await fund.get(address)
                try fund.fill("reden", "Te herkennen wie het is.")
                try await fund.press("Haal dit weg")
                #expect(fund.page.text.contains("Weggehaald door het fonds"))
                #expect(try await visitor.get(Self.question).status == 404)
                #expect(try await !visitor.get("/vragen").text.contains("Wie kent een praktijk?"))
                #expect(try await !visitor.get("/vragen?vorm=atom").body.contains("Wie kent een praktijk?"))

                try await fund.get(address)
                try await fund.press("Zet dit terug")
                #expect(try await visitor.get(Self.question).status == 200)
                #expect(try await visitor.get("/vragen").text.contains("Wie kent een praktijk?"))
            }
        }
    }

    @Test func `whoever copied takes that back; the fund holds back a practice and what came of a copy`() async throws {
        try await withNewNetwork { site in
            let person = try await site.world.coordinator(in: "RA0205")
            let practice: String = try await site.value(
                "select slug from good_practices where state = 'published' order by slug limit 1"
            )
            let path = "/goede-praktijken/\(practice)"
            let mark = "Dit proberen wij in onze wijk."
            @Sendable func copy(_ client: WebClient) async throws {
                try await client.get("\(path)/overnemen")
                try client.fill("regio", "RA0205")
                try client.fill("bedoeling", mark)
                try await client.press("Dit nemen wij over")
                #expect(client.page.text.contains(mark))
            }
            try await site.visit(as: person) { client in
                try await client.join()
                try await copy(client)
                try await client.follow("Haal deze overname weg")
                try await client.press("Haal dit voorgoed weg")
                #expect(!client.page.text.contains(mark))
                try await copy(client)
            }
            let scene = try await SchemeScene(site)
            try await site.visit { visitor in
                let fund = try await scene.deciding(like: visitor)
                let held: UUID = try await site.value("select id from good_practices where slug = \(practice)")
                for (kind, id) in [
                    (
                        "overname",
                        try await site.value("select id from copies where intention = \(mark)", as: UUID.self)
                    ),
                    ("praktijk", held),
                ] {
                    try await fund.get("/leernetwerk/weghalen/\(kind)/\(id.uuidString.lowercased())")
                    try fund.fill("reden", "Niet waar.")
                    try await fund.press("Haal dit weg")
                    #expect(fund.page.text.contains("De reden: Niet waar."), "\(kind)")
                    if kind == "overname" { #expect(try await !visitor.get(path).text.contains(mark)) }
                }
                #expect(try await visitor.get(path).status == 404)
                // Whoever answers for it does not release it.
                _ = try await site.world.owner.withConnection { connection in
                    try await connection.execute(
                        """
                        update good_practices set author_id =
                            (select id from network_members where staff_member_id = \(person.staffMemberID)),
                            contact_id = null, validated_by_id = null
                        where id = \(held)
                        """
                    )
                }
                let error = await #expect(throws: DatabaseError.self) {
                    try await site.world.world.database.transaction(as: person.acting) { connection in
                        try await connection.execute(
                            "update good_practices set held_at = null, held_reason = null where id = \(held)"
                        )
                    }
                }
                #expect(error?.constraint == "good_practices_held_by_fund")
                #expect(try await !visitor.get("/goede-praktijken").body.contains("\"\(path)\""))
                #expect(try await !visitor.get("/sitemap.xml").body.contains(path))
                try await fund.get("/leernetwerk/weghalen/praktijk/\(held.uuidString.lowercased())")
                try await fund.press("Zet dit terug")
                #expect(try await visitor.get(path).status == 200)
            }
        }
    }
}
