import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
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

/// A coordinator's own lists come in through the pages.
struct ImportJourneyTests {
    private static let twente = "RA0205"

    /// Walks the demo as the first coordinator of a region.
    static func walk(
        as region: String = Self.twente,
        in test: TestWorld,
        _ journey: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let reference = try await ReferenceData.read(from: test.world.database)
        let application = try WebApplication(
            configuration: .init(
                isDemo: true,
                contactPhone: "",
                contactMail: ""
            ),
            world: test.world,
            reference: reference
        )
        let person = try await test.coordinator(in: region).staffMemberID
        try await WebClient.visit(Application(router: application.makeRouter())) { client in
            try await client.get("/demo/kies?terug=/invoer")
            let button = try #require(client.page.forms.flatMap(\.buttons).first { $0.value == "\(person)" })
            let token = try #require(client.page.forms.flatMap(\.controls).first { $0.name == "_csrf" })
            try await client.post(
                "/demo/kies",
                [("_csrf", token.value), ("terug", "/invoer"), ("persoon", button.value)]
            )
            try await journey(client)
        }
    }

    private func count(_ sql: SQL, in test: TestWorld) async throws -> Int {
        try await test.owner.withConnection { try await $0.value(sql, as: Int.self) } ?? -1
    }

    @Test func `sixty candidates with three faulty rows: a look first, then fifty-seven are in`() async throws {
        try await withWorld { test in
            let before = try await count("select count(*) from case_files where origin = 'import'", in: test)
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "Mijn lijst.csv", bytes: SampleFiles.candidates(60))
                try await client.press("Bekijk de kandidaten uit dit bestand")
                #expect(client.page.status == 200)
                #expect(client.page.text.contains("Windows-1252"))
                #expect(client.page.text.contains("Niet gebruiken"))

                try await client.lookAtRows()
                let text = client.page.text
                #expect(text.contains("57 goed 3 fout"))
                #expect(text.contains("We nemen Hengelo (Overijssel), in je eigen regio."))
                #expect(text.contains("Regel 61 René60 van de Voorbeeld"))
                #expect(text.contains("Niet in je bestand: we vullen"))
                #expect(text.contains("“31-2-2005”: 31 februari bestaat niet."))
                #expect(text.contains("Deze gemeente of plaats kennen we niet."))
                #expect(text.contains("Vul een telefoonnummer of een mailadres in."))
                #expect(text.contains("René1 van de Voorbeeld"))
            }
            #expect(try await count("select count(*) from case_files where origin = 'import'", in: test) == before)

            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "Mijn lijst.csv", bytes: SampleFiles.candidates(60))
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                try await client.press("Neem 57 rijen over")
                #expect(client.page.title.hasPrefix("57 kandidaten staan erin"))
                try await client.follow("Bekijk je 57 kandidaten")
                #expect(client.page.text.contains("Voorbeeld, René"))
            }
            #expect(try await count("select count(*) from case_files where origin = 'import'", in: test) == before + 57)
            #expect(
                try await count("select count(*) from candidate_identities where phone = '+31612345001'", in: test) == 1
            )
        }
    }

    @Test func `forty places come in with their practices, and again they are there already`() async throws {
        try await withWorld { test in
            let practices = try await count("select count(*) from practices", in: test)
            for round in 1...2 {
                try await Self.walk(in: test) { client in
                    try client.attach("bestand-plekken", filename: "plekken.csv", bytes: SampleFiles.places(40))
                    try await client.press("Bekijk de plekken uit dit bestand")
                    try await client.lookAtRows()
                    #expect(client.page.text.contains("ligt in de regio"))
                    if round == 1 {
                        try await client.press("Neem 37 rijen over")
                        #expect(client.page.text.contains("Nieuwe praktijken 19"))
                    } else {
                        #expect(client.page.text.contains("Er zijn geen nieuwe rijen."))
                    }
                }
            }
            #expect(try await count("select count(*) from practices", in: test) == practices + 19)
            let open: SQL = """
                select count(*) from training_places t join practices p on p.id = t.practice_id
                where p.name like 'Praktijk Café%' and t.state = 'open'
                """
            #expect(try await count(open, in: test) == 37)
        }
    }

    @Test func `our own export comes back without changing anything`() async throws {
        try await withWorld { test in
            let before = try await count("select count(*) from candidates", in: test)
            try await Self.walk(in: test) { client in
                let states = CaseState.allCases.map { "stap=\($0.rawValue)" }.joined(separator: "&")
                let export = try await client.get("/kandidaten?\(states)&vorm=csv").bytes
                try await client.get("/invoer")
                try client.attach("bestand-kandidaten", filename: "kandidaten.csv", bytes: export)
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                #expect(client.page.text.contains("staan er al. Die laten we zoals ze zijn."))
                #expect(client.page.text.contains("Er verandert niets."))
                #expect(!client.page.forms.flatMap(\.buttons).contains { $0.text.hasPrefix("Neem") })
            }
            #expect(try await count("select count(*) from candidates", in: test) == before)
        }
    }

    @Test func `the faulty rows come back as a file with what is wrong`() async throws {
        try await withWorld { test in
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "lijst.csv", bytes: SampleFiles.candidates(10))
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                let file = try await client.follow("download alleen de foute rijen")
                let table = try DelimitedText.read(file.bytes)
                #expect(table.rows.count == 3)
                #expect(table.header.last == "wat er mis is")
                #expect(table.rows.last?.cells.last?.contains("31 februari bestaat niet") == true)
                #expect(table.rows.last?.cells.first == "René10 van de Voorbeeld")
            }
        }
    }

    @Test func `a file is used once, also when it is confirmed on two pages`() async throws {
        try await withWorld { test in
            let before = try await count("select count(*) from case_files where origin = 'import'", in: test)
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "lijst.csv", bytes: SampleFiles.candidates(10))
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                let path = client.page.path
                let form = try #require(client.page.forms.first { $0.action == path })
                let fields = form.controls.map { ($0.name, $0.value) }.filter { $0.0 != "ook" }
                try await client.press("Neem 7 rijen over")
                #expect(client.page.title.hasPrefix("7 kandidaten staan erin"))

                try await client.post(path, fields)
                #expect(client.page.title.hasPrefix("7 kandidaten staan erin"))
                try await client.post(
                    path,
                    fields.map { ($0.0, $0.0 == FormData.submissionField ? UUID().uuidString : $0.1) }
                )
                #expect(client.page.title.hasPrefix("7 kandidaten staan erin"))
                for old in [path, path + "/kolommen"] {
                    try await client.get(old)
                    #expect(client.page.status == 200)
                    #expect(client.page.text.contains("Dit bestand is al overgenomen: 7 rijen."))
                }
            }
            #expect(try await count("select count(*) from case_files where origin = 'import'", in: test) == before + 7)
            #expect(try await count("select count(*) from imports", in: test) == 0)
        }
    }

    @Test func `another team cannot see the file, and after a day nobody can`() async throws {
        try await withWorld { test in
            let world = test.world
            let reference = try await ReferenceData.read(from: world.database)
            let keep = KeepImport(world: world, reference: reference)
            let own = try await test.coordinator(in: Self.twente)
            let other = try await test.coordinator(in: "RA0204")
            let path = try await keep(
                SampleFiles.candidates(5),
                named: "lijst.csv",
                as: .candidates,
                by: own,
                submission: nil
            )
            let id = try #require(path.split(separator: "/").compactMap { UUID(uuidString: String($0)) }.first)

            #expect(try await keep.find(id, by: own).table.rows.count == 5)
            await #expect(throws: NotFound.self) { try await keep.find(id, by: other) }
            await #expect(throws: Conflict.self) {
                try await ConfirmImport(world: world, reference: reference)(
                    id,
                    alsoLines: [],
                    by: other,
                    submission: nil
                )
            }
            test.clock.advance(hours: 25)
            await #expect(throws: NotFound.self) { try await keep.find(id, by: own) }
            _ = try await keep(SampleFiles.candidates(5), named: "x.csv", as: .candidates, by: other, submission: nil)
            #expect(try await count("select count(*) from imports", in: test) == 1)
        }
    }

    @Test(
        "A file that is no table is refused in words",
        arguments: [
            ("%PDF-1.4", "Dit is een PDF"), ("Naam;Route\r\n", "alleen namen van kolommen"), ("a\u{0}b\r\nc", "NUL"),
        ]
    )
    func noTable(content: String, words: String) async throws {
        try await withWorld { test in
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "x.csv", bytes: Array(content.utf8))
                try await client.press("Bekijk de kandidaten uit dit bestand")
                #expect(client.page.status == 400)
                #expect(client.page.title.hasPrefix("Fout:"))
                #expect(client.page.text.contains(words))
            }
        }
    }

    @Test func `whoever is in the file twice, or already in the team, is skipped unless chosen`() async throws {
        try await withWorld { test in
            let row = "Sanne;Voorbeeldpersoon;14-3-2005;Enschede;BOL;0612345678"
            let file = SampleFiles.windows1252([
                "Voornaam;Achternaam;Geboortedatum;Woonplaats;Leerweg;Telefoon", row, row,
            ])
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "x.csv", bytes: file)
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                #expect(client.page.text.contains("Staat ook op regel 2 van je bestand."))
                try await client.press("Neem 1 rij over")
            }
            try await Self.walk(in: test) { client in
                try client.attach("bestand-kandidaten", filename: "x.csv", bytes: file)
                try await client.press("Bekijk de kandidaten uit dit bestand")
                try await client.lookAtRows()
                #expect(client.page.text.contains("Je team heeft al iemand met deze naam en geboortedatum"))
                try client.check("ook", value: "3")
                try await client.press("Neem de gekozen rijen over")
                #expect(client.page.title.hasPrefix("1 kandidaat staat erin"))
            }
            #expect(
                try await count(
                    "select count(*) from candidate_identities where family_name = 'Voorbeeldpersoon'",
                    in: test
                ) == 2
            )
        }
    }
}

extension WebClient {
    /// From the columns to the rows: what was asked about is not used.
    func lookAtRows() async throws {
        let asked = page.forms.flatMap(\.controls)
            .filter { $0.value.isEmpty && $0.options.contains { $0.text == "Niet gebruiken, dat klopt" } }
        for control in asked { try fill(control.name, "niet") }
        try await press("Bekijk de rijen")
    }
}
