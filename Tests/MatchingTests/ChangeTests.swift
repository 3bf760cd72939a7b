import Domain
import Foundation
import Testing

@testable import Matching

@Suite struct ChangeTests {
    let model: ScoringModel
    let today = Generated.today

    init() throws { model = try #require(Generated.model) }

    @Test func `a place too far away would fit with a wider limit, and says so`() throws {
        var (candidate, place) = FitTests.plainPair()
        candidate.travelLimitInKilometres = 10

        let changes = model.whatWouldChange(candidate, place, today: today)

        #expect(changes.map(\.change) == [.travelLimit(kilometres: 13, insteadOf: 10)])
        #expect(changes.first?.dutchSentence == "Met 13 in plaats van 10 km reizen past deze plek: 64 van de 100.")
        place.recognition = .lapsed
        #expect(model.whatWouldChange(candidate, place, today: today).isEmpty, "two limits need two changes")
    }

    @Test func `every change makes the pair possible and the smallest travel limit is meant`() {
        var generated = Generated(seed: 21)
        var found: Set<Limit> = []
        for _ in 0..<6000 {
            let (candidate, place) = (generated.candidate(), generated.place())
            let failed = model.evaluate(candidate, place, today: today).failedLimits
            for change in model.whatWouldChange(candidate, place, today: today) {
                let match = model.evaluate(
                    change.change.applied(to: candidate),
                    change.change.applied(to: place),
                    today: today
                )
                #expect(match.fit == change.fit)
                found.formUnion(failed.map(\.limit))
                if case .travelLimit(let kilometres, let old) = change.change {
                    let less = Change.travelLimit(kilometres: kilometres - 1, insteadOf: old)
                    #expect(model.evaluate(less.applied(to: candidate), place, today: today).fit == nil)
                }
            }
        }
        #expect(found.isSuperset(of: Set(Limit.allCases).subtracting([.kind, .qualification])))
    }

    @Test func `a supervisor more is worth as many candidates as it makes possible`() {
        let (candidate, place) = FitTests.plainPair()
        var alone = place
        alone.supervisors = []
        #expect(
            model.gained(by: .extraSupervisor(place.weekdays), at: alone, among: [candidate, candidate], today: today)
                == 2
        )
        #expect(model.gained(by: .extraSupervisor(place.weekdays), at: place, among: [candidate], today: today) == 0)
    }

    @Test func `candidates are ranked for a place as the plain rules say`() {
        var generated = Generated(seed: 31)
        let candidates = (0..<500).map { generated.candidate($0) }
        var columns = CandidateColumns(candidates.prefix(300), model: model)
        for candidate in candidates.suffix(200) { columns.upsert(candidate) }
        columns.remove(candidates[0].caseID)

        for number in 0..<60 {
            let place = generated.place(number)
            let expected = candidates.dropFirst().compactMap { candidate in
                model.evaluate(candidate, place, today: today).fit.map {
                    RankedCandidate(candidate: candidate, fit: $0)
                }
            }.sorted {
                ($1.fit.total, $0.fit.distanceInHectometres, $0.candidate.caseID)
                    < ($0.fit.total, $1.fit.distanceInHectometres, $1.candidate.caseID)
            }
            #expect(columns.rank(for: place, today: today, limit: 7) == Array(expected.prefix(7)))
        }
    }

    @Test func `an explanation carries what is needed to compute the fit again`() throws {
        let (candidate, place) = FitTests.plainPair()

        let json = try JSONSerialization.jsonObject(
            with: JSONEncoder().encode(model.explain(candidate, place, today: today))
        )

        let object = try #require(json as? [String: Any])
        let criteria = try #require(object["criteria"] as? [[String: Any]])
        let contributions = criteria.compactMap { line -> Int? in
            guard let weight = line["weight"] as? Int, let points = line["points"] as? Int else { return nil }
            return weight * points
        }
        #expect(contributions == criteria.compactMap { $0["contribution"] as? Int })
        #expect(object["fit"] as? Int == (2 * contributions.reduce(0, +) + 100) / 200)
        #expect(object["distanceInHectometres"] as? Int == 130)
        #expect((object["failedLimits"] as? [Any])?.isEmpty == true)

        var far = candidate
        far.travelLimitInKilometres = 1
        let failing = model.explain(far, place, today: today)
        #expect(failing.fit == nil && failing.failedLimits.map(\.limit) == [.distance])
        #expect(try !JSONEncoder().encode(failing).isEmpty)
    }
}
