public import Domain
public import Matching
import Postgres
import Store

/// Ranks the waiting candidates for one place: those of the actor's team one by one, all others as a count.
public struct RankCandidatesForPlace: Sendable {
    let world: World
    let matching: MatchSnapshot

    public init(world: World, matching: MatchSnapshot) {
        self.world = world
        self.matching = matching
    }

    /// A waiting candidate of the own team. Names come from `CandidateStore`, with a row in the log of who looked.
    public struct Own: Sendable {
        public let caseID: CaseFile.ID
        public let candidateID: Candidate.ID
        /// The kenmerk of the case.
        public let reference: Reference
        public let fit: Fit
        /// Some levels are only defaults: nobody has assessed them yet.
        public let usesDefaultLevels: Bool
    }

    /// A single change at the place, and for how many waiting candidates more it would then be possible.
    public struct Gain: Sendable {
        public let change: Change
        public let candidates: Int

        /// "Met een extra praktijkopleider past deze plek bij 6 wachtende kandidaten meer."
        public var dutchSentence: String {
            let beginning = change.dutchName
            return beginning.prefix(1).uppercased() + beginning.dropFirst()
                + " past deze plek bij \(candidates) wachtende \(candidates == 1 ? "kandidaat" : "kandidaten") meer."
        }
    }

    public struct Ranking: Sendable {
        public let place: PlaceProfile
        /// Highest fit first; at most as many as asked for.
        public let own: [Own]
        public let ownCount: Int
        public let othersCount: Int
        /// Changes that would help someone, the best first.
        public let gains: [Gain]
        /// The model by which the fits were counted.
        public let model: ScoringModel
    }

    /// - Parameter limit: how many of the own candidates are listed.
    /// - Throws: `NotFound` when there is no such place.
    public func callAsFunction(
        _ placeID: TrainingPlace.ID,
        limit: Int = 20,
        by actor: Actor
    ) async throws -> Ranking {
        let now = world.now()
        let country = try await matching.country()
        let place = try await world.database.transaction(as: actor.acting) { connection in
            let reader = try await MatchReader.read(at: now, today: country.today, on: connection)
            guard let place = try await reader.places(.ids([placeID]), on: connection).first else { throw NotFound() }
            return place
        }
        let ranked = country.candidates.rank(for: place, today: country.today, limit: max(1, country.candidates.count))
        let own = ranked.filter { $0.candidate.teamID == actor.teamID }
        let references = try await world.database.transaction(as: actor.acting) { connection in
            try await MatchStore.references(of: own.prefix(limit).map(\.candidate.caseID), on: connection)
        }
        return Ranking(
            place: place,
            own: own.prefix(limit).compactMap { pair in
                references[pair.candidate.caseID].map {
                    Own(
                        caseID: pair.candidate.caseID,
                        candidateID: pair.candidate.candidateID,
                        reference: $0,
                        fit: pair.fit,
                        usesDefaultLevels: pair.candidate.levels.contains { !$0.isAssessed }
                    )
                }
            },
            ownCount: own.count,
            othersCount: ranked.count - own.count,
            gains: Self.gains(at: place, country),
            model: country.model
        )
    }

    /// Whoever lives within the own limit and looks for this kind and role could gain by a change at the place.
    private static func gains(at place: PlaceProfile, _ country: MatchCountry) -> [Gain] {
        let near = country.candidates.candidates.filter {
            $0.kind == place.kind && $0.role == place.role
                && $0.location.distanceInHectometres(to: place.location) <= 10 * $0.travelLimitInKilometres
        }
        var changes: [Change] = [.extraSeat, .extraSupervisor(place.weekdays)]
        changes += WeekdaySet.workweek.subtracting(place.weekdays).days.map { .placeWeekday($0) }
        if place.employer == .none { changes.append(.employer(.practice)) }
        if place.recognition != .recognised { changes.append(.recognition) }
        return changes.map {
            Gain(change: $0, candidates: country.model.gained(by: $0, at: place, among: near, today: country.today))
        }
        .filter { $0.candidates > 0 }
        .sorted { $0.candidates > $1.candidates }
    }
}
