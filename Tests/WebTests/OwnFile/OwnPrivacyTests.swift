import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// What a candidate asks of the service by law: a copy, keeping it longer, erasing, and being one person.
struct OwnPrivacyTests {
    private static let story = DemoStory().waitingInFullRegion

    @Test func `a copy holds everything, and after erasing nobody can sign in any more`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            let phone = client.another()
            try await site.signIn(person, phone)
            try await site.signIn(person, client)
            let file = try await client.get("/mijn/gegevens/download?vorm=json")
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
            #expect(file.body.contains(person.mail))
            #expect(try await client.get("/mijn/gegevens/download?vorm=html").text.contains(person.mail))
            #expect(try await client.get("/mijn/inzage").text.contains("Je downloadde je gegevens"))

            try await client.get("/mijn/wissen")
            try client.fill("bevestig", "ja")
            try await client.press("Wis alles")
            #expect(client.page.status == 400)
            try client.fill("bevestig", " Wissen ")
            try await client.press("Wis alles")
            #expect(client.page.text.contains("Je gegevens zijn gewist"))
            #expect(try await site.value("select count(*) from candidates where id = \(person.id)") == 0)
            for one in [client, phone] {
                #expect(try await one.send("GET", "/mijn", followRedirects: false).status == 303)
            }
            #expect(try await site.deliverMail().filter { $0.to.contains(person.mail) }.count == 1)
            try await client.get("/mijn/aanmelden")
            try client.fill("mail", person.mail)
            try await client.press("Stuur mij een link")
            #expect(try await site.deliverMail().isEmpty)
        }
    }

    @Test func `keeping the file for a year is a yes of its own, taken back in one click`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            func holds() async throws -> Int {
                try await site.value(
                    "select count(*) from retention_consents where candidate_id = \(person.id) and withdrawn_at is null"
                )
            }
            try await site.signIn(person, client)
            try await client.get("/mijn/bewaren")
            try await client.press("Bewaar mijn gegevens een jaar")
            #expect(try await holds() == 1)
            try await client.press("Trek deze toestemming in")
            #expect(try await holds() == 0)
        }
    }

    @Test func `whoever is registered twice is asked, and nobody hears of a no`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            let identity = try #require(
                try await site.rows(
                    "select given_name, name_infix, family_name, born_on from candidate_identities where candidate_id = \(person.id)"
                ) { row in
                    try (
                        row.next(String.self), row.next(String.self), row.next(String.self),
                        row.next(CalendarDate.self)
                    )
                }.first
            )
            try await KeepPersonKeys(world: site.world.world)()
            try await client.get("/kandidaat-worden")
            try client.fill("mail", "tweede@verzonnen.example")
            try client.check("oud-genoeg")
            try await client.press("Stuur mij de mail")
            try await client.get(site.deliveredLink())
            for (name, value) in [
                ("voornaam", identity.0), ("tussenvoegsel", identity.1), ("achternaam", identity.2),
                ("geboortedatum", identity.3.dutchNumeric), ("gemeente", "GM0193"), ("leerweg", "bol"),
                ("leerjaar", "1"),
            ] { try client.fill(name, value) }
            try await client.press("Ga verder")
            if let team = client.page.forms.flatMap(\.controls).first(where: { $0.name == "team" }) {
                try client.fill("team", team.value)
            }
            try await client.press("Schrijf me in")
            let events: Int = try await site.value("select count(*) from case_events")
            try await client.get("/mijn/gegevens")
            try await client.follow("Kijk en kies")
            try await client.press("Dat ben ik niet")
            #expect(client.page.text.contains("Je koos: dat ben ik niet."))
            #expect(try await site.value("select count(*) from case_events") == events)
        }
    }
}
