import Domain

/// One occupation of a seat; the seats of a place lie behind each other.
struct OccupationRow: Sendable {
    var from: Int32
    /// The first free day; `Int32.max` without end.
    var until: Int32
    var weekdays: UInt8
    /// The next row belongs to another seat.
    var isLastOfSeat: Bool

    /// The rows of a place of which every seat has an occupation; an empty seat is told by ``LimitRow/freeFrom``.
    static func rows(of place: PlaceProfile) -> [OccupationRow] {
        place.seats.flatMap { seat in
            seat.occupations.enumerated().map { index, occupation in
                OccupationRow(
                    from: occupation.fromOn.daysSince1970,
                    until: occupation.untilOn?.daysSince1970 ?? .max,
                    weekdays: occupation.weekdays.rawValue,
                    isLastOfSeat: index == seat.occupations.count - 1
                )
            }
        }
    }
}
