import Domain

/// One candidate beside one place, with what several rules look at.
struct Pair {
    let candidate: CandidateProfile
    let place: PlaceProfile
    let today: CalendarDate
    /// Days of the candidate that are days of the place.
    let commonWeekdays: WeekdaySet
    /// The date in both start windows nearest to the wished start; nil when the windows do not meet.
    let startOn: CalendarDate?
    let distanceInHectometres: Int

    init(_ candidate: CandidateProfile, _ place: PlaceProfile, today: CalendarDate, distances: DistanceRule) {
        self.candidate = candidate
        self.place = place
        self.today = today
        commonWeekdays = candidate.weekdays.intersection(place.weekdays)
        let first = max(candidate.earliestStartOn, place.earliestStartOn)
        let last = min(candidate.latestStartOn, place.latestStartOn)
        startOn = first <= last ? min(max(candidate.wishedStartOn, first), last) : nil
        distanceInHectometres = distances.hectometres(from: candidate.location, to: place.location)
    }

    /// How many weeks it would last.
    var weeks: Int { min(candidate.weeksWanted, place.weeksOffered) }

    /// The seat with the most free common weekdays over the period and those days; the earlier in the list wins a tie.
    func bestSeat(from start: CalendarDate) -> (id: Seat.ID, weekdays: WeekdaySet)? {
        let end = start + 7 * weeks
        var best: (id: Seat.ID, weekdays: WeekdaySet)?
        for seat in place.seats {
            let free = seat.freeWeekdays(among: commonWeekdays, from: start, until: end)
            if free.count > best?.weekdays.count ?? -1 { best = (seat.id, free) }
        }
        return best
    }

    /// Whether a supervisor is present on enough common weekdays.
    func counts(_ supervisor: SupervisorProfile) -> Bool {
        supervisor.weekdays.intersection(commonWeekdays).count >= candidate.supervisorDaysNeeded
    }

    var isReservedForAnother: Bool {
        guard let school = place.reservedForSchoolID, school != candidate.schoolID else { return false }
        return place.reservedUntilOn.map { today <= $0 } ?? true
    }

    var isSchoolAccepted: Bool {
        place.schoolIDs.isEmpty || candidate.schoolID.map(place.schoolIDs.contains) ?? false
    }
}
