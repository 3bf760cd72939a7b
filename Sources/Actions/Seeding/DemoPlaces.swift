import Domain
import Foundation
import Matching
import Store

/// A training place of the fictional country: what matching knows of it, and what history needs.
struct DemoPlace {
    /// When its learners begin.
    enum Season { case coming, running, ended }

    var profile: PlaceProfile
    let state: TrainingPlaceState
    let season: Season
    let supervisorIDs: [Supervisor.ID]
    let createdAt: Date
    /// Kept free, so that a story about it stays true.
    let isReservedForStory: Bool

    /// Recognition that is valid on a day.
    func isRecognised(on day: CalendarDate) -> Bool {
        profile.recognition == .recognised && profile.recognisedUntilOn.map { $0 >= day } ?? true
    }

    /// The number of a seat on which nothing lies in a period, on any day of the place.
    func freeSeat(from start: CalendarDate, until end: CalendarDate) -> Int? {
        profile.seats.firstIndex {
            $0.freeWeekdays(among: profile.weekdays, from: start, until: end) == profile.weekdays
        }
    }
}

/// Makes training places at practices.
struct DemoPlaces {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock
    private(set) var rows = DemoRows()
    private var references: DemoReferences

    init(_ geography: DemoGeography, _ words: DemoWords, _ clock: DemoClock, seed: UInt64) {
        self.geography = geography
        self.words = words
        self.clock = clock
        references = DemoReferences(seed: seed)
    }

    mutating func takeRows() -> DemoRows {
        defer { rows.removeAll() }
        return rows
    }

    mutating func make(
        at practice: DemoPractice,
        isFull: Bool,
        forStory story: Bool = false,
        _ random: inout DemoRandom
    ) -> DemoPlace {
        let season: DemoPlace.Season = story ? .coming : random.weighted([(.coming, 78), (.running, 14), (.ended, 8)])
        let kind: PlacementKind =
            story || season != .coming
            ? random.weighted([(.placement, story ? 100 : 70), (.learningJob, story ? 0 : 30)])
            : random.weighted([(.placement, 55), (.learningJob, 35), (.taster, 6), (.trial, 4)])
        let state: TrainingPlaceState =
            story
            ? .open
            : season != .coming
                ? random.weighted([(.closed, 80), (.paused, 20)])
                : random.weighted([(.open, 86), (.draft, 5), (.paused, 6), (.closed, 3)])
        let created = clock.moment(clock.today - random.int(season == .coming ? 20...120 : 480...600), &random)
        let school = geography[practice.region].schools
        let reserved = !story && !kind.isShort && random.chance(4) ? random.pick(school) : nil
        let terms = self.terms(kind, season, story: story, &random)
        let seats =
            (0..<(isFull ? random.weighted([(1, 90), (2, 10)]) : random.weighted([(1, 60), (2, 30), (3, 10)])))
            .map { _ in SeatProfile(id: Seat.ID(random.uuid(at: created))) }
        let frequencies = self.frequencies(kind, story: story, &random)
        let profile = PlaceProfile(
            id: TrainingPlace.ID(random.uuid(at: created)),
            reference: references.next(),
            practiceID: practice.id,
            regionCode: practice.region,
            municipalityCode: practice.town.municipality,
            location: practice.location,
            kind: kind,
            routes: terms.routes,
            role: geography.role,
            qualification: kind.isShort ? nil : geography.crebo,
            studyYears: kind.isShort
                ? []
                : random.weighted([
                    (StudyYearSet(1...4), story ? 100 : 60), (StudyYearSet(2...4), 20), (StudyYearSet(1...2), 20),
                ]),
            schoolIDs: !story && reserved == nil && !kind.isShort && random.chance(8) ? random.some(2, of: school) : [],
            reservedForSchoolID: reserved,
            reservedUntilOn: reserved == nil ? nil : clock.today + random.int(10...60),
            earliestStartOn: terms.window.lowerBound,
            latestStartOn: terms.window.upperBound,
            weeksLeast: terms.weeks.lowerBound,
            weeksOffered: terms.weeks.upperBound,
            weekdays: story
                ? .workweek
                : WeekdaySet(
                    random.some(
                        kind == .taster ? 2 : random.weighted([(3, 15), (4, 35), (5, 50)]),
                        of: WeekdaySet.workweek.days
                    )
                ),
            hoursPerWeek: kind == .taster ? 16 : random.pick(story ? [28] : [24, 24, 28, 28, 32]),
            employer: kind == .learningJob
                ? random.weighted([(.practice, 60), (.rho, 34), (.none, 6)]) : random.chance(30) ? .practice : .none,
            supervisors: practice.supervisors.map(\.profile),
            areaFrequencies: PlaceProfile.areaFrequencies(zip(geography.activities, frequencies).map { ($0.area, $1) }),
            seats: seats,
            recognition: practice.recognition,
            recognisedUntilOn: practice.recognisedUntilOn,
            canFinish: random.chance(45),
            hasJobProspect: random.chance(55),
            wishes: mask(random.int(0...2), geography.placeWishes, &random),
            offers: mask(random.int(2...6), geography.candidateWishes, &random)
        )
        let place = DemoPlace(
            profile: profile,
            state: state,
            season: season,
            supervisorIDs: practice.supervisors.map(\.id),
            createdAt: created,
            isReservedForStory: story
        )
        add(place, practice, frequencies, &random)
        return place
    }

    private func terms(
        _ kind: PlacementKind,
        _ season: DemoPlace.Season,
        story: Bool,
        _ random: inout DemoRandom
    ) -> (routes: RouteSet, window: ClosedRange<CalendarDate>, weeks: ClosedRange<Int>) {
        let start: CalendarDate =
            switch season {
            case .coming:
                story
                    ? clock.coming[0]
                    : random.weighted([(clock.coming[0], 55), (clock.coming[1], 30), (clock.coming[2], 15)])
            case .running: clock.today - random.int(20...60)
            case .ended: clock.today - random.int(260...400)
            }
        let window = story ? start - 21...start + 42 : start - random.int(0...14)...start + random.int(7...28)
        let weeks: ClosedRange<Int> =
            switch kind {
            case .taster: 1...1
            case .trial: 2...8
            case .placement:
                story ? 5...40 : season == .ended ? 5...random.pick([10, 20]) : 5...random.pick([10, 20, 20, 40])
            case .learningJob: season == .ended ? 12...30 : 26...random.pick([52, 52, 104])
            }
        let routes: RouteSet =
            switch kind {
            case .placement: story ? .all : random.weighted([(.bol, 60), ([.bol, .thirdRoute], 30), (.all, 10)])
            case .learningJob: random.weighted([(.bbl, 55), ([.bbl, .thirdRoute], 45)])
            case .taster, .trial: []
            }
        return (routes, window, weeks)
    }

    private func frequencies(_ kind: PlacementKind, story: Bool, _ random: inout DemoRandom) -> [Frequency] {
        let richness = story ? 85 : random.int(45...90)
        return geography.activities.map { _ in
            random.chance(richness) ? random.weighted([(.sometimes, 30), (.weekly, 40), (.daily, 30)]) : .never
        }
    }

    private func mask(_ count: Int, _ masks: [UInt32], _ random: inout DemoRandom) -> UInt32 {
        random.some(count, of: masks).reduce(0, |)
    }

    private mutating func add(
        _ place: DemoPlace,
        _ practice: DemoPractice,
        _ frequencies: [Frequency],
        _ random: inout DemoRandom
    ) {
        let profile = place.profile
        rows.add(
            .trainingPlaces,
            [
                profile.id, profile.reference, practice.id, practice.team.id, practice.region,
                profile.municipalityCode, profile.location.x, profile.location.y, profile.location.z, profile.kind,
                profile.role, profile.qualification, profile.routes, profile.studyYears, profile.earliestStartOn,
                profile.latestStartOn, profile.weeksLeast, profile.weeksOffered, profile.weekdays,
                profile.hoursPerWeek, practice.teamSize, profile.employer, profile.reservedForSchoolID,
                profile.reservedUntilOn, profile.canFinish, profile.hasJobProspect, Int(profile.wishes),
                Int(profile.offers), random.chance(60) ? words.sentence("place_precondition", &random) : "",
                "", nil, random.chance(6) ? 24 : nil, place.state, nil, true, place.createdAt, place.createdAt, 1,
            ]
        )
        for school in profile.schoolIDs { rows.add(.trainingPlaceSchools, [profile.id, school]) }
        for (activity, frequency) in zip(geography.activities, frequencies) where frequency != .never {
            rows.add(.trainingPlaceActivities, [profile.id, activity.code, frequency.rawValue])
        }
        for supervisor in place.supervisorIDs { rows.add(.trainingPlaceSupervisors, [profile.id, supervisor]) }
        for (index, seat) in profile.seats.enumerated() { rows.add(.seats, [seat.id, profile.id, index + 1]) }
    }
}
