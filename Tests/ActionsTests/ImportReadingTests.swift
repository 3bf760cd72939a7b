import Domain
import Foundation
import TestSupport
import Testing

@testable import Actions

/// How the words and values of other people's spreadsheets are understood.
struct ImportReadingTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? CalendarDate(daysSince1970: 0)

    @Test(
        "A column is recognised by the words people use",
        arguments: [
            ("Voornaam", "voornaam"), ("TUSSENVOEGSEL", "tussenvoegsel"), ("Achternaam ", "achternaam"),
            ("Geboortedatum (dd-mm-jjjj)", "geboortedatum"), ("geb. datum", "geboortedatum"), ("E-mail", "mail"),
            ("E-mailadres", "mail"), ("Mobiel", "telefoon"), ("Tel.", "telefoon"), ("Woonplaats", "gemeente"),
            ("leerweg", "leerweg"), ("Route", "leerweg"), ("Leerjaar", "leerjaar"), ("Startdatum", "start"),
            ("Gewenste start", "start"), ("start_vroegst", "start_vroegst"), ("Werkdagen", "dagen"),
            ("Uren per week", "uren"),
            ("Kan starten", "start"), ("Ingangsdatum", "start"), ("Begindatum", "start"), ("Uren p/w", "uren"),
            ("Geb.datum", "geboortedatum"), ("Tel. nummer", "telefoon"), ("max. km", "reisafstand"),
            ("Vervoer", "vervoer"), ("Naam", "naam"), ("kenmerk", "kenmerk"),
        ]
    )
    func column(title: String, field: String) {
        let mapping = ColumnMapping.recognised(header: [title], as: CandidateColumnNames.fields)

        #expect(mapping.fields[0] == field)
    }

    @Test(
        "A column of places is recognised too",
        arguments: [
            ("Straat + nr", "straat"), ("Adres", "straat"), ("Kan starten", "start"), ("Ingangsdatum", "start"),
            ("Uren p/w", "uren"), ("Tel.", "telefoon"), ("Telefoonnummer", "telefoon"),
        ]
    )
    func placeColumn(title: String, field: String) async throws {
        try await withWorld { test in
            let fields = ImportKind.places.fields(try await ReferenceData.read(from: test.world.database))
            #expect(ColumnMapping.recognised(header: [title], as: fields).fields[0] == field)
        }
    }

    @Test func `a field is given to one column only, and unknown columns to none`() {
        let mapping = ColumnMapping.recognised(
            header: ["Telefoon", "Mobiel", "Schoenmaat"],
            as: CandidateColumnNames.fields
        )

        #expect(mapping.fields == [0: "telefoon"])
    }

    @Test func `no two fields of a kind share a word`() {
        var seen: [String: String] = [:]
        for field in CandidateColumnNames.fields {
            for word in Set(([field.name, field.label] + field.synonyms).map(PlainText.key)) {
                #expect(seen[word] == nil, "\(word) stands for \(seen[word] ?? "") and \(field.name)")
                seen[word] = field.name
            }
        }
    }

    @Test func `what is missing to read a file is said`() {
        let mapping = ColumnMapping(fields: [0: "voornaam", 1: "geboortedatum"])

        let problems = mapping.problems(for: .candidates, fields: CandidateColumnNames.fields)

        #expect(problems.count == 3)
        #expect(problems.contains { $0.contains("naam") })
        #expect(problems.contains { $0.contains("leerweg") })
    }

    @Test(
        "Dates are read as people write them",
        arguments: [
            ("14-3-2005", "2005-03-14"), ("2005-03-14", "2005-03-14"), ("14/03/2005", "2005-03-14"),
            ("14.3.2005", "2005-03-14"), ("14 maart 2005", "2005-03-14"), ("14-3-05", "2005-03-14"),
            ("14-3-78", "1978-03-14"), ("14-03-2005 00:00", "2005-03-14"),
        ]
    )
    func birthDate(text: String, date: String) throws {
        #expect(try CellValues.date(text, today: Self.today, isBirth: true).iso8601 == date)
    }

    @Test(
        "A start may be a month or at once",
        arguments: [
            ("sept 2027", "2027-09-01"), ("1 sept 2027", "2027-09-01"), ("februari 2027", "2027-02-01"),
            ("per 1 feb 27", "2027-02-01"), ("per direct", "2026-11-24"), ("z.s.m.", "2026-11-24"),
            ("1-9-27", "2027-09-01"),
        ]
    )
    func start(text: String, date: String) throws {
        #expect(try CellValues.date(text, today: Self.today, isBirth: false).iso8601 == date)
    }

    @Test(
        "What is no date is refused",
        arguments: ["31-2-2005", "onbekend", "46266", "maart 2005", "14-3", "1-1-3000"]
    )
    func noDate(text: String) {
        #expect(throws: CellFault.self) { try CellValues.date(text, today: Self.today, isBirth: true) }
    }

    @Test(
        "A day that does not exist is named",
        arguments: [
            ("31-2-2027", "31 februari bestaat niet"), ("29 februari 2027", "29 februari 2027 bestaat niet"),
            ("2027-04-31", "31 april bestaat niet"), ("1-13-2027", "Maand 13 bestaat niet"),
            ("31/2/27", "31 februari bestaat niet"), ("morgen", "Dit is geen datum"),
        ]
    )
    func impossibleDay(text: String, words: String) {
        let fault = #expect(throws: CellFault.self) {
            try CellValues.date(text, today: Self.today, isBirth: false)
        }
        #expect(fault?.sentence.hasPrefix(words) == true)
    }

    @Test(
        "What stands behind the comma is not lost in silence",
        arguments: [("24,5", "24"), ("24.5 uur", "24"), ("24,0", nil), ("24", nil), ("24-32", nil)]
            as [(String, String?)]
    )
    func rounding(text: String, whole: String?) throws {
        #expect(CellValues.wholePart(of: text) == whole)
        #expect(try CellValues.numbers(text, in: 1...40).lowerBound == 24)
    }

    @Test(
        "Numbers lose their units",
        arguments: [
            ("25", 25, 25), ("25 km", 25, 25), ("ca. 20 weken", 20, 20), ("24-32 uur", 24, 32), ("24 tot 32", 24, 32),
            ("2 à 3", 2, 3), ("25,5", 25, 25), ("3x", 0, 0), ("-5", 0, 0), ("veel", 0, 0), ("9999", 0, 0),
            ("1 2 3", 0, 0),
        ]
    )
    func number(text: String, least: Int, most: Int) {
        let read = try? CellValues.numbers(text, in: 1...300)

        #expect(read == (least == 0 ? nil : least...most))
    }

    @Test(
        "Routes are read in any order",
        arguments: [
            ("BOL", RouteSet.bol), ("bbl", .bbl), ("BOL/BBL", [.bol, .bbl]), ("bol en bbl", [.bol, .bbl]),
            ("3e leerweg", .thirdRoute), ("derde leerweg", .thirdRoute), ("BOL, BBL, derde leerweg", .all),
        ] as [(String, RouteSet)]
    )
    func routes(text: String, expected: RouteSet) throws {
        #expect(try CellValues.routes(text) == expected)
    }

    @Test func `a route that does not exist is refused`() {
        #expect(throws: CellFault.self) { try CellValues.routes("mbo 4") }
        #expect(throws: CellFault.self) { try CellValues.route("BOL/BBL") }
    }

    @Test(
        "Days are named, in a range, or counted",
        arguments: [("ma/di/wo", 7), ("ma t/m do", 15), ("Ma. Di.", 3), ("maandag, vrijdag", 17), ("alle dagen", 31)]
            as [(String, UInt8)]
    )
    func days(text: String, mask: UInt8) throws {
        guard case .named(let days) = try CellValues.days(text) else {
            Issue.record("\(text) should name days")
            return
        }
        #expect(days.rawValue == mask)
    }

    @Test func `only a count of days is a count`() throws {
        guard case .counted(3) = try CellValues.days("3 dagen") else {
            Issue.record("three days")
            return
        }
        #expect(throws: CellFault.self) { try CellValues.days("vaak") }
    }

    @Test(
        "A phone number gets back the zero that a spreadsheet dropped",
        arguments: [
            ("612345678", "+31612345678"), ("06-12345678", "+31612345678"), ("0031 6 1234 5678", "+31612345678"),
            ("31612345678", "+31612345678"), ("(053) 123 45 67", "+31531234567"),
        ]
    )
    func phone(text: String, expected: String) throws {
        #expect(try CellValues.phone(text).rawValue == expected)
    }

    @Test(
        "A name in one column falls apart into three",
        arguments: [
            ("Sanne van der Berg", "Sanne", "van der", "Berg"), ("Berg, Sanne van der", "Sanne", "van der", "Berg"),
            ("Berg, van der, Sanne", "Sanne", "van der", "Berg"), ("Anna Maria de Vries", "Anna Maria", "de", "Vries"),
            ("Fatima El Idrissi", "Fatima", "", "El Idrissi"), ("Bram Jansen Smit", "Bram", "", "Jansen Smit"),
            ("Joke 't Hart", "Joke", "'t", "Hart"),
        ]
    )
    func name(text: String, given: String, prefix: String, family: String) throws {
        let name = try #require(NameParts.split(text))

        #expect((name.givenName, name.prefix, name.familyName) == (given, prefix, family))
    }

    @Test func `one word is no name, and a prefix before the family name is taken off`() {
        #expect(NameParts.split("Sanne") == nil)
        #expect(NameParts.split(familyName: "van den Berg", givenName: "Sanne", prefix: "").prefix == "van den")
        #expect(NameParts.split(familyName: "Berg", givenName: "Sanne", prefix: "van").prefix == "van")
    }

    @Test func `free text may not hold a citizen service number`() throws {
        #expect(throws: CellFault.self) { try CellValues.freeText("bsn 111222333", most: 100) }
        #expect(try CellValues.freeText("heeft 3 jaar ervaring", most: 100) == "heeft 3 jaar ervaring")
    }

    @Test(
        "Files that are no table say what they are",
        arguments: [
            ("%PDF-1.7 …", "PDF"), ("", "leeg"), ("Naam;Leerweg\r\n", "alleen namen"), ("BSN;Naam\r\n1;A\r\n", "BSN"),
            ("Naam\r\nA\u{0}B", "NUL"),
            (
                Array(repeating: "k", count: 300).enumerated().map { "\($0.element)\($0.offset)" }.joined(
                    separator: ";"
                ), "200 kolommen"
            ),
        ]
    )
    func noTable(text: String, word: String) {
        let error = #expect(throws: DelimitedTextError.self) { try ImportFile.read(Array(text.utf8)) }

        #expect(error?.sentence.contains(word) == true)
    }

    @Test func `a file of 10 MB is refused without reading it`() {
        let error = #expect(throws: DelimitedTextError.self) {
            try ImportFile.read([UInt8](repeating: 65, count: 10_000_000))
        }

        #expect(error?.sentence.contains("5 MB") == true)
    }
}
