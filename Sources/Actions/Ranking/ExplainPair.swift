public import Domain
public import Matching
import Postgres
public import Store

/// One case of the actor's team beside one place, read fresh: the fit and why, or every reason against it and what would
/// change it.
public struct ExplainPair: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    public struct Pair: Sendable {
        public let file: CaseFileStore.Row
        public let candidate: CandidateProfile
        public let place: PlaceProfile
        /// A place that is not open is explained as well, but nobody is proposed there.
        public let isOpen: Bool
        public let reach: MatchStore.Reach
        public let model: ScoringModel
        public let today: CalendarDate
        public let match: Match
        public let changes: [PossibleChange]
    }

    /// - Throws: `NotFound` when there is no such place, or the case is another team's.
    public func callAsFunction(_ file: Reference, _ place: Reference, by actor: Actor) async throws -> Pair {
        try await world.database.transaction(as: actor.acting) { connection in
            let today = world.today
            guard let file = try await CaseFileStore.find(file, on: connection), file.teamID == actor.teamID,
                let row = try await MatchStore.cases(.ids([file.id]), today: today, on: connection).first,
                let state = try await TrainingPlaceStore.find(place, on: connection)?.state
            else { throw NotFound() }
            let reader = try await MatchReader.read(at: world.now(), today: today, on: connection)
            guard let candidate = reader.profile(row) else { throw MissingScoringModel() }
            guard let place = try await reader.places(.reference(place), freeFor: file.id, on: connection).first else {
                throw NotFound()
            }
            return Pair(
                file: file,
                candidate: candidate,
                place: place,
                isOpen: state == .open,
                reach: try await MatchStore.reach(of: row, on: connection),
                model: reader.model,
                today: today,
                match: reader.model.evaluate(candidate, place, today: today),
                changes: reader.model.whatWouldChange(candidate, place, today: today)
            )
        }
    }
}
