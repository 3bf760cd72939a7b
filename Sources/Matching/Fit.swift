public import Domain

/// What comes out when a candidate is put beside a place.
public enum Match: Hashable, Sendable {
    case fit(Fit)
    /// Every limit that fails, in the fixed order; never empty.
    case impossible([FailedLimit])

    public var fit: Fit? {
        if case .fit(let fit) = self { fit } else { nil }
    }

    public var failedLimits: [FailedLimit] {
        if case .impossible(let limits) = self { limits } else { [] }
    }
}

/// How well a candidate and a place fit, with everything it is made of.
public struct Fit: Hashable, Sendable {
    /// 0…1000 per criterion.
    public let points: CriterionValues
    /// weight × points, exact.
    public let contributions: CriterionValues
    /// q(Σ contributions, 100): 0…1000.
    public let total: Int
    /// What people see: q(total, 10), 0…100.
    public let shown: Int
    /// What each criterion adds to ``shown``: by largest remainder, ties in the order of the criteria.
    public let parts: CriterionValues
    public let distanceInHectometres: Int
    public let startOn: CalendarDate
    /// The first day after the period.
    public let untilOn: CalendarDate
    public let commonWeekdays: WeekdaySet
    /// The seat with the most free days, and those days.
    public let seatID: Seat.ID
    public let seatWeekdays: WeekdaySet

    init?(_ pair: Pair, model: ScoringModel) {
        guard let start = pair.startOn, let seat = pair.bestSeat(from: start) else { return nil }
        points = pair.points(startOn: start, model: model)
        var contributions = CriterionValues.zero
        for criterion in Criterion.allCases { contributions[criterion] = model.weights[criterion] * points[criterion] }
        self.contributions = contributions
        total = rounded(contributions.sum, over: 100)
        shown = rounded(total, over: 10)
        parts = Self.parts(of: shown, contributions: contributions)
        distanceInHectometres = pair.distanceInHectometres
        startOn = start
        untilOn = start + 7 * pair.weeks
        commonWeekdays = pair.commonWeekdays
        seatID = seat.id
        seatWeekdays = seat.weekdays
    }

    /// Each part is its share rounded down; what is missing goes, one each, to the largest remainders.
    static func parts(of shown: Int, contributions: CriterionValues) -> CriterionValues {
        var parts = CriterionValues.zero
        for criterion in Criterion.allCases { parts[criterion] = contributions[criterion] / 1000 }
        let byRemainder = Criterion.allCases.sorted {
            let (left, right) = (contributions[$0] % 1000, contributions[$1] % 1000)
            return left != right ? left > right : $0.index < $1.index
        }
        for criterion in byRemainder.prefix(shown - parts.sum) { parts[criterion] += 1 }
        return parts
    }
}

extension ScoringModel {
    /// The fit of a pair, or every reason why it is impossible. `today` decides only whether a reservation still holds.
    public func evaluate(
        _ candidate: CandidateProfile,
        _ place: PlaceProfile,
        today: CalendarDate,
        distances: DistanceRule = .straightLine
    ) -> Match {
        let pair = Pair(candidate, place, today: today, distances: distances)
        let failed = pair.failedLimits()
        guard failed.isEmpty, let fit = Fit(pair, model: self) else { return .impossible(failed) }
        return .fit(fit)
    }
}
