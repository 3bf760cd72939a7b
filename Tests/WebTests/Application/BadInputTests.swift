import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import Postgres
import TestSupport
import Testing

/// What people and machines really send: each gets a clear answer in Dutch, nothing is lost or half done.
struct BadInputTests {
    private static let story = DemoStory()

    private func asCoordinator(
        _ journey: @escaping @Sendable (TestSite, WebClient) async throws -> Void
    ) async throws {
        try await withSite { site, client in
            try await client.become(site.coordinator(of: Self.story.waitingWithRoom))
            try await journey(site, client)
        }
    }

    /// The fields of the new candidate's form, filled in as someone would.
    private static func newCandidate(_ client: WebClient, _ site: TestSite) async throws -> [(String, String)] {
        try await client.get("/kandidaten/nieuw")
        let town: String = try await site.value(
            """
            select m.code from municipalities m join map_places p on p.municipality_code = m.code where p.name = 'Zwolle' limit 1
            """
        )
        for (name, value) in [
            ("voornaam", "Ada"), ("achternaam", "Proefpersoon"), ("geboortedatum", "12-3-2004"),
            ("telefoon", "06 12345678"),
            ("gemeente", town), ("achtergrond", "student"), ("leerweg", "bol"), ("leerjaar", "2"),
        ] { try client.fill(name, value) }
        let form = try #require(client.page.forms.first { $0.action == "/kandidaten/nieuw" })
        return form.fields(pressing: try #require(form.buttons.first))
    }

    private static func changed(_ fields: [(String, String)], _ name: String, _ value: String) -> [(String, String)] {
        fields.filter { $0.0 != name } + [(name, value)]
    }

    private static func candidates(_ site: TestSite) async throws -> Int {
        try await site.value("select count(*) from candidates")
    }

    @Test func `a candidate is registered once, however often the form is sent`() async throws {
        try await asCoordinator { site, client in
            let before = try await Self.candidates(site)
            let fields = try await Self.newCandidate(client, site)
            try await client.post("/kandidaten/nieuw", fields)
            #expect(client.page.status == 200)
            #expect(client.page.path.hasSuffix("/aangemeld"))
            let first = client.page.path
            try await client.post("/kandidaten/nieuw", fields)
            #expect(client.page.path == first)
            #expect(try await Self.candidates(site) == before + 1)
        }
    }

    private static let wrongFields = [
        ("geboortedatum", "31-2-2004"), ("geboortedatum", "gisteren"), ("geboortedatum", "2004-13-40"),
        ("weken", "-3"), ("weken", "9999999999999999999999"), ("uren", "veel"), ("reisafstand", "-1"),
        ("leerjaar", "1.5"),
        ("voornaam", "A\u{0}da"), ("voornaam", String(repeating: "a", count: 101)), ("gemeente", "GM9999"),
        ("soort", "iets anders"), ("dagen", "999"), ("dagen", "-1"), ("vooropleiding", "BSN 123456782"),
        ("werkervaring", "mijn nummer is 1234.56.782"), ("start", "1-1-1800"), ("telefoon", "bel maar"),
    ]

    @Test func `a wrong field of a new candidate is named and nothing is saved`() async throws {
        try await asCoordinator { site, client in
            let before = try await Self.candidates(site)
            let right = try await Self.newCandidate(client, site)
            for (field, value) in Self.wrongFields {
                try await client.post("/kandidaten/nieuw", Self.changed(right, field, value))
                let page = client.page
                #expect(page.status == 400, "\(field) \(value)")
                #expect(page.body.contains("lang=\"nl\""), "\(field) \(value)")
                guard !value.contains("\u{0}") else { continue }
                // What was typed stands there again, with a link to the one field that is wrong.
                let controls = page.forms.flatMap(\.controls)
                #expect(
                    controls.contains { $0.name == "achternaam" && $0.value == "Proefpersoon" },
                    "\(field) \(value)"
                )
                let links = page.links.map(\.href).filter { $0.hasPrefix("#") && $0 != "#inhoud" && $0 != "#main" }
                #expect(links.contains { $0.hasPrefix("#\(field)") }, "\(field) \(value) \(links)")
            }
            #expect(try await Self.candidates(site) == before)
        }
    }

    private static let nowhere = [
        "/kandidaten/ZZZZZZZZ", "/kandidaten/00000000", "/kandidaten/x", "/kandidaten/%00", "/kandidaten/..%2F..%2Fetc",
        "/kandidaten/%F0%9F%98%80", "/plekken/ZZZZZZZZ", "/praktijken/ZZZZZZZZ", "/praktijken/ZZZZZZZZ/begeleiders/1",
        "/regios/nergens", "/kandidaten/nieuw/", "/voorstellen/ZZZZZZZZ", "/doorverwijzingen/ZZZZZZZZ", "/bestaat-niet",
    ]

    @Test func `what does not exist is a page that says so`() async throws {
        try await asCoordinator { _, client in
            for path in Self.nowhere {
                let page = try await client.get(path)
                #expect([400, 404].contains(page.status), "\(path)")
                #expect(page.body.contains("lang=\"nl\""), "\(path)")
                #expect(
                    page.text.contains("Deze pagina is er niet") || page.text.contains("konden we niet lezen"),
                    "\(path)"
                )
            }
        }
    }

    private static let wrongFilters = [
        "/kandidaten?stap=onzin", "/kandidaten?stap=%00", "/plekken?soort=onzin", "/kandidaten?na=%2e%2e",
        "/plekken?na=onzin",
        "/praktijken?na=x", "/plekken?regio=XX", "/kandidaten?vorm=exe", "/kandidaten?stap=%FF%FE",
    ]

    @Test func `an unknown value of a filter is refused, not ignored`() async throws {
        try await asCoordinator { _, client in
            for path in Self.wrongFilters {
                let page = try await client.get(path)
                #expect(page.status == 400, "\(path)")
                #expect(page.body.contains("lang=\"nl\""), "\(path)")
            }
        }
    }

    @Test func `ten megabytes of text are refused before they are read`() async throws {
        try await asCoordinator { site, client in
            let before = try await Self.candidates(site)
            let fields = Self.changed(
                try await Self.newCandidate(client, site),
                "vooropleiding",
                String(repeating: "blabla ", count: 1_500_000)
            )
            try await client.post("/kandidaten/nieuw", fields)
            #expect(client.page.status == 413)
            #expect(client.page.text.contains("Dit is te groot"))
            #expect(try await Self.candidates(site) == before)
        }
    }

    private static let noForms = [
        ("application/json", "{}"), ("text/plain", "a=b"), ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n"),
        ("application/x-www-form-urlencoded", "%zz=%"), ("application/x-www-form-urlencoded", "a=%00"),
    ]

    @Test func `a body that is no form is refused`() async throws {
        try await asCoordinator { _, client in
            for (type, body) in Self.noForms {
                let page = try await client.send(
                    "POST",
                    "/kandidaten/nieuw",
                    headers: ["content-type": type],
                    body: Array(body.utf8)
                )
                #expect([400, 403, 415].contains(page.status), "\(type) \(body)")
                #expect(page.body.contains("lang=\"nl\""), "\(type) \(body)")
            }
        }
    }

    @Test func `an old page does not overwrite what someone else saved, and keeps what was typed`() async throws {
        try await asCoordinator { site, client in
            let path = "/kandidaten/\(Self.story.waitingWithRoom)/wijzigen"
            try await client.get(path)
            try client.fill("voornaam", "Eerste")
            let old = client.page
            try await client.press("Bewaar de gegevens")
            #expect(client.page.status == 200)

            let form = try #require(old.forms.first { $0.action == path })
            var fields = form.fields(pressing: try #require(form.buttons.first))
            fields = Self.changed(fields, "voornaam", "Tweede")
            fields = Self.changed(fields, FormData.submissionField, UUID().uuidString.lowercased())
            try await client.post(path, fields)
            #expect(client.page.status == 409)
            #expect(client.page.text.contains("Iemand anders heeft dit intussen gewijzigd"))
            #expect(client.page.forms.flatMap(\.controls).contains { $0.name == "voornaam" && $0.value == "Tweede" })
            let saved: String = try await site.value(
                """
                select i.given_name from candidate_identities i join case_files c on c.candidate_id = i.candidate_id
                where c.reference = \(Self.story.waitingWithRoom.text)
                """
            )
            #expect(saved == "Eerste")
        }
    }

    @Test func `an assessment takes only the six answers`() async throws {
        try await asCoordinator { site, client in
            let path = "/kandidaten/\(Self.story.waitingWithRoom)/beoordeling/kort"
            try await client.get(path)
            let name = try #require(client.page.forms.flatMap(\.controls).map(\.name).first { $0.hasPrefix("score-") })
            let form = try #require(client.page.forms.first { $0.action == path })
            let fields = form.fields(pressing: try #require(form.buttons.first))
            for value in ["6", "0", "-1", "vijf", "\u{0}"] {
                try await client.post(path, Self.changed(fields, name, value))
                #expect(client.page.status == 400, "\(value)")
            }
            try await client.post(path, Self.changed(fields, "opmerking", "haar bsn is 123456782"))
            #expect(client.page.status == 400)
            #expect(client.page.text.contains("BSN") || client.page.text.contains("burgerservicenummer"))
        }
    }

    @Test func `a contact needs who, how and whether it worked`() async throws {
        try await asCoordinator { site, client in
            let path = "/kandidaten/\(Self.story.waitingWithRoom)/contacten"
            try await client.get(path)
            let form = try #require(client.page.forms.first { $0.action == path })
            let fields = form.fields(pressing: try #require(form.buttons.first))
            try await client.post(path, Self.changed(fields, "met", "niemand"))
            #expect(client.page.status == 400)
            try await client.post(path, Self.changed(Self.changed(fields, "bereikt", "ja"), "notitie", "belde terug"))
            #expect(client.page.status == 200)
            #expect(
                try await site.value("select count(*) from case_contacts where note = 'belde terug'", as: Int.self) == 1
            )
        }
    }

    @Test func `a place cannot have a negative number of seats, nor end before it begins`() async throws {
        try await asCoordinator { site, client in
            let practice: String = try await site.value(
                """
                select p.reference from practices p where p.region_code = 'RA0204'
                    and exists (select 1 from supervisors s where s.practice_id = p.id) order by p.reference limit 1
                """
            )
            let before: Int = try await site.value("select count(*) from training_places")
            try await client.get("/plekken/nieuw?praktijk=\(practice)")
            let form = try #require(client.page.forms.first { $0.action == "/plekken" })
            let fields = form.fields(pressing: try #require(form.buttons.last { $0.name == nil }))
            for (name, value) in [
                ("plaatsen", "-1"), ("plaatsen", "0"), ("uren", "1000"), ("laatst", "1-1-2020"), ("vroegst", "morgen"),
                ("voorwaarden", "bsn 123456782"), ("begeleiders", "iemand"),
            ] {
                try await client.post("/plekken", Self.changed(fields, name, value))
                #expect(client.page.status == 400, "\(name) \(value)")
            }
            #expect(try await site.value("select count(*) from training_places", as: Int.self) == before)
            try await client.post("/plekken", fields)
            #expect(client.page.status == 200)
            let path = client.page.path
            try await client.post("/plekken", fields)
            #expect(client.page.path == path)
            #expect(try await site.value("select count(*) from training_places", as: Int.self) == before + 1)
        }
    }

    /// The form on a page, as a browser would send it with its first button.
    private static func form(_ client: WebClient, _ action: String) throws -> [(String, String)] {
        let form = try #require(client.page.forms.first { $0.action == action }, "\(client.page.text.prefix(400))")
        return form.fields(pressing: try #require(form.buttons.first))
    }

    /// The best place here, or elsewhere, for a candidate.
    private static func place(for reference: Reference, in region: RegionCode, _ site: TestSite) async throws
        -> Reference
    {
        let matching = MatchSnapshot(world: site.world.world, logger: TestCluster.shared.logger)
        let ranking = try await RankPlacesForCase(world: site.world.world, matching: matching)(
            reference,
            by: site.coordinator(of: reference)
        )
        return try #require(ranking.all.first { $0.place.regionCode == region }).place.reference
    }

    @Test func `a proposal needs days that exist and the page as it is now, and is made once`() async throws {
        try await asCoordinator { site, client in
            let candidate = Self.story.waitingWithRoom
            let path =
                "/kandidaten/\(candidate)/voorstellen/\(try await Self.place(for: candidate, in: DemoStory.roomyRegion, site))"
            try await client.get(path)
            let fields = Self.changed(try Self.form(client, path), "reden", "Dicht bij huis")
            let proposals: SQL = "select count(*) from proposals"
            let before: Int = try await site.value(proposals)
            for (name, value) in [
                ("dagen", "-1"), ("dagen", "128"), ("dagen", "maandag"), ("reden", "bsn 123456782"), ("versie", "-4"),
            ] {
                try await client.post(path, Self.changed(fields, name, value))
                #expect(client.page.status == 400, "\(name) \(value)")
            }
            try await client.post(path, Self.changed(fields, "versie", "9999"))
            #expect(client.page.status == 409)
            // The page comes again with the version of now.
            #expect(try Self.form(client, path).contains { $0 == "versie" && $1 != "9999" })
            #expect(try await site.value(proposals, as: Int.self) == before)

            try await client.post(path, fields)
            #expect(client.page.status == 200)
            let first = client.page.path
            try await client.post(path, fields)
            #expect(client.page.path == first)
            #expect(try await site.value(proposals, as: Int.self) == before + 1)
        }
    }

    @Test func `a referral needs places in the region, a motivation without names, and is sent once`() async throws {
        try await withSite { site, client in
            let candidate = Self.story.waitingInFullRegion
            try await client.become(site.coordinator(of: candidate))
            let path = "/kandidaten/\(candidate)/doorverwijzen"
            let region = DemoStory.roomyRegion
            let place = try await Self.place(for: candidate, in: region, site)
            let elsewhere: String = try await site.value(
                """
                select reference from training_places where region_code = 'RA0616' and state = 'open' order by reference limit 1
                """
            )
            try await client.get("\(path)?regio=\(region)&plek=\(place)")
            let fields = Self.changed(try Self.form(client, path), "motivatie", "Woont dichtbij en rijdt auto.")
            let referrals: SQL = "select count(*) from referrals"
            let before: Int = try await site.value(referrals)
            for (name, value) in [
                ("plekken", "ZZZZZZZZ"), ("plekken", elsewhere), ("motivatie", ""),
                ("motivatie", "haar bsn is 123456782"),
                ("motivatie", String(repeating: "a", count: 1_001)), ("regio", "XX0000"), ("versie", "x"),
            ] {
                try await client.post(path, Self.changed(fields, name, value))
                #expect([400, 404].contains(client.page.status), "\(name) \(value) \(client.page.status)")
            }
            try await client.post(path, Self.changed(fields, "versie", "9999"))
            #expect(client.page.status == 409)
            #expect(try await site.value(referrals, as: Int.self) == before)

            try await client.post(path, fields)
            #expect(client.page.status == 200)
            let first = client.page.path
            try await client.post(path, fields)
            #expect(client.page.path == first)
            #expect(try await site.value(referrals, as: Int.self) == before + 1)
        }
    }

    @Test func `a file of ten megabytes is refused, and so is one that is no table`() async throws {
        try await asCoordinator { site, client in
            for (bytes, status) in [
                ([UInt8](repeating: 65, count: 10_000_000), 413), ([0, 1, 2, 3, 0, 255], 400), ([], 400),
            ] {
                try await client.get("/invoer")
                try client.attach("bestand-kandidaten", filename: "lijst.csv", bytes: bytes)
                try await client.press("Bekijk de kandidaten uit dit bestand")
                #expect(client.page.status == status, "\(bytes.count)")
                #expect(client.page.body.contains("lang=\"nl\""), "\(bytes.count)")
            }
            #expect(try await site.value("select count(*) from imports", as: Int.self) == 0)
        }
    }
}
