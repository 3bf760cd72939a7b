import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// A candidate registers without help.
struct RegistrationTests {
    private static func begin(_ site: TestSite, _ client: WebClient, mail: String) async throws -> String {
        try await client.get("/kandidaat-worden")
        try client.fill("mail", mail)
        try client.check("oud-genoeg")
        try await client.press("Stuur mij de mail")
        #expect(client.page.path == "/kandidaat-worden/verstuurd")
        return try await site.deliveredLink()
    }

    private static func fill(_ client: WebClient, bornOn: String = "6-5-2004") throws {
        for (name, value) in [
            ("voornaam", "Vera"), ("tussenvoegsel", "van der"), ("achternaam", "Verzonnen"), ("geboortedatum", bornOn),
            ("telefoon", "06 12 34 56 78"), ("gemeente", "GM0153"), ("leerweg", "bol"), ("leerjaar", "2"),
        ] { try client.fill(name, value) }
    }

    @Test func `whoever registers gets a file with the team of the town, and signs in with it`() async throws {
        try await withSite(isDemo: false) { site, client in
            try await client.get("/kandidaat-worden")
            try client.fill("mail", "vera@verzonnen.example")
            try await client.press("Stuur mij de mail")
            #expect(client.page.status == 400)
            #expect(client.page.text.contains("16 jaar of ouder"))

            let link = try await Self.begin(site, client, mail: "vera@verzonnen.example")
            #expect(try await site.value("select count(*) from candidate_identities where mail like 'vera@%'") == 0)
            try await client.get(link)
            try await client.press("Ga verder")
            #expect(client.page.status == 400)
            #expect(client.page.title.hasPrefix("Fout"))

            try Self.fill(client)
            try await client.press("Ga verder")
            #expect(client.page.text.contains("Vera van der Verzonnen"))
            #expect(
                client.page.forms.flatMap(\.controls).filter { $0.name == "toestemming" }.allSatisfy { !$0.isChosen }
            )
            try await client.press("Wijzig wat je invulde")
            #expect(
                client.page.forms.flatMap(\.controls).contains { $0.name == "achternaam" && $0.value == "Verzonnen" }
            )
            try await client.press("Ga verder")
            try Self.chooseTeam(client)
            try await client.press("Schrijf me in")
            #expect(client.page.path == "/mijn/welkom")
            #expect(client.page.text.contains("belt of mailt je, uiterlijk"))

            let rows = try await site.rows(
                """
                select f.origin, f.region_code, f.state, f.coordinator_id is null, i.mail,
                    (select count(*) from consents c where c.candidate_id = f.candidate_id)
                from case_files f join candidate_identities i on i.candidate_id = f.candidate_id
                where i.family_name = 'Verzonnen' and i.given_name = 'Vera'
                """
            ) { row in
                try (
                    row.next(String.self), row.next(String.self), row.next(String.self), row.next(Bool.self),
                    row.next(String.self), row.next(Int.self)
                )
            }
            let row = try #require(rows.first)
            #expect(rows.count == 1)
            #expect(row == ("self", "RA0205", "registered", true, "vera@verzonnen.example", 0))
            #expect(try await site.deliverMail().contains { $0.to.contains("vera@verzonnen.example") })

            try await client.get("/mijn")
            #expect(client.page.text.contains("Je bent aangemeld."))
            #expect(try await client.another().get(link).status == 404)
        }
    }

    @Test func `whoever is under sixteen is refused kindly, and nothing is kept`() async throws {
        try await withSite(isDemo: false) { site, client in
            let link = try await Self.begin(site, client, mail: "jong@verzonnen.example")
            try await client.get(link)
            try Self.fill(client, bornOn: "25-11-2010")
            try await client.press("Ga verder")
            #expect(client.page.status == 400)
            #expect(client.page.text.contains("Je kunt je inschrijven vanaf 16 jaar."))
            #expect(try await site.value("select count(*) from candidate_identities where mail like 'jong@%'") == 0)
        }
    }

    @Test func `consent for other regions is asked apart and kept with its text`() async throws {
        try await withSite(isDemo: false) { site, client in
            let link = try await Self.begin(site, client, mail: "ida@verzonnen.example")
            try await client.get(link)
            try Self.fill(client)
            try await client.press("Ga verder")
            try Self.chooseTeam(client)
            try client.check("toestemming", value: "buren")
            try await client.press("Schrijf me in")
            let consents = try await site.rows(
                """
                select c.region_code, c.channel, c.recorded_by is null, c.text_version from consents c
                join candidate_identities i on i.candidate_id = c.candidate_id where i.mail like 'ida@%'
                """
            ) { row in
                try (
                    row.nextOptional(String.self), row.next(String.self), row.next(Bool.self), row.next(Int.self)
                )
            }
            #expect(consents.count == 1)
            #expect(consents.first.map { $0 == (nil, "on_screen", true, 1) } == true)
            #expect(try await client.get("/mijn/toestemmingen").text.contains("geldt"))
        }
    }

    @Test func `a second sending of the same form makes no second file`() async throws {
        try await withSite(isDemo: false) { site, client in
            let link = try await Self.begin(site, client, mail: "twee@verzonnen.example")
            let other = client.another()
            for one in [client, other] {
                try await one.get(link)
                try Self.fill(one)
                try await one.press("Ga verder")
                try Self.chooseTeam(one)
            }
            try await client.press("Schrijf me in")
            try await other.press("Schrijf me in")
            #expect(client.page.status == 200)
            #expect(other.page.status == 404)
            #expect(try await site.value("select count(*) from candidate_identities where mail like 'twee@%'") == 1)
        }
    }

    @Test func `a citizen service number is refused in what a candidate writes`() async throws {
        try await withSite(isDemo: false) { site, client in
            let link = try await Self.begin(site, client, mail: "bsn@verzonnen.example")
            try await client.get(link)
            try Self.fill(client)
            try client.fill("opleiding", "Mijn nummer is 111222333")
            try await client.press("Ga verder")
            #expect(client.page.status == 400)
            #expect(client.page.text.contains("burgerservicenummer"))
        }
    }

    /// Where several organisations work, the first is as good as any.
    private static func chooseTeam(_ client: WebClient) throws {
        let teams = client.page.forms.flatMap(\.controls).filter { $0.name == "team" }
        if let first = teams.first { try client.fill("team", first.value) }
    }
}
