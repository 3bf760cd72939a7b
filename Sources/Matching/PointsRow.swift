/// What the points of one place are made of beside its ``LimitRow``.
struct PointsRow: Sendable {
    /// A byte per area: the sum of frequencies, never above three times the length of the list.
    var frequencies: UInt64
    /// The place's offers in the upper half, its wishes in the lower: one `and` with the candidate's meets both.
    var offersAndWishes: UInt64
    /// The practice's number in the columns.
    var practice: UInt32
    var wishesStated: UInt16
    /// 400 for finishing + 200 for a job prospect.
    var continuity: UInt16
    /// Where the place's occupations lie in the cell's column.
    var firstOccupation: UInt32
    var occupationCount: UInt32

    init(_ place: PlaceProfile, practice: UInt32, model: ScoringModel, occupations: Range<Int>) {
        frequencies = place.areaFrequencies.enumerated().reduce(0) {
            // The model allows at most 80 activities in an area, so this fits a byte.
            $0 | UInt64(UInt8(clamping: min($1.element, 3 * model.activitiesPerArea[$1.offset])))
                << UInt64(8 * $1.offset)
        }
        offersAndWishes = UInt64(place.offers) << 32 | UInt64(place.wishes)
        self.practice = practice
        wishesStated = UInt16(place.wishes.nonzeroBitCount)
        firstOccupation = UInt32(occupations.lowerBound)
        occupationCount = UInt32(occupations.count)
        continuity = (place.canFinish ? 400 : 0) + (place.hasJobProspect ? 200 : 0)
    }
}
