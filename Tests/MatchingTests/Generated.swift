import Domain
import Foundation

@testable import Matching

/// A seeded source of small, awkward countries: many pairs fail one limit, dates and points often coincide.
struct Generated {
    private var state: UInt64
    static let today = CalendarDate(daysSince1970: 20_800)

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    static func id<Tag>(_ number: Int) -> Identifier<Tag> {
        let (high, low) = (UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number))
        return Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, high, low)))
    }

    static let model = ScoringModel(
        version: 1,
        weights: ScoringModel.firstWeights,
        activitiesPerArea: [6, 4, 3, 4, 2, 3, 0]
    )

    mutating func weekdays() -> WeekdaySet { WeekdaySet(rawValue: UInt8(next() & 127) | UInt8(next() & 31)) }

    mutating func point() -> MapPoint {
        MapPoint(latitude: 51.5 + Double(below(80)) / 100, longitude: 4.5 + Double(below(120)) / 100)
    }

    mutating func candidate(_ number: Int = 0) -> CandidateProfile {
        let wished = Self.today + below(120)
        let needed = 5 + below(15)
        let most = below(5)
        return CandidateProfile(
            caseID: Self.id(number),
            candidateID: Self.id(number),
            teamID: Self.id(1),
            location: point(),
            regionCode: RegionCode("A"),
            kind: pick([.placement, .placement, .placement, .learningJob, .taster]),
            route: pick(LearningRoute.allCases),
            role: chance(95) ? "doctors_assistant" : "triage",
            qualification: chance(30) ? pick(["25698", "25699"]) : nil,
            studyYear: below(4),
            schoolID: chance(80) ? Self.id(below(3)) : nil,
            wishedStartOn: wished,
            earliestStartOn: wished - below(60),
            latestStartOn: wished + below(90),
            weeksNeeded: needed,
            weeksWanted: needed + below(20),
            weekdays: weekdays(),
            weekdaysLeast: min(most, 1 + below(3)),
            weekdaysWanted: most,
            hoursLeast: below(24),
            hoursMost: 24 + below(16),
            travelLimitInKilometres: 10 + below(120),
            levels: (0..<7).map { _ in AreaLevel(tenths: 10 + below(41), isAssessed: chance(60)) },
            targets: (0..<7).map { _ in chance(10) ? 10 : 20 + below(31) },
            earlierPracticeIDs: chance(30) ? [Self.id(below(20)), Self.id(below(20))] : [],
            wishes: chance(30) ? 0 : UInt32(next() & 0x8000_000F),
            offers: UInt32(next() & 0x8000_000F)
        )
    }

    mutating func place(_ number: Int = 0) -> PlaceProfile {
        let start = Self.today + below(150) - 20
        let least = 2 + below(12)
        return PlaceProfile(
            id: Self.id(number),
            reference: Reference(randomValue: next()),
            practiceID: Self.id(below(20)),
            regionCode: RegionCode("A"),
            municipalityCode: MunicipalityCode("GM0001"),
            location: point(),
            kind: pick([.placement, .placement, .placement, .learningJob, .taster]),
            routes: chance(70) ? .all : RouteSet(rawValue: UInt8(next() & 7)),
            role: chance(95) ? "doctors_assistant" : "triage",
            qualification: chance(30) ? pick(["25698", "25699"]) : nil,
            studyYears: chance(60) ? [] : StudyYearSet(rawValue: UInt8(next() & 15)),
            schoolIDs: chance(70) ? [] : [Self.id(below(3)), Self.id(below(3))],
            reservedForSchoolID: chance(20) ? Self.id(below(3)) : nil,
            reservedUntilOn: chance(70) ? Self.today + below(3) - 1 : nil,
            earliestStartOn: start,
            latestStartOn: start + below(100),
            weeksLeast: least,
            weeksOffered: chance(2) ? 300 : least + below(30),
            weekdays: weekdays(),
            hoursPerWeek: below(40),
            employer: pick(EmployerOfRecord.allCases),
            supervisors: (0..<(chance(3) ? 9 : below(4))).map { _ in supervisor() },
            areaFrequencies: [6, 4, 3, 4, 2, 3, 0].map { below(3 * $0 + 1) },
            seats: (0..<below(4)).map { seat($0) },
            recognition: pick([.recognised, .recognised, .recognised, .requested, .lapsed]),
            recognisedUntilOn: chance(50) ? start + below(60) : nil,
            canFinish: chance(50),
            hasJobProspect: chance(50),
            wishes: chance(30) ? 0 : UInt32(next() & 0x8000_000F),
            offers: UInt32(next() & 0x8000_000F)
        )
    }

    mutating func supervisor() -> SupervisorProfile {
        SupervisorProfile(monthsOfExperience: 30 + below(12), isTrained: chance(50), weekdays: weekdays())
    }

    mutating func seat(_ number: Int) -> SeatProfile {
        SeatProfile(
            id: Self.id(number),
            occupations: (0..<below(3)).map { _ in
                let from = Self.today + below(200) - 50
                return OccupationProfile(
                    weekdays: weekdays(),
                    fromOn: from,
                    untilOn: chance(80) ? from + 1 + below(120) : nil
                )
            }
        )
    }

    /// Pairs that fail no limit: the first so many of this seed.
    mutating func possiblePairs(_ count: Int) -> [(candidate: CandidateProfile, place: PlaceProfile)] {
        guard let model = Self.model else { return [] }
        var pairs: [(candidate: CandidateProfile, place: PlaceProfile)] = []
        while pairs.count < count {
            let (candidate, place) = (candidate(), place())
            if model.evaluate(candidate, place, today: Self.today).fit != nil { pairs.append((candidate, place)) }
        }
        return pairs
    }
}
