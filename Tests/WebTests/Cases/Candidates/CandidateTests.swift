import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct CandidateTests {
    @Test func `a coordinator registers a candidate, assesses and lets search`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            try await site.visit(as: actor) { client in
                try await client.get("/kandidaten/nieuw")
                try client.fill("voornaam", "Vera")
                try client.fill("achternaam", "Verzonnen")
                try await client.press("Meld de kandidaat aan")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout"))
                #expect(client.page.text.contains("Vul in: geboortedatum."))

                try client.fill("geboortedatum", "6-5-2004")
                try client.fill("telefoon", "06 12 34 56 78")
                try client.fill("gemeente", "GM0153")
                try client.fill("leerweg", "bol")
                try client.fill("leerjaar", "2")
                try await client.press("Meld de kandidaat aan")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("Vera Verzonnen is aangemeld"))

                try await client.press("Zet de kandidaat op zoek")
                #expect(client.page.text.contains("zoekt plek"))
                try await client.follow("Naar de beoordeling")
                try await client.follow("Vul de korte beoordeling in")
                let names = client.page.forms.flatMap(\.controls).map(\.name).filter { $0.hasPrefix("score-") }
                for name in Set(names) { try client.fill(name, "3") }
                try await client.press("Bewaar de beoordeling")
                #expect(client.page.text.contains("Elk gebied heeft een niveau."))

                try await client.get("/kandidaten")
                try client.fill("zoek", "verzonnen")
                try await client.press("Toon de lijst")
                #expect(client.page.text.contains("Verzonnen, Vera"))
                #expect(!client.page.path.lowercased().contains("verzonnen"))
                try await client.follow("CSV")
                #expect(client.page.body.contains("Verzonnen"))
                #expect(client.page.headers["content-type"]?.hasPrefix("text/csv") == true)
            }
        }
    }

    @Test func `a search for someone cannot be read from the address, and is no one else's`() async throws {
        try await withSite { site in
            let own = try await site.world.coordinator(in: "RA0205")
            let other = try await site.world.coordinator(in: "RA0204")
            let secrecy = PrivateText(world: site.world.world, owner: own.staffMemberID)
            let token = try secrecy.sealed("Verzonnen")
            #expect(secrecy.opened(token) == "Verzonnen")
            #expect(PrivateText(world: site.world.world, owner: other.staffMemberID).opened(token) == nil)
            #expect(try secrecy.sealed("Verzonnen") != token)
            try await site.visit(as: own) { client in
                try await expect(200, at: "/kandidaten?zoek=\(token)", client)
                for bent in ["Verzonnen", String(token.dropLast()), "A" + token.dropFirst(), "%00"] {
                    try await expect(400, at: "/kandidaten?zoek=\(bent)", client)
                }
            }
        }
    }

    @Test func `every page of a candidate opens for the own team and does not exist for another`() async throws {
        try await withSite { site in
            let own = try await site.world.coordinator(in: "RA0205")
            let reference = try await site.world.anyReference(of: own.teamID)
            let paths = [
                "", "/wijzigen", "/kaart", "/kaart?naam=ja", "/beoordeling", "/beoordeling/kort",
                "/beoordeling/volledig",
                "/contacten", "/coordinator", "/stap/zoeken", "/stap/blijven-zoeken", "/stap/terugtrekken",
                "/stap/start",
                "/stap/afronden", "/stap/stoppen", "/aangemeld",
            ].map { "/kandidaten/\(reference)\($0)" }
            try await site.visit(as: own) { client in
                for path in paths { try await expect(200, at: path, client) }
            }
            let stranger = try await site.world.coordinator(in: "RA0102")
            try await site.visit(as: stranger) { client in
                for path in paths { try await expect(404, at: path, client) }
            }
        }
    }

    @Test func `the page of every state opens`() async throws {
        try await withSite { site in
            for state in CaseState.allCases {
                guard let found = try await site.world.someCase(in: state) else { continue }
                try await site.visit(as: found.actor) { client in
                    let page = try await client.get("/kandidaten/\(found.reference)")
                    #expect(page.status == 200, "\(state)")
                    #expect(page.text.contains(state.dutchName), "\(state)")
                }
            }
        }
    }

    @Test func `the list knows its filters, orders and pages, and refuses what it does not know`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            try await site.visit(as: actor) { client in
                for query in [
                    "", "?stap=searching&leerweg=bol", "?volgorde=naam", "?volgorde=uiterlijk&te_laat=1",
                    "?aan_zet=team",
                ] {
                    try await expect(200, at: "/kandidaten\(query)", client)
                }
                for query in ["?stap=rejected", "?gemeente=GM9999", "?volgorde=toeval", "?na=%25", "?vorm=pdf"] {
                    try await expect(400, at: "/kandidaten\(query)", client)
                }
            }
        }
    }

    @Test func `whoever opens a candidate stands in the log of reads`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            let reference = try await site.world.anyReference(of: actor.teamID)
            let before = try await site.world.reads()
            try await site.visit(as: actor) { client in _ = try await client.get("/kandidaten/\(reference)") }
            let after = try await site.world.reads()
            #expect(after == before + 1)
        }
    }
}

private func expect(_ status: Int, at path: String, _ client: WebClient) async throws {
    let page = try await client.get(path)
    #expect(page.status == status, "\(path)")
}

extension TestWorld {
    /// A case of a team that is still open.
    fileprivate func anyReference(of team: Team.ID) async throws -> Reference {
        let found: String? = try await owner.withConnection { connection in
            try await connection.value(
                "select reference from case_files where team_id = \(team.rawValue) and closed_at is null order by id limit 1"
            )
        }
        return try #require(found.flatMap { Reference(typed: $0) })
    }

    /// A case in this state, with a coordinator of its team; nil when the country has none.
    fileprivate func someCase(in state: CaseState) async throws -> (reference: String, actor: Actor)? {
        try await owner.withConnection { connection in
            try await connection.first(
                """
                select f.reference, m.staff_member_id, f.team_id, t.region_code
                from case_files f
                join teams t on t.id = f.team_id
                join staff_roles m on m.team_id = f.team_id
                where f.state = \(state.rawValue)
                order by f.id, m.staff_member_id limit 1
                """
            ) { row in
                (
                    try row.next(String.self),
                    Actor(
                        staffMemberID: StaffMember.ID(try row.next()),
                        teamID: Team.ID(try row.next()),
                        regionCode: RegionCode(try row.next(String.self))
                    )
                )
            }
        }
    }

    fileprivate func reads() async throws -> Int {
        try await owner.withConnection { connection in
            try await connection.value("select count(*) from candidate_reads") ?? 0
        }
    }
}
