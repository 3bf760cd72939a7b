public import Domain

/// What matching needs to know of a case: no name, no identity.
public struct CandidateProfile: Hashable, Sendable, Codable {
    public var caseID: CaseFile.ID
    public var candidateID: Candidate.ID
    public var teamID: Team.ID
    public var location: MapPoint
    /// The root (AZW) region.
    public var regionCode: RegionCode
    public var kind: PlacementKind
    public var route: LearningRoute
    /// Code of the role sought, e.g. `doctors_assistant`.
    public var role: String
    /// Crebo code of the qualification, where one is known.
    public var qualification: String?
    /// 0 when there is none.
    public var studyYear: Int
    public var schoolID: School.ID?
    public var wishedStartOn: CalendarDate
    public var earliestStartOn: CalendarDate
    public var latestStartOn: CalendarDate
    /// The fewest weeks that make sense.
    public var weeksNeeded: Int
    /// The most weeks that are available.
    public var weeksWanted: Int
    public var weekdays: WeekdaySet
    public var weekdaysLeast: Int
    public var weekdaysWanted: Int
    public var hoursLeast: Int
    public var hoursMost: Int
    public var travelLimitInKilometres: Int
    /// Seven levels in the order of the areas.
    public var levels: [AreaLevel]
    /// Seven target levels in tenths.
    public var targets: [Int]
    public var earlierPracticeIDs: [Practice.ID]
    /// What the candidate wishes of a place; bit n is row n of the closed list of wishes.
    public var wishes: UInt32
    /// What the candidate offers of what places wish; the same list.
    public var offers: UInt32

    public init(
        caseID: CaseFile.ID,
        candidateID: Candidate.ID,
        teamID: Team.ID,
        location: MapPoint,
        regionCode: RegionCode,
        kind: PlacementKind,
        route: LearningRoute,
        role: String,
        qualification: String?,
        studyYear: Int,
        schoolID: School.ID?,
        wishedStartOn: CalendarDate,
        earliestStartOn: CalendarDate,
        latestStartOn: CalendarDate,
        weeksNeeded: Int,
        weeksWanted: Int,
        weekdays: WeekdaySet,
        weekdaysLeast: Int,
        weekdaysWanted: Int,
        hoursLeast: Int,
        hoursMost: Int,
        travelLimitInKilometres: Int,
        levels: [AreaLevel],
        targets: [Int],
        earlierPracticeIDs: [Practice.ID] = [],
        wishes: UInt32 = 0,
        offers: UInt32 = 0
    ) {
        precondition(levels.count == CompetenceArea.count && targets.count == CompetenceArea.count, "seven areas")
        self.caseID = caseID
        self.candidateID = candidateID
        self.teamID = teamID
        self.location = location
        self.regionCode = regionCode
        self.kind = kind
        self.route = route
        self.role = role
        self.qualification = qualification
        self.studyYear = studyYear
        self.schoolID = schoolID
        self.wishedStartOn = wishedStartOn
        self.earliestStartOn = earliestStartOn
        self.latestStartOn = latestStartOn
        self.weeksNeeded = weeksNeeded
        self.weeksWanted = weeksWanted
        self.weekdays = weekdays
        self.weekdaysLeast = weekdaysLeast
        self.weekdaysWanted = weekdaysWanted
        self.hoursLeast = hoursLeast
        self.hoursMost = hoursMost
        self.travelLimitInKilometres = travelLimitInKilometres
        self.levels = levels
        self.targets = targets
        self.earlierPracticeIDs = earlierPracticeIDs
        self.wishes = wishes
        self.offers = offers
    }

    /// `need = max(0, target − level)` per area, in tenths.
    public var needs: [Int] { (0..<CompetenceArea.count).map { max(0, targets[$0] - levels[$0].tenths) } }

    /// On how many common weekdays a supervisor must be present to count.
    public var supervisorDaysNeeded: Int { min(2, weekdaysWanted) }

    /// A learning job, and any BBL placement, needs an employer.
    public var needsEmployer: Bool { kind == .learningJob || (kind == .placement && route == .bbl) }

    /// A placement or learning job on the BOL or BBL route needs a recognition that is valid on the start date.
    public var needsRecognition: Bool { !kind.isShort && route.needsRecognition }
}
