public import Domain

/// One pair with all inputs of section 6, so that an outsider can compute the number again: what `rank --json` writes.
///
/// Keys are English camelCase; dates are ISO 8601, distances hectometres, levels and targets tenths, weekdays bit masks
/// (monday 1 … sunday 64), wishes bit masks over the closed list.
public struct Explanation: Encodable, Sendable {
    public let modelVersion: Int
    public let today: CalendarDate
    public let candidate: CandidateInputs
    public let place: PlaceProfile
    public let activitiesPerArea: [Int]
    public let isPossible: Bool
    /// 0…1000, and 0…100 as shown; absent when impossible.
    public let fit: Int?
    public let shown: Int?
    public let distanceInHectometres: Int
    public let startOn: CalendarDate?
    public let untilOn: CalendarDate?
    public let commonWeekdays: WeekdaySet
    public let supervisionRequired: Int
    public let supervisionOffered: Int
    public let criteria: [CriterionLine]
    public let failedLimits: [FailedLimit]

    /// What one criterion contributes: contribution = weight × points, fit = q(Σ contributions, 100).
    public struct CriterionLine: Encodable, Sendable {
        public let criterion: Criterion
        public let points: Int
        public let weight: Int
        public let contribution: Int
        public let part: Int
        public let sentence: String
    }

    /// The candidate's side without ids of person or team.
    public struct CandidateInputs: Encodable, Sendable {
        public let caseID: CaseFile.ID
        public let location: MapPoint
        public let kind: PlacementKind
        public let route: LearningRoute
        public let role: String
        public let qualification: String?
        public let studyYear: Int
        public let schoolID: School.ID?
        public let wishedStartOn: CalendarDate
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksNeeded: Int
        public let weeksWanted: Int
        public let weekdays: WeekdaySet
        public let weekdaysLeast: Int
        public let weekdaysWanted: Int
        public let hoursLeast: Int
        public let hoursMost: Int
        public let travelLimitInKilometres: Int
        public let levels: [AreaLevel]
        public let targets: [Int]
        public let needs: [Int]
        public let earlierPracticeIDs: [Practice.ID]
        public let wishes: UInt32
        public let offers: UInt32

        init(_ candidate: CandidateProfile) {
            caseID = candidate.caseID
            location = candidate.location
            kind = candidate.kind
            route = candidate.route
            role = candidate.role
            qualification = candidate.qualification
            studyYear = candidate.studyYear
            schoolID = candidate.schoolID
            wishedStartOn = candidate.wishedStartOn
            earliestStartOn = candidate.earliestStartOn
            latestStartOn = candidate.latestStartOn
            weeksNeeded = candidate.weeksNeeded
            weeksWanted = candidate.weeksWanted
            weekdays = candidate.weekdays
            weekdaysLeast = candidate.weekdaysLeast
            weekdaysWanted = candidate.weekdaysWanted
            hoursLeast = candidate.hoursLeast
            hoursMost = candidate.hoursMost
            travelLimitInKilometres = candidate.travelLimitInKilometres
            levels = candidate.levels
            targets = candidate.targets
            needs = candidate.needs
            earlierPracticeIDs = candidate.earlierPracticeIDs
            wishes = candidate.wishes
            offers = candidate.offers
        }
    }
}

extension ScoringModel {
    /// Everything there is to say about a pair, possible or not.
    public func explain(
        _ candidate: CandidateProfile,
        _ place: PlaceProfile,
        today: CalendarDate,
        side: Side = .candidate,
        distances: DistanceRule = .straightLine
    ) -> Explanation {
        let pair = Pair(candidate, place, today: today, distances: distances)
        let match = evaluate(candidate, place, today: today, distances: distances)
        let fit = match.fit
        let lines = fit.map { fit in
            Criterion.allCases.map {
                Explanation.CriterionLine(
                    criterion: $0,
                    points: fit.points[$0],
                    weight: weights[$0],
                    contribution: fit.contributions[$0],
                    part: fit.parts[$0],
                    sentence: fit.dutchSentence(for: $0, side: side, candidate: candidate, place: place)
                )
            }
        }
        return Explanation(
            modelVersion: version,
            today: today,
            candidate: Explanation.CandidateInputs(candidate),
            place: place,
            activitiesPerArea: activitiesPerArea,
            isPossible: fit != nil,
            fit: fit?.total,
            shown: fit?.shown,
            distanceInHectometres: pair.distanceInHectometres,
            startOn: pair.startOn,
            untilOn: fit?.untilOn,
            commonWeekdays: pair.commonWeekdays,
            supervisionRequired: pair.supervisionRequired,
            supervisionOffered: pair.supervisionOffered,
            criteria: lines ?? [],
            failedLimits: match.failedLimits
        )
    }
}
