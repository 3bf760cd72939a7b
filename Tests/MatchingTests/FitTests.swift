import Domain
import Testing

@testable import Matching

@Suite struct FitTests {
    let model: ScoringModel
    let today = Generated.today

    init() throws { model = try #require(Generated.model) }

    private func computed(_ candidate: CandidateProfile, _ place: PlaceProfile) -> Fit? {
        model.evaluate(candidate, place, today: today).fit
    }

    /// A pair whose every number can be checked by hand.
    static func plainPair() -> (candidate: CandidateProfile, place: PlaceProfile) {
        let today = Generated.today
        let candidate = CandidateProfile(
            caseID: Generated.id(1),
            candidateID: Generated.id(1),
            teamID: Generated.id(1),
            location: MapPoint(x: 0, y: 0, z: 0),
            regionCode: RegionCode("A"),
            kind: .placement,
            route: .bol,
            role: "doctors_assistant",
            qualification: nil,
            studyYear: 2,
            schoolID: Generated.id(1),
            wishedStartOn: today + 30,
            earliestStartOn: today + 20,
            latestStartOn: today + 40,
            weeksNeeded: 10,
            weeksWanted: 20,
            weekdays: .workweek,
            weekdaysLeast: 2,
            weekdaysWanted: 4,
            hoursLeast: 16,
            hoursMost: 32,
            travelLimitInKilometres: 25,
            levels: [20, 25, 30, 40, 40, 40, 40].map { AreaLevel(tenths: $0, isAssessed: true) },
            targets: [40, 40, 30, 30, 30, 30, 30],
            wishes: 0b11,
            offers: 0b100
        )
        let place = PlaceProfile(
            id: Generated.id(1),
            reference: Reference(randomValue: 1),
            practiceID: Generated.id(1),
            regionCode: RegionCode("A"),
            municipalityCode: MunicipalityCode("GM0001"),
            location: MapPoint(x: 10_000, y: 0, z: 0),
            kind: .placement,
            routes: [.bol, .bbl],
            role: "doctors_assistant",
            qualification: nil,
            studyYears: [],
            earliestStartOn: today + 37,
            latestStartOn: today + 90,
            weeksLeast: 8,
            weeksOffered: 15,
            weekdays: [.monday, .tuesday, .thursday],
            hoursPerWeek: 24,
            employer: .none,
            supervisors: [
                SupervisorProfile(monthsOfExperience: 36, isTrained: false, weekdays: [.monday, .tuesday]),
                SupervisorProfile(monthsOfExperience: 99, isTrained: true, weekdays: [.monday]),
            ],
            areaFrequencies: [9, 4, 0, 0, 0, 0, 0],
            seats: [SeatProfile(id: Generated.id(1))],
            recognition: .recognised,
            canFinish: true,
            wishes: 0b100,
            offers: 0b10
        )
        return (candidate, place)
    }

    @Test func `a pair done by hand`() throws {
        let (candidate, place) = Self.plainPair()

        let fit = try #require(computed(candidate, place))

        // Needs 20 and 15: (20·9 + 15·4) / (20·3·6 + 15·3·4) = 240/540.
        #expect(fit.points.learningNeeds == 444)
        // Lowest level 20 asks 3; one supervisor counts (the other is there one day only), with experience: 2.
        #expect(fit.points.supervision == 667)
        #expect(fit.distanceInHectometres == 130)
        #expect(fit.points.travel == 870)
        // 15 of 20 weeks 750; 3 of 4 days 750; 7 days late 923; a third of 2423.
        #expect(fit.points.period == 808)
        #expect(fit.points.continuity == 400)
        // Met: the candidate's second wish and the place's only one, of three.
        #expect(fit.points.wishes == 667)
        // 13320 + 13340 + 17400 + 12120 + 4000 + 3335 = 63515.
        #expect(fit.contributions.sum == 63_515)
        #expect(fit.total == 635)
        #expect(fit.shown == 64)
        #expect(fit.startOn == today + 37)
        #expect(fit.untilOn == today + 37 + 105)
        #expect(fit.parts.sum == 64)
    }

    @Test func `parts add up to what is shown and stay beside their share`() {
        var generated = Generated(seed: 3)
        for pair in generated.possiblePairs(300) {
            guard let fit = computed(pair.candidate, pair.place) else { continue }
            #expect(fit.parts.sum == fit.shown)
            #expect((0...1000).contains(fit.total))
            for criterion in Criterion.allCases {
                #expect((0...1000).contains(fit.points[criterion]))
                #expect(0...1 ~= fit.parts[criterion] - fit.contributions[criterion] / 1000)
            }
        }
    }

    @Test func `ties in the remainder go to the earlier criterion`() {
        let contributions = CriterionValues(
            learningNeeds: 10_500,
            supervision: 10_500,
            travel: 0,
            period: 0,
            continuity: 0,
            wishes: 0
        )
        let parts = Fit.parts(of: 21, contributions: contributions)
        #expect(
            parts == CriterionValues(learningNeeds: 11, supervision: 10, travel: 0, period: 0, continuity: 0, wishes: 0)
        )
    }

    @Test func `what is better at a place never lowers the fit`() {
        var generated = Generated(seed: 4)
        let farFuture = today + 4000
        for pair in generated.possiblePairs(250) {
            var (candidate, place) = pair
            // The seat stays free however long the period grows.
            place.seats.append(SeatProfile(id: Generated.id(900)))
            guard let before = computed(candidate, place)?.total else { continue }

            func expect(_ change: String, _ candidate: CandidateProfile, _ place: PlaceProfile) {
                let after = computed(candidate, place)?.total
                #expect(after ?? -1 >= before, "\(change)")
            }

            var nearer = place
            nearer.location = candidate.location
            expect("a shorter distance", candidate, nearer)
            for area in 0..<7 where place.areaFrequencies[area] < 3 * model.activitiesPerArea[area] {
                var oftener = place
                oftener.areaFrequencies[area] += 1
                expect("a higher frequency", candidate, oftener)
            }
            var longer = place
            longer.weeksOffered += 1
            expect("more weeks offered", candidate, longer)
            for day in WeekdaySet.all.subtracting(place.weekdays).days {
                var more = place
                more.weekdays.formUnion(day)
                expect("one more weekday", candidate, more)
            }
            var guided = place
            guided.supervisors.append(generated.supervisor())
            expect("one more supervisor", candidate, guided)
            candidate.travelLimitInKilometres = 1000
            expect("a wider limit", candidate, place)
            var recognised = place
            recognised.recognisedUntilOn = farFuture
            expect("a longer recognition", candidate, recognised)
        }
    }

    @Test(arguments: Limit.allCases) func `each limit is named with both values when it alone fails`(limit: Limit)
        throws
    {
        var (candidate, place) = Self.plainPair()
        switch limit {
        case .kind: place.kind = .learningJob
        case .route: place.routes = .bbl
        case .qualification: (candidate.qualification, place.qualification) = ("25698", "25699")
        case .studyYear: place.studyYears = StudyYearSet([1, 3])
        case .school: (place.reservedForSchoolID, place.reservedUntilOn) = (Generated.id(2), today)
        case .startWindow: place.earliestStartOn = today + 41
        case .weeks: candidate.weeksNeeded = 16
        case .weekdays: candidate.weekdaysLeast = 4
        case .hours: place.hoursPerWeek = 33
        case .seat:
            place.seats[0].occupations = [
                OccupationProfile(weekdays: [.monday, .tuesday], fromOn: today + 100, untilOn: nil)
            ]
        case .employer: candidate.route = .bbl
        case .supervision: place.supervisors = [place.supervisors[1]]
        case .distance: candidate.travelLimitInKilometres = 12
        case .recognition: place.recognisedUntilOn = today + 36
        }

        let failed = model.evaluate(candidate, place, today: today).failedLimits

        #expect(failed.map(\.limit) == [limit])
        for side in Side.allCases {
            #expect(failed.first?.dutchSentence(for: side).hasSuffix(".") == true)
        }
        #expect(failed.first?.candidate != failed.first?.place)
    }

    @Test func `at the edge of a limit a pair is possible`() {
        var (candidate, place) = Self.plainPair()
        candidate.travelLimitInKilometres = 13
        place.recognisedUntilOn = today + 37
        (place.reservedForSchoolID, place.reservedUntilOn) = (Generated.id(2), today - 1)
        candidate.weeksNeeded = 15
        place.seats[0].occupations = [
            OccupationProfile(weekdays: .all, fromOn: today, untilOn: today + 37),
            OccupationProfile(weekdays: .all, fromOn: today + 37 + 105, untilOn: nil),
        ]
        #expect(computed(candidate, place) != nil)
        place.seats[0].occupations[1].fromOn = today + 37 + 104
        #expect(model.evaluate(candidate, place, today: today).failedLimits.map(\.limit) == [.seat])
    }

    @Test func `a taster asks for no school, route or recognition`() {
        var (candidate, place) = Self.plainPair()
        (candidate.kind, place.kind) = (.taster, .taster)
        place.routes = []
        place.recognition = .notRecognised
        place.schoolIDs = [Generated.id(9)]
        place.studyYears = StudyYearSet([4])
        #expect(computed(candidate, place) != nil)
        place.role = "triage"
        #expect(model.evaluate(candidate, place, today: today).failedLimits.map(\.limit) == [.qualification])
    }

    @Test func `the travel limit in squared metres says the same as the distance`() {
        for kilometres in 0...120 {
            let edge = squaredMetresTooFar(kilometres: kilometres)
            for squared in [edge - 1, edge, edge + 1] where squared >= 0 {
                let distance = (13 * integerSquareRoot(squared) + 500) / 1000
                #expect((distance > 10 * kilometres) == (squared >= edge))
            }
        }
    }
}
