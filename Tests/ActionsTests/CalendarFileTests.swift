import Domain
import Foundation
import TestSupport
import Testing

@testable import Actions

/// The calendar of the network, octet by octet where RFC 5545 says so.
@Suite struct CalendarFileTests {
    private static let id = Meeting.ID(UUID())

    private static func event(
        _ summary: String = "Leertafel",
        time: CalendarFile.Event.Time = .day(CalendarDate(daysSince1970: 20_800)),
        sequence: Int = 0,
        isCancelled: Bool = false,
        description: String = ""
    ) -> CalendarFile.Event {
        CalendarFile.Event(
            id: id,
            sequence: sequence,
            createdAt: TestClock.start,
            updatedAt: TestClock.start + 90,
            time: time,
            isCancelled: isCancelled,
            summary: summary,
            description: description,
            location: "Plein 1, Enschede",
            url: "https://doorwijzer.example/bijeenkomsten/leertafel",
            categories: ["leertafel", "tekort, plekken"],
            organiserMail: "sanne@doorwijzer.example"
        )
    }

    private static func text(_ events: [CalendarFile.Event]) -> String {
        let file = CalendarFile(name: "Bijeenkomsten", events: events, contactMail: "hulp@doorwijzer.example")
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// Content lines, unfolded.
    private static func lines(_ text: String) -> [String] {
        var unfolded: [UInt8] = []
        for byte in text.utf8 {
            // Octet by octet: what stands behind a fold may join the space before it into one character.
            if byte == 32, unfolded.suffix(2) == [13, 10] { unfolded.removeLast(2) } else { unfolded.append(byte) }
        }
        return unfolded.split(separator: 10).map { String(decoding: $0.dropLast(), as: UTF8.self) }
    }

    @Test func `every line ends in CRLF and is at most 75 octets, and no character is cut`() {
        for count in [1, 60, 61, 62, 63, 64, 65, 70, 74, 75, 76, 200, 4_000] {
            let long = String(repeating: "é€👩‍⚕️ ", count: count)
            let bytes = Array(Self.text([Self.event(long, description: long)]).utf8)
            var width = 0
            for (index, byte) in bytes.enumerated() {
                if byte == 10 {
                    #expect(index > 0 && bytes[index - 1] == 13)
                    #expect(width - 1 <= 75, "\(count): \(width)")
                    width = 0
                } else {
                    // A continuation byte never stands first on a line behind its space.
                    if width == 1, index > 1, bytes[index - 1] == 32, bytes[index - 2] == 10 {
                        #expect(byte & 0xC0 != 0x80)
                    }
                    width += 1
                }
            }
            #expect(Self.lines(Self.text([Self.event(long)])).contains("SUMMARY:\(long)"))
        }
    }

    @Test(arguments: [
        ("a, b; c", "a\\, b\\; c"), ("back\\slash", "back\\\\slash"), ("een\ntwee", "een\\ntwee"),
        ("een\r\ntwee", "een\\ntwee"), ("\u{7}bel\u{0}", "bel"), ("dubbel: punt", "dubbel: punt"),
    ])
    func `a text is escaped so that it stays one value`(given: String, expected: String) {
        #expect(CalendarFile.escaped(given) == expected)
        #expect(Self.lines(Self.text([Self.event(given)])).contains("SUMMARY:\(expected)"))
    }

    @Test func `the calendar says who made it, where its clock is and what it is`() {
        let lines = Self.lines(Self.text([]))
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        for line in ["VERSION:2.0", "METHOD:PUBLISH", "TZID:Europe/Amsterdam", "PRODID:-//Doorwijzer//Leernetwerk//NL"]
        {
            #expect(lines.contains(line))
        }
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.isEmpty)
    }

    @Test func `an event keeps its UID, and its number and moment rise with it`() {
        let first = Self.lines(Self.text([Self.event()]))
        let second = Self.lines(Self.text([Self.event("Andere naam", sequence: 3, isCancelled: true)]))
        #expect(first.contains("UID:\(Self.id)") && second.contains("UID:\(Self.id)"))
        #expect(first.contains("SEQUENCE:0") && second.contains("SEQUENCE:3"))
        #expect(first.contains("STATUS:CONFIRMED") && second.contains("STATUS:CANCELLED"))
        #expect(first.contains("LAST-MODIFIED:20261124T090130Z"))
        #expect(first.contains("ORGANIZER:mailto:sanne@doorwijzer.example"))
        #expect(first.contains("CATEGORIES:leertafel,tekort\\, plekken"))
        #expect(first.contains("LOCATION:Plein 1\\, Enschede"))
        #expect(first.contains("URL:https://doorwijzer.example/bijeenkomsten/leertafel"))
    }

    @Test func `times are by the clock in the Netherlands, in winter and in summer; a day without time is a whole day`()
        throws
    {
        let time = AmsterdamTime()
        for (month, utc) in [(1, "13"), (7, "12")] {
            let day = try #require(CalendarDate(year: 2027, month: month, day: 14))
            let start = time.moment(day, minutes: 14 * 60)
            #expect("\(start)".contains(" \(utc):00:00"))
            let lines = Self.lines(Self.text([Self.event(time: .span(start, start + 5_400))]))
            #expect(lines.contains("DTSTART;TZID=Europe/Amsterdam:20270\(month)14T140000"))
            #expect(lines.contains("DTEND;TZID=Europe/Amsterdam:20270\(month)14T153000"))
        }
        let day = try #require(CalendarDate(year: 2026, month: 12, day: 31))
        let lines = Self.lines(Self.text([Self.event(time: .day(day))]))
        #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
    }

    @Test func `the same meetings give the same bytes`() {
        #expect(Self.text([Self.event()]) == Self.text([Self.event()]))
    }
}

@Suite struct SlugTests {
    @Test(arguments: [
        ("Begeleiding delen", "begeleiding-delen"),
        ("Eén coördinator  voor 4 praktijken!", "een-coordinator-voor-4-praktijken"),
        ("--", "zonder-naam"), ("漢字", "zonder-naam"), ("Zuid-Oost Brabant", "zuid-oost-brabant"),
    ])
    func `a title becomes an address`(title: String, expected: String) {
        #expect(Slug.make(title) == expected)
    }

    @Test func `an address is never long and always what the database accepts`() {
        for title in [String(repeating: "lang ", count: 50), String(repeating: "x", count: 300), "ﬁ–½ ß É ș", "a'b’c"] {
            let slug = Slug.make(title)
            #expect(slug.count <= 60)
            #expect(slug.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil, "\(slug)")
        }
    }

    @Test func `a kenmerk in a text is seen, words and numbers are not`() {
        let reference = Reference(randomValue: 123_456_789_012)
        #expect(PublicText.holdsReference("Het gaat om \(reference), van vorige week."))
        for text in ["begeleid", "20261124", "in schooljaar 2026-2027", "RA0205"] {
            #expect(!PublicText.holdsReference(text), "\(text)")
        }
    }
}
