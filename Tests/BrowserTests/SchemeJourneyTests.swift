import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The stimuleringsregeling with a real browser: a leader applies, the fund asks and grants, page and membership appear.
@Suite(.serialized) struct SchemeJourneyTests {
    /// Chooses in the demo to be the first person it offers with this role.
    private func become(_ role: StaffRole, _ browser: Browser, _ origin: String, _ site: TestSite) async throws {
        let id: RoleAssignment.ID = try await site.value(
            """
            select r.id from staff_roles r join staff_members m on m.id = r.staff_member_id
            where r.role = \(role) and m.is_fictional and m.disabled_at is null
            order by m.id = any (\(DemoPeople.others)) desc, m.name collate "nl-x-icu", m.id limit 1
            """
        )
        try await browser.open("\(origin)/demo/kies")
        try await browser.click(.css("button[name='rol'][value='\(id)']"))
    }

    @Test(.timeLimit(.minutes(10)), arguments: [true, false])
    func `a leader applies, the fund asks and grants, and the page appears`(javaScript: Bool) async throws {
        try await withLiveSite { site, origin in
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                        closes_on, source, version)
                    values (2026, 90000000, 50, 2500000, 3, '2026-01-01', '2026-12-31', 'test', 1)
                    on conflict (year) do update set ceiling_cents = 90000000, opens_on = '2026-01-01',
                        closes_on = '2026-12-31'
                    """
                )
            }
            let path = try await Browser.run(javaScript: javaScript) { browser in
                try await become(.projectLeader, browser, origin, site)
                return try await apply(Walker(browser, origin))
            }
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await become(.fund, browser, origin, site)
                try await walker.open("/fonds/aanvragen?jaar=2026")
                try await walker.expect("Stagebureau van de browser")
                try await walker.open(path.replacing("/subsidie/", with: "/fonds/"))
                try await browser.click(.link("Stel een vraag"))
                try await browser.type("Wie leidt dit project?", into: .css("textarea[name='vraag']"))
                try await browser.click(.button("Verstuur de vraag"))
                try await walker.look()
                try await walker.expect("De vraag is verstuurd")
            }
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await become(.projectLeader, browser, origin, site)
                try await walker.open("\(path)/antwoord")
                try await browser.type("De zorggroep.", into: .css("textarea[name='antwoord']"))
                try await browser.click(.button("Verstuur het antwoord"))
                try await walker.look()
                try await walker.expect("Je antwoord is verstuurd")
            }
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await become(.fund, browser, origin, site)
                try await walker.open("\(path.replacing("/subsidie/", with: "/fonds/"))/besluit")
                try await browser.click(.css("input[name='besluit'][value='toekennen']"))
                try await browser.type("Een goed plan.", into: .css("textarea[name='reden']"))
                try await browser.click(.button("Neem dit besluit"))
                try await walker.look()
                try await walker.expect("Het besluit is genomen")
                try await walker.open("\(path.replacing("/subsidie/", with: "/fonds/"))/brief")
            }
            let made: [Int] = try await site.rows(
                """
                select (select count(*) from projects where slug = 'stagebureau-van-de-browser' and publication = 'published'),
                    (select count(*) from network_members m join applications a on a.leader_id = m.staff_member_id
                        where a.name = 'Stagebureau van de browser')
                """
            ) { row in [try row.next(Int.self), try row.next(Int.self)] }.flatMap(\.self)
            #expect(made == [1, 1])
        }
    }

    /// Fills in five steps and submits.
    /// - Returns: the path of the application.
    private func apply(_ walker: Walker) async throws -> String {
        let browser = walker.browser
        try await walker.open("/subsidie")
        try await walker.open("/subsidie/aanvragen/nieuw")
        try await browser.type("Stagebureau van de browser", into: .css("input[name='naam']"))
        try await browser.click(.button("Begin de aanvraag"))
        for (name, text) in [
            ("probleem", "Te weinig plekken."), ("aanpak", "Samen zoeken."), ("plan", "Iedereen bellen."),
            ("samenvatting", "Wij zoeken samen plekken."),
        ] { try await browser.type(text, into: .css("textarea[name='\(name)']")) }
        try await browser.click(.button("Bewaar en ga verder"))
        try await walker.look()
        try await browser.click(.css("input[name='knelpunt']"))
        try await browser.click(.css("input[name='regio'][value='RA0205']"))
        try await browser.click(.button("Bewaar en ga verder"))
        try await walker.look()
        for (name, text) in [("doel-1", "Extra plekken"), ("getal-1", "25"), ("eenheid-1", "plekken")] {
            try await browser.type(text, into: .css("input[name='\(name)']"))
        }
        try await browser.click(.button("Bewaar en ga verder"))
        try await walker.look()
        for number in 1...3 {
            try await browser.type("Partner \(number)", into: .css("input[name='partner-\(number)']"))
            try await browser.select("school", in: .css("select[name='soort-\(number)']"))
        }
        try await browser.click(.button("Bewaar en ga verder"))
        try await walker.look()
        for (name, text) in [
            ("begin", "1-12-2026"), ("eind", "1-12-2027"), ("kosten-1", "Coördinator"), ("bedrag-1", "40.000"),
            ("gevraagd", "20.000"),
        ] { try await browser.type(text, into: .css("input[name='\(name)']")) }
        try await browser.click(.button("Bewaar en ga naar de controle"))
        try await walker.look()
        try await walker.expect("Alles is in orde.")
        try await browser.click(.button("Dien de aanvraag in"))
        try await walker.look()
        try await walker.expect("Ontvangstbewijs")
        let url = try await browser.url()
        let parts = try #require(URL(string: url)).path().split(separator: "/").prefix(3)
        return "/" + parts.joined(separator: "/")
    }
}
