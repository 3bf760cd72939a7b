import Domain
import Testing

@Suite struct WorkingDaysTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    @Test(arguments: [
        ("2026-01-01", "Nieuwjaarsdag"), ("2026-04-03", "Goede Vrijdag"), ("2026-04-05", "eerste paasdag"),
        ("2026-04-06", "tweede paasdag"), ("2026-04-27", "Koningsdag"), ("2025-04-26", "Koningsdag"),
        ("2026-05-05", "Bevrijdingsdag"), ("2026-05-14", "Hemelvaartsdag"), ("2026-05-25", "tweede pinksterdag"),
        ("2027-03-29", "tweede paasdag"), ("2024-03-29", "Goede Vrijdag"), ("2038-04-25", "eerste paasdag"),
        ("2026-12-25", "eerste kerstdag"), ("2026-12-26", "tweede kerstdag"),
    ]) func `the holidays of the Algemene termijnenwet are known`(day: String, name: String) throws {
        #expect(DutchHolidays.name(of: try date(day)) == name)
    }

    @Test(arguments: ["2025-04-27", "2026-04-26", "2026-12-24", "2026-05-04", "2026-04-02"])
    func `other days are no holiday`(day: String) throws {
        #expect(DutchHolidays.name(of: try date(day)) == nil)
    }

    @Test func `a year has eleven holidays`() {
        #expect(DutchHolidays.all(in: 2026).count == 11)
    }

    @Test(arguments: [
        ("2026-11-20", 1, "2026-11-23"), ("2026-11-23", 5, "2026-11-30"), ("2026-11-21", 1, "2026-11-23"),
        ("2026-12-24", 1, "2026-12-28"), ("2026-04-02", 1, "2026-04-07"), ("2026-04-24", 1, "2026-04-28"),
        ("2026-05-13", 1, "2026-05-15"), ("2026-11-23", 0, "2026-11-23"),
    ]) func `the first day that counts is the day after`(from: String, days: Int, expected: String) throws {
        let end = WorkingDays().adding(workingDays: days, to: try date(from))

        #expect(end.iso8601 == expected)
        #expect(WorkingDays().count(after: try date(from), through: end) == days)
    }

    @Test func `closed days do not count`() throws {
        let closed = try date("2026-12-21")...date("2027-01-03")
        #expect(
            WorkingDays(closed: [closed]).adding(workingDays: 2, to: try date("2026-12-18")).iso8601 == "2027-01-05"
        )
    }
}
