import Domain
import Foundation
import Testing

@Suite struct MeetingTimeTests {
    @Test(arguments: [
        ("14:00", 840), ("14.30", 870), ("9:05", 545), ("8", 480), ("23:59", 1439), ("00:00", 0), ("24:00", nil),
        ("14:60", nil), ("14:5", nil), ("", nil), (":", nil), ("2 uur", nil), ("14:00:00", nil), ("-1:00", nil),
    ])
    func `a time as people type it`(typed: String, minutes: Int?) {
        #expect(AmsterdamTime.minutes(typed: typed) == minutes)
    }

    @Test func `the clock shows what was asked, also on the days it changes`() throws {
        let time = AmsterdamTime()
        for (month, day) in [(3, 28), (10, 31), (6, 1), (1, 1)] {
            let date = try #require(CalendarDate(year: 2027, month: month, day: day))
            for minutes in [0, 90, 240, 600, 1_439] {
                let moment = time.moment(date, minutes: minutes)
                #expect(time.minutesOfDay(moment) == minutes, "\(date) \(minutes)")
                #expect(time.today(at: moment) == date)
            }
        }
    }
}
