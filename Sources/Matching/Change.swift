public import Domain

/// One single thing that could be different on one side of a pair.
public enum Change: Hashable, Sendable {
    case travelLimit(kilometres: Int, insteadOf: Int)
    case candidateWeekday(WeekdaySet)
    case candidateStart(on: CalendarDate)
    case weeksNeeded(Int, insteadOf: Int)
    case weeksAvailable(Int, insteadOf: Int)
    case candidateHours(Int, insteadOf: ClosedRange<Int>)
    case placeWeekday(WeekdaySet)
    case placeStart(on: CalendarDate)
    case weeksOffered(Int, insteadOf: Int)
    case weeksLeast(Int, insteadOf: Int)
    case placeHours(Int, insteadOf: Int)
    case extraSupervisor(WeekdaySet)
    case employer(EmployerOfRecord)
    case extraSeat
    case recognition
    case acceptSchool(School.ID?)
    case liftReservation
    case acceptStudyYear(Int)
    case acceptRoute(LearningRoute)

    /// Who would have to change it.
    public var side: Side {
        switch self {
        case .travelLimit, .candidateWeekday, .candidateStart, .weeksNeeded, .weeksAvailable, .candidateHours:
            .candidate
        default: .place
        }
    }

    /// The beginning of a sentence: "met 35 in plaats van 25 km reizen".
    public var dutchName: String {
        switch self {
        case .travelLimit(let kilometres, let old): "met \(kilometres) in plaats van \(old) km reizen"
        case .candidateWeekday(let day): "als de kandidaat ook op \(day.dutchLongName) kan"
        case .candidateStart(let date): "als de kandidaat op \(date.dutchLong) kan starten"
        case .weeksNeeded(let weeks, let old): "als \(weeks) in plaats van \(old) weken genoeg zijn"
        case .weeksAvailable(let weeks, let old): "als de kandidaat \(weeks) in plaats van \(old) weken kan"
        case .candidateHours(let hours, let old):
            "als de kandidaat \(hours) uur per week kan in plaats van \(old.lowerBound) tot \(old.upperBound)"
        case .placeWeekday(let day): "als de plek ook op \(day.dutchLongName) open is"
        case .placeStart(let date): "als de plek op \(date.dutchLong) kan beginnen"
        case .weeksOffered(let weeks, let old): "met \(weeks) in plaats van \(old) weken"
        case .weeksLeast(let weeks, let old): "als de plek vanaf \(weeks) in plaats van \(old) weken mag"
        case .placeHours(let hours, let old): "met \(hours) in plaats van \(old) uur per week"
        case .extraSupervisor: "met een extra praktijkopleider"
        case .employer(let employer): "met \(employer.dutchName) als werkgever"
        case .extraSeat: "met één plek erbij"
        case .recognition: "met een geldige SBB-erkenning"
        case .acceptSchool: "als de plek deze school aanneemt"
        case .liftReservation: "als de reservering voor een andere school vervalt"
        case .acceptStudyYear(let year): "als de plek ook leerjaar \(year) aanneemt"
        case .acceptRoute(let route): "als de plek ook \(route.dutchName) aanneemt"
        }
    }

    /// The candidate with the change, the same for a change at the place.
    public func applied(to candidate: CandidateProfile) -> CandidateProfile {
        var candidate = candidate
        switch self {
        case .travelLimit(let kilometres, _): candidate.travelLimitInKilometres = kilometres
        case .candidateWeekday(let day): candidate.weekdays.formUnion(day)
        case .candidateStart(let date):
            candidate.earliestStartOn = min(candidate.earliestStartOn, date)
            candidate.latestStartOn = max(candidate.latestStartOn, date)
            candidate.wishedStartOn = date
        case .weeksNeeded(let weeks, _): candidate.weeksNeeded = weeks
        case .weeksAvailable(let weeks, _): candidate.weeksWanted = weeks
        case .candidateHours(let hours, _):
            candidate.hoursLeast = min(candidate.hoursLeast, hours)
            candidate.hoursMost = max(candidate.hoursMost, hours)
        default: break
        }
        return candidate
    }

    /// The place with the change, the same for a change at the candidate.
    public func applied(to place: PlaceProfile) -> PlaceProfile {
        var place = place
        switch self {
        case .placeWeekday(let day): place.weekdays.formUnion(day)
        case .placeStart(let date):
            place.earliestStartOn = min(place.earliestStartOn, date)
            place.latestStartOn = max(place.latestStartOn, date)
        case .weeksOffered(let weeks, _): place.weeksOffered = weeks
        case .weeksLeast(let weeks, _): place.weeksLeast = weeks
        case .placeHours(let hours, _): place.hoursPerWeek = hours
        case .extraSupervisor(let days):
            place.supervisors.append(SupervisorProfile(monthsOfExperience: 0, isTrained: false, weekdays: days))
        case .employer(let employer): place.employer = employer
        // The id names no stored seat: it only stands for the one that would come.
        case .extraSeat: place.seats.append(SeatProfile(id: Seat.ID(rawValue: place.id.rawValue)))
        case .recognition: (place.recognition, place.recognisedUntilOn) = (.recognised, nil)
        case .acceptSchool(let school):
            if let school { place.schoolIDs.append(school) } else { place.schoolIDs = [] }
        case .liftReservation: (place.reservedForSchoolID, place.reservedUntilOn) = (nil, nil)
        case .acceptStudyYear(let year): place.studyYears.formUnion(.year(year))
        case .acceptRoute(let route): place.routes.formUnion(route.set)
        default: break
        }
        return place
    }
}
