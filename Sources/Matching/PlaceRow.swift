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

/// Everything about a place that is compared for equality only: places share few of these, so a ranking judges each
/// one once and then looks the answer up.
struct PlaceClass: Hashable, Sendable {
    let kind: PlacementKind
    let routes: RouteSet
    let role: String
    let qualification: String?
    let studyYears: StudyYearSet
    let schoolIDs: [School.ID]
    let reservedForSchoolID: School.ID?
    let reservedUntilOn: CalendarDate?
    let hasEmployer: Bool

    init(_ place: PlaceProfile) {
        kind = place.kind
        routes = place.routes
        role = place.role
        qualification = place.qualification
        studyYears = place.studyYears
        schoolIDs = place.schoolIDs.sorted()
        reservedForSchoolID = place.reservedForSchoolID
        reservedUntilOn = place.reservedForSchoolID == nil ? nil : place.reservedUntilOn
        hasEmployer = place.employer != .none
    }

    func accepts(_ candidate: CandidateProfile, today: CalendarDate) -> Bool {
        guard kind == candidate.kind, role == candidate.role else { return false }
        guard !candidate.kind.isShort else { return true }
        if let qualification, let wanted = candidate.qualification, qualification != wanted { return false }
        if let school = reservedForSchoolID, school != candidate.schoolID, reservedUntilOn.map({ today <= $0 }) ?? true
        {
            return false
        }
        return routes.contains(candidate.route.set)
            && (candidate.studyYear <= 0 || studyYears.isEmpty
                || !studyYears.isDisjoint(with: .year(candidate.studyYear)))
            && (schoolIDs.isEmpty || candidate.schoolID.map(schoolIDs.contains) ?? false)
            && (hasEmployer || !candidate.needsEmployer)
    }
}
