import Domain
import Foundation

/// Days and moments around today, computed once: everything of the demo lies before the morning of today or is planned.
struct DemoClock {
    let today: CalendarDate
    private let first: CalendarDate
    private let midnights: [Date]
    private let isWorkingDay: [Bool]

    init(today: CalendarDate) {
        self.today = today
        first = today - 900
        let (time, working, first) = (AmsterdamTime(), WorkingDays(), first)
        midnights = (0...1801).map { time.startOfDay(first + $0) }
        isWorkingDay = (0...1801).map { working.counts(first + $0) }
    }

    /// Local midnight at the start of a day.
    func midnight(_ day: CalendarDate) -> Date { midnights[index(day)] }

    /// When a hold ends that is due on a day: the next midnight.
    func end(of day: CalendarDate) -> Date { midnight(day + 1) }

    /// Some moment in office hours of a day.
    func moment(_ day: CalendarDate, _ random: inout DemoRandom) -> Date {
        midnight(day) + Double(8 * 3600 + random.below(9 * 3600))
    }

    /// So many working days before a day.
    func before(_ day: CalendarDate, workingDays: Int) -> CalendarDate { step(day, workingDays, by: -1) }

    /// So many working days after a day.
    func after(_ day: CalendarDate, workingDays: Int) -> CalendarDate { step(day, workingDays, by: 1) }

    private func step(_ day: CalendarDate, _ workingDays: Int, by direction: Int) -> CalendarDate {
        var (day, left) = (day, workingDays)
        while left > 0 {
            day = day + direction
            if isWorkingDay[index(day)] { left -= 1 }
        }
        return day
    }

    private func index(_ day: CalendarDate) -> Int { min(max(day - first, 0), midnights.count - 1) }

    /// Days on which training often begins, from at least four weeks from now, the soonest first.
    var coming: [CalendarDate] { starts.filter { $0 > today + 28 } }

    /// Such days that were, the latest first.
    var past: [CalendarDate] { starts.filter { $0 < today - 14 }.reversed() }

    private var starts: [CalendarDate] {
        (today.year - 2...today.year + 2).flatMap { year in
            [(2, 1), (4, 12), (9, 1), (11, 9)].compactMap { CalendarDate(year: year, month: $0.0, day: $0.1) }
        }
    }
}
