public import Domain

extension Fit {
    /// Why a criterion has its points, in one Dutch sentence for one side.
    public func dutchSentence(
        for criterion: Criterion,
        side: Side,
        candidate: CandidateProfile,
        place: PlaceProfile
    ) -> String {
        let pair = Pair(candidate, place, today: startOn, distances: .straightLine)
        let isCandidate = side == .candidate
        switch criterion {
        case .learningNeeds: return learningNeeds(candidate, place, isCandidate)
        case .supervision:
            let (offered, required) = (pair.supervisionOffered, pair.supervisionRequired)
            return isCandidate
                ? "Begeleiding die past: \(min(offered, required)) van de \(required) stappen die nodig zijn."
                : "Jullie begeleiding geeft \(offered) van de 4 stappen; deze kandidaat heeft er \(required) nodig."
        case .travel:
            let distance = FailedLimit.kilometres(distanceInHectometres)
            return isCandidate
                ? "\(distance) km reizen (grens \(candidate.travelLimitInKilometres) km)."
                : "De kandidaat woont \(distance) km van jullie plek."
        case .period:
            let gap = abs(startOn - candidate.wishedStartOn)
            let start = gap == 0 ? "op de gewenste dag" : "\(gap) \(gap == 1 ? "dag" : "dagen") van de gewenste start"
            return "\(min(place.weeksOffered, candidate.weeksWanted)) van de \(candidate.weeksWanted) gewenste weken, "
                + "\(commonWeekdays.count) van de \(candidate.weekdaysWanted) gewenste dagen, "
                + "start \(startOn.dutchLong), \(start)."
        case .continuity: return continuity(candidate, place)
        case .wishes: return wishes(candidate, place)
        }
    }

    private func learningNeeds(_ candidate: CandidateProfile, _ place: PlaceProfile, _ isCandidate: Bool) -> String {
        let needs = candidate.needs
        guard needs.contains(where: { $0 > 0 }) else {
            return "Er is geen leerbehoefte meer: alle doelen zijn gehaald."
        }
        let largest = CompetenceArea.allCases.filter { needs[$0.index] > 0 }
            .sorted { needs[$0.index] != needs[$1.index] ? needs[$0.index] > needs[$1.index] : $0.index < $1.index }
            .prefix(2).map(\.dutchName).joined(separator: " en ")
        let assessed =
            candidate.levels.contains(where: \.isAssessed) ? "" : " (nog niet beoordeeld, op standaardniveau)"
        return isCandidate
            ? "De grootste leerbehoefte is \(largest)\(assessed); deze plek geeft daar \(points.learningNeeds) van de 1000 "
                + "punten oefening voor."
            : "De kandidaat wil vooral oefenen met \(largest)\(assessed); jullie werk geeft daar \(points.learningNeeds) van "
                + "de 1000 punten voor."
    }

    private func continuity(_ candidate: CandidateProfile, _ place: PlaceProfile) -> String {
        var reasons: [String] = []
        if candidate.earlierPracticeIDs.contains(place.practiceID) { reasons.append("eerder al bij deze praktijk") }
        if place.canFinish { reasons.append("de opleiding kan hier worden afgemaakt") }
        if place.hasJobProspect { reasons.append("er is uitzicht op een baan") }
        guard let first = reasons.first else { return "Geen vervolg bekend bij deze praktijk." }
        return first.prefix(1).uppercased() + first.dropFirst()
            + reasons.dropFirst().map { ", \($0)" }.joined() + "."
    }

    private func wishes(_ candidate: CandidateProfile, _ place: PlaceProfile) -> String {
        let stated = candidate.wishes.nonzeroBitCount + place.wishes.nonzeroBitCount
        guard stated > 0 else { return "Geen van beide heeft bijzondere wensen." }
        let met = (candidate.wishes & place.offers).nonzeroBitCount + (place.wishes & candidate.offers).nonzeroBitCount
        return "\(met) van de \(stated) wensen van beide kanten \(met == 1 ? "komt" : "komen") uit."
    }
}
