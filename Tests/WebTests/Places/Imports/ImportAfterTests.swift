import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// What a coordinator can do with an import afterwards, and what the pages ask before.
struct ImportAfterTests {
    private func count(_ sql: SQL, in test: TestWorld) async throws -> Int {
        try await test.owner.withConnection { try await $0.value(sql, as: Int.self) } ?? -1
    }

    private static func candidates(_ rows: [String], head: String = "") -> [UInt8] {
        SampleFiles.windows1252(
            ["Voornaam;Achternaam;Geboortedatum;Woonplaats;Leerweg;Telefoon" + (head.isEmpty ? "" : ";\(head)")] + rows
        )
    }

    private static func bring(_ file: [UInt8], as kind: String, _ client: WebClient) async throws {
        try await client.get("/invoer")
        try client.attach("bestand-\(kind)", filename: "lijst.csv", bytes: file)
        try await client.press("Bekijk de \(kind) uit dit bestand")
    }

    private static func places(start: String, erkend: String = "ja") -> [UInt8] {
        SampleFiles.windows1252([
            "Praktijk;Plaats;Soort plek;Leerweg;Start;Praktijkopleider;Erkend",
            "Praktijk De Proeflinde;Enschede;stage;BOL;\(start);Inge Voorbeeld;\(erkend)",
            "Praktijk De Proefeik;Almelo;stage;BOL;\(start);Inge Voorbeeld;\(erkend)",
        ])
    }

    @Test func `the same places with another start are not taken unless chosen`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                try await Self.bring(Self.places(start: "1-2-2027"), as: "plekken", client)
                try await client.lookAtRows()
                try await client.press("Neem 2 rijen over")
                try await Self.bring(Self.places(start: "1-3-2027"), as: "plekken", client)
                try await client.lookAtRows()
                #expect(client.page.text.contains("Deze praktijk heeft al zo’n plek, met een andere start"))
                #expect(client.page.text.contains("Er zijn geen nieuwe rijen."))
                try client.check("ook", value: "2")
                try await client.press("Neem de gekozen rijen over")
                #expect(client.page.title.hasPrefix("1 plek staat erin"))
            }
            #expect(
                try await count(
                    """
                    select count(*) from training_places t join practices p on p.id = t.practice_id
                    where p.name like 'Praktijk De Proef%'
                    """,
                    in: test
                ) == 3
            )
        }
    }

    @Test func `an import is taken back, except what somebody touched`() async throws {
        try await withWorld { test in
            let practices = try await count("select count(*) from practices", in: test)
            let places = try await count("select count(*) from training_places", in: test)
            let candidates = try await count("select count(*) from candidates", in: test)
            try await ImportJourneyTests.walk(in: test) { client in
                try await Self.bring(Self.places(start: "1-2-2027"), as: "plekken", client)
                try await client.lookAtRows()
                try await client.press("Neem 2 rijen over")
                try await client.press("Maak deze invoer ongedaan")
                #expect(client.page.title.hasPrefix("Deze invoer is ongedaan gemaakt"))
                #expect(client.page.text.contains("Weggehaald 2 plekken"))

                let rows = (1...3).map { "Sanne;Proefpersoon\($0);14-3-2005;Enschede;BOL;061234567\($0)" }
                try await Self.bring(Self.candidates(rows), as: "kandidaten", client)
                try await client.lookAtRows()
                try await client.press("Neem 3 rijen over")
                let done = client.page.path
                try await client.follow("Bekijk je 3 kandidaten")
                #expect(client.page.text.contains("3 kandidaten"))
                try await client.follow("Proefpersoon2, Sanne")
                let candidate = client.page.path
                try await client.get("\(candidate)/stap/zoeken")
                let button = try #require(
                    client.page.forms.first { $0.action == client.page.path }?.buttons.first?.text
                )
                try await client.press(button)
                try await client.get(done)
                try await client.press("Maak deze invoer ongedaan")
                #expect(client.page.text.contains("Weggehaald 2 kandidaten"))
                #expect(client.page.text.contains("Blijft staan 1 kandidaat"))
                try await client.follow("Bekijk wat bleef staan")
                #expect(client.page.text.contains("Proefpersoon2, Sanne"))
                #expect(!client.page.text.contains("Proefpersoon1"))
            }
            #expect(try await count("select count(*) from practices", in: test) == practices)
            #expect(try await count("select count(*) from training_places", in: test) == places)
            #expect(try await count("select count(*) from candidates", in: test) == candidates + 1)
        }
    }

    @Test func `an import of another team cannot be taken back`() async throws {
        try await withWorld { test in
            let world = test.world
            let reference = try await ReferenceData.read(from: world.database)
            let (own, other) = (try await test.coordinator(in: "RA0205"), try await test.coordinator(in: "RA0204"))
            let path = try await KeepImport(world: world, reference: reference)(
                SampleFiles.candidates(5),
                named: "lijst.csv",
                as: .candidates,
                by: own,
                submission: nil
            )
            let id = try #require(path.split(separator: "/").compactMap { UUID(uuidString: String($0)) }.first)
            _ = try await ConfirmImport(world: world, reference: reference)(id, alsoLines: [], by: own, submission: nil)

            await #expect(throws: NotFound.self) { try await UndoImport(world: world)(id, by: other, submission: nil) }
            _ = try await UndoImport(world: world)(id, by: own, submission: nil)
            await #expect(throws: Conflict.self) { try await UndoImport(world: world)(id, by: own, submission: nil) }
            #expect(try await count("select count(*) from import_run_rows", in: test) == 0)
        }
    }

    @Test func `searching begins for the imported candidates only, after a look at the number`() async throws {
        try await withWorld { test in
            let searching: SQL = "select count(*) from case_files where state = 'searching'"
            let before = try await count(searching, in: test)
            try await ImportJourneyTests.walk(in: test) { client in
                let rows = (1...2).map { "Sanne;Proefpersoon\($0);14-3-2005;Enschede;BOL;061234567\($0)" }
                try await Self.bring(Self.candidates(rows), as: "kandidaten", client)
                try await client.lookAtRows()
                try await client.press("Neem 2 rijen over")
                try await client.follow("Bekijk je 2 kandidaten")
                try await client.follow("Begin met zoeken voor deze 2 kandidaten")
                #expect(client.page.text.contains("Het gaat om 2 kandidaten: 2 van"))
                try await client.press("Begin met zoeken voor 2 kandidaten")
                #expect(client.page.text.contains("Voor 2 kandidaten wordt nu gezocht."))
            }
            #expect(try await count(searching, in: test) == before + 2)
        }
    }

    @Test func `an unused column of dates is asked about once`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                let file = Self.candidates(
                    ["Sanne;Proefpersoon;14-3-2005;Enschede;BOL;0612345678;1-3-2027;ziek geweest"],
                    head: "Komt rond;Opmerkingen"
                )
                try await Self.bring(file, as: "kandidaten", client)
                #expect(
                    client.page.text.contains("De kolom “Komt rond” bevat datums en wordt niet gebruikt. Klopt dat?")
                )
                #expect(client.page.text.contains("Opmerkingen nemen we niet over"))
                try await client.press("Bekijk de rijen")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout"))
                try client.fill("kolom-6", "start")
                try await client.press("Bekijk de rijen")
                #expect(client.page.text.contains("01-03-2027"))

                try await Self.bring(file, as: "kandidaten", client)
                #expect(!client.page.text.contains("Klopt dat?"))
                try await client.press("Bekijk de rijen")
                #expect(client.page.text.contains("01-03-2027"))
            }
        }
    }

    @Test func `words we do not know are explained once for all rows`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                let rows = (1...3).map {
                    "Sanne;Proefpersoon\($0);14-3-2005;\($0 == 3 ? "Gehucht aan Zee" : "Enschede");BOL;061234567\($0);OV / fiets"
                }
                try await Self.bring(Self.candidates(rows, head: "Vervoer"), as: "kandidaten", client)
                try await client.lookAtRows()
                #expect(client.page.text.contains("3 rijen: Vervoer “OV / fiets” kennen we niet. Wat betekent het?"))
                #expect(client.page.text.contains("plaatsen vanaf 1.000 inwoners"))
                try client.fill("woord-0", TravelMeans.publicTransport.dutchName)
                try client.fill("woord-1", "Haaksbergen")
                try await client.press("Gebruik deze antwoorden")
                #expect(client.page.text.contains("3 goed 0 fout"))
                #expect(client.page.text.contains("Haaksbergen"))
                try await client.press("Vergeet die antwoorden")
                #expect(client.page.text.contains("0 goed 3 fout"))
            }
        }
    }

    @Test func `drafts get their recognition and open together`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                try await Self.bring(Self.places(start: "1-2-2027", erkend: ""), as: "plekken", client)
                try await client.lookAtRows()
                try await client.press("Neem 2 rijen over")
                #expect(client.page.text.contains("2 plekken zijn nog een concept"))
                let done = client.page.path
                try await client.follow("Zet deze plekken open")
                #expect(client.page.text.contains("Deze kunnen nog niet open"))
                try await client.follow("Leg erkenning vast voor deze praktijken")
                try await client.press("Leg vast voor de gekozen praktijken")
                #expect(client.page.status == 400)
                try client.fill("erkenning", "recognised")
                try client.fill("geldig_tot", "1-9-2030")
                try await client.press("Leg vast voor de gekozen praktijken")
                #expect(client.page.text.contains("Zet nu de plekken open die kunnen."))
                try await client.press("Zet de gekozen plekken open")
                #expect(client.page.text.contains("2 plekken staan open."))
                try await client.get(done)
                #expect(client.page.status == 200)
            }
            #expect(
                try await count(
                    """
                    select count(*) from training_places t join practices p on p.id = t.practice_id
                    where p.name like 'Praktijk De Proef%' and t.state = 'open'
                    """,
                    in: test
                ) == 2
            )
        }
    }

    @Test func `a place that may not open says why and where to mend it, and blames nobody`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                try await Self.bring(Self.places(start: "1-2-2027", erkend: ""), as: "plekken", client)
                try await client.lookAtRows()
                try await client.press("Neem 2 rijen over")
                try await client.follow("Bekijk je 2 plekken")
                let place = try #require(
                    client.page.links.first { $0.href.wholeMatch(of: /\/plekken\/[0-9A-Z]{8}/) != nil }?.href
                )
                try await client.get(place)
                try await client.press("Zet de plek open")
                #expect(client.page.status == 409)
                #expect(client.page.title.contains("Dit kan nu niet"))
                #expect(!client.page.text.contains("De verandering van de ander"))
                let mend = try #require(client.page.links.first { $0.href.contains("#erkenning-kop") })
                try await client.get(String(mend.href.prefix { $0 != "#" }))
                #expect(client.page.status == 200)
            }
        }
    }

    @Test func `whoever gives only the earliest start wants to start then`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                let row = "Sanne;Proefpersoon;14-3-2005;Enschede;BOL;0612345678;1-9-2027"
                try await Self.bring(Self.candidates([row], head: "Vroegste start"), as: "kandidaten", client)
                try await client.lookAtRows()
                #expect(client.page.text.contains("01-09-2027 (aangenomen)"))
                try await client.press("Neem 1 rij over")
            }
            #expect(
                try await count(
                    """
                    select count(*) from case_files where origin = 'import' and wished_start_on = date '2027-09-01'
                        and earliest_start_on = wished_start_on
                    """,
                    in: test
                ) == 1
            )
        }
    }

    @Test func `a draft that would fit is shown apart, and what was assumed is said`() async throws {
        try await withWorld { test in
            try await ImportJourneyTests.walk(in: test) { client in
                try await Self.bring(Self.places(start: "1-2-2027", erkend: ""), as: "plekken", client)
                try await client.lookAtRows()
                #expect(client.page.text.contains("Zo’n plek blijft een concept."))
                try await client.press("Neem 2 rijen over")
                let row = "Sanne;Proefpersoon;14-3-2005;Enschede;BOL;0612345678;40"
                try await Self.bring(Self.candidates([row], head: "Uren p/w"), as: "kandidaten", client)
                try await client.lookAtRows()
                try await client.press("Neem 1 rij over")
                try await client.follow("Bekijk je 1 kandidaat")
                try await client.follow("Proefpersoon, Sanne")
                let candidate = client.page.path
                try await client.get("\(candidate)/plekken")
                #expect(client.page.text.contains("Past zodra je deze plek opent"))
                #expect(client.page.text.contains("Leg eerst de erkenning van de praktijk vast."))
                let place = try #require(client.page.links.first { $0.text.hasPrefix("Praktijk De Proeflinde") })
                try await client.get("\(candidate)\(place.href)")
                #expect(client.page.text.contains("Bij de invoer stond dit niet in het bestand"))
                #expect(client.page.text.contains("gewenste start"))
            }
        }
    }
}
