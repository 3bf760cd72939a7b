import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Who keeps a project page: the fund any, also those it adds itself, a leader its own; and what is kept of each change.
struct ProjectKeepingTests {
    @Test func `the fund adds a project with its source, and corrects it afterwards`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let fund = try await scene.deciding(like: visitor)
            #expect(try await fund.get("/fonds/aanvragen").links.contains { $0.href == "/fonds/projecten/nieuw" })
            try await fund.get("/projecten")
            try await fund.follow("Voeg een project toe")
            try fund.fill("naam", "Kwartelklas")
            try fund.fill("organisatie", "Zorg Ergens")
            try fund.fill("label", "met geld van het fonds")
            try fund.fill("stand", "loopt")
            try fund.fill("jaar", "2024")
            try fund.check("regio", value: "RA0205")
            #expect(!fund.page.body.contains("value=\"scheme\""))
            try await fund.press("Voeg het project toe")
            #expect(fund.page.status == 400 && fund.page.path == "/fonds/projecten/nieuw")
            try fund.fill("bron", "https://voorbeeld.example/nieuws")
            try await fund.press("Voeg het project toe")
            #expect(fund.page.path.hasPrefix("/fonds/projecten/kwartelklas/bewerken"), "\(fund.page.text.prefix(400))")
            let page = try await visitor.get("/projecten/kwartelklas")
            for text in [
                "Kwartelklas", "Zorg Ergens", "met geld van het fonds", "https://voorbeeld.example/nieuws", "2024",
                "Twente", "of de pagina openbaar is",
            ] { #expect(page.text.contains(text), "\(text)") }
            #expect(try await visitor.get("/projecten?vorm=csv").body.contains("Kwartelklas"))

            // The towns of the region that was chosen are asked now.
            try fund.check("gemeente-RA0205", value: "GM0153")
            try fund.fill("probleem", "Er is geen klas.")
            try fund.fill("eind", "31-12-2025")
            try fund.fill("stand", "afgerond")
            try await fund.press("Bewaar de pagina")
            #expect(fund.page.status == 200, "\(fund.page.text.prefix(400))")
            let corrected = try await visitor.get("/projecten/kwartelklas")
            for text in ["Enschede", "Er is geen klas.", "31 december 2025", "afgerond"] {
                #expect(corrected.text.contains(text), "\(text)")
            }
            #expect(
                try await Self.fields(site, "kwartelklas")
                    == ["ends_on", "municipalities", "problem", "publication", "state"]
            )
            #expect(try await scene.leading(like: visitor).get("/projecten/kwartelklas/bewerken").status == 404)
        }
    }

    @Test func `the fund corrects a known project of the scheme, which keeps its label, and takes no source away`()
        async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let fund = try await scene.deciding(like: visitor)
            let slug: String = try await site.value(
                "select slug from projects where label = 'scheme' and application_id is null order by slug limit 1"
            )
            try await fund.get("/projecten/\(slug)")
            try await fund.follow("Bewerk deze pagina")
            try fund.fill("resultaat", "Dertig kwartels kregen een plek.")
            try await fund.press("Bewaar de pagina")
            #expect(fund.page.status == 200, "\(fund.page.text.prefix(400))")
            let page = try await visitor.get("/projecten/\(slug)").text
            #expect(page.contains("Dertig kwartels kregen een plek.") && page.contains("stimuleringsregeling"))
            #expect(try await Self.fields(site, slug) == ["result"])
            try fund.fill("bron", "")
            try await fund.press("Bewaar de pagina")
            #expect(fund.page.status == 400)
            for change in ["source = ''", "label = 'scheme'"] {
                await #expect(throws: DatabaseError.self) {
                    try await site.world.world.database.transaction(as: try Self.acting(scene)) { connection in
                        _ = try await connection.execute(
                            "update projects set \(sql: SQL(stringLiteral: change)) where label = 'regional' and source <> ''"
                        )
                    }
                }
            }
        }
    }

    private static func acting(_ scene: SchemeScene) throws -> Acting {
        guard case .staff(let id) = scene.fund else { throw NotFound() }
        return .staff(id, as: RoleAssignment(id: scene.fundRole, role: .fund))
    }

    @Test func `a leader corrects where the work is and what it solves; a granted page keeps a region`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Kwartelkoning", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await leader.get("/projecten/kwartelkoning/bewerken")
            #expect(!leader.page.body.contains("name=\"stand\"") && !leader.page.body.contains("name=\"bron\""))
            try leader.check("regio", value: "RA0205", false)
            try await leader.press("Bewaar de pagina")
            #expect(leader.page.status == 400 && leader.page.text.contains("Kies ten minste één regio."))
            try leader.check("regio", value: "RA0102")
            try leader.check("knelpunt", value: "image")
            try await leader.press("Bewaar de pagina")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            #expect(try await Self.fields(site, "kwartelkoning") == ["bottlenecks", "regions"])
            let csv = try await visitor.get("/projecten?regio=RA0102&knelpunt=image&vorm=csv").body
            #expect(csv.contains("Kwartelkoning"))
            #expect(try await !visitor.get("/projecten?regio=RA0205&jaar=2026&vorm=csv").body.contains("Kwartelkoning"))

            // The fund corrects it too; that is no confirmation of the leader.
            try await fund.get("/fonds/projecten/kwartelkoning/bewerken")
            #expect(!fund.page.text.contains("Alles is nog juist"))
            try fund.fill("aanpak", "We bellen alle kwartels.")
            try await fund.press("Bewaar de pagina")
            #expect(try await visitor.get("/projecten/kwartelkoning").text.contains("We bellen alle kwartels."))
        }
    }

    @Test func `old words are for the organisation and the fund; everyone else reads when which field changed`()
        async throws
    {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Kwartelkoning", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            try await leader.get("/projecten/kwartelkoning/bewerken")
            try leader.fill("aanpak", "Nieuwe woorden.")
            try await leader.press("Bewaar de pagina")

            let old = "Een stagebureau zoekt plekken bij alle praktijken."
            #expect(try await leader.get("/projecten/kwartelkoning/bewerken").text.contains(old))
            #expect(leader.page.text.contains("Gewijzigd door Lotte Leider"))
            #expect(try await fund.get("/fonds/projecten/kwartelkoning/bewerken").text.contains(old))
            let page = try await visitor.get("/projecten/kwartelkoning").text
            #expect(!page.contains(old) && page.contains(": de aanpak"))
            let other = try await scene.leadingElsewhere(like: visitor)
            #expect(try await !other.get("/projecten/kwartelkoning").text.contains(old))

            let (words, changes) = try await site.world.world.database.transaction(as: .visitor) { connection in
                (
                    try await connection.value("select count(*) from project_edits", as: Int.self),
                    try await connection.value(
                        "select count(*) from project_changes where field = 'approach'",
                        as: Int.self
                    )
                )
            }
            #expect(words == 0 && changes == 1)
        }
    }

    @Test func `a partner who leaves and a number that is reached move every date, and are kept`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Kwartelkoning", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            /// When the page changed, as each place says it.
            func dates() async throws -> [String] {
                try await [
                    ("/sitemap.xml", #/kwartelkoning<\/loc><lastmod>([^<]*)/#),
                    ("/projecten?q=kwartelkoning&jaar=2026&vorm=atom", #/<entry>[\s\S]*?<updated>([^<]*)/#),
                    ("/open-data/toekenningen.json", #/"dateModified":"([^"]*)"/#),
                    ("/projecten?q=kwartelkoning&jaar=2026&vorm=json", #/"gewijzigdOp":"([^"]*)"/#),
                ].asyncMap { place, pattern in
                    try await visitor.get(place).body.firstMatch(of: pattern).map { String($0.1) } ?? "nowhere"
                }
            }
            let granted = try await dates()
            site.world.clock.advance(minutes: 10)
            try await leader.get("\(path)/partners/stoppen")
            try leader.fill("partner", "Partner 2")
            try leader.fill("reden", "Geen tijd meer.")
            try await leader.press("Meld dat de partner stopt")
            let left = try await dates()
            #expect(Set(left).count == 1 && !left.contains("nowhere"), "\(left)")
            #expect(zip(granted, left).allSatisfy { $0 != $1 })
            #expect(try await Self.fields(site, "kwartelkoning") == ["partners"])

            try await leader.get("\(path)/start")
            try leader.fill("datum", "24-11-2026")
            try await leader.press("Meld de start")
            site.world.clock.advance(minutes: 10)
            try await leader.get("\(path)/verslag/tussen")
            try leader.fill("gedaan", "Gebeld.")
            try leader.fill("uitgegeven", "100")
            try leader.fill("gehaald-1", "4")
            try await leader.press("Dien het verslag in")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            #expect(zip(left, try await dates()).allSatisfy { $0 != $1 })
            #expect(try await Self.fields(site, "kwartelkoning") == ["goals", "partners", "starts_on", "state"])
            #expect(try await visitor.get("/projecten/kwartelkoning").text.contains(": de partners"))
        }
    }

    @Test(arguments: [true, false])
    func `the page tells when it really began and ended`(started: Bool) async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Kwartelkoning", by: leader)
            try await scene.decide("toekennen", on: path, by: fund)
            func days() async throws -> [String] {
                try await site.rows("select starts_on::text, ends_on::text from projects where slug = 'kwartelkoning'")
                {
                    [try $0.nextOptional(String.self) ?? "", try $0.nextOptional(String.self) ?? ""]
                }.flatMap(\.self)
            }
            #expect(try await days() == ["2026-12-01", "2027-12-31"])
            #expect(try await visitor.get("/open-data/toekenningen.json").body.contains("\"actualDates\":[]"))
            if started {
                try await leader.get("\(path)/start")
                try leader.fill("datum", "20-11-2026")
                try await leader.press("Meld de start")
                #expect(try await days() == ["2026-11-20", "2027-12-31"])
                #expect(try await visitor.get("/projecten/kwartelkoning").text.contains("20 november 2026"))
            }
            try await fund.get("\(SchemeScene.atFund(path))/afronden")
            try fund.fill("hoe", "gestopt")
            try fund.fill("bedrag", "0")
            try await fund.press("Sluit het project af")
            #expect(try await days() == [started ? "2026-11-20" : "", "2026-11-24"])
            let file = try await visitor.get("/open-data/toekenningen.json").body
            #expect(file.contains("\"plannedDates\":[]"))
            #expect(file.contains("\"endDate\":\"2026-11-24\"") == started)
        }
    }

    /// The fields that changed, each once.
    private static func fields(_ site: TestSite, _ slug: String) async throws -> [String] {
        try await site.rows(
            """
            select distinct e.field from project_edits e join projects p on p.id = e.project_id where p.slug = \(slug)
            order by e.field
            """
        ) { row in try row.next() }
    }
}

extension Sequence {
    /// One after the other.
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
