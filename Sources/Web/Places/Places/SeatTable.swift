import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// What lies on one seat: a row per weekday, drawn and in words.
struct SeatTable: Sendable {
    struct Bar: Sendable {
        let x: String
        let width: String
        let isTaken: Bool
    }

    struct Day: Sendable {
        let name: String
        let bars: [Bar]
        let lines: [Line]
        let isFree: Bool
    }

    /// One occupation in words.
    struct Line: Sendable {
        let text: String
        let link: PageLink?

        init(_ text: String, link: PageLink? = nil) {
            self.text = text
            self.link = link
        }
    }

    /// An occupation as days since the beginning of the drawn period.
    struct Occupation: Sendable {
        let weekday: String
        let from: Int
        let until: Int
        let isTaken: Bool
        let line: Line

        init(weekday: String, from: Int, until: Int, isTaken: Bool, line: Line) {
            self.weekday = weekday
            self.from = from
            self.until = until
            self.isTaken = isTaken
            self.line = line
        }
    }

    let title: String
    let days: [Day]

    /// - Parameters:
    ///   - weekdays: the names of the offered days, in order; occupations on other days get a row as well.
    ///   - length: how many days the drawn period has.
    init(title: String, weekdays: [String], length: Int, occupations: [Occupation]) {
        let names =
            weekdays
            + occupations.map(\.weekday).reduce(into: [String]()) { found, name in
                if !weekdays.contains(name), !found.contains(name) { found.append(name) }
            }
        let unit = 1000 / Double(max(1, length))
        self.title = title
        days = names.map { name in
            let lying = occupations.filter { $0.weekday == name }
            return Day(
                name: name,
                bars: lying.map { occupation in
                    let (from, until) = (min(max(0, occupation.from), length), min(max(0, occupation.until), length))
                    return Bar(
                        x: Drawing.number(Double(from) * unit),
                        width: Drawing.number(Double(until - from) * unit),
                        isTaken: occupation.isTaken
                    )
                },
                lines: lying.map(\.line),
                isFree: lying.isEmpty
            )
        }
    }
}

extension SeatTable {
    /// What lies on one seat between two days. Only the own team's cases carry a reference.
    init(
        number: Int,
        weekdays: WeekdaySet,
        from start: CalendarDate,
        until end: CalendarDate,
        occupations: [SeatStore.Occupation],
        world: World
    ) {
        let today = world.today
        self.init(
            title: "Plaats \(number)",
            weekdays: weekdays.days.map(\.dutchName),
            length: end - start,
            occupations: occupations.map { occupation in
                let period =
                    "\(occupation.startsOn.dutchShort(seenOn: today)) t/m \((occupation.endsOn - 1).dutchShort(seenOn: today))"
                let held = occupation.heldUntil.map {
                    ", vastgehouden t/m \((world.time.today(at: $0 - 1)).dutchShort(seenOn: today))"
                }
                let link =
                    occupation.caseReference.map { PageLink("traject \($0)", "/kandidaten/\($0)") }
                    ?? occupation.referralReference.map { PageLink("doorverwijzing \($0)", "/doorverwijzingen/\($0)") }
                return Occupation(
                    weekday: WeekdaySet(rawValue: 1 << UInt8(occupation.weekday - 1)).dutchName,
                    from: occupation.startsOn - start,
                    until: occupation.endsOn - start,
                    isTaken: occupation.state == .taken,
                    line: Line(
                        (occupation.state == .taken ? "bezet " : "") + period + (held ?? "")
                            + (link == nil ? ", door een ander team" : ""),
                        link: link
                    )
                )
            }
        )
    }
}
