import Domain

extension Pair {
    /// Points 0…1000 per criterion for a pair that fails no limit (DOMAIN, section 6).
    func points(startOn: CalendarDate, model: ScoringModel) -> CriterionValues {
        CriterionValues(
            learningNeeds: learningNeedsPoints(model),
            supervision: rounded(1000 * min(supervisionOffered, supervisionRequired), over: supervisionRequired),
            travel: max(0, 1000 - distanceInHectometres),
            period: periodPoints(startOn),
            continuity: continuityPoints,
            wishes: wishesPoints
        )
    }

    private func learningNeedsPoints(_ model: ScoringModel) -> Int {
        var (met, whole) = (0, 0)
        for (area, need) in candidate.needs.enumerated() {
            let most = 3 * model.activitiesPerArea[area]
            met += need * min(place.areaFrequencies[area], most)
            whole += need * most
        }
        return whole == 0 ? 1000 : rounded(1000 * met, over: whole)
    }

    /// How much guidance this candidate needs, 1…4.
    var supervisionRequired: Int { candidate.supervisionRequired }

    /// How much guidance the supervisors that count give, 0…4.
    var supervisionOffered: Int {
        let counting = place.supervisors.filter(counts)
        guard !counting.isEmpty else { return 0 }
        return 1 + (counting.contains { $0.monthsOfExperience >= 36 } ? 1 : 0)
            + (counting.contains(where: \.isTrained) ? 1 : 0) + (counting.count >= 2 ? 1 : 0)
    }

    private func periodPoints(_ startOn: CalendarDate) -> Int {
        let gap = abs(startOn - candidate.wishedStartOn)
        let weeks = share(place.weeksOffered, of: candidate.weeksWanted)
        let days = share(commonWeekdays.count, of: candidate.weekdaysWanted)
        return rounded(weeks + days + rounded(1000 * max(0, 91 - gap), over: 91), over: 3)
    }

    private var continuityPoints: Int {
        (candidate.earlierPracticeIDs.contains(place.practiceID) ? 400 : 0) + (place.canFinish ? 400 : 0)
            + (place.hasJobProspect ? 200 : 0)
    }

    private var wishesPoints: Int {
        let stated = candidate.wishes.nonzeroBitCount + place.wishes.nonzeroBitCount
        let met = (candidate.wishes & place.offers).nonzeroBitCount + (place.wishes & candidate.offers).nonzeroBitCount
        return stated == 0 ? 1000 : rounded(1000 * met, over: stated)
    }
}

extension CandidateProfile {
    /// required = min(4, b + y): b by the lowest area level, y for study year 1 or the third route.
    var supervisionRequired: Int {
        let lowest = levels.map(\.tenths).min() ?? AreaLevel.lowestTenths
        let base = lowest < 20 ? 4 : lowest < 30 ? 3 : lowest < 40 ? 2 : 1
        return min(4, base + (studyYear == 1 || route == .thirdRoute ? 1 : 0))
    }
}

/// q(1000 × min(have, wanted), wanted); 1000 when nothing is wanted.
func share(_ have: Int, of wanted: Int) -> Int {
    wanted <= 0 ? 1000 : rounded(1000 * max(0, min(have, wanted)), over: wanted)
}
