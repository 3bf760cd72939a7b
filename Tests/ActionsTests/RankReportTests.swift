import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// Does the sums of section 6 again from the JSON document alone: Matching is used only to compare two documents.
@Suite struct RankReportTests {
    @Test func `an outsider gets the same numbers and the same failed limits from the document`() async throws {
        try await withWorld { test in
            let report = RankReport(
                world: test.world,
                matching: MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
            )
            let cases: [Reference] = try await test.owner.withConnection { connection in
                try await connection.values(
                    "select reference from case_files where state = 'searching' order by id limit 300"
                )
            }
            var (possible, impossible) = (0, 0)

            for file in cases {
                let document = try await report.places(for: file, limit: 4)
                let data = try JSONEncoder().encode(document)
                let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
                let weights = try #require((json["model"] as? [String: Any])?["weights"] as? [String: Int])
                for list in ["ranked", "impossible"] {
                    for entry in try #require(json[list] as? [[String: Any]]) {
                        let pair = NaivePair(try #require(entry["explanation"] as? [String: Any]), weights: weights)
                        #expect(pair.mistakes().isEmpty, "\(file): \(pair.mistakes())")
                        if list == "ranked" { possible += 1 } else { impossible += 1 }
                    }
                }
            }

            #expect(possible >= 50)
            #expect(possible + impossible >= 200)
        }
    }

    @Test func `an unknown kenmerk is not found`() async throws {
        try await withWorld { test in
            let report = RankReport(
                world: test.world,
                matching: MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
            )
            let unknown = Reference(randomValue: 1)
            await #expect(throws: NotFound.self) { try await report.places(for: unknown, limit: 1) }
            await #expect(throws: NotFound.self) { try await report.candidates(for: unknown, limit: 1) }
        }
    }

    @Test func `a place's candidates come with the same numbers as the place in the candidate's list`() async throws {
        try await withWorld { test in
            let report = RankReport(
                world: test.world,
                matching: MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
            )
            let file = DemoStory().waitingWithRoom
            let first = try #require(try await report.places(for: file, limit: 1).ranked.first)

            let candidates = try await report.candidates(for: first.place, limit: 1_000).ranked
            let same = try #require(candidates.first { $0.candidate == file })

            #expect(same.explanation.fit == first.explanation.fit)
            #expect(candidates.map(\.position) == Array(1...candidates.count))
        }
    }
}

/// One pair of the document, recomputed the slow and obvious way.
private struct NaivePair {
    let document: [String: Any]
    let candidate: [String: Any]
    let place: [String: Any]
    let weights: [String: Int]

    init(_ document: [String: Any], weights: [String: Int]) {
        self.document = document
        self.weights = weights
        candidate = document["candidate"] as? [String: Any] ?? [:]
        place = document["place"] as? [String: Any] ?? [:]
    }

    func mistakes() -> [String] {
        var mistakes: [String] = []
        let failed = failedLimits()
        let told = (document["failedLimits"] as? [[String: Any]] ?? []).compactMap { $0["limit"] as? String }
        if failed != told { mistakes.append("limits \(told) should be \(failed)") }
        guard failed.isEmpty else { return mistakes }
        let points = points()
        var sum = 0
        for line in document["criteria"] as? [[String: Any]] ?? [] {
            let name = line["criterion"] as? String ?? ""
            let key = name == "learning_needs" ? "learningNeeds" : name
            sum += (weights[key] ?? 0) * (points[name] ?? 0)
            if line["points"] as? Int != points[name] {
                mistakes.append("\(name): \(line["points"] ?? "-") should be \(points[name] ?? -1)")
            }
            if line["contribution"] as? Int != (weights[key] ?? 0) * (points[name] ?? 0) {
                mistakes.append("contribution of \(name)")
            }
        }
        let fit = q(sum, 100)
        if document["fit"] as? Int != fit { mistakes.append("fit \(document["fit"] ?? "-") should be \(fit)") }
        if document["shown"] as? Int != q(fit, 10) { mistakes.append("shown") }
        let parts = (document["criteria"] as? [[String: Any]] ?? []).compactMap { $0["part"] as? Int }
        if parts.reduce(0, +) != q(fit, 10) { mistakes.append("parts do not add up") }
        return mistakes
    }

    // MARK: The rules of section 6

    private func q(_ a: Int, _ b: Int) -> Int { (2 * a + b) / (2 * b) }
    private func number(_ side: [String: Any], _ key: String) -> Int { side[key] as? Int ?? 0 }
    private func day(_ text: String) -> Int {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        // Days since 0000-03-01 (Howard Hinnant's days_from_civil), so that only differences matter.
        let (y, m) = (parts[1] <= 2 ? parts[0] - 1 : parts[0], (parts[1] + 9) % 12)
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + parts[2] - 1
    }
    private func day(_ side: [String: Any], _ key: String) -> Int? { (side[key] as? String).map { day($0) } }
    private func days(_ mask: Int) -> Int { (0..<7).count { mask & (1 << $0) != 0 } }
    private var isShort: Bool { ["taster", "trial"].contains(candidate["kind"] as? String ?? "") }
    private var route: String { candidate["route"] as? String ?? "" }
    private var common: Int { number(candidate, "weekdays") & number(place, "weekdays") }
    private var weeks: Int { min(number(candidate, "weeksWanted"), number(place, "weeksOffered")) }

    private var start: Int? {
        let first = max(day(candidate, "earliestStartOn") ?? 0, day(place, "earliestStartOn") ?? 0)
        let last = min(day(candidate, "latestStartOn") ?? 0, day(place, "latestStartOn") ?? 0)
        return first <= last ? min(max(day(candidate, "wishedStartOn") ?? 0, first), last) : nil
    }

    private var hectometres: Int {
        let (a, b) = (candidate["location"] as? [String: Int] ?? [:], place["location"] as? [String: Int] ?? [:])
        let square = ["x", "y", "z"].reduce(0) { $0 + ((a[$1] ?? 0) - (b[$1] ?? 0)) * ((a[$1] ?? 0) - (b[$1] ?? 0)) }
        var root = Int(Double(square).squareRoot())
        while root * root > square { root -= 1 }
        while (root + 1) * (root + 1) <= square { root += 1 }
        return (13 * root + 500) / 1000
    }

    private var counting: [[String: Any]] {
        (place["supervisors"] as? [[String: Any]] ?? []).filter {
            days(number($0, "weekdays") & common) >= min(2, number(candidate, "weekdaysWanted"))
        }
    }

    private func freeDays() -> Int {
        guard let start else { return 0 }
        let end = start + 7 * weeks
        return (place["seats"] as? [[String: Any]] ?? []).map { seat in
            var free = common
            for occupation in seat["occupations"] as? [[String: Any]] ?? []
            where (day(occupation, "fromOn") ?? 0) < end && (day(occupation, "untilOn") ?? .max) > start {
                free &= ~number(occupation, "weekdays")
            }
            return days(free)
        }.max() ?? 0
    }

    private func failedLimits() -> [String] {
        let today = day(document, "today") ?? 0
        let school = candidate["schoolID"] as? String
        let schools = place["schoolIDs"] as? [String] ?? []
        let reservedFor = place["reservedForSchoolID"] as? String
        let isReserved = reservedFor != nil && reservedFor != school && today <= (day(place, "reservedUntilOn") ?? .max)
        let year = number(candidate, "studyYear")
        let years = number(place, "studyYears")
        let wanted = candidate["qualification"] as? String
        let offered = place["qualification"] as? String
        let bit = ["bol": 1, "bbl": 2, "third_route": 4][route] ?? 0
        let kind = candidate["kind"] as? String ?? ""
        let recognition = place["recognition"] as? String ?? ""
        let least = number(candidate, "weekdaysLeast")
        let hours = number(place, "hoursPerWeek")
        let isRecognised =
            recognition == "requested"
            || (recognition == "recognised" && (day(place, "recognisedUntilOn") ?? .max) >= (start ?? .min))
        let rules: [(String, Bool)] = [
            ("kind", kind != place["kind"] as? String),
            ("route", !isShort && number(place, "routes") & bit == 0),
            (
                "qualification",
                candidate["role"] as? String != place["role"] as? String
                    || (!isShort && wanted != nil && offered != nil && wanted != offered)
            ),
            ("study_year", !isShort && year > 0 && years != 0 && years & (1 << (year - 1)) == 0),
            ("school", !isShort && (isReserved || (!schools.isEmpty && !schools.contains(school ?? "")))),
            ("start_window", start == nil),
            (
                "weeks",
                number(candidate, "weeksNeeded") > number(place, "weeksOffered")
                    || number(candidate, "weeksWanted") < number(place, "weeksLeast")
            ),
            ("weekdays", days(common) < least),
            ("hours", hours < number(candidate, "hoursLeast") || hours > number(candidate, "hoursMost")),
            ("seat", start != nil && days(common) >= least && freeDays() < least),
            (
                "employer",
                (kind == "learning_job" || (kind == "placement" && route == "bbl"))
                    && place["employer"] as? String == "none"
            ),
            ("supervision", counting.isEmpty),
            ("distance", hectometres > 10 * number(candidate, "travelLimitInKilometres")),
            ("recognition", !isShort && ["bol", "bbl"].contains(route) && !isRecognised),
        ]
        return rules.filter(\.1).map(\.0)
    }

    private func points() -> [String: Int] {
        let levels = (candidate["levels"] as? [[String: Any]] ?? []).map { number($0, "tenths") }
        let targets = candidate["targets"] as? [Int] ?? []
        let needs = zip(targets, levels).map { max(0, $0 - $1) }
        let frequencies = place["areaFrequencies"] as? [Int] ?? []
        let activities = document["activitiesPerArea"] as? [Int] ?? []
        let most = zip(needs, activities).reduce(0) { $0 + $1.0 * 3 * $1.1 }
        let met = zip(needs, frequencies).reduce(0) { $0 + $1.0 * $1.1 }

        let lowest = levels.min() ?? 10
        let base = lowest < 20 ? 4 : lowest < 30 ? 3 : lowest < 40 ? 2 : 1
        let isFresh = number(candidate, "studyYear") == 1 || route == "third_route"
        let required = min(4, base + (isFresh ? 1 : 0))
        let offered =
            1 + (counting.contains { number($0, "monthsOfExperience") >= 36 } ? 1 : 0)
            + (counting.contains { $0["isTrained"] as? Bool == true } ? 1 : 0) + (counting.count >= 2 ? 1 : 0)

        let wantedWeeks = number(candidate, "weeksWanted")
        let wantedDays = number(candidate, "weekdaysWanted")
        let gap = abs((day(candidate, "wishedStartOn") ?? 0) - (start ?? 0))
        let period =
            q(1000 * min(number(place, "weeksOffered"), wantedWeeks), wantedWeeks)
            + q(1000 * min(days(common), wantedDays), wantedDays) + q(1000 * max(0, 91 - gap), 91)

        let earlier = candidate["earlierPracticeIDs"] as? [String] ?? []
        let continuity =
            (earlier.contains(place["practiceID"] as? String ?? "") ? 400 : 0)
            + (place["canFinish"] as? Bool == true ? 400 : 0) + (place["hasJobProspect"] as? Bool == true ? 200 : 0)

        let (own, theirs) = (number(candidate, "wishes"), number(place, "wishes"))
        let stated = own.nonzeroBitCount + theirs.nonzeroBitCount
        let fulfilled =
            (own & number(place, "offers")).nonzeroBitCount + (theirs & number(candidate, "offers")).nonzeroBitCount
        return [
            "learning_needs": most == 0 ? 1000 : q(1000 * met, most),
            "supervision": q(1000 * min(offered, required), required),
            "travel": q(1000 * max(0, 1000 - hectometres), 1000),
            "period": q(period, 3),
            "continuity": continuity,
            "wishes": stated == 0 ? 1000 : q(1000 * fulfilled, stated),
        ]
    }
}
