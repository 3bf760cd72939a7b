import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The stimuleringsregeling and the learning network with a real browser: a leader applies, the fund asks and grants, page and
/// membership appear; a colleague from elsewhere finds the project, asks, gets an answer and copies it; the budget has shrunk,
/// and the next application waits.
@Suite(.serialized) struct SchemeJourneyTests {
    private static let name = "Stagebureau van de browser"

    @Test(.timeLimit(.minutes(15)), arguments: [true, false])
    func `a project is applied for, granted, found, asked about and copied; the next one waits`(javaScript: Bool)
        async throws
    {
        try await withLiveSite { site, origin in
            try await Self.openScheme(site)
            let colleague = try await site.world.coordinator(in: "RA0616")
            let journey = Journey(site: site, origin: origin, javaScript: javaScript)
            let path = try await journey.walk(as: .projectLeader) { try await Self.apply($0, Self.name) }
            let desk = path.replacing("/subsidie/", with: "/fonds/")
            try await journey.walk(as: .fund) { try await Self.ask($0, desk) }
            try await journey.walk(as: .projectLeader) { try await Self.answer($0, path) }
            try await journey.walk(as: .fund) { try await Self.grant($0, desk) }
            try await Self.expectPublished(site)
            let question = try await journey.walk(as: colleague) { try await Self.findAndAsk($0) }
            try await journey.walk(as: .projectLeader) { walker in
                try await walker.open("/leernetwerk")
                try await walker.browser.follow(.link("Wie belt de praktijken?"))
                try await walker.browser.type(
                    "Onze coördinator, elke maandag.",
                    into: .css("textarea[name='antwoord']")
                )
                try await walker.browser.follow(.button("Geef antwoord"))
                try await walker.look()
                try await walker.expect("1 antwoord")
            }
            try await journey.walk(as: colleague) { try await Self.thankAndCopy($0, question) }
            let next = try await journey.walk(as: .projectLeader) { try await Self.apply($0, "Het volgende project") }
            try await journey.walk(as: .fund) { walker in
                try await Self.putOnWaitingList(walker, next.replacing("/subsidie/", with: "/fonds/"))
            }
        }
    }

    /// A year with 30,000 euro left.
    private static func openScheme(_ site: TestSite) async throws {
        try await site.world.owner.transaction { connection in
            _ = try await connection.execute(
                """
                insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                    closes_on, source, version)
                values (2026, 3000000, 50, 2500000, 3, '2026-01-01', '2026-12-31', 'test', 1)
                on conflict (year) do update set ceiling_cents = scheme_committed(scheme_years.year) + 3000000, opens_on = '2026-01-01',
                    closes_on = '2026-12-31'
                """
            )
        }
    }

    private static func ask(_ walker: Walker, _ desk: String) async throws {
        try await walker.open("/fonds/aanvragen?jaar=2026")
        try await walker.expect(name)
        try await walker.open(desk)
        try await walker.browser.follow(.link("Stel een vraag"))
        try await walker.browser.type("Wie leidt dit project?", into: .css("textarea[name='vraag']"))
        try await walker.browser.follow(.button("Verstuur de vraag"))
        try await walker.look()
        try await walker.expect("De vraag is verstuurd")
    }

    private static func answer(_ walker: Walker, _ path: String) async throws {
        try await walker.open("\(path)/antwoord")
        try await walker.browser.type("De zorggroep.", into: .css("textarea[name='antwoord']"))
        try await walker.browser.follow(.button("Verstuur het antwoord"))
        try await walker.look()
        try await walker.expect("Je antwoord is verstuurd")
    }

    private static func grant(_ walker: Walker, _ desk: String) async throws {
        try await walker.open("\(desk)/besluit")
        try await walker.expect("Nog over: € 30.000. Na toekenning: € 10.000.")
        try await walker.browser.click(.css("input[name='besluit'][value='toekennen']"))
        try await walker.browser.type("Een goed plan.", into: .css("textarea[name='reden']"))
        try await walker.browser.follow(.button("Neem dit besluit"))
        try await walker.look()
        try await walker.expect("Het besluit is genomen")
        try await walker.open("\(desk)/brief")
    }

    private static func expectPublished(_ site: TestSite) async throws {
        let made = try await site.rows(
            """
            select (select count(*) from projects where name = \(name) and publication = 'published'),
                (select count(*) from network_members m join applications a on a.leader_id = m.staff_member_id
                    where a.name = \(name))
            """
        ) { row in [try row.next(Int.self), try row.next(Int.self)] }
        #expect(made == [[1, 1]])
    }

    /// The project nowhere says "ruimtegebrek": that is another word for what it is about.
    /// - Returns: the path of the question.
    private static func findAndAsk(_ walker: Walker) async throws -> String {
        let browser = walker.browser
        try await walker.open("/projecten?regio=RA0205")
        try await browser.type("ruimtegebrek", into: .css("input[name='q']"))
        try await browser.submit(.css("input[name='q']"))
        try await walker.look()
        try await browser.follow(.link(name))
        try await walker.look()
        try await walker.expect("Nog niemand stelde hier een vraag.")
        try await browser.follow(.link("Stel een vraag over dit project"))
        if try await browser.count(.link("Word lid")) > 0 {
            try await browser.follow(.link("Word lid"))
            try await browser.follow(.button("Word lid"))
        }
        try await walker.look()
        try await walker.expect("Stel een vraag over \(name)")
        try await browser.type("Wie belt de praktijken?", into: .css("input[name='vraag']"))
        try await browser.type("Bij ons doet niemand het.", into: .css("textarea[name='uitleg']"))
        try await browser.follow(.button("Stel de vraag"))
        try await walker.look()
        try await walker.expect("Nog geen antwoord")
        return try #require(URL(string: try await browser.url())).path()
    }

    private static func thankAndCopy(_ walker: Walker, _ question: String) async throws {
        let browser = walker.browser
        try await walker.open(question)
        try await walker.expect("Onze coördinator, elke maandag.")
        try await browser.follow(.button("Dit hielp mij"))
        try await walker.look()
        try await walker.expect("dit hielp")
        try await browser.follow(.link(name))
        try await walker.expect("opgelost")
        try await browser.follow(.link("Wij nemen dit over"))
        try await browser.select("Drenthe", in: .css("select[name='regio']"))
        try await browser.type("We bellen ook elke maandag.", into: .css("textarea[name='bedoeling']"))
        try await browser.follow(.button("Dit nemen wij over"))
        try await walker.look()
        try await walker.expect("We bellen ook elke maandag.")
        try await walker.expect("Drenthe")
    }

    private static func putOnWaitingList(_ walker: Walker, _ desk: String) async throws {
        let browser = walker.browser
        try await walker.open("/fonds/aanvragen?jaar=2026")
        try await walker.expect("€ 10.000")
        try await walker.open("\(desk)/besluit")
        try await walker.expect("Past niet in het budget")
        // More than there is cannot be granted.
        try await browser.click(.css("input[name='besluit'][value='toekennen']"))
        try await browser.type("20.000", into: .css("input[name='bedrag']"))
        try await browser.type("Een goed plan, maar het geld is op.", into: .css("textarea[name='reden']"))
        try await browser.follow(.button("Neem dit besluit"))
        try await walker.look()
        try await walker.expect("Een goed plan, maar het geld is op.", in: .css("textarea[name='reden']"))
        try await browser.click(.css("input[name='besluit'][value='wachtlijst']"))
        try await browser.follow(.button("Neem dit besluit"))
        try await walker.look()
        try await walker.expect("Het besluit is genomen")
        try await walker.open("/fonds/aanvragen?jaar=2026")
        try await walker.expect("Wachtlijst")
        try await walker.expect("Het volgende project")
    }

    /// Fills in five steps and submits.
    /// - Returns: the path of the application.
    private static func apply(_ walker: Walker, _ name: String) async throws -> String {
        let browser = walker.browser
        try await walker.open("/subsidie")
        try await walker.open("/subsidie/aanvragen/nieuw")
        try await browser.type(name, into: .css("input[name='naam']"))
        try await browser.follow(.button("Begin de aanvraag"))
        for (name, text) in [
            ("probleem", "Te weinig plekken."), ("aanpak", "Samen zoeken."), ("plan", "Iedereen bellen."),
            ("samenvatting", "Wij zoeken samen plekken."),
        ] { try await browser.type(text, into: .css("textarea[name='\(name)']")) }
        try await browser.follow(.button("Bewaar en ga verder"))
        try await walker.look()
        try await browser.click(.css("input[name='knelpunt'][value='room']"))
        try await browser.click(.css("input[name='regio'][value='RA0205']"))
        try await browser.follow(.button("Bewaar en ga verder"))
        try await walker.look()
        for (name, text) in [("doel-1", "Extra plekken"), ("getal-1", "25"), ("eenheid-1", "plekken")] {
            try await browser.type(text, into: .css("input[name='\(name)']"))
        }
        try await browser.follow(.button("Bewaar en ga verder"))
        try await walker.look()
        for number in 1...3 {
            try await browser.type("Partner \(number)", into: .css("input[name='partner-\(number)']"))
            try await browser.select("school", in: .css("select[name='soort-\(number)']"))
        }
        try await browser.follow(.button("Bewaar en ga verder"))
        try await walker.look()
        for (name, text) in [
            ("begin", "1-12-2026"), ("eind", "1-12-2027"), ("kosten-1", "Coördinator"), ("bedrag-1", "40.000"),
            ("gevraagd", "20.000"),
        ] { try await browser.type(text, into: .css("input[name='\(name)']")) }
        try await browser.follow(.button("Bewaar en ga naar de controle"))
        try await walker.look()
        try await walker.expect("Alles is in orde.")
        try await browser.follow(.button("Dien de aanvraag in"))
        try await walker.look()
        try await walker.expect("Ontvangstbewijs")
        let url = try await browser.url()
        let parts = try #require(URL(string: url)).path().split(separator: "/").prefix(3)
        return "/" + parts.joined(separator: "/")
    }
}

/// One person after another on a site, each with a browser of their own.
private struct Journey {
    let site: TestSite
    let origin: String
    let javaScript: Bool

    /// Walks as the first person that the demo offers with this role.
    @discardableResult
    func walk<Value>(as role: StaffRole, _ steps: (Walker) async throws -> Value) async throws -> Value {
        let id: RoleAssignment.ID = try await site.value(
            """
            select r.id from staff_roles r join staff_members m on m.id = r.staff_member_id
            where r.role = \(role) and m.is_fictional and m.disabled_at is null
            order by m.id = any (\(DemoPeople.others)) desc, m.name collate "nl-x-icu", m.id limit 1
            """
        )
        return try await Browser.run(javaScript: javaScript) { browser in
            let walker = Walker(browser, origin)
            try await walker.open("/demo/kies")
            try await walker.become(role, id)
            return try await steps(walker)
        }
    }

    @discardableResult
    func walk<Value>(as coordinator: Actor, _ steps: (Walker) async throws -> Value) async throws -> Value {
        try await Browser.run(javaScript: javaScript) { browser in
            let walker = Walker(browser, origin)
            try await walker.become(coordinator)
            return try await steps(walker)
        }
    }
}

extension Walker {
    /// Chooses one of those whom the demo offers.
    fileprivate func become(_ role: StaffRole, _ id: RoleAssignment.ID) async throws {
        try await browser.follow(.css("button[name='rol'][value='\(id)']"))
        try await look()
    }

    /// What a field holds.
    fileprivate func expect(_ value: String, in field: Browser.Target) async throws {
        let found = try await browser.value(of: field)
        #expect(found == value)
    }
}
