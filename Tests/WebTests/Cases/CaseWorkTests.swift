import Actions
import Domain
import Foundation
import Logging
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A coordinator proposes, answers, refers and takes over, through the pages.
@Suite struct CaseWorkTests {
    /// A searching case with the places that fit it.
    private func pair(
        _ test: TestWorld,
        elsewhere: Bool
    ) async throws -> (actor: Actor, ranking: RankPlacesForCase.Ranking, place: Reference, region: RegionCode) {
        let cases = try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select f.reference, f.team_id, f.region_code,
                    (select m.staff_member_id from staff_roles m where m.team_id = f.team_id order by m.staff_member_id limit 1)
                from case_files f where f.state = 'searching' order by f.reference limit 200
                """
            ) { row in
                let reference: Reference = try row.next()
                let (team, region): (Team.ID, RegionCode) = (try row.next(), try row.next())
                return (Actor(staffMemberID: try row.next(), teamID: team, regionCode: region), reference)
            }
        }
        let snapshot = MatchSnapshot(world: test.world, logger: Logger(label: "test"))
        for (actor, reference) in cases {
            let ranking = try await RankPlacesForCase(world: test.world, matching: snapshot)(reference, by: actor)
            if let place = (elsewhere ? ranking.elsewhere : ranking.own).first?.place {
                return (actor, ranking, place.reference, place.regionCode)
            }
        }
        throw NotFound()
    }

    /// Presses the first button whose text begins so.
    private static func press(_ beginning: String, _ client: WebClient) async throws {
        let button = client.page.forms.flatMap(\.buttons).first { $0.text.hasPrefix(beginning) }
        try await client.press(button?.text ?? beginning)
    }

    @Test func `the work list shows who waits, filters, and downloads as it stands`() async throws {
        try await withSite { site in
            let (actor, _, _, _) = try await pair(site.world, elsewhere: false)
            try await site.visit(as: actor) { client in
                try await client.get("/werklijst")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Wie wacht op wie"))
                try await client.follow("Hele team")
                #expect(client.page.path == "/werklijst?van=team")
                #expect(client.page.text.contains("op de lijst"))
                try await client.get("/werklijst?van=team&groep=wacht-op-ander&bellijst=ja")
                #expect(client.page.status == 200)
                try await client.get("/werklijst?van=team&vorm=csv")
                #expect(client.page.status == 200)
                #expect(client.page.body.contains("wie heeft het"))
                try await client.get("/werklijst?groep=onbekend")
                #expect(client.page.status == 400)
            }
        }
    }

    @Test func `a place is proposed and the practice's no is recorded`() async throws {
        try await withSite { site in
            let (actor, ranking, place, _) = try await pair(site.world, elsewhere: false)
            let file = ranking.file.reference
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/voorstellen/\(place)")
                #expect(client.page.status == 200)
                #expect(client.page.title.hasPrefix("Stel "))
                try await client.press("Stel deze plek voor")
                #expect(client.page.path.hasPrefix("/voorstellen/"))
                #expect(client.page.text.contains("De plek is voorgesteld en wordt vastgehouden"))
                #expect(client.page.text.contains("Bel"))

                try await client.press("Bewaar het antwoord")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout:"))
                try client.fill("antwoord", "nee")
                try client.fill("reden", "no_room")
                try await client.press("Bewaar het antwoord")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("De praktijk zei nee: geen ruimte"))
            }
        }
    }

    @Test func `a place that closed meanwhile is said plainly, with other places`() async throws {
        try await withSite { site in
            let (actor, ranking, place, _) = try await pair(site.world, elsewhere: false)
            let file = ranking.file.reference
            let owner = site.world.owner
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/voorstellen/\(place)")
                try await owner.transaction { connection in
                    _ = try await connection.execute(
                        """
                        update training_places set state = 'paused' where reference = \(place)
                        """
                    )
                }
                try await client.press("Stel deze plek voor")
                #expect(client.page.status == 409)
                #expect(client.page.text.contains("Deze plek is niet meer open"))
            }
        }
    }

    @Test func `a candidate is referred as a card and taken over with the seat`() async throws {
        try await withSite { site in
            let (actor, ranking, place, region) = try await pair(site.world, elsewhere: true)
            let file = ranking.file.reference
            let name =
                try await site.world.owner.withConnection { connection in
                    try await connection.value(
                        "select family_name from candidate_identities where candidate_id = \(ranking.file.candidateID)",
                        as: String.self
                    )
                } ?? "?"
            let path = try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/doorverwijzen")
                #expect(client.page.title.hasPrefix("Naar welke regio?"))
                try await client.get("/kandidaten/\(file)/doorverwijzen?regio=\(region)&plek=\(place)")
                try client.fill("motivatie", "Bij ons is alles vol.")
                #expect(client.page.text.contains("Welke plek houden we vast?"))
                if client.page.text.contains("Besproken?") {
                    try client.check("toestemming")
                    try client.fill("kanaal", "phone")
                }
                try await client.press("Verstuur de doorverwijzing")
                #expect(client.page.text.contains("De doorverwijzing is verstuurd"))
                return String(client.page.path.prefix { $0 != "?" })
            }

            try await site.visit(as: try await site.world.coordinator(in: region.rawValue)) { client in
                try await client.get("/werklijst")
                #expect(client.page.text.contains("Doorverwijzing uit"))
                try await client.get(path)
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("De kandidaat, zonder naam"))
                #expect(!client.page.text.contains(name))
                try await client.get("/doorverwijzingen?vorm=csv")
                #expect(!client.page.body.contains(name))
                try await client.get("/kandidaten/\(file)/toestemmingen")
                #expect(client.page.status == 404)
                try await client.get(path)
                try await Self.press("Neem deze kandidaat over van", client)
                #expect(client.page.path.hasPrefix("/kandidaten/\(file)/voorstellen/\(place)"))
                #expect(client.page.text.contains(name))
                if client.page.text.contains("Waarom niet de eerste plek") {
                    try client.fill("reden", "Deze plek ging mee.")
                }
                try await client.press("Stel deze plek voor")
                #expect(client.page.path.hasPrefix("/voorstellen/"))
            }

            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(file)/toestemmingen")
                #expect(client.page.status == 404)
                try await client.get(path)
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("nam de kandidaat over"))
            }
        }
    }

    @Test func `after four hops nobody is referred again: the page says what to do instead and keeps what was typed`()
        async throws
    {
        try await withSite { site in
            let (actor, ranking, place, region) = try await pair(site.world, elsewhere: true)
            try await site.world.refuseBefore(ranking.file.id, times: 4, then: region)

            try await site.visit(as: actor) { client in
                try await client.get(
                    "/kandidaten/\(ranking.file.reference)/doorverwijzen?regio=\(region)&plek=\(place)"
                )
                try client.fill("motivatie", "Daar is nog wel plek.")
                try await client.press("Verstuur de doorverwijzing")
                #expect(client.page.status == 409)
                #expect(client.page.text.contains("Deze kandidaat is vier keer doorverwezen"))
                #expect(client.page.text.contains("we blijven zoeken"))
                #expect(client.page.body.contains("Daar is nog wel plek."))
            }
            let count = try await site.world.owner.withConnection { connection in
                try await connection.value(
                    "select count(*) from referrals where case_id = \(ranking.file.id)",
                    as: Int.self
                )
            }
            #expect(count == 4)
        }
    }

    @Test func `a consent is recorded, and withdrawn with one click`() async throws {
        try await withSite { site in
            let (actor, ranking, _, region) = try await pair(site.world, elsewhere: true)
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/\(ranking.file.reference)/toestemmingen")
                try await client.press("Leg de toestemming vast")
                #expect(client.page.status == 400)
                try client.fill("regio", region.rawValue)
                try client.check("besproken")
                try client.fill("kanaal", "phone")
                try await client.press("Leg de toestemming vast")
                #expect(client.page.text.contains("De toestemming is vastgelegd"))
                try await Self.press("Trek in: ", client)
                #expect(client.page.text.contains("De toestemming is ingetrokken"))
            }
        }
    }

    @Test func `whoever is not signed in, or of another region, gets nothing`() async throws {
        try await withSite { site in
            let (_, ranking, _, region) = try await pair(site.world, elsewhere: true)
            let file = ranking.file.reference
            try await site.visit { client in
                try await client.get("/werklijst")
                #expect(client.page.path.hasPrefix("/demo/kies"))
            }
            try await site.visit(as: try await site.world.coordinator(in: region.rawValue)) { client in
                for path in [
                    "/kandidaten/\(file)/doorverwijzen", "/kandidaten/\(file)/eigen-plek", "/voorstellen/7F3K2M9Q",
                ] {
                    try await client.get(path)
                    #expect(client.page.status == 404, "\(path)")
                }
            }
        }
    }
}
