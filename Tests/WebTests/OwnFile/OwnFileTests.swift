import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// A candidate in the own file: answering places, consents, scores, data, and stopping.
struct OwnFileTests {
    private static let story = DemoStory().waitingInFullRegion

    @Test(arguments: CaseState.allCases)
    func `the own page says in each state who has to act and whom to call`(_ state: CaseState) async throws {
        try await withSite(isDemo: false) { site, client in
            let found = try await site.rows(
                """
                select f.reference, t.phone from case_files f join teams t on t.id = f.team_id
                join candidate_identities i on i.candidate_id = f.candidate_id and i.mail <> ''
                where f.state = \(state.rawValue) order by f.reference limit 1
                """
            ) { row in try (row.next(Reference.self), row.next(String.self)) }
            guard let (reference, phone) = found.first else { return }
            try await site.signIn(site.person(of: reference), client)
            #expect(client.page.status == 200)
            #expect(client.page.body.contains(phone.filter { $0.isNumber }.suffix(9)), "\(state)")
            for path in [
                "/mijn/beoordeling", "/mijn/beoordeling/kort", "/mijn/beoordeling/volledig", "/mijn/toestemmingen",
                "/mijn/gegevens", "/mijn/gegevens/wijzigen", "/mijn/inzage", "/mijn/stoppen", "/mijn/welkom",
                "/mijn/trajecten/\(reference)",
            ] { #expect(try await client.get(path).status == 200, "\(state) \(path)") }
            for place in try await client.get("/mijn").links.map(\.href) where place.hasPrefix("/mijn/plekken/") {
                #expect(try await client.get(place).status == 200, "\(state) \(place)")
            }
        }
    }

    @Test func `the last yes of the candidate moves the case on`() async throws {
        try await withSite(isDemo: false) { site, client in
            let reference: Reference = try await site.value(
                """
                select f.reference from case_files f join proposals p on p.case_id = f.id and p.state = 'agreed'
                join candidate_identities i on i.candidate_id = f.candidate_id and i.mail <> ''
                where f.state = 'agreed' and f.owner = 'candidate' and p.candidate_yes_at is null
                order by f.reference limit 1
                """
            )
            try await site.signIn(site.person(of: reference), client)
            try await client.follow("Zeg ja of nee tegen")
            let button = try #require(
                client.page.forms.flatMap(\.buttons).map(\.text).first { $0.hasPrefix("Zeg ja tegen") }
            )
            try await client.press(button)
            #expect(client.page.text.contains("Je antwoord is doorgegeven."))
            let owner: String = try await site.value("select owner from case_files where reference = \(reference)")
            #expect(owner != "candidate")
            try await client.get("/mijn")
            #expect(client.page.text.contains("Je zei ja tegen een plek"))
        }
    }

    @Test func `a no needs a reason, frees the place and keeps the search going`() async throws {
        try await withSite(isDemo: false) { site, client in
            let reference: Reference = try await site.value(
                """
                select f.reference from case_files f join candidate_identities i on i.candidate_id = f.candidate_id
                where f.state in ('proposed', 'interview') and i.mail <> ''
                    and (select count(*) from proposals p where p.case_id = f.id and p.state in ('open', 'interview')) = 1
                order by f.reference limit 1
                """
            )
            try await site.signIn(site.person(of: reference), client)
            let place = try #require(client.page.links.map(\.href).first { $0.hasPrefix("/mijn/plekken/") })
            try await client.get(place)
            try await client.press("Zeg nee tegen deze plek")
            #expect(client.page.status == 400)
            try client.fill("reden", "too_far")
            try await client.press("Zeg nee tegen deze plek")
            #expect(client.page.status == 200)
            #expect(try await site.value("select state from case_files where reference = \(reference)") == "searching")
            #expect(
                try await site.value(
                    """
                    select count(*) from seat_occupations o join proposals p on p.id = o.proposal_id
                    join case_files f on f.id = p.case_id where f.reference = \(reference) and o.state <> 'released'
                    """
                ) == 0
            )
        }
    }

    @Test func `taking a consent back stops the open referral and tells the other region`() async throws {
        try await withSite { site, client in
            let own = try await site.coordinator(of: Self.story)
            let coordinator = client.another()
            try await coordinator.become(own)
            try await site.referStory(by: own, coordinator)
            _ = try await site.deliverMail()
            try await site.signIn(site.person(of: Self.story), client)
            #expect(client.page.text.contains("om je te helpen"))
            try await client.get("/mijn/toestemmingen")
            #expect(client.page.text.contains("Een regio bekijkt je kaart nu."))
            let consent: String = try await site.value(
                """
                select r.consent_id::text from referrals r join case_files f on f.id = r.case_id
                where f.reference = \(Self.story) and r.state = 'open'
                """
            )
            let action = "/mijn/toestemmingen/\(consent)/intrekken"
            let button = try #require(client.page.forms.first { $0.action == action }?.buttons.first)
            try await client.press(button.text, inFormTo: action)
            #expect(client.page.text.contains("ingetrokken"))
            #expect(try await site.value("select state from case_files where reference = \(Self.story)") == "searching")
            #expect(try await site.deliverMail().contains { $0.subject.contains("is ingetrokken") })
        }
    }

    @Test func `consent is one click, once, and not for the own region`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: DemoStory().waitingWithRoom)
            try await site.signIn(person, client)
            func given() async throws -> Int {
                try await site.value(
                    "select count(*) from consents where candidate_id = \(person.id) and withdrawn_at is null"
                )
            }
            for _ in 0..<2 {
                try await client.get("/mijn/toestemmingen")
                try client.fill("regio", "RA0205")
                try await client.press("Geef deze regio toestemming")
                if client.page.status != 200 { break }
            }
            #expect(try await given() == 1)
            try await client.get("/mijn/toestemmingen")
            let token = client.hidden(FormData.tokenField)
            let submission = UUID().uuidString
            let page = try await client.post(
                "/mijn/toestemmingen",
                [
                    (FormData.tokenField, token), ("regio", DemoStory.roomyRegion.rawValue), ("tekst", "1"),
                    (FormData.submissionField, submission),
                ]
            )
            #expect(page.status == 400)
            #expect(page.text.contains("eigen regio"))
            #expect(try await given() == 1)
        }
    }

    @Test func `own scores never change a level, and differences are to talk about`() async throws {
        try await withSite { site, client in
            let person = try await site.person(of: Self.story)
            func levels() async throws -> [String] {
                try await site.rows(
                    """
                    select l.area_code || ' ' || l.level from assessment_levels l
                    join assessments a on a.id = l.assessment_id where a.candidate_id = \(person.id) order by 1
                    """
                ) { try $0.next(String.self) }
            }
            // One assessor is left, so that there is a second one to ask for.
            _ = try await site.rows(
                """
                with others as (select r.id from assessors r join assessments a on a.id = r.assessment_id
                        where a.candidate_id = \(person.id) and r.kind = 'assessor' order by r.id offset 1),
                    scores as (delete from assessment_scores where assessor_id in (select id from others) returning 1)
                select count(*) from scores
                """
            ) { try $0.next(Int.self) }
            _ = try await site.rows(
                """
                delete from assessors r using assessments a where a.id = r.assessment_id and a.candidate_id = \(person.id)
                    and not exists (select 1 from assessment_scores s where s.assessor_id = r.id) returning r.id
                """
            ) { try $0.next(UUID.self) }
            let before = try await levels()
            try #require(!before.isEmpty)
            try await site.signIn(person, client)
            try await client.get("/mijn/beoordeling/kort")
            let names = Set(client.page.forms.flatMap(\.controls).map(\.name).filter { $0.hasPrefix("zelf-") })
            #expect(names.count == 7)
            for name in names { try client.fill(name, "5") }
            try client.fill("opmerking", "Ik leer snel.\n")
            try await client.press("Bewaar mijn scores")
            #expect(client.page.text.contains("Je scores zijn bewaard."))
            #expect(client.page.text.contains("Ik leer snel."))
            #expect(try await levels() == before)

            try await client.press("Vraag een tweede beoordelaar")
            #expect(client.page.text.contains("Je vroeg om een tweede beoordelaar."))
            #expect(!client.page.forms.flatMap(\.buttons).map(\.text).contains("Vraag een tweede beoordelaar"))
            let coordinator = client.another()
            try await coordinator.become(site.coordinator(of: Self.story))
            #expect(try await coordinator.get("/werklijst").text.contains("vraagt tweede beoordelaar"))

            let file = try await client.get("/mijn/beoordeling/download?vorm=json")
            let document = try #require(AssessmentDocument.read(file.bytes, secrets: site.world.world.secrets))
            #expect(document.inhoud.opmerking == "Ik leer snel.")
            #expect(try await client.get("/mijn/beoordeling/download?vorm=html").status == 200)
            #expect(try await client.get("/mijn/inzage").text.contains("Je downloadde je gegevens"))
        }
    }

    @Test func `a correction of an old page keeps what was typed and changes nothing`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            try await site.signIn(person, client)
            try await client.get("/mijn/gegevens/wijzigen")
            _ = try await site.rows("update candidates set version = version + 1 where id = \(person.id) returning id")
            {
                try $0.next(UUID.self)
            }
            try client.fill("telefoon", "06 98 76 54 32")
            try client.fill("reisafstand", "40")
            try await client.press("Bewaar mijn gegevens")
            #expect(client.page.status == 409)
            #expect(client.page.body.contains("06 98 76 54 32"))
            try await client.press("Bewaar mijn gegevens")
            #expect(client.page.text.contains("Opgeslagen."))
            #expect(client.page.text.contains("06 98 76 54 32"))
            #expect(try await site.value("select travel_limit_km from candidates where id = \(person.id)") == 40)
        }
    }

    @Test func `whoever looked stands there by name, organisation and reason`() async throws {
        try await withSite { site, client in
            let own = try await site.coordinator(of: Self.story)
            let coordinator = client.another()
            try await coordinator.become(own)
            try await coordinator.get("/kandidaten/\(Self.story)")
            let name: String = try await site.value("select name from staff_members where id = \(own.staffMemberID)")
            try await site.signIn(site.person(of: Self.story), client)
            try await client.get("/mijn/inzage")
            #expect(client.page.text.contains(name))
            #expect(client.page.text.contains("Bekeek je traject"))
        }
    }

    @Test func `whoever stops is not asked why, and nothing stays asked of others`() async throws {
        try await withSite(isDemo: false) { site, client in
            let reference: Reference = try await site.value(
                """
                select f.reference from case_files f join candidate_identities i on i.candidate_id = f.candidate_id
                where f.state = 'proposed' and i.mail <> '' order by f.reference limit 1
                """
            )
            try await site.signIn(site.person(of: reference), client)
            try await client.get("/mijn/stoppen")
            try await client.press("Stop met zoeken")
            #expect(client.page.path.hasPrefix("/mijn"))
            #expect(client.page.text.contains("Je bent gestopt met zoeken"))
            let open: Int = try await site.value(
                """
                select count(*) from proposals p join case_files f on f.id = p.case_id
                where f.reference = \(reference) and p.state in ('open', 'interview', 'agreed')
                """
            )
            #expect(open == 0)
            #expect(
                try await site.value("select withdrawal_reason from case_files where reference = \(reference)")
                    == "by_candidate"
            )
        }
    }

    @Test func `another mail address counts only after its own link, and the old one hears of it`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            func mail() async throws -> String {
                try await site.value("select mail from candidate_identities where candidate_id = \(person.id)")
            }
            try await site.signIn(person, client)
            try await client.get("/mijn/mailadres")
            try client.fill("mail", "nieuw@verzonnen.example")
            try await client.press("Stuur de mail")
            let link = try await site.deliveredLink()
            #expect(link.hasPrefix("/mijn/mailadres/"))
            try await client.get(link)
            #expect(try await mail() == person.mail)
            try await client.press("Ja, gebruik dit adres")
            #expect(try await mail() == "nieuw@verzonnen.example")
            #expect(try await site.deliverMail().map(\.to).contains { $0.contains(person.mail) })
            #expect(try await client.another().get(link).status == 404)
        }
    }

    @Test func `a new address ends the links to the old one and the sessions elsewhere`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            let elsewhere = client.another()
            try await site.signIn(person, elsewhere)
            try await site.signIn(person, client)
            let visitor = client.another()
            try await visitor.get("/mijn/aanmelden")
            try visitor.fill("mail", person.mail)
            try await visitor.press("Stuur mij een link")
            let old = try await site.deliveredLink()
            try await client.get("/mijn/mailadres")
            try client.fill("mail", "nieuw@verzonnen.example")
            try await client.press("Stuur de mail")
            let link = try await site.deliveredLink()

            // When the change fails, nothing of it happened, and the link still works.
            func change(_ sql: String) async throws {
                try await site.world.owner.withConnection { try await $0.executeScript(sql) }
            }
            try await change(
                "alter table candidate_identities add constraint broken check (mail <> 'nieuw@verzonnen.example')"
            )
            try await client.get(link)
            #expect(try await client.press("Ja, gebruik dit adres").status >= 400)
            #expect(try await elsewhere.get("/mijn").path == "/mijn")
            #expect(try await visitor.get(old).status == 200)
            try await change("alter table candidate_identities drop constraint broken")

            try await client.get(link)
            try await client.press("Ja, gebruik dit adres")
            #expect(try await client.get("/mijn").path == "/mijn")
            #expect(try await elsewhere.send("GET", "/mijn", followRedirects: false).status == 303)
            #expect(try await visitor.get(old).status == 404)
        }
    }
}
