public import Domain

/// A candidate with the fit for one place, in the order of a ranking.
public struct RankedCandidate: Hashable, Sendable {
    public let candidate: CandidateProfile
    public let fit: Fit
}

/// All waiting candidates in memory, per square of the map, ready to be ranked for one place.
///
/// A value: a copy is a snapshot; changing one candidate rebuilds only its square. A square is left out when even its
/// candidate who travels furthest lives too far away; the others are judged by the plain rules, cheap limits first.
public struct CandidateColumns: Sendable {
    public let model: ScoringModel
    private var squares: [MapSquare<Cell>] = []
    private var squareNumbers: [MapSquareKey: Int] = [:]
    private var squareOfCase: [CaseFile.ID: Int] = [:]

    private struct Cell: Sendable {
        var candidates: [CandidateProfile] = []
        var furthestLimitInKilometres = 0
    }

    /// Columns of these candidates; where a case comes twice, the last counts.
    public init(_ candidates: some Sequence<CandidateProfile>, model: ScoringModel) {
        self.model = model
        var groups: [[CandidateProfile]] = []
        for candidate in Dictionary(candidates.map { ($0.caseID, $0) }, uniquingKeysWith: { $1 }).values {
            let number = squareNumber(of: candidate.location)
            while groups.count <= number { groups.append([]) }
            groups[number].append(candidate)
            squareOfCase[candidate.caseID] = number
        }
        for (number, group) in groups.enumerated() { rebuild(number, group) }
    }

    public var count: Int { squareOfCase.count }

    /// A candidate by the id of the case.
    public subscript(_ id: CaseFile.ID) -> CandidateProfile? {
        squareOfCase[id].flatMap { squares[$0].content.candidates.first { $0.caseID == id } }
    }

    /// All candidates, in no order that means anything.
    public var candidates: [CandidateProfile] { squares.flatMap(\.content.candidates) }

    /// Adds a candidate, or replaces the one with the same case.
    public mutating func upsert(_ candidate: CandidateProfile) {
        remove(candidate.caseID)
        let number = squareNumber(of: candidate.location)
        squareOfCase[candidate.caseID] = number
        rebuild(number, squares[number].content.candidates + [candidate])
    }

    /// Takes a candidate out; nothing happens when it is not there.
    public mutating func remove(_ id: CaseFile.ID) {
        guard let number = squareOfCase.removeValue(forKey: id) else { return }
        rebuild(number, squares[number].content.candidates.filter { $0.caseID != id })
    }

    /// The best candidates for a place: highest fit first, then nearest, then lowest case id; at most `limit`.
    public func rank(
        for place: PlaceProfile,
        today: CalendarDate,
        limit: Int = 20,
        where isIncluded: ((CandidateProfile) -> Bool)? = nil
    ) -> [RankedCandidate] {
        guard limit > 0 else { return [] }
        let placeClass = PlaceClass(place)
        var listed = BestPairs(limit: limit)
        var fits: [CaseFile.ID: Fit] = [:]
        for (number, square) in squares.enumerated() {
            let tooFar = squaredMetresTooFar(kilometres: square.content.furthestLimitInKilometres)
            guard square.leastSquaredMetres(to: place.location) < tooFar else { continue }
            for (row, candidate) in square.content.candidates.enumerated() {
                guard placeClass.accepts(candidate, today: today), isWithinReach(candidate, place),
                    let fit = model.evaluate(candidate, place, today: today).fit
                else { continue }
                let pair = BestPairs.Pair(
                    key: BestPairs.key(of: fit),
                    id: candidate.caseID.rawValue,
                    square: number,
                    row: row
                )
                guard listed.wouldTake(pair), isIncluded?(candidate) ?? true else { continue }
                listed.insert(pair)
                fits[candidate.caseID] = fit
            }
        }
        return listed.bestFirst.compactMap { pair in
            let candidate = squares[pair.square].content.candidates[pair.row]
            return fits[candidate.caseID].map { RankedCandidate(candidate: candidate, fit: $0) }
        }
    }

    private func isWithinReach(_ candidate: CandidateProfile, _ place: PlaceProfile) -> Bool {
        candidate.location.squaredMetres(to: place.location)
            < squaredMetresTooFar(kilometres: candidate.travelLimitInKilometres)
            && max(candidate.earliestStartOn, place.earliestStartOn)
                <= min(candidate.latestStartOn, place.latestStartOn)
    }

    private mutating func squareNumber(of point: MapPoint) -> Int {
        let key = MapSquareKey(point)
        if let number = squareNumbers[key] { return number }
        squareNumbers[key] = squares.count
        squares.append(MapSquare(content: Cell(), points: []))
        return squares.count - 1
    }

    private mutating func rebuild(_ number: Int, _ candidates: [CandidateProfile]) {
        let furthest = candidates.map(\.travelLimitInKilometres).max() ?? -1
        squares[number] = MapSquare(
            content: Cell(candidates: candidates, furthestLimitInKilometres: furthest),
            points: candidates.map(\.location)
        )
    }
}
