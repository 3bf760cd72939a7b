public import Domain

/// A place with its fit, in the order of a ranking.
public struct RankedPlace: Hashable, Sendable {
    public let place: PlaceProfile
    public let fit: Fit
}

/// What a ranking looked at: pairs in squares beyond the travel limit are not scanned and not counted.
public struct RankCount: Hashable, Sendable {
    /// Pairs whose limits were checked.
    public var scanned = 0
    /// Pairs that failed no limit and whose fit was computed.
    public var possible = 0

    public init() {}
}

extension PlaceColumns {
    /// The best places for a candidate: highest fit first, then nearest, then lowest id; at most `limit`.
    ///
    /// - Parameter isIncluded: further wishes of whoever looks, e.g. one region; asked only of places that would be listed.
    public func rank(
        for candidate: CandidateProfile,
        today: CalendarDate,
        limit: Int = 20,
        where isIncluded: ((PlaceProfile) -> Bool)? = nil
    ) -> [RankedPlace] {
        var count = RankCount()
        return rank(for: candidate, today: today, limit: limit, where: isIncluded, counting: &count)
    }

    /// The same, and adds to `count` what was looked at.
    public func rank(
        for candidate: CandidateProfile,
        today: CalendarDate,
        limit: Int = 20,
        where isIncluded: ((PlaceProfile) -> Bool)? = nil,
        counting count: inout RankCount
    ) -> [RankedPlace] {
        best(for: candidate, today: today, limit: limit, where: isIncluded, counting: &count).compactMap { place in
            model.evaluate(candidate, place, today: today).fit.map { RankedPlace(place: place, fit: $0) }
        }
    }

    /// The same places in the same order, without their fits.
    public func best(
        for candidate: CandidateProfile,
        today: CalendarDate,
        limit: Int = 20,
        where isIncluded: ((PlaceProfile) -> Bool)? = nil,
        counting count: inout RankCount
    ) -> [PlaceProfile] {
        guard limit > 0 else { return [] }
        let query = CandidateQuery(candidate, columns: self, today: today)
        var scan = PlaceScan()
        var listed = BestPairs(limit: limit)

        query.withPointers { pointers in
            for number in squares.indices
            where squares[number].leastSquaredMetres(to: candidate.location) < query.numbers.tooFar {
                let cell = squares[number].content
                count.scanned += cell.limits.count
                if query.isRegular {
                    count.possible += scan.run(pointers, cell, threshold: listed.threshold)
                    for hit in scan.hits {
                        let pair = BestPairs.Pair(key: hit.key, id: cell.ids[hit.row], square: number, row: hit.row)
                        guard listed.wouldTake(pair), isIncluded?(cell.places[hit.row]) ?? true else { continue }
                        listed.insert(pair)
                    }
                }
                for row in query.isRegular ? cell.irregular : Array(cell.places.indices) {
                    guard let fit = model.evaluate(candidate, cell.places[row], today: today).fit else { continue }
                    count.possible += 1
                    let pair = BestPairs.Pair(key: BestPairs.key(of: fit), id: cell.ids[row], square: number, row: row)
                    guard listed.wouldTake(pair), isIncluded?(cell.places[row]) ?? true else { continue }
                    listed.insert(pair)
                }
            }
        }
        return listed.bestFirst.map { squares[$0.square].content.places[$0.row] }
    }
}
