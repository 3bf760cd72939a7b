import Actions
import Domain
import Foundation
import HTTPBase
import Logging
import Matching
import Postgres
import TestSupport
import Testing

/// Every route of the site, seen by everyone in ``Who`` and compared with ``RouteTable``, so nobody can add a page and forget
/// who may see it.
struct RouteWalkTests {
    @Test func `every route has a row in the table, and every row a route`() async throws {
        try await withSite { site, _ in
            let routes = Set(site.routes.map(\.description))
            #expect(routes.subtracting(RouteTable.rows.keys).sorted() == [])
            #expect(Set(RouteTable.rows.keys).subtracting(routes).sorted() == [])
        }
    }

    @Test func `pages open for whom they are meant, and for nobody else`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            try await things.bringFiles(cast.walker(.own, like: visitor).client)
            let walkers = try await cast.walkers(Who.allCases, like: visitor)
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                for walker in walkers {
                    let page = try await walker.client.send("GET", path, followRedirects: false)
                    #expect(page.status == reach.toGet(walker.who), "\(walker.who) \(route)")
                    // Where the demo lets a visitor be the candidate, the name is the point.
                    if !Who.knowTheName.contains(walker.who), !reach.isDemo {
                        #expect(things.identity.filter(page.body.contains) == [], "\(walker.who) \(route)")
                    }
                }
            }
        }
    }

    @Test func `forms of whoever may not send them change nothing and tell nothing`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            try await things.bringFiles(cast.walker(.own, like: visitor).client)
            let walkers = try await cast.walkers(Who.allCases, like: visitor)
            let before = try await Self.state(site)
            for route in site.routes where route.method == "POST" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                for walker in walkers {
                    guard var expected = reach.toRefusedPost(walker.who) else { continue }
                    // Throwing away what is not there is no error: a second press of the button does the same.
                    if reach.hidden.contains(walker.who), path.hasPrefix("/invoer"), path.hasSuffix("/weg") {
                        expected.insert(303)
                    }
                    let page = try await walker.post(path, [("versie", "1")])
                    #expect(expected.contains(page.status), "\(walker.who) \(route) \(page.status)")
                    #expect(things.identity.filter(page.body.contains) == [], "\(walker.who) \(route)")
                }
                // Without a token not even the right person gets through.
                if let right = walkers.first(where: { reach.opens.contains($0.who) }) {
                    let foreign = try await right.client.post(path, [("versie", "1")])
                    #expect(foreign.status == 403, "no token \(route)")
                }
            }
            #expect(try await Self.state(site) == before)
        }
    }

    @Test func `an empty form of whoever may send it is answered in Dutch, never with a fault`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            try await things.bringFiles(cast.walker(.own, like: visitor).client)
            for route in site.routes where route.method == "POST" {
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                // One of each kind; a form may end the session, so everyone begins a new one.
                for who in reach.opens where Who.one(of: who) {
                    let page = try await cast.walker(who, like: visitor).post(path)
                    #expect(page.status < 500 && page.status != 403, "\(who) \(route) \(page.status)")
                    #expect(page.status == 303 || page.body.contains("lang=\"nl\""), "\(who) \(route)")
                }
            }
        }
    }

    @Test func `a letter opens the card, and what is accepted moves with the case`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            let walkers = try await cast.walkers([.own, .near, .agreed, .far, .candidate], like: visitor)
            let sender = try #require(walkers.first { $0.who == .own })
            let receiver = try #require(walkers.first { $0.who == .agreed })

            let letter = try await Self.refer(site, by: cast.own, through: sender.client)
            things.use(letter: letter)
            try await Self.walk(things, walkers, site) { who, reach in reach.toGet(who) }

            try await receiver.client.get("/doorverwijzingen/\(letter)")
            let button = receiver.client.page.forms.flatMap(\.buttons)
                .first { $0.text.hasPrefix("Neem deze kandidaat over") }
            try await receiver.client.press(try #require(button?.text))
            try #require(receiver.client.page.status == 200)
            try await Self.walk(things, walkers, site, knowTheName: [.agreed, .candidate]) { who, reach in
                switch who {
                case .agreed: 200
                case .own where !reach.isLetter: 404
                default: reach.toGet(who)
                }
            }
        }
    }

    @Test func `outside the demo nobody gets in, whatever they bring`() async throws {
        try await withSite(isDemo: false) { site, visitor in
            let things = try await Things(Cast(site), visitor: visitor.another())
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                let page = try await visitor.send("GET", path, followRedirects: false)
                let closed = site.routes.contains { $0.path == "/aanmelden" } ? 303 : 401
                let expected = reach.toGet(.visitor)
                #expect(page.status == expected || expected == 303 && page.status == closed, "\(route) \(page.status)")
            }
            #expect(try await visitor.get("/demo/kies").status == 404)
            #expect(site.routes.filter { RouteTable.rows["\($0)"]?.isDemo == true } == [])
        }
    }

    @Test func `each list comes as a file with the filter of the page`() async throws {
        try await withSite { site, client in
            try await client.become(site.coordinator(of: DemoStory().waitingInFullRegion))
            let ranking = "/kandidaten/\(DemoStory().waitingInFullRegion)/plekken"
            for path in [
                "/werklijst", "/kandidaten", "/plekken", "/praktijken", "/doorverwijzingen?kant=verstuurd", ranking,
            ] {
                let page = try await client.get("\(path)\(path.contains("?") ? "&" : "?")vorm=csv")
                #expect(page.status == 200, "\(path)")
                #expect(page.headers["content-type"]?.hasPrefix("text/csv") == true, "\(path)")
                #expect(page.body.split(whereSeparator: \.isNewline).count > 1, "\(path)")
            }
        }
    }

    // MARK: Steps of the walk

    /// Looks at everything of one case and its letter.
    private static func walk(
        _ things: Things,
        _ walkers: [Walker],
        _ site: TestSite,
        knowTheName: Set<Who> = Who.knowTheName,
        _ expected: (Who, Reach) -> Int
    ) async throws {
        for route in site.routes where route.method == "GET" {
            guard let reach = RouteTable.rows["\(route)"], route.path.contains("/{ref}") || reach.isLetter else {
                continue
            }
            let path = try #require(things.path(route), "no value for a parameter of \(route)")
            for walker in walkers {
                let page = try await walker.client.send("GET", path, followRedirects: false)
                let status = expected(walker.who, reach)
                // A page about a next step may say that the step cannot be made now.
                #expect(
                    page.status == status || status == 200 && [303, 409].contains(page.status),
                    "\(walker.who) \(route) \(page.status)"
                )
                if !knowTheName.contains(walker.who) {
                    #expect(things.identity.filter(page.body.contains) == [], "\(walker.who) \(route)")
                }
            }
        }
    }

    /// Refers the candidate of the walk to the region that was agreed to.
    /// - Returns: the letter's kenmerk.
    private static func refer(_ site: TestSite, by own: Actor, through client: WebClient) async throws -> String {
        let file = DemoStory().waitingInFullRegion
        let snapshot = MatchSnapshot(world: site.world.world, logger: Logger(label: "test"))
        let ranking = try await RankPlacesForCase(world: site.world.world, matching: snapshot)(file, by: own)
        let place = try #require(ranking.elsewhere.first { $0.place.regionCode == DemoStory.roomyRegion }?.place)
        try await client.get("/kandidaten/\(file)/doorverwijzen?regio=\(DemoStory.roomyRegion)&plek=\(place.reference)")
        try client.fill("motivatie", "Bij ons is alles vol.")
        try await client.press("Verstuur de doorverwijzing")
        try #require(client.page.path.hasPrefix("/doorverwijzingen/"), "\(client.page.text.prefix(600))")
        return String(try #require(client.page.path.split { "/?".contains($0) }.dropFirst().first))
    }

    /// Everything a form could change, as numbers that move with it.
    private static func state(_ site: TestSite) async throws -> [Int] {
        try await site.rows(
            """
            select (select count(*) from case_events), (select sum(version) from case_files),
                (select sum(version) from candidates), (select sum(version) from practices),
                (select sum(version) from training_places), (select count(*) from training_places),
                (select sum(version) from proposals), (select sum(version) from referrals),
                (select count(*) from practice_contacts), (select count(*) from practice_calls),
                (select count(*) from supervisors), (select count(*) from case_contacts),
                (select count(*) from seats), (select count(*) from practice_closings), (select count(*) from consents),
                (select count(*) from imports), (select count(*) from candidates), (select count(*) from staff_members),
                (select count(*) from staff_roles), (select count(*) from outbox)
            """
        ) { row in try (0..<20).map { _ in try row.next(Int.self) } }.flatMap(\.self)
    }
}
