public import Domain

/// A single change that makes an impossible pair possible, with the fit it would then have.
public struct PossibleChange: Hashable, Sendable {
    public let change: Change
    public let fit: Fit

    /// "Met 35 in plaats van 25 km reizen past deze plek: 72 van de 100."
    public var dutchSentence: String {
        let beginning = change.dutchName
        return beginning.prefix(1).uppercased() + beginning.dropFirst() + " past deze plek: \(fit.shown) van de 100."
    }
}

extension ScoringModel {
    /// Every single change that makes a failing pair possible, from both sides, each verified by computing the fit anew;
    /// the candidate's side first. Empty when the pair is possible already or needs more than one change.
    public func whatWouldChange(
        _ candidate: CandidateProfile,
        _ place: PlaceProfile,
        today: CalendarDate,
        distances: DistanceRule = .straightLine
    ) -> [PossibleChange] {
        let pair = Pair(candidate, place, today: today, distances: distances)
        var (changes, seen): ([PossibleChange], Set<Change>) = ([], [])
        for change in pair.failedLimits().flatMap({ pair.changes(for: $0.limit) }) where seen.insert(change).inserted {
            let match = evaluate(
                change.applied(to: candidate),
                change.applied(to: place),
                today: today,
                distances: distances
            )
            if let fit = match.fit { changes.append(PossibleChange(change: change, fit: fit)) }
        }
        return changes.filter { $0.change.side == .candidate } + changes.filter { $0.change.side == .place }
    }

    /// How many of these candidates, for whom the place is impossible now, it would suit with the change:
    /// "met een tweede praktijkopleider past deze plek bij 6 wachtende kandidaten".
    public func gained(
        by change: Change,
        at place: PlaceProfile,
        among candidates: some Sequence<CandidateProfile>,
        today: CalendarDate
    ) -> Int {
        let changed = change.applied(to: place)
        return candidates.count {
            evaluate($0, place, today: today).fit == nil && evaluate($0, changed, today: today).fit != nil
        }
    }
}

extension Pair {
    /// What could lift one limit; whether it does, and whether it is enough, is for the caller to compute.
    func changes(for limit: Limit) -> [Change] {
        switch limit {
        case .kind, .qualification: []
        case .route: [.acceptRoute(candidate.route)]
        case .studyYear: [.acceptStudyYear(candidate.studyYear)]
        case .school: isReservedForAnother ? [.liftReservation] : [.acceptSchool(candidate.schoolID)]
        case .startWindow: startChanges
        case .weeks: weeksChanges
        case .weekdays: weekdayChanges
        case .hours:
            [
                .candidateHours(place.hoursPerWeek, insteadOf: hoursRange),
                .placeHours(
                    min(max(place.hoursPerWeek, candidate.hoursLeast), candidate.hoursMost),
                    insteadOf: place.hoursPerWeek
                ),
            ]
        case .seat: [.extraSeat] + seatChanges + weekdayChanges
        case .employer: [.employer(.practice), .employer(.rho)]
        case .supervision: [.extraSupervisor(place.weekdays)] + weekdayChanges
        case .distance:
            [
                .travelLimit(
                    kilometres: (distanceInHectometres + 9) / 10,
                    insteadOf: candidate.travelLimitInKilometres
                )
            ]
        case .recognition:
            [.recognition]
                + [place.recognisedUntilOn].compactMap { $0 }.filter { $0 >= place.earliestStartOn }
                .map { .candidateStart(on: $0) }
        }
    }

    private var hoursRange: ClosedRange<Int> { min(candidate.hoursLeast, candidate.hoursMost)...candidate.hoursMost }

    private var startChanges: [Change] {
        candidate.latestStartOn < place.earliestStartOn
            ? [.candidateStart(on: place.earliestStartOn), .placeStart(on: candidate.latestStartOn)]
            : [.candidateStart(on: place.latestStartOn), .placeStart(on: candidate.earliestStartOn)]
    }

    private var weeksChanges: [Change] {
        (candidate.weeksNeeded > place.weeksOffered
            ? [
                .weeksNeeded(place.weeksOffered, insteadOf: candidate.weeksNeeded),
                .weeksOffered(candidate.weeksNeeded, insteadOf: place.weeksOffered),
            ] : [])
            + (candidate.weeksWanted < place.weeksLeast
                ? [
                    .weeksAvailable(place.weeksLeast, insteadOf: candidate.weeksWanted),
                    .weeksLeast(candidate.weeksWanted, insteadOf: place.weeksLeast),
                ] : [])
    }

    private var weekdayChanges: [Change] {
        place.weekdays.subtracting(candidate.weekdays).days.map { .candidateWeekday($0) }
            + candidate.weekdays.subtracting(place.weekdays).days.map { .placeWeekday($0) }
    }

    /// The nearest start before and after what lies on the seats, as far as the place's window goes.
    private var seatChanges: [Change] {
        let occupations = place.seats.flatMap(\.occupations)
        let starts = occupations.compactMap(\.untilOn) + occupations.map { $0.fromOn - 7 * weeks }
        return Set(starts).filter { $0 >= place.earliestStartOn && $0 <= place.latestStartOn && $0 != startOn }
            .sorted { (abs($0 - candidate.wishedStartOn), $0) < (abs($1 - candidate.wishedStartOn), $1) }
            .prefix(4).map { .candidateStart(on: $0) }
    }
}
