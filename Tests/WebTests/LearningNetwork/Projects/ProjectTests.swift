import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Finding projects, as everyone does it who comes in by the front door.
@Suite struct ProjectTests {
    @Test func `the list counts, narrows down, and says what nearly fits`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: "GM0153")
            try await site.publish(
                "rekenklas",
                name: "De kwartelkoning",
                region: "RA0102",
                town: nil,
                bottleneck: "image"
            )

            var page = try await client.get("/projecten?regio=RA0205&knelpunt=begeleiding")
            #expect(page.status == 200)
            #expect(page.text.contains("Leren aan de telefoon"))
            #expect(!page.text.contains("De kwartelkoning"))
            #expect(page.text.contains("Knelpunt: Begeleiding"))
            #expect(page.links.contains { $0.href == "/projecten?regio=RA0205" }, "a filter can be taken away")

            page = try await client.get("/projecten?q=kwartelkoning&regio=twente")
            #expect(page.text.contains("Geen project dat hier helemaal bij past"))
            try await client.follow("Zonder regio Twente")
            #expect(client.page.text.contains("De kwartelkoning"))
        }
    }

    @Test(arguments: [
        "?kleur=rood", "?regio=nergens", "?gemeente=GM9999", "?jaar=19", "?stand=open", "?partner=x", "?resultaat=nee",
        "?vorm=pdf", "?sorteer=toeval", "?pagina=0", "?knelpunt=x", "?route=x", "?soort=x",
    ])
    func `an unknown filter is refused in Dutch and never answered with the whole list`(query: String) async throws {
        try await withSite { _, client in
            let page = try await client.get("/projecten\(query)")
            #expect(page.status == 400)
            #expect(page.text.contains("filter"))
        }
    }

    @Test func `the same address gives the same rows as CSV, Excel, JSON and Atom`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren; bij de kwartelkoning", region: "RA0205", town: "GM0153")
            try await site.publish("rekenklas", name: "De rekenklas", region: "RA0102", town: nil, bottleneck: "image")
            let list = "/projecten?regio=RA0205&knelpunt=supervision&q=kwartelkoning"

            let html = try await client.get(list)
            for form in ["csv", "xlsx", "json", "atom"] {
                #expect(html.links.contains { $0.href == "\(Self.ordered(list))&vorm=\(form)" }, "\(form)")
            }
            let csv = try await client.get("\(list)&vorm=csv")
            #expect(csv.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(csv.body.contains("\"Leren; bij de kwartelkoning\";"))
            #expect(csv.body.split(whereSeparator: \.isNewline).count == 2)
            let workbook = try await client.get("\(list)&vorm=xlsx")
            #expect(workbook.bytes.starts(with: Array("PK".utf8)))
            let json = try await client.get("\(list)&vorm=json")
            let document = try JSONDecoder().decode(Listed.self, from: Data(json.bytes))
            #expect(document.aantal == 1)
            #expect(document.projecten.map(\.naam) == ["Leren; bij de kwartelkoning"])
            #expect(document.projecten.first?.regios.map(\.naam) == ["Twente"])
            let atom = try await client.get("\(list)&vorm=atom")
            #expect(atom.headers["content-type"]?.hasPrefix("application/atom+xml") == true)
            #expect(atom.body.components(separatedBy: "<entry>").count == 2)
            #expect(atom.body.contains("xml:lang=\"nl\""))
        }
    }

    @Test func `an entry keeps its id over a change, and moves in time only when its content changes`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: nil)
            let before = try await Self.entry(client)
            try await site.run(
                "update projects set contact_phone = '053 1', name = 'Bellen leren' where slug = 'telefoonles'"
            )
            let renamed = try await Self.entry(client)
            try await site.run(
                "update projects set updated_at = updated_at + interval '1 day' where slug = 'telefoonles'"
            )
            let after = try await Self.entry(client)

            #expect(before.id.hasPrefix("tag:doorwijzer.example,2026:projecten/"))
            #expect(before.id == renamed.id && renamed.id == after.id)
            #expect(before.updated == renamed.updated)
            #expect(before.updated != after.updated)
        }
    }

    @Test func `a page tells what worked, what did not, and how complete it is`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: "GM0153")
            try await site.run(
                """
                update projects set state = 'ended', result = 'Twaalf mensen kregen een plek.', did_not_work = 'De avondles.',
                    subject = '</script><script>alert(1)</script>'
                where slug = 'telefoonles';
                insert into project_goals (project_id, position, sentence, unit, target, reached)
                select id, 1, 'Mensen met een plek', 'mensen', 20, 12 from projects where slug = 'telefoonles';
                insert into project_partners (id, project_id, name, kind, left_on)
                select gen_random_uuid(), id, 'ROC Verzonnen', 'school', '2026-05-03' from projects where slug = 'telefoonles';
                insert into project_edits (id, project_id, edited_at, field, before, after)
                select gen_random_uuid(), id, '2026-06-01', 'approach', '', 'x' from projects where slug = 'telefoonles';
                """
            )
            let page = try await client.get("/projecten/telefoonles")

            #expect(page.status == 200)
            for text in [
                "Twaalf mensen kregen een plek.", "De avondles.", "20 mensen", "12 mensen",
                "doet niet meer mee sinds 3 mei 2026", "Enschede", "Dit ontbreekt nog", "een document, film of pagina",
                "1 juni 2026: de aanpak",
            ] { #expect(page.text.contains(text), "\(text)") }
            #expect(page.body.contains("application/ld+json"))
            #expect(!page.body.contains("<script>alert"))
        }
    }

    @Test func `a former address leads on, a removed page is gone by name, and a held page is not there`() async throws
    {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: nil)
            try await site.run(
                "insert into project_slugs (slug, project_id) select 'bel-les', id from projects where slug = 'telefoonles'"
            )
            let moved = try await client.send("GET", "/projecten/bel-les", followRedirects: false)
            #expect(moved.status == 301)
            #expect(moved.headers["location"] == "/projecten/telefoonles")

            try await site.run(
                "update projects set publication = 'held_back', publication_reason = 'nog even' where slug = 'telefoonles'"
            )
            #expect(try await client.get("/projecten/telefoonles").status == 404)
            #expect(try await client.get("/projecten/bel-les").status == 404)

            try await site.run("update projects set publication = 'removed' where slug = 'telefoonles'")
            let gone = try await client.get("/projecten/telefoonles")
            #expect(gone.status == 410)
            #expect(gone.text.contains("Leren aan de telefoon is weggehaald"))
            let list = try await client.get("/projecten?vorm=csv")
            #expect(!list.body.contains("telefoonles"))
        }
    }

    @Test func `what nobody signed in for is kept and known by its tag, until the content changes`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: nil)
            let first = try await client.get("/projecten/telefoonles")
            let tag = try #require(first.headers["etag"])
            #expect(first.headers["cache-control"] == "public, max-age=60")
            #expect(first.headers["vary"] == "Cookie")
            #expect(!first.body.contains("_csrf"))
            let again = try await client.get("/projecten/telefoonles", headers: ["if-none-match": tag])
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)

            try await site.run("update projects set name = 'Bellen leren' where slug = 'telefoonles'")
            let changed = try await client.get("/projecten/telefoonles", headers: ["if-none-match": tag])
            #expect(changed.status == 200)
            #expect(changed.text.contains("Bellen leren"))
            #expect(changed.headers["etag"] != tag)
        }
    }

    @Test func `whoever is signed in gets a page of their own that no cache keeps`() async throws {
        try await withSite { site in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: nil)
            try await site.visit { visitor in _ = try await visitor.get("/projecten") }
            try await site.visit(as: site.world.coordinator(in: "RA0205")) { client in
                let page = try await client.get("/projecten")
                #expect(page.headers["cache-control"] == "no-store")
                #expect(page.headers["etag"] == nil)
                #expect(page.links.contains { $0.href == "/werklijst" })
            }
            try await site.visit { visitor in
                let page = try await visitor.get("/projecten")
                #expect(!page.links.contains { $0.href == "/werklijst" })
            }
        }
    }

    @Test func `a bottleneck and a region lead to their projects`() async throws {
        try await withSite { site, client in
            try await site.publish("telefoonles", name: "Leren aan de telefoon", region: "RA0205", town: nil)
            try await site.run(
                """
                insert into copies (id, project_id, organisation_name, region_code, copied_on, intention, outcome, is_fictional,
                    version)
                select gen_random_uuid(), p.id, 'Elders', 'RA0102', '2026-11-01', '', '', true, 1
                from projects p cross join generate_series(1, 20) where p.slug = 'telefoonles'
                """
            )
            try await client.get("/knelpunten")
            try await client.follow("Begeleiding")
            #expect(client.page.text.contains("Leren aan de telefoon"))
            try await client.get("/regios/twente")
            #expect(client.page.text.contains("Leren aan de telefoon"))
            #expect(!client.page.text.contains("Waar jullie vastlopen"))
        }
    }

    @Test func `a team reads where its region stalls and what helped elsewhere; visitors hear of five and more`()
        async throws
    {
        try await withSite { site in
            try await site.publish("elders", name: "Samen begeleiden in Groningen", region: "RA0102", town: nil)
            let actor = try await site.world.coordinator(in: "RA0205")
            try await site.run("delete from answer_statistics; delete from step_statistics;")
            try await site.run(
                """
                insert into answer_statistics (subject, region_code, asked_month, outcome, reason)
                select 'proposal', 'RA0205', '2026-10-01', 'declined', 'no_supervision' from generate_series(1, 30)
                """
            )
            try await site.visit(as: actor) { client in
                let page = try await client.get("/regios/twente")
                #expect(page.text.contains("Waar jullie vastlopen, en wat elders hielp"))
                #expect(page.text.contains("Past, want het gaat ook over begeleiding"))
            }
            let counts = try await site.publicStalls()
            #expect(counts.allSatisfy { $0 >= 5 })
            #expect(counts.contains { $0 >= 30 })
        }
    }

    /// The address as the page writes it: what was typed comes first.
    private static func ordered(_ list: String) -> String {
        "/projecten?q=kwartelkoning&" + list.drop { $0 != "?" }.dropFirst().replacing("&q=kwartelkoning", with: "")
    }

    private struct Listed: Decodable {
        struct Item: Decodable {
            let naam: String
            let regios: [Named]
        }
        struct Named: Decodable { let naam: String }
        let aantal: Int
        let projecten: [Item]
    }

    /// Id and time of the one entry about the telephone.
    private static func entry(_ client: WebClient) async throws -> (id: String, updated: String) {
        let body = try await client.get("/projecten?vorm=atom").body
        let entry = try #require(
            body.components(separatedBy: "<entry>").first { $0.contains("/projecten/telefoonles") }
        )
        return (
            String(try #require(entry.firstMatch(of: #/<id>(.*)<\/id>/#)?.output.1)),
            String(try #require(entry.firstMatch(of: #/<updated>(.*)<\/updated>/#)?.output.1))
        )
    }
}

extension TestSite {
    /// A regional project, as the seeds bring them.
    func publish(
        _ slug: String,
        name: String,
        region: String,
        town: String?,
        bottleneck: String = "supervision"
    ) async throws {
        try await world.owner.transaction { connection in
            let id: Project.ID = try #require(
                try await connection.value(
                    """
                    insert into projects (id, slug, organisation_name, label, label_note, name, subject, problem, approach,
                        result, did_not_work, state, period_note, routes, publication, contact_mail, contact_phone,
                        published_at, updated_at, source, is_fictional, version)
                    values (gen_random_uuid(), \(slug), 'Verzonnen Zorg', 'regional', '', \(name), 'Een zin.', 'Te weinig.',
                        'We doen het samen.', '', '', 'running', '', 3, 'published', '', '', '2026-11-24 08:00+01', '2026-11-24 08:00+01',
                        'test', true, 1)
                    returning id
                    """
                )
            )
            try await connection.execute(
                "insert into project_regions (project_id, region_code) values (\(id), \(region))"
            )
            try await connection.execute(
                "insert into project_bottlenecks (project_id, bottleneck_code) values (\(id), \(bottleneck))"
            )
            if let town {
                try await connection.execute(
                    "insert into project_municipalities (project_id, municipality_code) values (\(id), \(town))"
                )
            }
        }
    }

    /// A project of the scheme with its application, written behind the guards.
    func grant(_ slug: String, name: String) async throws {
        try await publish(slug, name: name, region: "RA0205", town: "GM0153")
        try await run(
            """
            set local session_replication_role = replica;
            insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach, plan,
                summary, cost_cents, requested_cents, starts_on, ends_on, created_at, submitted_at, decided_at, decided_by_id,
                decision_reason, granted_cents, minimum_partners, started_on, is_fictional, version)
            select gen_random_uuid(), '0000000Z', 2024, m.organisation_id, m.id, 'running', 'n', 'p', 'a', 'p', 's', 6000000,
                2500000, '2026-01-01', '2026-12-31', '2026-01-01', '2026-01-01', '2026-01-01', m.id, 'goed', 2500000, 3,
                '2026-01-01', true, 1
            from staff_members m order by m.id limit 1;
            update projects p set label = 'scheme', year = 2024, grant_cents = 2500000, application_id = a.id,
                organisation_id = a.organisation_id, published_at = '2026-11-24 09:00+01', starts_on = '2026-01-01'
            from applications a where a.reference = '0000000Z' and p.slug = '\(slug)';
            """
        )
    }

    /// Statements as the owner of the schema, in one transaction.
    func run(_ script: String) async throws {
        try await world.owner.transaction { connection in try await connection.executeScript(script) }
    }

    /// What a visitor is told of where regions stall.
    func publicStalls() async throws -> [Int] {
        let moment = world.world.now()
        return try await world.world.database.transaction(as: .visitor) { connection in
            try await connection.query("select amount from region_stalls(\(moment))") { row in try row.next(Int.self) }
        }
    }
}
