import Actions
import Domain
import Foundation
import HTTPBase
import Postgres
import TestSupport
import Testing

/// Every route of the site, seen by a visitor, by the team it belongs to and by a team elsewhere. A route without a row in
/// the table fails, so nobody can add a page and forget who may see it.
struct RouteWalkTests {
    /// Who reaches a route.
    private enum Reach {
        /// Anyone.
        case everyone
        /// Whoever is signed in.
        case signedIn
        /// The team, or the team's region, whose candidate, practice or letter it is.
        case owner
        /// Anyone, in the demo only.
        case demo
    }

    private static let table: [String: Reach] = [
        "GET /": .everyone, "GET /stijlgids": .everyone, "GET /privacy": .everyone, "GET /toegankelijkheid": .everyone,
        "GET /.well-known/security.txt": .everyone, "GET /robots.txt": .everyone,
        "GET /woordenlijst": .everyone, "GET /regios": .everyone, "GET /regios/{naam}": .everyone,
        "GET /demo/kies": .demo, "POST /demo/kies": .demo, "POST /demo/afmelden": .demo,
        "GET /werklijst": .signedIn,

        "GET /kandidaten": .signedIn, "GET /kandidaten/nieuw": .signedIn, "POST /kandidaten/nieuw": .signedIn,
        "GET /kandidaten/{ref}": .owner, "GET /kandidaten/{ref}/aangemeld": .owner,
        "GET /kandidaten/{ref}/wijzigen": .owner, "POST /kandidaten/{ref}/wijzigen": .owner,
        "POST /kandidaten/zoeken": .signedIn,
        "GET /kandidaten/{ref}/kaart": .owner, "GET /kandidaten/{ref}/stap/{stap}": .owner,
        "POST /kandidaten/{ref}/stap/{stap}": .owner, "GET /kandidaten/{ref}/contacten": .owner,
        "POST /kandidaten/{ref}/contacten": .owner, "GET /kandidaten/{ref}/coordinator": .owner,
        "POST /kandidaten/{ref}/coordinator": .owner, "GET /kandidaten/{ref}/beoordeling": .owner,
        "GET /kandidaten/{ref}/beoordeling/kort": .owner, "POST /kandidaten/{ref}/beoordeling/kort": .owner,
        "GET /kandidaten/{ref}/beoordeling/volledig": .owner, "POST /kandidaten/{ref}/beoordeling/volledig": .owner,

        "GET /plekken": .everyone, "GET /plekken/{kenmerk}": .everyone, "GET /plekken/nieuw": .signedIn,
        "POST /plekken": .signedIn, "GET /plekken/{kenmerk}/wijzigen": .owner,
        "POST /plekken/{kenmerk}/wijzigen": .owner,
        "POST /plekken/{kenmerk}/stand": .owner, "POST /plekken/{kenmerk}/kopie": .owner,
        "POST /plekken/{kenmerk}/plaatsen": .owner,

        "GET /praktijken": .signedIn, "GET /praktijken/nieuw": .signedIn, "POST /praktijken": .signedIn,
        "GET /praktijken/{kenmerk}": .signedIn, "GET /praktijken/{kenmerk}/wijzigen": .owner,
        "POST /praktijken/{kenmerk}/wijzigen": .owner, "GET /praktijken/{kenmerk}/contacten": .owner,
        "POST /praktijken/{kenmerk}/contacten": .owner, "GET /praktijken/{kenmerk}/begeleiders/nieuw": .owner,
        "POST /praktijken/{kenmerk}/begeleiders": .owner, "GET /praktijken/{kenmerk}/begeleiders/{id}": .owner,
        "POST /praktijken/{kenmerk}/begeleiders/{id}": .owner, "POST /praktijken/{kenmerk}/gesprekken": .owner,
        "POST /praktijken/{kenmerk}/erkenning": .owner, "POST /praktijken/{kenmerk}/sluitingen": .owner,
        "POST /praktijken/{kenmerk}/sluitingen/weg": .owner,

        "GET /kandidaten/{ref}/plekken": .owner, "GET /kandidaten/{ref}/plekken/{plek}": .owner,
        "GET /kandidaten/{ref}/voorstellen/{plek}": .owner, "POST /kandidaten/{ref}/voorstellen/{plek}": .owner,
        "GET /voorstellen/{kenmerk}": .owner, "POST /voorstellen/{kenmerk}/antwoord": .owner,
        "POST /voorstellen/{kenmerk}/kandidaat": .owner, "POST /voorstellen/{kenmerk}/kandidaat-nee": .owner,
        "POST /voorstellen/{kenmerk}/school": .owner, "POST /voorstellen/{kenmerk}/school-nee": .owner,
        "POST /voorstellen/{kenmerk}/plaatsen": .owner, "POST /voorstellen/{kenmerk}/intrekken": .owner,

        "GET /kandidaten/{ref}/doorverwijzen": .owner, "POST /kandidaten/{ref}/doorverwijzen": .owner,
        "GET /doorverwijzingen": .signedIn, "GET /doorverwijzingen/{kenmerk}": .owner,
        "POST /doorverwijzingen/{kenmerk}/overnemen": .owner, "POST /doorverwijzingen/{kenmerk}/teruggeven": .owner,
        "POST /doorverwijzingen/{kenmerk}/intrekken": .owner, "GET /kandidaten/{ref}/toestemmingen": .owner,
        "POST /kandidaten/{ref}/toestemmingen": .owner,
        "POST /kandidaten/{ref}/toestemmingen/{toestemming}/intrekken": .owner,

        "GET /kandidaten/{ref}/eigen-plek": .owner, "POST /kandidaten/{ref}/eigen-plek": .owner,
        "POST /voorstellen/{kenmerk}/weggevallen": .owner,

        "GET /invoer": .signedIn, "POST /invoer/kandidaten": .signedIn, "GET /invoer/kandidaten/voorbeeld": .signedIn,
        "GET /invoer/kandidaten/klaar": .signedIn, "GET /invoer/kandidaten/{id}": .owner,
        "POST /invoer/kandidaten/{id}": .owner, "GET /invoer/kandidaten/{id}/kolommen": .owner,
        "POST /invoer/kandidaten/{id}/kolommen": .owner, "GET /invoer/kandidaten/{id}/fouten": .owner,
        "POST /invoer/kandidaten/{id}/weg": .owner, "POST /invoer/plekken": .signedIn,
        "GET /invoer/plekken/voorbeeld": .signedIn, "GET /invoer/plekken/klaar": .signedIn,
        "GET /invoer/plekken/{id}": .owner, "POST /invoer/plekken/{id}": .owner,
        "GET /invoer/plekken/{id}/kolommen": .owner, "POST /invoer/plekken/{id}/kolommen": .owner,
        "GET /invoer/plekken/{id}/fouten": .owner, "POST /invoer/plekken/{id}/weg": .owner,

        "GET /plek-aanbieden": .everyone, "POST /plek-aanbieden": .everyone, "GET /plek-aanbieden/{kenmerk}": .everyone,
        "GET /plekken/aangeboden": .signedIn, "POST /plekken/aangeboden/{kenmerk}/nemen": .owner,
        "GET /plekken/aangeboden/{kenmerk}/sluiten": .owner, "POST /plekken/aangeboden/{kenmerk}/sluiten": .owner,
    ]

    /// Real things of one team, to put in the place of path parameters.
    private struct Things {
        let own: Actor
        let other: Actor
        private(set) var values: [String: String]
        /// Name, phone and mail of the candidate, which nobody else may ever read.
        let identity: [String]

        /// What stands in the small country, and an offer of a practice in the region of the team.
        init(_ site: TestSite, visitor: WebClient) async throws {
            let candidate = DemoStory().waitingInFullRegion.text
            own = try await site.coordinator(of: DemoStory().waitingInFullRegion)
            other = try await site.world.coordinator(in: "RA0616")
            let (team, region) = (own.teamID, own.regionCode)
            let practice: String = try await site.value(
                """
                select p.reference from practices p where p.region_code = \(region)
                    and exists (select 1 from supervisors s where s.practice_id = p.id) order by p.reference limit 1
                """
            )
            let place: String = try await site.value(
                """
                select reference from training_places where region_code = \(region) and state = 'open' order by reference limit 1
                """
            )
            let nobody = UUID().uuidString.lowercased()
            values = [
                "/kandidaten/{ref}": candidate, "{stap}": "zoeken", "/praktijken/{kenmerk}": practice,
                "/plekken/{kenmerk}": place, "{plek}": place, "/invoer/kandidaten/{id}": nobody,
                "/invoer/plekken/{id}": nobody,
                "/begeleiders/{id}": try await site.value(
                    """
                    select s.id::text from supervisors s join practices p on p.id = s.practice_id
                    where p.reference = \(practice) order by s.id limit 1
                    """
                ),
                "{naam}": try await site.value("select slug from regions where code = \(region)"),
                "{toestemming}": try await site.value(
                    """
                    select s.id::text from consents s join case_files c on c.candidate_id = s.candidate_id
                    where c.reference = \(candidate) order by s.id limit 1
                    """
                ),
                "/voorstellen/{kenmerk}": try await site.value(
                    """
                    select reference from proposals where team_id = \(team) order by state <> 'open', reference limit 1
                    """
                ),
                "/doorverwijzingen/{kenmerk}": try await site.value(
                    """
                    select reference from referrals where sending_team_id = \(team)
                        and receiving_region_code <> \(other.regionCode) and state <> 'withdrawn' order by reference limit 1
                    """
                ),
            ]
            identity = try await site.rows(
                """
                select i.given_name || ' ' || i.family_name, i.family_name || ', ' || i.given_name, i.mail, i.phone
                from candidate_identities i join case_files c on c.candidate_id = i.candidate_id
                where c.reference = \(candidate)
                """
            ) { row in
                [
                    try row.next(String.self), try row.next(String.self), try row.next(String.self),
                    try row.next(String.self),
                ]
            }.flatMap(\.self).filter { !$0.isEmpty }
            try await offer(visitor)
        }

        private mutating func offer(_ visitor: WebClient) async throws {
            try await visitor.get("/plek-aanbieden")
            for (name, value) in [
                ("praktijk", "Praktijk aan de Proefweg"), ("plaats", "Enschede"), ("contactpersoon", "Jo Verzonnen"),
                ("telefoon", "053 1234567"), ("mail", "jo@proefweg.example"), ("vanaf", "1-9-2027"),
                ("soort", "bol"),
            ] { try visitor.fill(name, value) }
            try await visitor.press("Bied deze plek aan")
            let reference = try #require(visitor.page.path.split(separator: "/").last.map(String.init))
            try #require(visitor.page.path.hasPrefix("/plek-aanbieden/"))
            for path in ["/plek-aanbieden/{kenmerk}", "/aangeboden/{kenmerk}"] { values[path] = reference }
        }

        /// Files of the team, read but not yet taken over.
        mutating func bringFiles(_ client: WebClient) async throws {
            for kind in ["kandidaten", "plekken"] {
                let example = try await client.get("/invoer/\(kind)/voorbeeld").bytes
                try await client.get("/invoer")
                try client.attach("bestand-\(kind)", filename: "lijst.csv", bytes: example)
                try await client.press("Bekijk de \(kind) uit dit bestand")
                let parts = client.page.path.split { "/?".contains($0) }
                try #require(parts.count >= 3, "\(client.page.path) \(client.page.text.prefix(400))")
                values["/invoer/\(kind)/{id}"] = String(parts[2])
            }
        }

        /// The route's path with real things in it; nil when a parameter is unknown here.
        func path(_ route: TestSite.Route) -> String? {
            var path = route.path
            for (key, value) in values.sorted(by: { $0.key.count > $1.key.count }) {
                let name = key.drop { $0 != "{" }
                path = path.replacing(key, with: key.dropLast(name.count) + value)
            }
            return path.contains("{") ? nil : path
        }
    }

    @Test func `every route has a row in the table, and every row a route`() async throws {
        try await withSite { site, _ in
            let routes = Set(site.routes.map(\.description))
            #expect(routes.subtracting(Self.table.keys).sorted() == [])
            #expect(Set(Self.table.keys).subtracting(routes).sorted() == [])
        }
    }

    @Test func `pages open for whom they are meant, and for nobody else`() async throws {
        try await withSite { site, visitor in
            var things = try await Things(site, visitor: visitor)
            let (own, other) = (visitor.another(), visitor.another())
            try await own.become(things.own)
            try await things.bringFiles(own)
            try await other.become(things.other)
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(Self.table["\(route)"])
                let seen = try await visitor.send("GET", path, followRedirects: false)
                if reach == .everyone || reach == .demo {
                    #expect(seen.status == 200, "visitor \(route)")
                } else {
                    #expect(seen.status == 303, "visitor \(route)")
                    #expect(seen.headers["location"]?.hasPrefix("/demo/kies?terug=") == true, "visitor \(route)")
                }
                let mine = try await own.get(path)
                #expect(mine.status == 200, "own team \(route)")
                let theirs = try await other.get(path)
                #expect(theirs.status == (reach == .owner ? 404 : 200), "other team \(route)")
                for page in [seen, theirs] {
                    #expect(things.identity.filter(page.body.contains) == [], "\(route) tells who it is")
                }
            }
        }
    }

    @Test func `forms of another team change nothing and tell nothing`() async throws {
        try await withSite { site, visitor in
            var things = try await Things(site, visitor: visitor)
            let (own, other) = (visitor.another(), visitor.another())
            try await own.become(things.own)
            try await things.bringFiles(own)
            try await visitor.get("/demo/kies")
            let visitorToken = visitor.hidden(FormData.tokenField)
            try await other.become(things.other)
            try await other.get("/kandidaten/nieuw")
            let otherToken = other.hidden(FormData.tokenField)
            let before = try await Self.state(site)
            for route in site.routes where route.method == "POST" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(Self.table["\(route)"])
                guard reach == .owner || reach == .signedIn else { continue }
                let seen = try await visitor.send(
                    "POST",
                    path,
                    headers: ["content-type": "application/x-www-form-urlencoded"],
                    body: Array("_csrf=\(visitorToken)&versie=1".utf8),
                    followRedirects: false
                )
                #expect(seen.status == 401, "visitor \(route)")
                let theirs = try await other.post(path, [(FormData.tokenField, otherToken), ("versie", "1")])
                // Throwing away what is not there is no error: a second press of the button does the same.
                let expected =
                    route.path.hasPrefix("/invoer") && route.path.hasSuffix("/weg") ? [200] : [400, 403, 404]
                #expect(expected.contains(theirs.status), "other team \(route) \(theirs.status)")
                for page in [seen, theirs] {
                    #expect(things.identity.filter(page.body.contains) == [], "\(route) tells who it is")
                }
                // Without a token not even the right person gets through.
                let foreign = try await other.post(path, [("versie", "1")])
                #expect(foreign.status == 403, "no token \(route)")
            }
            #expect(try await Self.state(site) == before)
        }
    }

    @Test func `an empty form of the own team is answered in Dutch, never with a fault`() async throws {
        try await withSite { site, own in
            var things = try await Things(site, visitor: own.another())
            try await own.become(things.own)
            try await things.bringFiles(own)
            try await own.get("/kandidaten/nieuw")
            let token = own.hidden(FormData.tokenField)
            for route in site.routes where route.method == "POST" {
                let reach = try #require(Self.table["\(route)"])
                guard reach == .owner || reach == .signedIn else { continue }
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let page = try await own.post(path, [(FormData.tokenField, token)])
                #expect([200, 400, 404, 409].contains(page.status), "\(route) \(page.status)")
                #expect(page.body.contains("lang=\"nl\""), "\(route)")
            }
        }
    }

    @Test func `outside the demo nobody gets in, whatever they bring`() async throws {
        try await withSite(isDemo: false) { site, visitor in
            let things = try await Things(site, visitor: visitor.another())
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let page = try await visitor.get(path)
                let isOpen = Self.table["\(route)"] == .everyone
                #expect(page.status == (isOpen ? 200 : 401), "\(route)")
            }
            #expect(try await visitor.get("/demo/kies").status == 404)
            #expect(site.routes.filter { $0.path.hasPrefix("/demo") } == [])
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

    /// Everything a form could change, as one number that moves with it.
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
                (select count(*) from imports), (select count(*) from candidates)
            """
        ) { row in try (0..<17).map { _ in try row.next(Int.self) } }.flatMap(\.self)
    }
}
