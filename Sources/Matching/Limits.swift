import Domain

extension Pair {
    /// Every hard limit the pair fails, in the fixed order; empty when it is possible.
    ///
    /// Seat and the date of a recognition are judged only when there is a start date, a seat only when there are enough
    /// common weekdays: before that there is nothing to say about them.
    func failedLimits() -> [FailedLimit] {
        Limit.allCases.compactMap { check($0) }
    }

    private func check(_ limit: Limit) -> FailedLimit? {
        switch limit {
        // A taster or trial needs no school, so nothing that belongs to schooling can stand in its way.
        case .route where candidate.kind.isShort: nil
        case .studyYear where candidate.kind.isShort: nil
        case .school where candidate.kind.isShort: nil
        case .kind, .route, .qualification, .studyYear, .school: checkWhat(limit)
        case .startWindow, .weeks, .weekdays, .hours, .seat: checkWhen(limit)
        case .employer, .supervision, .distance, .recognition: checkHow(limit)
        }
    }

    private func checkWhat(_ limit: Limit) -> FailedLimit? {
        switch limit {
        case .kind where candidate.kind != place.kind:
            return FailedLimit(.kind, candidate: .code(candidate.kind.rawValue), place: .code(place.kind.rawValue))
        case .route where !place.routes.contains(candidate.route.set):
            return FailedLimit(
                .route,
                candidate: .code(candidate.route.rawValue),
                place: .codes(place.routes.routes.map(\.rawValue))
            )
        case .qualification:
            if candidate.role != place.role {
                return FailedLimit(.qualification, candidate: .code(candidate.role), place: .code(place.role))
            }
            guard !candidate.kind.isShort, let wanted = candidate.qualification, let offered = place.qualification,
                wanted != offered
            else { return nil }
            return FailedLimit(.qualification, candidate: .code(wanted), place: .code(offered))
        case .studyYear
        where candidate.studyYear > 0 && !place.studyYears.isEmpty
            && place.studyYears.isDisjoint(with: .year(candidate.studyYear)):
            return FailedLimit(
                .studyYear,
                candidate: .number(candidate.studyYear),
                place: .codes(place.studyYears.years.map(String.init))
            )
        case .school where isReservedForAnother:
            return FailedLimit(
                .school,
                candidate: .code(candidate.schoolID?.description),
                place: .state("reserved", until: place.reservedUntilOn)
            )
        case .school where !isSchoolAccepted:
            return FailedLimit(
                .school,
                candidate: .code(candidate.schoolID?.description),
                place: .codes(place.schoolIDs.map(\.description))
            )
        default: return nil
        }
    }

    private func checkWhen(_ limit: Limit) -> FailedLimit? {
        switch limit {
        case .startWindow where startOn == nil:
            return FailedLimit(
                .startWindow,
                candidate: .window(candidate.earliestStartOn, candidate.latestStartOn),
                place: .window(place.earliestStartOn, place.latestStartOn)
            )
        case .weeks where candidate.weeksNeeded > place.weeksOffered || candidate.weeksWanted < place.weeksLeast:
            return FailedLimit(
                .weeks,
                candidate: .range(candidate.weeksNeeded, candidate.weeksWanted),
                place: .range(place.weeksLeast, place.weeksOffered)
            )
        case .weekdays where commonWeekdays.count < candidate.weekdaysLeast:
            return FailedLimit(
                .weekdays,
                candidate: .weekdays(candidate.weekdays, least: candidate.weekdaysLeast),
                place: .weekdays(place.weekdays, least: nil)
            )
        case .hours where place.hoursPerWeek < candidate.hoursLeast || place.hoursPerWeek > candidate.hoursMost:
            return FailedLimit(
                .hours,
                candidate: .range(candidate.hoursLeast, candidate.hoursMost),
                place: .number(place.hoursPerWeek)
            )
        case .seat:
            guard let startOn, commonWeekdays.count >= candidate.weekdaysLeast else { return nil }
            let free = bestSeat(from: startOn)?.weekdays
            guard let free, free.count >= candidate.weekdaysLeast else {
                return FailedLimit(
                    .seat,
                    candidate: .number(candidate.weekdaysLeast),
                    place: .weekdays(free ?? [], least: nil)
                )
            }
            return nil
        default: return nil
        }
    }

    private func checkHow(_ limit: Limit) -> FailedLimit? {
        switch limit {
        case .employer where candidate.needsEmployer && place.employer == .none:
            return FailedLimit(
                .employer,
                candidate: .code(candidate.route.rawValue),
                place: .code(place.employer.rawValue)
            )
        case .supervision where !place.supervisors.contains(where: counts):
            let most = place.supervisors.map { $0.weekdays.intersection(commonWeekdays).count }.max() ?? 0
            return FailedLimit(
                .supervision,
                candidate: .number(candidate.supervisorDaysNeeded),
                place: .number(most)
            )
        case .distance where distanceInHectometres > 10 * candidate.travelLimitInKilometres:
            return FailedLimit(
                .distance,
                candidate: .number(10 * candidate.travelLimitInKilometres),
                place: .number(distanceInHectometres)
            )
        case .recognition where candidate.needsRecognition && !isRecognised:
            return FailedLimit(
                .recognition,
                candidate: .window(startOn, nil),
                place: .state(place.recognition.rawValue, until: place.recognisedUntilOn)
            )
        default: return nil
        }
    }

    private var isRecognised: Bool {
        switch place.recognition {
        case .requested: return true
        case .withdrawn, .lapsed, .notRecognised: return false
        case .recognised:
            guard let until = place.recognisedUntilOn, let startOn else { return true }
            return until >= startOn
        }
    }
}
