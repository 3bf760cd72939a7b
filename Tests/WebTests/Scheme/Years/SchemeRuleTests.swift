import Actions
import Domain
import Foundation
import Mail
import Postgres
import Store
import TestSupport
import Testing

/// Who counts as a partner, what follows when there are too few, for which routes a project is, and who is told what.
struct SchemeRuleTests {
    // MARK: Partners

    @Test(arguments: ["  %s ", "%S"])
    func `an applicant is no partner of itself, and no partner counts twice`(way: String) async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let leader = try await scene.leading(like: visitor)
            let own: String = try await site.value("select name from organisations where id = \(scene.organisation)")
            let typed = way == "%S" ? own.uppercased().replacing(" ", with: "   ") : "  \(own) "
            let path = try await scene.fillIn("Met jezelf", by: leader, partners: 2)
            #expect(leader.page.text.contains("Er moet nog 1 ding.") || leader.page.text.contains("ten minste 3"))
            try await leader.get("\(path)/stap/4")
            try leader.fill("partner-3", typed)
            try leader.fill("soort-3", "practice")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 400)
            #expect(leader.page.text.contains("vraagt zelf aan en is dus geen partner"))
            try leader.fill("partner-3", " partner   1")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 400 && leader.page.text.contains("Deze partner staat er al."))

            // Written past the form it counts neither on the check page nor in the database.
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    insert into application_partners (id, application_id, name, kind, contribution, joined_on)
                    select gen_random_uuid(), id, \(typed), 'practice', '', '2026-11-01' from applications
                    where name = 'Met jezelf'
                    """
                )
            }
            let count: Int = try await site.value(
                "select application_partner_count(id) from applications where name = 'Met jezelf'"
            )
            #expect(count == 2)
            try await leader.get("\(path)/controle")
            #expect(leader.page.text.contains("2 partners. De aanvrager zelf telt niet mee"))
            #expect(!leader.page.text.contains("Dien de aanvraag in"))
        }
    }

    @Test func `nobody joins a running project twice, nor the applicant itself`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let own: String = try await site.value("select name from organisations where id = \(scene.organisation)")
            let path = try await scene.submit("Erbij", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            for (name, sentence) in [
                (own.uppercased(), "De aanvrager is geen partner van zichzelf."),
                ("partner  2", "Deze partner doet al mee."),
                ("Kandidaat \(DemoStory().waitingInFullRegion)", "Hier staat een kenmerk."),
            ] {
                try await leader.get("\(path)/partners")
                try leader.fill("naam", name)
                try leader.fill("soort", "school")
                try await leader.press("Voeg de partner toe")
                #expect(leader.page.status == 400 && leader.page.text.contains(sentence), "\(name)")
            }
        }
    }

    @Test func `too few partners shows everywhere, and is gone when one joins`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Drie partners nodig", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            /// Each place that says so, by whether it does.
            func places() async throws -> [String: Bool] {
                let row = "Drie partners nodig"
                var said: [String: Bool] = [:]
                said["leader's list"] = try await leader.get("/subsidie/aanvragen").text.contains(Self.words)
                said["leader's page"] = try await leader.get(path).text.contains("Voorwaarde niet vervuld")
                said["fund's desk"] = try await fund.get("/fonds/aanvragen").text.contains(Self.words)
                said["fund's page"] = try await fund.get(SchemeScene.atFund(path)).text.contains(Self.words)
                let file = try await fund.get("/fonds/aanvragen?vorm=csv&jaar=2026").body
                said["fund's file"] = Self.cells(file, row)?[Self.words] == "ja"
                let page = try await visitor.get("/projecten/drie-partners-nodig")
                said["public page"] = page.text.contains("Voorwaarde niet vervuld")
                said["list"] = try await visitor.get("/projecten?q=nodig&jaar=2026").text.contains(Self.words)
                let csv = try await visitor.get("/projecten?jaar=2026&vorm=csv").body
                said["csv"] = Self.cells(csv, row)?[Self.words] == "ja"
                let json = try await visitor.get("/projecten?jaar=2026&vorm=json").body
                said["json"] = json.contains("\"voorwaardeNietVervuld\":true")
                let atom = try await visitor.get("/projecten?jaar=2026&vorm=atom").body
                said["atom category"] = atom.contains("<category term=\"\(Self.words)\"/>")
                said["atom summary"] = atom.contains("Voorwaarde niet vervuld: er zijn te weinig partners.")
                return said
            }
            #expect(try await places().filter(\.value).isEmpty)
            try await leader.get("\(path)/partners/stoppen")
            try leader.fill("partner", "Partner 2")
            try leader.fill("reden", "Geen tijd meer.")
            try await leader.press("Meld dat de partner stopt")
            #expect(try await places().filter { !$0.value }.isEmpty)

            try await leader.get("\(path)/partners")
            try leader.fill("naam", "Partner 4")
            try leader.fill("soort", "school")
            try await leader.press("Voeg de partner toe")
            #expect(try await places().filter(\.value).isEmpty)
        }
    }

    @Test func `what is over lacks nothing, and a rule that rises later does not touch what was granted`() async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Oude regels", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute("update scheme_years set minimum_partners = 5 where year = 2026")
            }
            #expect(try await !leader.get(path).text.contains("Voorwaarde niet vervuld"))
            #expect(try await !visitor.get("/projecten/oude-regels").text.contains("Voorwaarde niet vervuld"))
            #expect(try await fund.get(SchemeScene.atFund(path)).text.contains("ten minste 3 organisaties"))
            // Whoever applies now meets the new rule.
            let draft = try await scene.fillIn("Nieuwe regels", by: leader)
            #expect(try await leader.get("\(draft)/controle").text.contains("ten minste 5 organisaties"))

            try await leader.get("\(path)/partners/stoppen")
            try leader.fill("partner", "Partner 1")
            try leader.fill("reden", "Gestopt.")
            try await leader.press("Meld dat de partner stopt")
            #expect(try await visitor.get("/projecten/oude-regels").text.contains("bij de toekenning minstens 3"))
            try await fund.get("\(SchemeScene.atFund(path))/afronden")
            try fund.fill("hoe", "gestopt")
            try fund.fill("bedrag", "0")
            try await fund.press("Sluit het project af")
            #expect(try await !visitor.get("/projecten/oude-regels").text.contains("Voorwaarde niet vervuld"))
            #expect(try await !leader.get(path).text.contains("Voorwaarde niet vervuld"))
        }
    }

    private static let words = "voorwaarde niet vervuld"

    /// The cells of the row that holds a text, by their column.
    private static func cells(_ csv: String, _ text: String) -> [String: String]? {
        let lines = csv.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
        guard let head = lines.first, let row = lines.first(where: { $0.contains { $0 == text } }) else { return nil }
        return Dictionary(zip(head.map(String.init), row.map(String.init))) { first, _ in first }
    }

    // MARK: Routes

    @Test func `the routes of an application are kept, published and found; none means all`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site, ceiling: 90_000)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.fillIn("Alleen bbl", by: leader)
            try await leader.get("\(path)/stap/2")
            try leader.check("route", value: "bbl")
            try await leader.press("Bewaar en ga verder")
            #expect(try await leader.get("\(path)/stap/2").body.contains("value=\"bbl\" checked"))
            try await leader.get("\(path)/controle")
            try await leader.press("Dien de aanvraag in")
            #expect(try await leader.get(path).text.contains("BBL"))
            let all = try await scene.submit("Voor iedereen", by: leader)
            for one in [path, all] { try await scene.decide("toekennen", on: one, by: fund) }

            let found = try await visitor.get("/projecten?route=bbl&jaar=2026").text
            #expect(found.contains("Alleen bbl") && found.contains("Voor iedereen"))
            let others = try await visitor.get("/projecten?route=bol&jaar=2026").text
            #expect(!others.contains("Alleen bbl") && others.contains("Voor iedereen"))
            #expect(try await visitor.get("/projecten/alleen-bbl").text.contains("Routes BBL"))
            #expect(try await visitor.get("/projecten/voor-iedereen").text.contains("Routes alle routes"))
        }
    }

    // MARK: The network

    @Test func `a grant takes back who left the network, and says how to leave; so does a hand-over`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    insert into network_members (id, staff_member_id, name, organisation_name, position_name, knows, seeks,
                        is_listed, wants_mail, joined_at, joined_by, left_at, is_fictional, version)
                    values (gen_random_uuid(), \(scene.leaderID), 'Lotte Leider', 'o', '', '', '', false, false, '2025-01-01',
                        'self', '2025-06-01', true, 1)
                    """
                )
                _ = try await connection.execute(
                    """
                    insert into staff_members (id, organisation_id, name, mail, phone, is_fictional)
                    values ('00000000-0000-4000-8000-0000000000f1', \(scene.organisation), 'Opvolger Een', 'opvolger@regeling.example',
                        '06 12345678', true)
                    """
                )
                _ = try await connection.execute(
                    """
                    insert into staff_roles (id, staff_member_id, role, organisation_id)
                    values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000f1', 'project_leader', \(scene.organisation))
                    """
                )
            }
            let path = try await scene.submit("Weer lid", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            let again: Int = try await site.value(
                """
                select count(*) from network_members where staff_member_id = \(scene.leaderID) and left_at is null
                    and not is_listed
                """
            )
            #expect(again == 1)
            let mails = try await site.deliverMail()
            let granted = mails.first { $0.subject.contains("is toegekend") }
            #expect(granted?.text.contains("/leernetwerk/lidmaatschap") == true)
            let told = mails.first { $0.subject.contains("De pagina van je project") }
            #expect(told?.text.contains("Dan ben je door dit project weer lid") == true)
            #expect(told?.text.contains("/leernetwerk/lidmaatschap") == true)

            try await leader.get("\(path)/contact")
            try leader.fill("contact", "Opvolger Een")
            try await leader.press("Bewaar de contactpersoon")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            let joined: Int = try await site.value(
                """
                select count(*) from network_members where left_at is null
                    and staff_member_id = '00000000-0000-4000-8000-0000000000f1' and joined_by = 'grant'
                """
            )
            #expect(joined == 1)
            let mail = try await site.deliverMail().first { $0.subject.contains("Je bent nu contactpersoon") }
            #expect(mail?.text.contains("/leernetwerk/lidmaatschap") == true)
        }
    }

    // MARK: Public words

    @Test func `no kenmerk of a candidate gets into the public words of a project`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let slip = "Zoals bij \(DemoStory().waitingInFullRegion)."
            let path = try await scene.fillIn("Openbare woorden", by: leader)
            for (step, field) in [(1, "probleem"), (1, "samenvatting"), (3, "doel-1"), (4, "bijdrage-1")] {
                try await leader.get("\(path)/stap/\(step)")
                try leader.fill(field, slip)
                try await leader.press("Bewaar en ga verder")
                #expect(leader.page.status == 400 && leader.page.text.contains("Hier staat een kenmerk."), "\(field)")
            }
            try await leader.get("\(path)/controle")
            try await leader.press("Dien de aanvraag in")
            try await scene.decide("toekennen", on: path, by: fund)
            for field in ["aanpak", "resultaat"] {
                try await leader.get("/projecten/openbare-woorden/bewerken")
                try leader.fill(field, slip)
                try await leader.press("Bewaar de pagina")
                #expect(leader.page.status == 400 && leader.page.text.contains("Hier staat een kenmerk."), "\(field)")
            }
            try await leader.get("\(path)/start")
            try leader.fill("datum", "24-11-2026")
            try await leader.press("Meld de start")
            try await leader.get("\(path)/verslag/eind")
            for (name, text) in [
                ("gedaan", "Gebeld."), ("resultaat", slip), ("mislukt", "Niets."), ("uitgegeven", "1"),
                ("gehaald-1", "2"),
            ] { try leader.fill(name, text) }
            try await leader.press("Dien het verslag in")
            #expect(leader.page.status == 400 && leader.page.text.contains("Hier staat een kenmerk."))
        }
    }

    // MARK: Held back, released, removed

    @Test func `the fund holds a page back, releases and removes it; the leader reads why, the public finds nothing`()
        async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Kwartelkoning", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await site.deliverMail()
            func act(_ what: String, _ reason: String) async throws -> [String] {
                try await fund.get("/fonds/projecten/kwartelkoning")
                try fund.fill("wat", what)
                try fund.fill("reden", reason)
                try fund.check("zeker", value: "ja")
                try await fund.press("Voer dit uit")
                #expect(fund.page.status == 200, "\(fund.page.text.prefix(400))")
                return try await site.deliverMail().map { "\($0.subject)\n\($0.text)" }
            }
            /// Where the public finds the page.
            func places() async throws -> Set<String> {
                var found: Set<String> = []
                for place in [
                    "/projecten?jaar=2026", "/projecten?q=kwartelkoning", "/projecten?jaar=2026&vorm=atom",
                    "/projecten?jaar=2026&vorm=csv", "/projecten?jaar=2026&vorm=json", "/sitemap.xml",
                    "/open-data/toekenningen.json",
                ] where try await visitor.get(place).body.contains("/projecten/kwartelkoning") { found.insert(place) }
                return found
            }
            #expect(try await places().count == 7)
            let held = try await act("tegenhouden", "Er staat een naam in.")
            #expect(
                held.contains { $0.contains("houdt de pagina van Kwartelkoning tegen") && $0.contains("een naam in.") }
            )
            #expect(try await visitor.get("/projecten/kwartelkoning").status == 404)
            #expect(try await places().isEmpty)
            let released = try await act("vrijgeven", "")
            #expect(released.contains { $0.contains("De pagina van Kwartelkoning is weer openbaar") })
            #expect(try await visitor.get("/projecten/kwartelkoning").status == 200)
            #expect(try await places().count == 7)
            let removed = try await act("weghalen", "Het project bestaat niet.")
            #expect(removed.contains { $0.contains("weggehaald") && $0.contains("Het project bestaat niet.") })
            #expect(try await visitor.get("/projecten/kwartelkoning").status == 410)
            #expect(try await places().isEmpty)
        }
    }
}
