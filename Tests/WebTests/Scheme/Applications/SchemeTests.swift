import Domain
import Foundation
import Mail
import Postgres
import Store
import TestSupport
import Testing

/// The stimuleringsregeling through the front door: a leader applies, the fund asks and decides, the page appears.
struct SchemeTests {
    @Test func `an application is filled in, asked about, granted, published, run, reported and settled`() async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            var (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Stagebureau Proefstad", by: leader)
            #expect(leader.page.text.contains("Ontvangstbewijs"))
            #expect(try await site.deliverMail().map(\.subject).contains { $0.contains("is binnen") })

            // The fund asks, the leader changes and answers.
            try await fund.get("/fonds/aanvragen")
            #expect(fund.page.text.contains("Stagebureau Proefstad"))
            try await fund.get("\(SchemeScene.atFund(path))/vraag")
            try fund.fill("vraag", "Wie doet het werk?")
            try await fund.press("Verstuur de vraag")
            #expect(fund.page.status == 200 && fund.page.text.contains("vraag van het fonds"))
            #expect(try await site.deliverMail().contains { $0.text.contains("Wie doet het werk?") })
            try await leader.get("/subsidie/aanvragen")
            try await leader.follow("Geef antwoord")
            try leader.fill("antwoord", "De coördinator van de zorggroep.")
            try await leader.press("Verstuur het antwoord")
            #expect(leader.page.status == 200 && leader.page.text.contains("De coördinator van de zorggroep."))

            // Granted: page, membership and letters are there at once.
            try await scene.decide("toekennen", on: path, by: fund)
            #expect(fund.page.status == 200 && fund.page.text.contains("toegekend"), "\(fund.page.text.prefix(600))")
            let slug: String = try await site.value("select slug from projects where name = 'Stagebureau Proefstad'")
            #expect(slug == "stagebureau-proefstad")
            let made = try await site.rows(
                """
                select p.label, p.subject, p.grant_cents, (select count(*) from project_partners x where x.project_id = p.id),
                    (select count(*) from project_regions x where x.project_id = p.id),
                    (select count(*) from project_goals x where x.project_id = p.id)
                from projects p where p.slug = \(slug)
                """
            ) { row in
                let texts = [try row.next(String.self), try row.next(String.self)]
                return (
                    texts,
                    [try row.next(Int.self), try row.next(Int.self), try row.next(Int.self), try row.next(Int.self)]
                )
            }
            #expect(
                made.first?.0.first == "scheme" && made.first?.0.last?.hasPrefix("Wij zoeken samen plekken.") == true
            )
            #expect(made.first?.1 == [2_000_000, 3, 1, 1])
            let members: Int = try await site.value(
                """
                select count(*) from network_members where staff_member_id = \(scene.leaderID) and joined_by = 'grant'
                    and not is_listed
                """
            )
            #expect(members == 1)
            let subjects = try await site.deliverMail().map(\.subject)
            #expect(subjects.contains { $0.contains("is toegekend") })
            #expect(subjects.contains { $0.contains("De pagina van je project") })
            try await leader.get("\(path)/brief")
            #expect(leader.page.text.contains("We kennen je €"))

            // Start, and the report that is asked before the end.
            try await leader.get("\(path)/start")
            try leader.fill("datum", "24-11-2026")
            try await leader.press("Meld de start")
            #expect(leader.page.text.contains("loopt"))
            #expect(
                try await site.value("select state from projects where slug = \(slug)", as: String.self) == "running"
            )
            site.world.clock.advance(days: 380)
            (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            #expect(try await site.deliverMail().contains { $0.subject.contains("Schrijf het eindverslag") })
            try await leader.get("\(path)/verslag/eind")
            for (name, text) in [
                ("gedaan", "Alle praktijken gebeld."), ("resultaat", "Er kwamen plekken bij."),
                ("mislukt", "Kleine praktijken deden niet mee."), ("uitgegeven", "36.000"), ("gehaald-1", "22"),
            ] { try leader.fill(name, text) }
            try await leader.press("Dien het verslag in")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(500))")
            #expect(
                try await site.value("select did_not_work from projects where slug = \(slug)", as: String.self)
                    .contains("Kleine")
            )

            // The fund reads and settles; what was not spent is free again.
            try await fund.get(SchemeScene.atFund(path))
            try fund.fill("opmerking", "Mooi verslag.")
            try await fund.press("Dit verslag is gelezen")
            try await fund.get("\(SchemeScene.atFund(path))/afronden")
            try fund.fill("hoe", "afgerond")
            #expect(fund.page.forms.flatMap(\.controls).contains { $0.name == "bedrag" && $0.value == "18.000" })
            try await fund.press("Sluit het project af")
            #expect(fund.page.status == 200 && fund.page.text.contains("Afgesloten"), "\(fund.page.text.prefix(500))")
            let left: Int = try await site.value("select scheme_committed(2026::smallint)")
            #expect(left == 1_800_000)
        }
    }

    @Test func `over the ceiling the waiting list is offered, and money that comes free goes to it`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site, ceiling: 30_000)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let first = try await scene.submit("Eerste project", by: leader)
            let second = try await scene.submit("Tweede project", by: leader)
            try await scene.decide("toekennen", on: first, by: fund)
            try await fund.get("\(SchemeScene.atFund(second))/besluit")
            #expect(fund.page.text.contains("Past niet in het budget"))
            try await scene.decide("toekennen", on: second, by: fund, amount: "20.000")
            #expect(fund.page.status == 400)
            #expect(fund.page.text.contains("Er is nog € 10.000 over van € 30.000"))
            #expect(
                fund.page.forms.flatMap(\.controls).contains {
                    $0.name == "reden" && $0.value.contains("past bij de regeling")
                }
            )
            try await scene.decide("wachtlijst", on: second, by: fund)
            #expect(fund.page.text.contains("op de wachtlijst"))
            try await leader.get("\(second)/brief")
            #expect(leader.page.text.contains("Je staat op de wachtlijst"))
            // The first never begins.
            try await fund.get("\(SchemeScene.atFund(first))/afronden")
            try fund.fill("hoe", "gestopt")
            try fund.fill("bedrag", "0")
            try await fund.press("Sluit het project af")
            try await fund.get("/fonds/regeling/2026")
            #expect(fund.page.text.contains("Tweede project"))
            try await scene.decide("toekennen", on: second, by: fund, amount: "20.000")
            #expect(fund.page.status == 200 && fund.page.text.contains("toegekend"), "\(fund.page.text.prefix(500))")
        }
    }

    @Test func `two grants at once that together pass the ceiling: one succeeds`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site, ceiling: 30_000)
            let leader = try await scene.leading(like: visitor)
            let paths = [
                try await scene.submit("Een project", by: leader),
                try await scene.submit("Nog een project", by: leader),
            ]
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for path in paths {
                    group.addTask {
                        try await WebClient.visit(site.application) { client in
                            let fund = try await scene.deciding(like: client)
                            try await scene.decide("toekennen", on: path, by: fund, amount: "20.000")
                            return fund.page.status
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200, 400])
            let pages: Int = try await site.value("select count(*) from projects where application_id is not null")
            #expect(pages == 1)
        }
    }

    @Test func `what is missing is said rule by rule, and nothing incomplete can be submitted`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let leader = try await scene.leading(like: visitor)
            let path = try await scene.fillIn("Klein project", by: leader, partners: 2, cost: "60.000", asked: "26.000")
            #expect(leader.page.text.contains("Er moeten nog 2 dingen."))
            #expect(leader.page.text.contains("ten minste 3 organisaties"))
            #expect(leader.page.text.contains("ten hoogste € 25.000"))
            #expect(!leader.page.text.contains("Dien de aanvraag in"))
            // Four sentences are refused, with what was typed.
            try await leader.get("\(path)/stap/1")
            try leader.fill("samenvatting", "Een. Twee. Drie. Vier.")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 400 && leader.page.text.contains("hoogstens drie zinnen"))
            #expect(leader.page.body.contains("Een. Twee. Drie. Vier."))
            // More than half of the cost.
            try await leader.get("\(path)/stap/5")
            try leader.fill("bedrag-1", "30.000")
            try leader.fill("gevraagd", "20.000")
            try await leader.press("Bewaar en reken uit")
            #expect(leader.page.text.contains("Je kunt dus ten hoogste € 15.000 vragen."))
            try await leader.get("\(path)/controle")
            #expect(leader.page.text.contains("50% van de kosten is € 15.000."))
        }
    }

    @Test func `an old page keeps what was typed and says that it changed`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (one, two) = (try await scene.leading(like: visitor), try await scene.leading(like: visitor))
            let path = try await scene.fillIn("Samen schrijven", by: one)
            try await one.get("\(path)/stap/1")
            try await two.get("\(path)/stap/1")
            try one.fill("plan", "Het plan van de een.")
            try await one.press("Bewaar en blijf hier")
            try two.fill("plan", "Het plan van de ander.")
            try await two.press("Bewaar en blijf hier")
            #expect(two.page.status == 409 && two.page.text.contains("Intussen gewijzigd"))
            #expect(two.page.body.contains("Het plan van de ander."))
            try await two.press("Bewaar en blijf hier")
            #expect(two.page.status == 200)
            let plan: String = try await site.value("select plan from applications where name = 'Samen schrijven'")
            #expect(plan == "Het plan van de ander.")
        }
    }

    @Test func `others neither see nor change an application`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let leader = try await scene.leading(like: visitor)
            let path = try await scene.submit("Van ons", by: leader)
            let other = try await scene.leadingElsewhere(like: visitor)
            for page in [path, "\(path)/controle", "\(path)/brief", "\(path)/partners"] {
                #expect(try await other.get(page).status == 404, "\(page)")
            }
            #expect(try await other.get(SchemeScene.atFund(path)).status == 403)
            let coordinator = visitor.another()
            try await coordinator.become(site.world.coordinator(in: "RA0205"))
            #expect(try await coordinator.get(path).status == 403)
            #expect(try await coordinator.get(SchemeScene.atFund(path)).status == 403)
            #expect(try await visitor.get("/subsidie").status == 200)
            #expect(visitor.page.text.contains("ten hoogste 50% van de kosten"))
        }
    }

    @Test func `a refusal needs an advice, and its letter says both`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Past niet", by: leader)
            try await scene.decide("weigeren", on: path, by: fund)
            #expect(fund.page.status == 400 && fund.page.text.contains("Schrijf een advies"))
            try fund.fill("advies", "Werk samen met de buurregio.")
            try await fund.press("Neem dit besluit")
            #expect(fund.page.status == 200)
            #expect(try await site.deliverMail().contains { $0.text.contains("Werk samen met de buurregio.") })
            try await leader.get("\(path)/brief")
            #expect(
                leader.page.text.contains("niet toegekend") && leader.page.text.contains("Werk samen met de buurregio.")
            )
        }
    }

    @Test func `a partner who leaves shows everywhere, and fund and leader are told`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Drie partners", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await site.deliverMail()
            try await leader.get("\(path)/partners/stoppen")
            try leader.fill("partner", "Partner 2")
            try leader.fill("reden", "Geen tijd meer.")
            try await leader.press("Meld dat de partner stopt")
            #expect(
                leader.page.status == 200 && leader.page.text.contains("Voorwaarde niet vervuld"),
                "\(leader.page.text.prefix(500))"
            )
            try await fund.get(SchemeScene.atFund(path))
            #expect(fund.page.text.contains("voorwaarde niet vervuld") && fund.page.text.contains("Geen tijd meer."))
            #expect(try await site.deliverMail().filter { $0.subject.contains("te weinig partners") }.count >= 2)
            let gone: Int = try await site.value(
                "select count(*) from project_partners where name = 'Partner 2' and left_on is not null"
            )
            #expect(gone == 1)
            try await leader.get("\(path)/partners")
            try leader.fill("naam", "Partner 4")
            try leader.fill("soort", "school")
            try await leader.press("Voeg de partner toe")
            #expect(leader.page.status == 200 && !leader.page.text.contains("Voorwaarde niet vervuld"))
        }
    }

    @Test func `a leader keeps the page; the address before a new name stays, and each change is kept`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Oude naam", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await leader.get("/projecten/oude-naam/bewerken")
            try leader.fill("naam", "Nieuwe naam")
            try leader.fill("titel-1", "De film")
            try leader.fill("link-1", "https://voorbeeld.nl/film")
            try leader.fill("soort-1", "film")
            try await leader.press("Bewaar de pagina")
            #expect(
                leader.page.status == 200 && leader.page.path.hasPrefix("/projecten/nieuwe-naam/bewerken"),
                "\(leader.page.text.prefix(500))"
            )
            #expect(
                try await site.value("select count(*) from project_slugs where slug = 'oude-naam'", as: Int.self) == 1
            )
            let edits: [String] = try await site.rows("select field from project_edits order by field") { row in
                try row.next()
            }
            #expect(edits == ["links", "name"])
            try leader.fill("link-1", "javascript:alert(1)")
            try await leader.press("Bewaar de pagina")
            #expect(leader.page.status == 400 && leader.page.text.contains("Het adres van link 1 klopt niet."))
            let other = try await scene.leadingElsewhere(like: visitor)
            #expect(try await other.get("/projecten/nieuwe-naam/bewerken").status == 404)
            try await leader.get("/projecten/nieuwe-naam/bewerken")
            try await leader.press("Alles is nog juist")
            #expect(leader.page.status == 200)

            // The fund holds the page back, and takes it away for good.
            try await fund.get("/fonds/projecten/nieuwe-naam")
            try fund.fill("wat", "weghalen")
            try await fund.press("Voer dit uit")
            #expect(fund.page.status == 400 && fund.page.text.contains("Schrijf waarom."))
            try fund.fill("reden", "Er stonden namen van mensen in.")
            try fund.check("zeker", value: "ja")
            try await fund.press("Voer dit uit")
            #expect(fund.page.status == 200 && fund.page.text.contains("weggehaald"))
            #expect(try await leader.get("/projecten/nieuwe-naam/bewerken").status == 409)
        }
    }

    @Test func `only the administrator of the fund sets rules, never below what was granted`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Duur project", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            #expect(try await fund.get("/fonds/regeling/2026/wijzigen").status == 403)
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    "update staff_roles set role = 'fund_administrator' where id = \(scene.fundRole)"
                )
            }
            let administrator = try await scene.deciding(like: visitor)
            try await administrator.get("/fonds/regeling/2026/wijzigen")
            try administrator.fill("budget", "15.000")
            try await administrator.press("Bewaar de regels")
            #expect(administrator.page.status == 400 && administrator.page.text.contains("al € 20.000 toegekend"))
            try administrator.fill("budget", "50.000")
            try await administrator.press("Bewaar de regels")
            #expect(administrator.page.status == 200 && administrator.page.text.contains("€ 50.000"))
        }
    }
}
