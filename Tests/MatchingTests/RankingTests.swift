import Domain
import Testing

@testable import Matching

@Suite struct RankingTests {
    let model: ScoringModel
    let today = Generated.today

    init() throws { model = try #require(Generated.model) }

    /// The ranking as the rules say it: judge every pair, sort.
    private func plain(_ candidate: CandidateProfile, _ places: [PlaceProfile], limit: Int) -> [RankedPlace] {
        let ranked = places.compactMap { place in
            model.evaluate(candidate, place, today: today).fit.map { RankedPlace(place: place, fit: $0) }
        }
        return Array(
            ranked.sorted {
                if $0.fit.total != $1.fit.total { return $0.fit.total > $1.fit.total }
                if $0.fit.distanceInHectometres != $1.fit.distanceInHectometres {
                    return $0.fit.distanceInHectometres < $1.fit.distanceInHectometres
                }
                return $0.place.id < $1.place.id
            }.prefix(limit)
        )
    }

    @Test(arguments: 0..<4) func `the columns rank exactly as the plain rules do`(seed: Int) {
        var generated = Generated(seed: UInt64(seed))
        var places = (0..<300).map { generated.place($0) }
        // Twins: equal fit and distance, so that only the id decides.
        for number in 0..<40 {
            var twin = places[number]
            twin.id = Generated.id(1000 + number)
            places.append(twin)
        }
        let columns = PlaceColumns(places, model: model)
        var possible = 0

        for number in 0..<60 {
            let candidate = generated.candidate(number)
            let all = plain(candidate, places, limit: 1000)
            for limit in [1, 20, 1000] {
                var count = RankCount()
                let ranked = columns.rank(for: candidate, today: today, limit: limit, counting: &count)
                let expected = Array(all.prefix(limit))
                #expect(ranked == expected)
                if limit == 1000 {
                    #expect(count.possible == expected.count)
                    possible += expected.count
                }
            }
        }
        #expect(possible > 50, "the generator must make possible pairs, or nothing was compared")
    }

    @Test func `the order of the places does not matter`() {
        var generated = Generated(seed: 77)
        let places = (0..<400).map { generated.place($0) }
        let one = PlaceColumns(places, model: model)
        let other = PlaceColumns(places.reversed(), model: model)

        for number in 0..<50 {
            let candidate = generated.candidate(number)
            #expect(one.rank(for: candidate, today: today) == other.rank(for: candidate, today: today))
        }
    }

    @Test func `changing places one by one gives the same columns as loading them anew`() {
        var generated = Generated(seed: 5)
        var places = (0..<300).map { generated.place($0) }
        var columns = PlaceColumns(places.prefix(200), model: model)
        for place in places.suffix(100) { columns.upsert(place) }
        for number in stride(from: 0, to: 300, by: 7) {
            places[number] = generated.place(number)
            columns.upsert(places[number])
        }
        for number in stride(from: 3, to: 300, by: 11) { columns.remove(Generated.id(number)) }
        let gone = Set(stride(from: 3, to: 300, by: 11).map { Generated.id($0) as TrainingPlace.ID })
        let left = places.filter { !gone.contains($0.id) }

        #expect(columns.count == left.count)
        #expect(columns[left[0].id] == left[0])
        for number in 0..<60 {
            let candidate = generated.candidate(number)
            #expect(columns.rank(for: candidate, today: today) == plain(candidate, left, limit: 20))
        }
    }

    @Test func `a further wish leaves out places and keeps the order`() {
        var generated = Generated(seed: 9)
        let places = (0..<500).map { generated.place($0) }
        let columns = PlaceColumns(places, model: model)

        for number in 0..<50 {
            let candidate = generated.candidate(number)
            let ranked = columns.rank(for: candidate, today: today, limit: 5) { $0.hasJobProspect }
            #expect(ranked == plain(candidate, places.filter(\.hasJobProspect), limit: 5))
        }
    }
}
