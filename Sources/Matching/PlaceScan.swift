import Domain

/// Judges all places of a cell for one candidate, in two passes: first the limits, without branches, into a list of
/// rows that remain; then the points of those. Gives the same numbers as the plain rules (a property test holds both
/// against each other). Whole-number arithmetic everywhere; the one square root is exact, see below.
struct PlaceScan {
    /// Possible pairs whose key reached the threshold.
    private(set) var hits: [(row: Int, key: Int)] = []

    /// Returns how many places of the cell are possible, and leaves those that reach the threshold in ``hits``.
    mutating func run(_ query: borrowing CandidateQuery.Pointers, _ cell: PlaceCell, threshold: Int) -> Int {
        hits.removeAll(keepingCapacity: true)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: cell.limits.count + 1) { remaining in
            cell.limits.withUnsafeBufferPointer { limits in
                guard let limits = limits.baseAddress, let remaining = remaining.baseAddress else { return 0 }
                let left = Self.withinLimits(
                    query.numbers,
                    limits,
                    count: cell.limits.count,
                    accepted: query.accepted,
                    query.tables,
                    into: remaining
                )
                return left == 0 ? 0 : collect(query, cell, limits, remaining, count: left, threshold)
            }
        }
    }

    private mutating func collect(
        _ query: borrowing CandidateQuery.Pointers,
        _ cell: PlaceCell,
        _ limits: UnsafePointer<LimitRow>,
        _ remaining: UnsafeMutablePointer<Int32>,
        count: Int,
        _ threshold: Int
    ) -> Int {
        let (numbers, tables, earlier) = (query.numbers, query.tables, query.earlierPractices)
        let least = max(threshold, 0)
        var possible = 0
        cell.points.withUnsafeBufferPointer { points in
            cell.occupations.withUnsafeBufferPointer { occupations in
                guard let points = points.baseAddress else { return }
                for index in 0..<count {
                    let row = Int(remaining[index])
                    let key = Self.key(numbers, limits + row, points + row, occupations, earlier, tables)
                    // A pair without a free seat has the key −1.
                    possible &+= Self.bit(key >= 0)
                    if key >= least { hits.append((row, key)) }
                }
            }
        }
        return possible
    }

    /// Writes the rows that fail none of the limits but that of the seat, and returns how many there are.
    ///
    /// Two sweeps: what needs no table of days and no dates comes first and leaves few for the second. A row is always
    /// written and the count moves on only when it passes, so that no branch can be guessed wrong.
    private static func withinLimits(
        _ numbers: CandidateNumbers,
        _ limits: UnsafePointer<LimitRow>,
        count: Int,
        accepted: UnsafePointer<UInt8>,
        _ tables: UnsafePointer<Int32>,
        into remaining: UnsafeMutablePointer<Int32>
    ) -> Int {
        var near = 0
        for index in 0..<count {
            let row = limits + index
            let dx = Int(row.pointee.x) &- numbers.x
            let dy = Int(row.pointee.y) &- numbers.y
            let dz = Int(row.pointee.z) &- numbers.z
            let isNear = Self.bit(dx &* dx &+ dy &* dy &+ dz &* dz < numbers.tooFar)
            // Unsigned, so that one comparison tests both ends of the range.
            let hours = UInt(bitPattern: Int(row.pointee.hours) &- numbers.hoursLeast)
            let works = Self.bit(hours <= numbers.hoursSpan)
            remaining[near] = Int32(truncatingIfNeeded: index)
            near &+= Int(accepted[Int(row.pointee.placeClass)]) & isNear & works
        }
        let days = tables + CandidateQuery.days
        var left = 0
        for index in 0..<near {
            let row = limits + Int(remaining[index])
            let first = max(row.pointee.earliestStart, numbers.earliestStart)
            let last = min(row.pointee.latestStart, numbers.latestStart)
            let start = min(max(numbers.wishedStart, first), last)
            let starts = Self.bit(first <= last)
            let lasts =
                Self.bit(numbers.weeksNeeded <= Int(row.pointee.weeksOffered))
                & Self.bit(numbers.weeksWanted >= Int(row.pointee.weeksLeast))
            let meets = Self.bit(days[Int(row.pointee.weekdays & numbers.weekdays)] >= 0)
            let guided = Self.bit(
                Self.present(row.pointee.supervisors & numbers.weekdaysSpread, row.pointee.weekdays, numbers.onlyMany)
                    != 0
            )
            let recognised = Self.bit(row.pointee.recognisedUntil >= start) | numbers.skipsRecognition
            remaining[left] = remaining[index]
            left &+= starts & lasts & meets & guided & recognised
        }
        return left
    }

    /// The key of a pair that passed the other limits, −1 when no seat is free.
    @inline(__always)
    private static func key(
        _ numbers: CandidateNumbers,
        _ row: UnsafePointer<LimitRow>,
        _ points: UnsafePointer<PointsRow>,
        _ occupations: UnsafeBufferPointer<OccupationRow>,
        _ earlier: UnsafeBufferPointer<UInt32>,
        _ tables: UnsafePointer<Int32>
    ) -> Int {
        let first = max(row.pointee.earliestStart, numbers.earliestStart)
        let last = min(row.pointee.latestStart, numbers.latestStart)
        let start = min(max(numbers.wishedStart, first), last)
        let common = Int(row.pointee.weekdays & numbers.weekdays)
        let weeks = Int(row.pointee.weeksOffered)
        if row.pointee.freeFrom > start {
            let end = start &+ 7 &* Int32(truncatingIfNeeded: min(weeks, numbers.weeksWanted))
            guard hasFreeSeat(points, occupations, common: UInt8(truncatingIfNeeded: common), start, end, tables)
            else { return -1 }
        }

        // Σ need·frequency: areas 0, 2, 4, 6 lie in the even bytes, 1, 3, 5 in the odd ones. Multiplied by the needs in
        // reverse order, the top 16 bits of the product are the sum of the four products; every lane stays below
        // 4·50·240 = 48,000 < 2¹⁶, so nothing carries over.
        let lanes: UInt64 = 0x00FF_00FF_00FF_00FF
        let even = (points.pointee.frequencies & lanes) &* numbers.needsEven
        let odd = ((points.pointee.frequencies >> 8) & lanes) &* numbers.needsOdd
        let met = Int(truncatingIfNeeded: (even >> 48) &+ (odd >> 48))
        let learning =
            numbers.learningBase
            &+ ((2000 &* met &+ numbers.learningWhole) &* numbers.learningReciprocal) >> CandidateNumbers.shift

        let counting = Self.present(
            row.pointee.supervisors & numbers.weekdaysSpread,
            row.pointee.weekdays,
            numbers.onlyMany
        )
        // A marker in the top bit of each byte becomes bit n for byte n.
        let set = UInt8(truncatingIfNeeded: ((counting >> 7) &* 0x0102_0408_1020_4080) >> 56)
        let offered =
            1 &+ Self.bit(set & row.pointee.experienced != 0) &+ Self.bit(set & row.pointee.trained != 0)
            &+ Self.bit(set & (set &- 1) != 0)

        let dx = Int(row.pointee.x) &- numbers.x
        let dy = Int(row.pointee.y) &- numbers.y
        let dz = Int(row.pointee.z) &- numbers.z
        // Exact: the sum is below 2⁵², where a correctly rounded root of n < k² never reaches k.
        let metres = Int(Double(dx &* dx &+ dy &* dy &+ dz &* dz).squareRoot())
        let distance = (13 &* metres &+ 500) / 1000

        let gap = min(Int(abs(start &- numbers.wishedStart)), 91)
        let period = Int(tables[weeks] &+ tables[CandidateQuery.days &+ common] &+ tables[CandidateQuery.gap &+ gap])

        var continuity = Int(points.pointee.continuity)
        for practice in earlier where practice == points.pointee.practice {
            continuity &+= 400
            break
        }
        let wishesMet = (points.pointee.offersAndWishes & numbers.wishesAndOffers).nonzeroBitCount
        let wishRow = CandidateQuery.wishes &+ Int(points.pointee.wishesStated) &* numbers.wishRowLength

        let sum =
            numbers.learningWeight &* learning &+ Int(tables[CandidateQuery.supervision &+ offered])
            &+ numbers.travelWeight &* max(0, 1000 &- distance) &+ numbers.periodWeight &* ((2 &* period &+ 3) / 6)
            &+ numbers.continuityWeight &* continuity &+ Int(tables[wishRow &+ wishesMet])
        return BestPairs.key(fit: (2 &* sum &+ 100) / 200, distanceInHectometres: distance)
    }

    private static func hasFreeSeat(
        _ points: UnsafePointer<PointsRow>,
        _ occupations: UnsafeBufferPointer<OccupationRow>,
        common: UInt8,
        _ start: Int32,
        _ end: Int32,
        _ tables: UnsafePointer<Int32>
    ) -> Bool {
        let first = Int(points.pointee.firstOccupation)
        var busy: UInt8 = 0
        for index in first..<(first + Int(points.pointee.occupationCount)) {
            let occupation = occupations[index]
            if occupation.from < end, occupation.until > start { busy |= occupation.weekdays }
            guard occupation.isLastOfSeat else { continue }
            if tables[CandidateQuery.days + Int(common & ~busy)] >= 0 { return true }
            busy = 0
        }
        return false
    }

    /// The top bit of every byte whose supervisor is present on enough of the place's weekdays.
    @inline(__always)
    private static func present(_ supervisors: UInt64, _ weekdays: UInt8, _ onlyMany: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low: UInt64 = 0x0101_0101_0101_0101
        let days = supervisors & (UInt64(weekdays) &* low)
        // x & (x − 1) drops the lowest day of a byte; the borrowed top bit keeps bytes apart.
        let fewer = days & ((days | high) &- low)
        let enough = (fewer & onlyMany) | (days & ~onlyMany)
        return (enough &+ 0x7F7F_7F7F_7F7F_7F7F) & high
    }

    @inline(__always)
    private static func bit(_ isTrue: Bool) -> Int { isTrue ? 1 : 0 }
}
