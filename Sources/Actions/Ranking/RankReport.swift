public import Domain
public import Matching
import Postgres
import Store

/// A ranking with everything it was computed from, so that an outsider can do the sums again with the published rules
/// alone. Read as the matcher: there is no identity in it.
public struct RankReport: Sendable {
    let world: World
    let matching: MatchSnapshot

    public init(world: World, matching: MatchSnapshot) {
        self.world = world
        self.matching = matching
    }

    /// One pair.
    public struct Entry: Encodable, Sendable {
        /// 1 is the best; nil when the pair is impossible.
        public let position: Int?
        /// The kenmerk of the case.
        public let candidate: Reference
        /// The kenmerk of the place.
        public let place: Reference
        /// Practice and town.
        public let placeName: String
        public let explanation: Explanation
    }

    public struct Document: Encodable, Sendable {
        public let today: CalendarDate
        /// Version, weights in percent, and how many activities the national list has per area.
        public let model: ScoringModel
        public let possibleCount: Int
        public let impossibleCount: Int
        /// Highest fit first, then nearest, then lowest id.
        public let ranked: [Entry]
        /// Nearest first, with every limit that fails.
        public let impossible: [Entry]
    }

    /// Open places of the whole country for one case.
    ///
    /// - Parameter limit: how many pairs each of the two lists holds at most.
    /// - Throws: `NotFound` when no case has this kenmerk.
    public func places(for reference: Reference, limit: Int) async throws -> Document {
        let country = try await matching.country()
        let now = world.now()
        let candidate = try await world.matcherDatabase.transaction(as: .visitor) { connection in
            try await MatchReader.read(at: now, today: country.today, on: connection)
                .candidates(.reference(reference), on: connection).first
        }
        guard let candidate else { throw NotFound() }
        let ranked = country.places.rank(for: candidate, today: country.today, limit: max(1, country.places.count))
        let possible = Set(ranked.map(\.place.id))
        let impossible = country.places.places.filter { !possible.contains($0.id) }
            .map { (distance: candidate.location.squaredMetres(to: $0.location), place: $0) }
            .sorted { ($0.distance, $0.place.id) < ($1.distance, $1.place.id) }
        let pairs = ranked.prefix(limit).map { (candidate, $0.place) }
        let failing = impossible.prefix(limit).map { (candidate, $0.place) }
        return try await document(
            country,
            pairs,
            failing,
            counts: (ranked.count, impossible.count),
            references: [candidate.caseID: reference]
        )
    }

    /// Waiting candidates of the whole country for one place.
    ///
    /// - Throws: `NotFound` when no place has this kenmerk.
    public func candidates(for reference: Reference, limit: Int) async throws -> Document {
        let country = try await matching.country()
        let now = world.now()
        let place = try await world.matcherDatabase.transaction(as: .visitor) { connection in
            try await MatchReader.read(at: now, today: country.today, on: connection)
                .places(.reference(reference), on: connection).first
        }
        guard let place else { throw NotFound() }
        let ranked = country.candidates.rank(for: place, today: country.today, limit: max(1, country.candidates.count))
        let possible = Set(ranked.map(\.candidate.caseID))
        let impossible = country.candidates.candidates.filter { !possible.contains($0.caseID) }
            .map { (distance: place.location.squaredMetres(to: $0.location), candidate: $0) }
            .sorted { ($0.distance, $0.candidate.caseID) < ($1.distance, $1.candidate.caseID) }
        let pairs = ranked.prefix(limit).map { ($0.candidate, place) }
        let failing = impossible.prefix(limit).map { ($0.candidate, place) }
        let references = try await world.matcherDatabase.transaction(as: .visitor) { connection in
            try await MatchStore.references(of: (pairs + failing).map(\.0.caseID), on: connection)
        }
        return try await document(
            country,
            pairs,
            failing,
            counts: (ranked.count, impossible.count),
            references: references
        )
    }

    private func document(
        _ country: MatchCountry,
        _ ranked: [(CandidateProfile, PlaceProfile)],
        _ impossible: [(CandidateProfile, PlaceProfile)],
        counts: (possible: Int, impossible: Int),
        references: [CaseFile.ID: Reference]
    ) async throws -> Document {
        let names = try await world.matcherDatabase.transaction(as: .visitor) { connection in
            try await MatchStore.names(of: (ranked + impossible).map(\.1.id), on: connection)
        }
        func entry(_ position: Int?, _ candidate: CandidateProfile, _ place: PlaceProfile) -> Entry? {
            references[candidate.caseID].map { reference in
                Entry(
                    position: position,
                    candidate: reference,
                    place: place.reference,
                    placeName: names[place.id].map { "\($0.practiceName), \($0.town)" } ?? "",
                    explanation: country.model.explain(candidate, place, today: country.today)
                )
            }
        }
        return Document(
            today: country.today,
            model: country.model,
            possibleCount: counts.possible,
            impossibleCount: counts.impossible,
            ranked: ranked.enumerated().compactMap { entry($0.offset + 1, $0.element.0, $0.element.1) },
            impossible: impossible.compactMap { entry(nil, $0.0, $0.1) }
        )
    }
}
