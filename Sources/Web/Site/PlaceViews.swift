import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Store

// How places, seats and practices are put in words and rows, for every page that shows them.

extension TrainingPlaceState {
    var tag: Tag {
        switch self {
        case .draft: Tag(dutchName, .neutral)
        case .open: Tag(dutchName, .ok)
        case .paused: Tag(dutchName, .waiting)
        case .closed: Tag(dutchName, .neutral)
        }
    }
}

extension RecognitionState {
    var tag: Tag {
        switch self {
        case .recognised: Tag(dutchName, .ok)
        case .requested: Tag(dutchName, .waiting)
        case .withdrawn, .lapsed, .notRecognised: Tag(dutchName, .overdue)
        }
    }
}

extension String {
    /// "stage (BPV)" → "Stage (BPV)".
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

enum PlaceWords {
    static func start(_ earliest: CalendarDate, _ latest: CalendarDate, today: CalendarDate) -> String {
        guard earliest != latest else { return earliest.dutchShort(seenOn: today) }
        // Two dates in different years both say theirs.
        let first = earliest.year == latest.year ? earliest.dutchShort(seenOn: today) : earliest.dutchShortWithYear
        let last = earliest.year == latest.year ? latest.dutchShort(seenOn: today) : latest.dutchShortWithYear
        return "\(first) tot en met \(last)"
    }

    static func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weken" }
    static func places(_ count: Int) -> String { count == 1 ? "1 plek" : "\(Count.text(count)) plekken" }

    /// Hectometres as kilometres: "4,2 km".
    static func distance(_ hectometres: Int) -> String { "\(hectometres / 10),\(hectometres % 10) km" }

    static func routes(_ routes: RouteSet) -> String { routes.isEmpty ? "–" : routes.dutchName }

    /// Months of experience as people say it: "8 maanden", "3 jaar".
    static func experience(_ months: Int) -> String {
        months < 24 ? (months == 1 ? "1 maand" : "\(months) maanden") : "\(months / 12) jaar"
    }
}

extension TrainingPlaceIndexPage.Row {
    init(_ row: TrainingPlaceListStore.Row, today: CalendarDate) {
        self.init(
            url: "/plekken/\(row.reference)",
            title: row.kind.dutchName.capitalisedFirst,
            practice: row.practiceName,
            town: row.town,
            region: row.regionName,
            routes: PlaceWords.routes(row.routes),
            start: PlaceWords.start(row.earliestStartOn, row.latestStartOn, today: today),
            duration: PlaceWords.weeks(row.weeksOffered),
            days: "\(row.weekdays.dutchName) · \(row.hoursPerWeek) uur",
            free: "\(row.freeSeats) van \(row.seats) vrij",
            state: row.state.tag
        )
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

extension PracticePeopleStore.Contact {
    var facts: Facts {
        Facts(
            [Fact("Naam", name)]
                + (phone.isEmpty
                    ? [] : [Fact("Telefoon", PhoneNumber(phone)?.description ?? phone, url: "tel:\(phone)")])
                + (mail.isEmpty ? [] : [Fact("E-mail", mail, url: "mailto:\(mail)")])
                + (bestTime.isEmpty ? [] : [Fact("Beste tijd", bestTime)])
        )
    }
}

/// Chosen filters, their links and options, the same for every list.
struct FilterBuilder {
    let path: String
    let query: Query
    private(set) var chips: [Chip] = []

    init(path: String, query: Query) {
        self.path = path
        self.query = query
    }

    /// A list always begins at its first page when a filter changes.
    private func link(removing name: String, _ value: String?) -> String {
        path
            + Query(pairs: query.fields.filter { $0.0 != "na" && !($0.0 == name && (value == nil || $0.1 == value)) })
            .link
    }

    mutating func chip(_ label: String, _ name: String, _ value: String? = nil) {
        chips.append(Chip(label: label, removeURL: link(removing: name, value)))
    }

    mutating func group<Value: Coded>(
        _ legend: String,
        _ name: String,
        _ options: [Value],
        chosen: [Value],
        counts: [String: Int]
    ) -> FilterGroup {
        for value in chosen { chip("\(legend): \(value.dutchName)", name, value.rawValue) }
        return FilterGroup(
            legend: legend,
            name: name,
            options: options.map {
                FilterOption(
                    value: $0.rawValue,
                    label: $0.dutchName,
                    count: Count.text(counts[$0.rawValue] ?? 0),
                    isSelected: chosen.contains($0)
                )
            }
        )
    }

    /// A select whose options carry their counts; options nobody has are left out unless chosen.
    mutating func select(
        _ label: String,
        _ name: String,
        _ options: [(value: String, label: String)],
        chosen: String?,
        counts: [String: Int],
        emptyLabel: String
    ) -> SelectField {
        if let chosen, let option = options.first(where: { $0.value == chosen }) {
            chip("\(label): \(option.label)", name)
        }
        return SelectField(
            name: name,
            label: label,
            options: options.filter { counts[$0.value] != nil || $0.value == chosen }.map {
                Option(value: $0.value, label: "\($0.label) (\(Count.text(counts[$0.value] ?? 0)))")
            },
            selected: chosen,
            isRequired: false,
            emptyLabel: emptyLabel
        )
    }

    /// The address of the same list as CSV.
    var csv: String { path + query.replacing("vorm", with: "csv") }
    func next(_ keys: [String]) -> String { path + query.replacing("na", with: PageCursor(keys).token) }
    var first: String { path + query.removing("na") }
}
