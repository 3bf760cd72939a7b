import Domain

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
