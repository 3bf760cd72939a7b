import Domain
import Foundation
import Matching

/// A candidate of the fictional country with what a case asks.
struct DemoCandidate {
    var profile: CandidateProfile
    let name: PersonName
    let bornOn: CalendarDate
    let background: CandidateBackground
    let town: DemoTown
    let travelMeans: TravelMeans
    let telephoneDutch: Int?
    let priorEducation: String
    let priorWork: String
    let schoolContact: String
    let schoolWeekdays: WeekdaySet
    let payer: CoursePayer?
    let offersToRegions: [RegionCode]
}

/// Makes candidates: freely, or such that they fit a place.
struct DemoCandidates {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock

    /// Anyone in a region who looks for something to come.
    func anyone(in region: DemoRegion, registeredOn day: CalendarDate, _ random: inout DemoRandom) -> DemoCandidate {
        let background: CandidateBackground = random.weighted([(.student, 58), (.careerSwitcher, 29), (.returner, 13)])
        let route: LearningRoute =
            switch background {
            case .student: random.weighted([(.bol, 82), (.bbl, 18)])
            case .careerSwitcher: random.weighted([(.bbl, 60), (.thirdRoute, 40)])
            case .returner: random.weighted([(.thirdRoute, 60), (.bbl, 40)])
            }
        let kind: PlacementKind =
            switch route {
            case .bol: random.weighted([(.placement, 94), (.taster, 6)])
            case .bbl: random.weighted([(.learningJob, 94), (.trial, 6)])
            case .thirdRoute: random.weighted([(.placement, 50), (.learningJob, 44), (.trial, 6)])
            }
        let start =
            random.weighted([(clock.coming[0], 60), (clock.coming[1], 30), (clock.coming[2], 10)])
            + random.int(0...13)
        let weeks: ClosedRange<Int> =
            switch kind {
            case .taster: 1...1
            case .trial: random.int(2...4)...8
            case .placement: random.pick([5, 10])...random.pick([10, 20, 40])
            case .learningJob: random.pick([26, 40])...52
            }
        let schoolDays = random.some(route == .bol ? random.int(1...2) : 1, of: WeekdaySet.workweek.days)
        let days = WeekdaySet.workweek.subtracting(WeekdaySet(schoolDays))
        let wanted = kind == .taster ? 2 : random.int(3...days.count)
        let town = region.town(&random)
        let means: TravelMeans = random.weighted([(.bike, 25), (.publicTransport, 45), (.car, 30)])
        let profile = self.profile(
            town,
            kind,
            route,
            year: route == .thirdRoute ? 1 : random.weighted([(1, 35), (2, 40), (3, 25)]),
            school: kind.isShort ? nil : random.pick(region.schools),
            start: start,
            window: start - random.int(7...21)...start + random.int(14...56),
            weeks: weeks,
            days: days,
            least: kind == .taster ? 1 : random.int(2...3),
            wanted: wanted,
            hours: random.pick([8, 16, 20])...random.pick([32, 36]),
            limit: limit(means, &random),
            day,
            &random
        )
        return candidate(profile, background, town, means, schoolDays, &random)
    }

    /// Someone in `region` who fits a place, and takes all of its days from a date on.
    func fitting(
        _ place: PlaceProfile,
        startOn: CalendarDate,
        from region: DemoRegion,
        registeredOn day: CalendarDate,
        _ random: inout DemoRandom
    ) -> DemoCandidate {
        let route: LearningRoute = place.kind.isShort ? .bol : random.pick(place.routes.routes)
        let background: CandidateBackground =
            route == .bol
            ? .student : random.weighted([(.careerSwitcher, 60), (.returner, 25), (.student, 15)])
        let town = nearTown(to: place, in: region, &random)
        let straight = town.location.distanceInHectometres(to: place.location)
        let means: TravelMeans =
            straight > 350 ? .car : straight > 120 ? .publicTransport : random.pick(TravelMeans.allCases)
        let years = place.studyYears.isEmpty ? [1, 2, 3] : place.studyYears.years.filter { $0 <= 3 }
        let profile = self.profile(
            town,
            place.kind,
            route,
            year: route == .thirdRoute ? years.first ?? 1 : random.pick(years),
            school: place.kind.isShort
                ? nil : place.reservedForSchoolID ?? place.schoolIDs.first ?? random.pick(region.schools),
            start: startOn,
            window: startOn - random.int(3...10)...startOn + random.int(10...40),
            weeks: place.weeksLeast...place.weeksOffered,
            days: place.weekdays,
            least: min(2, place.weekdays.count),
            wanted: place.weekdays.count,
            hours: min(16, place.hoursPerWeek)...max(32, place.hoursPerWeek),
            limit: max(limit(means, &random), straight / 10 + 5),
            day,
            &random
        )
        let free = WeekdaySet.workweek.subtracting(place.weekdays)
        return candidate(profile, background, town, means, Array(free.days.prefix(1)), &random)
    }

    /// Seven levels that nobody scored: the defaults of route and year.
    func defaultLevels(_ profile: CandidateProfile) -> [AreaLevel] {
        geography.framework.areaLevels(scores: [], route: profile.route, studyYear: profile.studyYear)
    }

    /// One of the nearest towns of a region to a place.
    private func nearTown(to place: PlaceProfile, in region: DemoRegion, _ random: inout DemoRandom) -> DemoTown {
        if region.code == place.regionCode, random.chance(40) { return region.town(&random) }
        let nearest = region.towns.map { ($0.location.squaredMetres(to: place.location), $0) }.sorted { $0.0 < $1.0 }
        return nearest[random.below(min(6, nearest.count))].1
    }

    private func limit(_ means: TravelMeans, _ random: inout DemoRandom) -> Int {
        switch means {
        case .bike: random.int(8...18)
        case .publicTransport: random.int(20...45)
        case .car: random.int(25...60)
        }
    }

    private func profile(
        _ town: DemoTown,
        _ kind: PlacementKind,
        _ route: LearningRoute,
        year: Int,
        school: School.ID?,
        start: CalendarDate,
        window: ClosedRange<CalendarDate>,
        weeks: ClosedRange<Int>,
        days: WeekdaySet,
        least: Int,
        wanted: Int,
        hours: ClosedRange<Int>,
        limit: Int,
        _ day: CalendarDate,
        _ random: inout DemoRandom
    ) -> CandidateProfile {
        let levels = geography.framework.areaLevels(scores: [], route: route, studyYear: year)
        let targets =
            geography.framework.levels(route: route, studyYear: year)?.targets
            ?? Array(repeating: AreaLevel.lowestTenths, count: CompetenceArea.count)
        let at = clock.moment(day, &random)
        return CandidateProfile(
            caseID: CaseFile.ID(random.uuid(at: at)),
            candidateID: Candidate.ID(random.uuid(at: at)),
            teamID: Team.ID(random.uuid(at: at)),
            location: town.nearby(&random),
            regionCode: town.region,
            kind: kind,
            route: route,
            role: geography.role,
            qualification: kind.isShort ? nil : geography.crebo,
            studyYear: year,
            schoolID: school,
            wishedStartOn: start,
            earliestStartOn: window.lowerBound,
            latestStartOn: window.upperBound,
            weeksNeeded: weeks.lowerBound,
            weeksWanted: max(weeks.lowerBound, weeks.upperBound),
            weekdays: days,
            weekdaysLeast: min(least, wanted),
            weekdaysWanted: wanted,
            hoursLeast: hours.lowerBound,
            hoursMost: hours.upperBound,
            travelLimitInKilometres: limit,
            levels: levels,
            targets: targets,
            wishes: random.some(random.int(0...3), of: geography.candidateWishes).reduce(0, |),
            offers: random.some(random.int(0...4), of: geography.placeWishes).reduce(0, |)
        )
    }

    private func candidate(
        _ profile: CandidateProfile,
        _ background: CandidateBackground,
        _ town: DemoTown,
        _ means: TravelMeans,
        _ schoolDays: [WeekdaySet],
        _ random: inout DemoRandom
    ) -> DemoCandidate {
        let age =
            switch background {
            case .student: random.int(17...23)
            case .careerSwitcher: random.int(25...52)
            case .returner: random.int(35...60)
            }
        let payers: [CoursePayer] =
            profile.route == .thirdRoute
            ? CoursePayer.allCases : profile.route == .bbl ? [.employer, .employer, .uwv] : [.candidate]
        return DemoCandidate(
            profile: profile,
            name: words.person(&random),
            bornOn: clock.today - (age * 365 + age / 4 + random.int(1...360)),
            background: background,
            town: town,
            travelMeans: means,
            telephoneDutch: random.chance(85) ? random.weighted([(4, 55), (3, 30), (2, 12), (1, 3)]) : nil,
            priorEducation: words.background("education", background, &random),
            priorWork: random.chance(70) ? words.background("work", background, &random) : "",
            schoolContact: profile.schoolID == nil ? "" : words.person(&random).full,
            schoolWeekdays: profile.kind.isShort ? [] : WeekdaySet(schoolDays),
            payer: random.pick(payers),
            offersToRegions: random.chance(60)
                ? random.some(random.int(1...3), of: geography[town.region].neighbours) : []
        )
    }
}
