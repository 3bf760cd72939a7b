/// What a practice offers, before it is stored: from a form, a file, a copy or a seed (DOMAIN, section 4).
public struct TrainingPlaceDraft: Hashable, Sendable {
    public var kind: PlacementKind
    /// Code of the role, e.g. `doctors_assistant`.
    public var role: String
    /// Five digits; nil for a taster or trial without qualification.
    public var crebo: String?
    public var routes: RouteSet
    public var studyYears: StudyYearSet
    public var earliestStartOn: CalendarDate
    public var latestStartOn: CalendarDate
    public var weeksLeast: Int
    public var weeksOffered: Int
    public var weekdays: WeekdaySet
    public var hoursPerWeek: Int
    public var teamSize: Int?
    public var employer: EmployerOfRecord
    public var reservedForSchoolID: School.ID?
    /// The last day of the reservation.
    public var reservedUntilOn: CalendarDate?
    public var canFinish: Bool
    public var hasJobProspect: Bool
    /// What the place wishes of a candidate; bit n is row n of the closed list of wishes.
    public var wishes: UInt32
    /// What the place offers of what candidates wish; the same list.
    public var offers: UInt32
    public var preconditions: String
    /// Who may contact whom, in the practice's words.
    public var contactRule: String
    public var notBeforeOn: CalendarDate?
    /// "One every two years" is 24.
    public var monthsBetweenLearners: Int?
    public var state: TrainingPlaceState
    /// How many seats it begins with, 1…50; seats are only ever added.
    public var seats: Int
    /// Schools accepted; empty means every school.
    public var schoolIDs: Set<School.ID>
    /// Per activity code how often it can be practised; what is missing cannot.
    public var activities: [String: Frequency]
    public var supervisorIDs: Set<Supervisor.ID>
    public var isFictional: Bool

    public init(
        kind: PlacementKind,
        role: String,
        crebo: String?,
        routes: RouteSet,
        studyYears: StudyYearSet,
        earliestStartOn: CalendarDate,
        latestStartOn: CalendarDate,
        weeksLeast: Int,
        weeksOffered: Int,
        weekdays: WeekdaySet,
        hoursPerWeek: Int,
        teamSize: Int? = nil,
        employer: EmployerOfRecord = .none,
        reservedForSchoolID: School.ID? = nil,
        reservedUntilOn: CalendarDate? = nil,
        canFinish: Bool = false,
        hasJobProspect: Bool = false,
        wishes: UInt32 = 0,
        offers: UInt32 = 0,
        preconditions: String = "",
        contactRule: String = "",
        notBeforeOn: CalendarDate? = nil,
        monthsBetweenLearners: Int? = nil,
        state: TrainingPlaceState = .open,
        seats: Int = 1,
        schoolIDs: Set<School.ID> = [],
        activities: [String: Frequency] = [:],
        supervisorIDs: Set<Supervisor.ID> = [],
        isFictional: Bool = false
    ) {
        self.kind = kind
        self.role = role
        self.crebo = crebo
        self.routes = routes
        self.studyYears = studyYears
        self.earliestStartOn = earliestStartOn
        self.latestStartOn = latestStartOn
        self.weeksLeast = weeksLeast
        self.weeksOffered = weeksOffered
        self.weekdays = weekdays
        self.hoursPerWeek = hoursPerWeek
        self.teamSize = teamSize
        self.employer = employer
        self.reservedForSchoolID = reservedForSchoolID
        self.reservedUntilOn = reservedUntilOn
        self.canFinish = canFinish
        self.hasJobProspect = hasJobProspect
        self.wishes = wishes
        self.offers = offers
        self.preconditions = preconditions
        self.contactRule = contactRule
        self.notBeforeOn = notBeforeOn
        self.monthsBetweenLearners = monthsBetweenLearners
        self.state = state
        self.seats = seats
        self.schoolIDs = schoolIDs
        self.activities = activities
        self.supervisorIDs = supervisorIDs
        self.isFictional = isFictional
    }

    /// What is wrong with it, a Dutch sentence per field of the form; empty when it can be stored.
    public func problems() -> [FieldError] {
        var found: [FieldError] = []
        func check(_ isRight: Bool, _ field: String, _ message: String) {
            if !isRight { found.append(FieldError(field: field, message: message)) }
        }
        check(earliestStartOn <= latestStartOn, "laatst", "De laatste begindatum ligt voor de eerste. Draai ze om.")
        check((1...208).contains(weeksOffered), "weken", "Het aantal weken is een getal van 1 tot en met 208.")
        check(
            (1...208).contains(weeksLeast),
            "weken_minst",
            "Het minste aantal weken is een getal van 1 tot en met 208."
        )
        check(
            weeksLeast <= weeksOffered,
            "weken_minst",
            "Het minste aantal weken is meer dan het aantal weken dat je biedt (\(weeksOffered))."
        )
        check(!weekdays.isEmpty, "dagen", "Kies ten minste één werkdag.")
        check((1...40).contains(hoursPerWeek), "uren", "Het aantal uren per week is een getal van 1 tot en met 40.")
        check((1...50).contains(seats), "plaatsen", "Het aantal plaatsen is een getal van 1 tot en met 50.")
        check(
            teamSize.map { (1...500).contains($0) } ?? true,
            "team",
            "De teamgrootte is een getal van 1 tot en met 500."
        )
        check(
            monthsBetweenLearners.map { (1...60).contains($0) } ?? true,
            "maanden",
            "Het aantal maanden tussen twee leerlingen is een getal van 1 tot en met 60."
        )
        check(
            (reservedForSchoolID == nil) == (reservedUntilOn == nil),
            reservedUntilOn == nil ? "gereserveerd_tot" : "gereserveerd",
            "Bij een reservering horen een school en een einddatum. Vul allebei in, of geen van beide."
        )
        if kind.isShort {
            check(
                kind != .taster || weeksOffered * weekdays.count <= 5,
                "weken",
                "Een snuffelstage duurt 1 tot 5 dagen. Kies 1 week met hoogstens 5 werkdagen."
            )
        } else {
            check(!routes.isEmpty, "routes", "Kies ten minste één leerroute.")
            check(!studyYears.isEmpty, "leerjaren", "Kies ten minste één leerjaar.")
            check(crebo != nil, "crebo", "Kies de opleiding (crebo).")
        }
        check(crebo.map(PracticeDraft.isCrebo) ?? true, "crebo", "Een crebo heeft vijf cijfers, zoals 25473.")
        check(studyYears.years.allSatisfy { $0 <= 4 }, "leerjaren", "Kies leerjaar 1, 2, 3 of 4.")
        return found
    }

    /// Whether the practice must be recognised by SBB for someone to be placed here.
    public var needsRecognition: Bool {
        !kind.isShort && (routes.contains(.bol) || routes.contains(.bbl))
    }

    /// The same offer one year later, as a draft without reservation.
    public func nextSeason() -> Self {
        var copy = self
        copy.earliestStartOn = earliestStartOn.adding(months: 12)
        copy.latestStartOn = latestStartOn.adding(months: 12)
        copy.reservedForSchoolID = nil
        copy.reservedUntilOn = nil
        copy.state = .draft
        return copy
    }
}

extension TrainingPlaceState {
    /// What a coordinator may make of it; a closed place stays closed, next season is a copy.
    public var next: [Self] {
        switch self {
        case .draft: [.open, .closed]
        case .open: [.paused, .closed]
        case .paused: [.open, .closed]
        case .closed: []
        }
    }
}

extension RecognitionState {
    /// A place may open while recognition is asked for; not when it was refused, withdrawn or has lapsed.
    public var allowsOpening: Bool { self == .recognised || self == .requested }
}
