import Domain

/// What the limits of one place compare, in one cache line: the column that every ranking scans.
struct LimitRow: Sendable {
    /// Weekdays of up to eight supervisors, a byte each.
    var supervisors: UInt64
    var x: Int32
    var y: Int32
    var z: Int32
    var earliestStart: Int32
    var latestStart: Int32
    /// Last recognised day; `Int32.max` without end, `Int32.min` when never.
    var recognisedUntil: Int32
    /// From this day on a whole seat is free for good; `Int32.max` when that never comes.
    var freeFrom: Int32
    var placeClass: UInt32
    var hours: Int32
    var weeksOffered: UInt16
    var weeksLeast: UInt16
    var weekdays: UInt8
    /// Bit n: supervisor n has 36 months or more.
    var experienced: UInt8
    /// Bit n: supervisor n is trained.
    var trained: UInt8

    /// Weeks above this are irregular, so that tables stay small.
    static let mostWeeks = 255

    init(_ place: PlaceProfile, placeClass: UInt32) {
        var (supervisors, experienced, trained): (UInt64, UInt8, UInt8) = (0, 0, 0)
        for (index, supervisor) in place.supervisors.prefix(8).enumerated() {
            supervisors |= UInt64(supervisor.weekdays.rawValue) << UInt64(8 * index)
            if supervisor.monthsOfExperience >= 36 { experienced |= 1 << UInt8(index) }
            if supervisor.isTrained { trained |= 1 << UInt8(index) }
        }
        self.supervisors = supervisors
        self.experienced = experienced
        self.trained = trained
        (x, y, z) = (
            Int32(truncatingIfNeeded: place.location.x), Int32(truncatingIfNeeded: place.location.y),
            Int32(truncatingIfNeeded: place.location.z)
        )
        earliestStart = place.earliestStartOn.daysSince1970
        latestStart = place.latestStartOn.daysSince1970
        recognisedUntil =
            switch place.recognition {
            case .requested: .max
            case .recognised: place.recognisedUntilOn?.daysSince1970 ?? .max
            case .withdrawn, .lapsed, .notRecognised: .min
            }
        freeFrom = place.seats.map(Self.freeFrom).min() ?? .max
        self.placeClass = placeClass
        hours = Int32(clamping: place.hoursPerWeek)
        weeksOffered = UInt16(clamping: place.weeksOffered)
        weeksLeast = UInt16(clamping: place.weeksLeast)
        weekdays = place.weekdays.rawValue
    }

    /// More than eight supervisors, or numbers that do not fit the row: such a place is left to the plain rules.
    static func isIrregular(_ place: PlaceProfile) -> Bool {
        place.supervisors.count > 8 || !(0...mostWeeks).contains(place.weeksOffered)
            || !(0...mostWeeks).contains(place.weeksLeast)
    }

    private static func freeFrom(_ seat: SeatProfile) -> Int32 {
        var last = Int32.min
        for occupation in seat.occupations {
            guard let until = occupation.untilOn else { return .max }
            last = max(last, until.daysSince1970)
        }
        return last
    }
}
