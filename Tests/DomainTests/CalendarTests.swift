import Domain
import Foundation
import Testing

@Suite struct CalendarTests {
    @Test(arguments: [
        (2026, 11, 24, 20_781, "di 24 nov", "24 november 2026"), (1970, 1, 1, 0, "do 1 jan", "1 januari 1970"),
        (2000, 2, 29, 11_016, "di 29 feb", "29 februari 2000"), (1969, 12, 31, -1, "wo 31 dec", "31 december 1969"),
    ]) func `a date is its number of days and reads in Dutch`(
        year: Int,
        month: Int,
        day: Int,
        number: Int32,
        short: String,
        long: String
    ) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))

        #expect(date.daysSince1970 == number)
        #expect(date.dutchShort == short)
        #expect(date.dutchShortWithYear == "\(short) \(year)")
        #expect(date.dutchLong == long)
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(CalendarDate(iso: date.iso8601) == date)
    }

    @Test func `every day of eight centuries goes to a date and back`() {
        for number in stride(from: Int32(-150_000), to: 150_000, by: 1) {
            let date = CalendarDate(daysSince1970: number)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test(arguments: ["24-11-2026", "2026-11-24", "24/11/2026", "24.11.2026", " 24 11 2026 "])
    func `people type a date in many ways`(text: String) {
        #expect(CalendarDate(dutch: text)?.iso8601 == "2026-11-24")
    }

    @Test(arguments: [
        "", "31-2-2026", "29-2-2025", "24-13-2026", "0-1-2026", "24-11-26", "24-11", "morgen", "1-1-2026-1",
    ])
    func `what is no date is refused`(text: String) {
        #expect(CalendarDate(dutch: text) == nil)
    }

    @Test func `a month later is the last day when the month is shorter`() throws {
        let date = try #require(CalendarDate(iso: "2027-01-31"))
        #expect(date.adding(months: 1).iso8601 == "2027-02-28")
        #expect(date.adding(months: -2).iso8601 == "2026-11-30")
    }

    @Test func `an age counts birthdays`() throws {
        let birth = try #require(CalendarDate(iso: "2010-11-24"))
        #expect(birth.wholeYears(until: try #require(CalendarDate(iso: "2026-11-23"))) == 15)
        #expect(birth.wholeYears(until: try #require(CalendarDate(iso: "2026-11-24"))) == 16)
    }

    @Test(arguments: [
        ("2026-11-20T22:59:59Z", "2026-11-20", "23:59"), ("2026-11-20T23:00:00Z", "2026-11-21", "00:00"),
        ("2026-07-01T21:59:00Z", "2026-07-01", "23:59"), ("2026-07-01T22:00:00Z", "2026-07-02", "00:00"),
    ]) func `today is the day in Amsterdam, in winter and summer`(moment: String, day: String, clock: String) throws {
        let instant = try Date(moment, strategy: .iso8601)
        let amsterdam = AmsterdamTime()

        #expect(amsterdam.today(at: instant).iso8601 == day)
        #expect(amsterdam.clock(instant) == clock)
    }

    @Test func `a day begins at local midnight, also where the clock changes`() throws {
        let amsterdam = AmsterdamTime()
        let first = try #require(CalendarDate(iso: "2026-01-01"))
        for offset in 0..<730 {
            let start = amsterdam.startOfDay(first + offset)
            #expect(amsterdam.today(at: start) == first + offset)
            #expect(amsterdam.today(at: start - 1) == first + offset - 1)
            #expect(amsterdam.clock(start) == "00:00")
        }
    }
}
