import Domain
import Foundation
import Matching

/// Measures the ranking of places: fit evaluations per second on one core, limits included.
///
/// Only pairs that were looked at count; squares of the map beyond a candidate's travel limit do not.
enum FitBench {
    struct Result {
        /// Rankings made: one candidate over all places, the best twenty with their explanation.
        var rankings = 0
        /// Pairs whose limits were checked, and whose fit was computed when none failed.
        var evaluations = 0
        /// Pairs of those that failed no limit.
        var possible = 0
        /// Processor time, not the wall clock's.
        var seconds = 0.0

        var evaluationsPerSecond: Double { Double(evaluations) / max(seconds, 1e-9) }
        var rankingsPerSecond: Double { Double(rankings) / max(seconds, 1e-9) }

        var description: String {
            "\(rankings) rankings, \(evaluations) evaluations (\(possible) possible) in "
                + String(
                    format: "%.3f s: %.1f million evaluations/s, %.0f rankings/s",
                    seconds,
                    evaluationsPerSecond / 1e6,
                    rankingsPerSecond
                )
        }
    }

    /// Ranks the places for each candidate in turn, again and again, for at least so many seconds.
    static func run(
        places: [PlaceProfile],
        candidates: [CandidateProfile],
        model: ScoringModel,
        today: CalendarDate,
        limit: Int = 20,
        atLeastSeconds: Double = 2
    ) -> Result {
        let columns = PlaceColumns(places, model: model)
        var (result, count) = (Result(), RankCount())
        var checksum = 0
        let start = processorSeconds()
        var elapsed = 0.0
        repeat {
            for candidate in candidates {
                let ranked = columns.best(for: candidate, today: today, limit: limit, counting: &count)
                checksum &+= ranked.count
                result.rankings += 1
            }
            elapsed = processorSeconds() - start
        } while elapsed < atLeastSeconds && !candidates.isEmpty
        result.evaluations = count.scanned
        result.possible = count.possible
        result.seconds = elapsed
        // Looking at the sum keeps the optimiser from leaving the work out.
        precondition(checksum >= 0)
        return result
    }

    /// Time this process has had on a processor: on a busy machine the wall clock measures the neighbours.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// A fictional country for a run without a database: the same seed gives the same places and candidates.
    ///
    /// - Parameter allAlike: every pair passes every limit but distance, so that each evaluation is a whole fit.
    static func country(
        places: Int,
        candidates: Int,
        seed: UInt64 = 1,
        allAlike: Bool = false
    ) -> (places: [PlaceProfile], candidates: [CandidateProfile], model: ScoringModel, today: CalendarDate)? {
        guard
            let model = ScoringModel(
                version: 1,
                weights: ScoringModel.firstWeights,
                activitiesPerArea: [6, 4, 3, 4, 2, 3, 3]
            )
        else { return nil }
        var random = SplitMix(state: seed)
        let today = CalendarDate(daysSince1970: 20_800)
        let made = (0..<places).map { place($0, today, allAlike, &random) }
        let seekers = (0..<candidates).map { candidate($0, today, allAlike, &random) }
        return (made, seekers, model, today)
    }

    private static func place(
        _ number: Int,
        _ today: CalendarDate,
        _ allAlike: Bool,
        _ random: inout SplitMix
    ) -> PlaceProfile {
        let start = today + 30 + random.below(200)
        let supervisors = (0..<(1 + random.below(3))).map { _ in
            SupervisorProfile(
                monthsOfExperience: random.below(120),
                isTrained: random.chance(60),
                weekdays: allAlike ? .workweek : weekdays(least: 3, &random)
            )
        }
        let seats = (0..<(1 + random.below(2))).map { _ in
            SeatProfile(
                id: id(&random),
                occupations: allAlike || random.chance(75)
                    ? []
                    : [
                        OccupationProfile(
                            weekdays: weekdays(least: 2, &random),
                            fromOn: start - random.below(100),
                            untilOn: start + random.below(150)
                        )
                    ]
            )
        }
        return PlaceProfile(
            id: id(&random),
            reference: Reference(randomValue: random.next()),
            practiceID: id(&random),
            regionCode: RegionCode("r\(number % 28)"),
            municipalityCode: MunicipalityCode("GM0001"),
            location: MapPoint(
                latitude: 50.8 + Double(random.below(2600)) / 1000,
                longitude: 3.6 + Double(random.below(3400)) / 1000
            ),
            kind: allAlike || random.chance(80) ? .placement : .learningJob,
            routes: allAlike || random.chance(70) ? .all : .bbl,
            role: "doctors_assistant",
            qualification: nil,
            studyYears: allAlike || random.chance(60) ? [] : StudyYearSet([2, 3]),
            earliestStartOn: allAlike ? today : start,
            latestStartOn: start + 60,
            weeksLeast: 8 + random.below(5),
            weeksOffered: 16 + random.below(25),
            weekdays: allAlike ? .workweek : weekdays(least: 3, &random),
            hoursPerWeek: 16 + 4 * random.below(5),
            employer: random.chance(70) || allAlike ? .practice : .none,
            supervisors: supervisors,
            areaFrequencies: [6, 4, 3, 4, 2, 3, 3].map { random.below(3 * $0 + 1) },
            seats: seats,
            recognition: allAlike || random.chance(90) ? .recognised : .lapsed,
            canFinish: random.chance(50),
            hasJobProspect: random.chance(40),
            wishes: UInt32(random.next() & random.next() & 0xFF),
            offers: UInt32(random.next() & 0xFF)
        )
    }

    private static func candidate(
        _ number: Int,
        _ today: CalendarDate,
        _ allAlike: Bool,
        _ random: inout SplitMix
    ) -> CandidateProfile {
        let wished = today + 60 + random.below(120)
        return CandidateProfile(
            caseID: id(&random),
            candidateID: id(&random),
            teamID: id(&random),
            location: MapPoint(
                latitude: 50.8 + Double(random.below(2600)) / 1000,
                longitude: 3.6 + Double(random.below(3400)) / 1000
            ),
            regionCode: RegionCode("r\(number % 28)"),
            kind: .placement,
            route: random.chance(70) ? .bol : .bbl,
            role: "doctors_assistant",
            qualification: nil,
            studyYear: 1 + random.below(3),
            schoolID: nil,
            wishedStartOn: wished,
            earliestStartOn: allAlike ? today : wished - 30,
            latestStartOn: wished + (allAlike ? 400 : 90),
            weeksNeeded: 10 + random.below(6),
            weeksWanted: 20 + random.below(15),
            weekdays: allAlike ? .workweek : weekdays(least: 3, &random),
            weekdaysLeast: 2,
            weekdaysWanted: 3 + random.below(2),
            hoursLeast: allAlike ? 0 : 16,
            hoursMost: 36,
            travelLimitInKilometres: allAlike ? 400 : 15 + random.below(60),
            levels: (0..<7).map { _ in AreaLevel(tenths: 10 + random.below(31), isAssessed: true) },
            targets: [40, 40, 35, 35, 30, 35, 40],
            wishes: UInt32(random.next() & random.next() & 0xFF),
            offers: UInt32(random.next() & 0xFF)
        )
    }

    private static func weekdays(least: Int, _ random: inout SplitMix) -> WeekdaySet {
        while true {
            let days = WeekdaySet(rawValue: UInt8(random.next() & 31))
            if days.count >= least { return days }
        }
    }

    private static func id<Tag>(_ random: inout SplitMix) -> Identifier<Tag> {
        let (high, low) = (random.next(), random.next())
        func byte(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (8 * index)) }
        return Identifier(
            UUID(
                uuid: (
                    byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
                    byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
                    byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
                )
            )
        )
    }

    /// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
    struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
        mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    }
}
