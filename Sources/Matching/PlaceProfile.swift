public import Domain

/// What matching needs to know of an open training place.
public struct PlaceProfile: Hashable, Sendable, Codable {
    public var id: TrainingPlace.ID
    public var reference: Reference
    public var practiceID: Practice.ID
    /// The root (AZW) region.
    public var regionCode: RegionCode
    public var municipalityCode: MunicipalityCode
    public var location: MapPoint
    public var kind: PlacementKind
    public var routes: RouteSet
    /// Code of the role, e.g. `doctors_assistant`.
    public var role: String
    public var qualification: String?
    /// Accepted study years; empty means all.
    public var studyYears: StudyYearSet
    /// Accepted schools; empty means all.
    public var schoolIDs: [School.ID]
    public var reservedForSchoolID: School.ID?
    /// The last day of the reservation; nil means without end.
    public var reservedUntilOn: CalendarDate?
    public var earliestStartOn: CalendarDate
    public var latestStartOn: CalendarDate
    public var weeksLeast: Int
    public var weeksOffered: Int
    public var weekdays: WeekdaySet
    public var hoursPerWeek: Int
    public var employer: EmployerOfRecord
    public var supervisors: [SupervisorProfile]
    /// Per area the sum of the frequencies (0…3) of its activities, in the order of the areas.
    public var areaFrequencies: [Int]
    public var seats: [SeatProfile]
    public var recognition: RecognitionState
    /// The last day of a recognition; nil means without end.
    public var recognisedUntilOn: CalendarDate?
    /// The whole training can be finished here.
    public var canFinish: Bool
    public var hasJobProspect: Bool
    /// What the place wishes of a candidate; bit n is row n of the closed list of wishes.
    public var wishes: UInt32
    /// What the place offers of what candidates wish; the same list.
    public var offers: UInt32

    public init(
        id: TrainingPlace.ID,
        reference: Reference,
        practiceID: Practice.ID,
        regionCode: RegionCode,
        municipalityCode: MunicipalityCode,
        location: MapPoint,
        kind: PlacementKind,
        routes: RouteSet,
        role: String,
        qualification: String?,
        studyYears: StudyYearSet,
        schoolIDs: [School.ID] = [],
        reservedForSchoolID: School.ID? = nil,
        reservedUntilOn: CalendarDate? = nil,
        earliestStartOn: CalendarDate,
        latestStartOn: CalendarDate,
        weeksLeast: Int,
        weeksOffered: Int,
        weekdays: WeekdaySet,
        hoursPerWeek: Int,
        employer: EmployerOfRecord,
        supervisors: [SupervisorProfile],
        areaFrequencies: [Int],
        seats: [SeatProfile],
        recognition: RecognitionState,
        recognisedUntilOn: CalendarDate? = nil,
        canFinish: Bool = false,
        hasJobProspect: Bool = false,
        wishes: UInt32 = 0,
        offers: UInt32 = 0
    ) {
        precondition(areaFrequencies.count == CompetenceArea.count, "seven areas")
        self.id = id
        self.reference = reference
        self.practiceID = practiceID
        self.regionCode = regionCode
        self.municipalityCode = municipalityCode
        self.location = location
        self.kind = kind
        self.routes = routes
        self.role = role
        self.qualification = qualification
        self.studyYears = studyYears
        self.schoolIDs = schoolIDs
        self.reservedForSchoolID = reservedForSchoolID
        self.reservedUntilOn = reservedUntilOn
        self.earliestStartOn = earliestStartOn
        self.latestStartOn = latestStartOn
        self.weeksLeast = weeksLeast
        self.weeksOffered = weeksOffered
        self.weekdays = weekdays
        self.hoursPerWeek = hoursPerWeek
        self.employer = employer
        self.supervisors = supervisors
        self.areaFrequencies = areaFrequencies
        self.seats = seats
        self.recognition = recognition
        self.recognisedUntilOn = recognisedUntilOn
        self.canFinish = canFinish
        self.hasJobProspect = hasJobProspect
        self.wishes = wishes
        self.offers = offers
    }

    /// Sums frequencies of single activities into the seven areas.
    public static func areaFrequencies(_ activities: some Sequence<(CompetenceArea, Frequency)>) -> [Int] {
        activities.reduce(into: Array(repeating: 0, count: CompetenceArea.count)) { $0[$1.0.index] += $1.1.rawValue }
    }
}

/// A supervisor at a place.
public struct SupervisorProfile: Hashable, Sendable, Codable {
    public var monthsOfExperience: Int
    public var isTrained: Bool
    public var weekdays: WeekdaySet

    public init(monthsOfExperience: Int, isTrained: Bool, weekdays: WeekdaySet) {
        self.monthsOfExperience = monthsOfExperience
        self.isTrained = isTrained
        self.weekdays = weekdays
    }
}

/// A seat with what lies on it.
public struct SeatProfile: Hashable, Sendable, Codable {
    public var id: Seat.ID
    public var occupations: [OccupationProfile]

    public init(id: Seat.ID, occupations: [OccupationProfile] = []) {
        self.id = id
        self.occupations = occupations
    }

    /// The weekdays among these on which nothing lies in the period (the end is not part of it).
    public func freeWeekdays(among weekdays: WeekdaySet, from start: CalendarDate, until end: CalendarDate)
        -> WeekdaySet
    {
        var free = weekdays
        for occupation in occupations where occupation.fromOn < end && occupation.reaches(start) {
            free.subtract(occupation.weekdays)
        }
        return free
    }
}

/// A held or taken part of a seat: weekdays in a period.
public struct OccupationProfile: Hashable, Sendable, Codable {
    public var weekdays: WeekdaySet
    public var fromOn: CalendarDate
    /// The first day that is free again; nil means without end.
    public var untilOn: CalendarDate?

    public init(weekdays: WeekdaySet, fromOn: CalendarDate, untilOn: CalendarDate?) {
        self.weekdays = weekdays
        self.fromOn = fromOn
        self.untilOn = untilOn
    }

    func reaches(_ date: CalendarDate) -> Bool { untilOn.map { $0 > date } ?? true }
}
