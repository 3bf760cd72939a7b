import Domain

/// A candidate turned into numbers and small tables, so that judging a place takes loads and adds only.
struct CandidateQuery {
    /// False when a number lies outside what the tables hold; such a candidate goes by the plain rules.
    let isRegular: Bool
    let numbers: CandidateNumbers
    /// 1 for every class of places that this candidate can take.
    let acceptedClasses: ContiguousArray<UInt8>
    let tables: ContiguousArray<Int32>
    let earlierPractices: ContiguousArray<UInt32>

    // Where each table begins: points for weeks, for common weekdays (−1 when too few), for the gap to the wished
    // start, weighted points for the supervision offered, weighted points for wishes.
    static let weeks = 0
    static let days = 256
    static let gap = 384
    static let supervision = 480
    static let wishes = 488

    /// The same for everyone, so made once: q(1000 × (91 − gap), 91).
    private static let gapPoints = (0...91).map { Int32(rounded(1000 * (91 - $0), over: 91)) }

    init(_ candidate: CandidateProfile, columns: PlaceColumns, today: CalendarDate) {
        isRegular =
            candidate.weekdaysWanted >= 1 && candidate.hoursLeast <= candidate.hoursMost
            && candidate.needs.allSatisfy { (0...50).contains($0) }
        acceptedClasses = ContiguousArray([0] + columns.classes.map { $0.accepts(candidate, today: today) ? 1 : 0 })
        earlierPractices = ContiguousArray(candidate.earlierPracticeIDs.compactMap { columns.practiceNumbers[$0] })
        let wishRowLength = candidate.wishes.nonzeroBitCount + columns.mostWishesStated + 1
        numbers = CandidateNumbers(candidate, columns.model, wishRowLength: wishRowLength)
        tables = Self.tables(
            candidate,
            columns.model.weights,
            mostWishesStated: columns.mostWishesStated,
            wishRowLength: wishRowLength
        )
    }

    /// The same numbers and tables where the inner loops can reach them; good only within ``withPointers(_:)``.
    struct Pointers: ~Copyable {
        let numbers: CandidateNumbers
        let accepted: UnsafePointer<UInt8>
        let tables: UnsafePointer<Int32>
        let earlierPractices: UnsafeBufferPointer<UInt32>
    }

    /// Once per ranking, so that no square has to ask again.
    func withPointers(_ body: (borrowing Pointers) -> Void) {
        acceptedClasses.withUnsafeBufferPointer { accepted in
            tables.withUnsafeBufferPointer { tables in
                earlierPractices.withUnsafeBufferPointer { earlier in
                    guard let accepted = accepted.baseAddress, let tables = tables.baseAddress else { return }
                    body(Pointers(numbers: numbers, accepted: accepted, tables: tables, earlierPractices: earlier))
                }
            }
        }
    }

    private static func tables(
        _ candidate: CandidateProfile,
        _ weights: CriterionValues,
        mostWishesStated: Int,
        wishRowLength: Int
    ) -> ContiguousArray<Int32> {
        var tables = ContiguousArray<Int32>(
            repeating: 0,
            count: wishes + (mostWishesStated + 1) * wishRowLength
        )
        // From the wanted number of weeks on all are worth 1000.
        for number in 0...LimitRow.mostWeeks {
            tables[weeks + number] =
                number >= candidate.weeksWanted ? 1000 : Int32(share(number, of: candidate.weeksWanted))
        }
        let byCount = (0...7).map { Int32($0 < candidate.weekdaysLeast ? -1 : share($0, of: candidate.weekdaysWanted)) }
        for mask in 0..<128 {
            tables[days + mask] = byCount[mask.nonzeroBitCount]
        }
        for number in 0...91 { tables[gap + number] = gapPoints[number] }
        let required = candidate.supervisionRequired
        for offered in 0...4 {
            tables[supervision + offered] = Int32(
                weights.supervision * rounded(1000 * min(offered, required), over: required)
            )
        }
        let own = candidate.wishes.nonzeroBitCount
        for other in 0...mostWishesStated {
            for met in 0...(own + other) where met < wishRowLength {
                let points = own + other == 0 ? 1000 : rounded(1000 * met, over: own + other)
                tables[wishes + other * wishRowLength + met] = Int32(weights.wishes * points)
            }
        }
        return tables
    }
}

/// The numbers of a candidate and a model that every pair uses: plain words that fit in registers.
struct CandidateNumbers {
    let x: Int
    let y: Int
    let z: Int
    let tooFar: Int
    let earliestStart: Int32
    let latestStart: Int32
    let wishedStart: Int32
    let weekdays: UInt8
    /// 1 when a recognition does not matter, else 0.
    let skipsRecognition: Int
    /// The weekdays in each of eight bytes.
    let weekdaysSpread: UInt64
    /// All ones when a supervisor counts from two common days on, zero when one is enough.
    let onlyMany: UInt64
    let weeksNeeded: Int
    let weeksWanted: Int
    let hoursLeast: Int
    let hoursSpan: UInt
    let needsEven: UInt64
    let needsOdd: UInt64
    let learningWhole: Int
    let learningReciprocal: Int
    let learningBase: Int
    let wishRowLength: Int
    let wishesAndOffers: UInt64
    let learningWeight: Int
    let travelWeight: Int
    let periodWeight: Int
    let continuityWeight: Int

    /// Shift of the reciprocal.
    static let shift = 46

    init(_ candidate: CandidateProfile, _ model: ScoringModel, wishRowLength: Int) {
        (x, y, z) = (candidate.location.x, candidate.location.y, candidate.location.z)
        tooFar = squaredMetresTooFar(kilometres: candidate.travelLimitInKilometres)
        earliestStart = candidate.earliestStartOn.daysSince1970
        latestStart = candidate.latestStartOn.daysSince1970
        wishedStart = candidate.wishedStartOn.daysSince1970
        weekdays = candidate.weekdays.rawValue
        skipsRecognition = candidate.needsRecognition ? 0 : 1
        weekdaysSpread = UInt64(weekdays) &* 0x0101_0101_0101_0101
        onlyMany = candidate.supervisorDaysNeeded >= 2 ? .max : 0
        (weeksNeeded, weeksWanted) = (candidate.weeksNeeded, candidate.weeksWanted)
        hoursLeast = candidate.hoursLeast
        hoursSpan = UInt(max(0, candidate.hoursMost - candidate.hoursLeast))
        self.wishRowLength = wishRowLength
        wishesAndOffers = UInt64(candidate.wishes) << 32 | UInt64(candidate.offers)

        // Lanes of 16 bits in reverse order, see ``PlaceScan``.
        let needs = candidate.needs
        func lanes(_ areas: [Int]) -> UInt64 {
            areas.enumerated().reduce(0) { $0 | UInt64(UInt16(clamping: needs[$1.element])) << UInt64(16 * $1.offset) }
        }
        needsEven = lanes([6, 4, 2, 0])
        needsOdd = lanes([5, 3, 1]) << 16
        let whole = zip(needs, model.activitiesPerArea).reduce(0) { $0 + $1.0 * 3 * $1.1 }
        learningWhole = whole
        // ⌈2⁴⁶ / 2·whole⌉. x·⌈2ᵏ/y⌉ >> k is x div y whenever x·y < 2ᵏ (Granlund and Montgomery 1994): here y ≤ 168,000 and
        // x = 2000·met + whole ≤ 2001·whole < 2²⁸, so x·y < 2⁴⁶ and the product stays below 2⁵⁷.
        learningReciprocal = whole == 0 ? 0 : ((1 << Self.shift) + 2 * whole - 1) / (2 * whole)
        learningBase = whole == 0 ? 1000 : 0
        learningWeight = model.weights.learningNeeds
        travelWeight = model.weights.travel
        periodWeight = model.weights.period
        continuityWeight = model.weights.continuity
    }
}
