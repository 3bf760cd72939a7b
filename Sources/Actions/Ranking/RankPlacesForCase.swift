public import Domain
public import Matching
import Postgres
public import Store

/// Ranks the open places of the whole country for one case of the actor's team: the own region and the rest, what is
/// possible and, nearby, what is not and why.
public struct RankPlacesForCase: Sendable {
    let world: World
    let matching: MatchSnapshot

    public init(world: World, matching: MatchSnapshot) {
        self.world = world
        self.matching = matching
    }

    public enum Sort: String, Sendable, CaseIterable {
        /// Highest fit first, then nearest.
        case fit
        /// Nearest first, then highest fit.
        case distance = "afstand"
    }

    public struct Filter: Sendable {
        /// Empty means every region.
        public var regions: Set<RegionCode> = []
        public var mostKilometres: Int?
        /// Only the own region and regions the candidate is willing to go to.
        public var onlyWilling = false
        /// Only the own region and regions that may see the card.
        public var onlyConsented = false
        public var sort = Sort.fit

        public init() {}
    }

    /// A place that fails limits, with what single changes would make it possible.
    public struct Impossible: Sendable {
        public let place: PlaceProfile
        public let distanceInHectometres: Int
        public let failedLimits: [FailedLimit]
        public let changes: [PossibleChange]
    }

    /// A place of the own region that nobody finds yet and that would fit once it is open.
    public struct Dormant: Sendable {
        public let place: PlaceProfile
        public let fit: Fit
        /// Whether SBB's answer is needed before it can open.
        public let lacksRecognition: Bool
    }

    public struct Ranking: Sendable {
        public let file: CaseFileStore.Row
        public let candidate: CandidateProfile
        public let model: ScoringModel
        public let today: CalendarDate
        public let reach: MatchStore.Reach
        /// Places that fit and pass the filter, in the order asked for.
        public let own: [RankedPlace]
        public let elsewhere: [RankedPlace]
        /// Drafts and paused places of the own region that would fit, the best first; at most 20.
        public let dormant: [Dormant]
        /// Places that fit per region, whatever the filter says about regions.
        public let countPerRegion: [RegionCode: Int]
        /// Nearby places that do not fit: the own region first, then by distance; at most 20.
        public let impossible: [Impossible]
        /// How many nearby places do not fit, and how many of them fail each limit.
        public let impossibleCount: Int
        public let impossiblePerLimit: [Limit: Int]

        /// The own region's places, then the rest.
        public var all: [RankedPlace] { own + elsewhere }
        /// The region a case is in now.
        public var ownRegion: RegionCode { candidate.regionCode }
    }

    static let mostImpossible = 20

    /// - Throws: `NotFound` for a case of another team.
    public func callAsFunction(_ reference: Reference, filter: Filter = Filter(), by actor: Actor) async throws
        -> Ranking
    {
        let now = world.now()
        let country = try await matching.country()
        let (file, candidate, reach, own, dormant) = try await world.database.transaction(as: actor.acting) {
            connection in
            guard let file = try await CaseFileStore.find(reference, on: connection), file.teamID == actor.teamID,
                let row = try await MatchStore.cases(.ids([file.id]), today: country.today, on: connection).first
            else { throw NotFound() }
            let reader = try await MatchReader.read(at: now, today: country.today, on: connection)
            guard let candidate = reader.profile(row) else { throw MissingScoringModel() }
            let held = try await MatchStore.placesHeld(for: file.id, on: connection)
            let own =
                held.isEmpty ? [] : try await reader.places(.openAmong(held), freeFor: file.id, on: connection)
            let dormant = try await reader.places(.notOpen(in: candidate.regionCode), freeFor: file.id, on: connection)
                .compactMap { Self.dormant(candidate, $0, reader.model, today: country.today) }
                .filter { filter.passes($0.fit.distanceInHectometres) }
                .sorted { ($1.fit.total, $0.place.id) < ($0.fit.total, $1.place.id) }
            return (file, candidate, try await MatchStore.reach(of: row, on: connection), own, dormant)
        }
        let places = country.with(own)
        return Self.rank(file, candidate, reach, places, dormant, today: country.today, filter: filter)
    }

    /// How a place would fit if it were open, leaving aside only what opening it asks for.
    private static func dormant(
        _ candidate: CandidateProfile,
        _ place: PlaceProfile,
        _ model: ScoringModel,
        today: CalendarDate
    ) -> Dormant? {
        switch model.evaluate(candidate, place, today: today) {
        case .fit(let fit): return Dormant(place: place, fit: fit, lacksRecognition: false)
        case .impossible(let failed):
            guard failed.map(\.limit) == [.recognition] else { return nil }
            var asked = place
            asked.recognition = .requested
            guard case .fit(let fit) = model.evaluate(candidate, asked, today: today) else { return nil }
            return Dormant(place: place, fit: fit, lacksRecognition: true)
        }
    }

    private static func rank(
        _ file: CaseFileStore.Row,
        _ candidate: CandidateProfile,
        _ reach: MatchStore.Reach,
        _ places: PlaceColumns,
        _ dormant: [Dormant],
        today: CalendarDate,
        filter: Filter
    ) -> Ranking {
        let fitting = places.rank(for: candidate, today: today, limit: places.count).filter {
            filter.passes($0.fit.distanceInHectometres)
        }
        let shown = filter.ordered(
            fitting.filter { filter.passes($0.place.regionCode, own: candidate.regionCode, reach: reach) }
        )
        let nearby = nearby(candidate, places, today: today).filter {
            filter.passes($0.distance) && filter.passes($0.place.regionCode, own: candidate.regionCode, reach: reach)
        }
        return Ranking(
            file: file,
            candidate: candidate,
            model: places.model,
            today: today,
            reach: reach,
            own: shown.filter { $0.place.regionCode == candidate.regionCode },
            elsewhere: shown.filter { $0.place.regionCode != candidate.regionCode },
            dormant: Array(dormant.prefix(mostImpossible)),
            countPerRegion: Dictionary(fitting.map { ($0.place.regionCode, 1) }, uniquingKeysWith: +),
            impossible: nearby.prefix(mostImpossible).map { pair in
                Impossible(
                    place: pair.place,
                    distanceInHectometres: pair.distance,
                    failedLimits: pair.failed,
                    changes: places.model.whatWouldChange(candidate, pair.place, today: today)
                )
            },
            impossibleCount: nearby.count,
            impossiblePerLimit: Dictionary(
                nearby.flatMap { $0.failed.map { ($0.limit, 1) } },
                uniquingKeysWith: +
            )
        )
    }

    private typealias Failing = (place: PlaceProfile, distance: Int, failed: [FailedLimit])

    /// Places of the own region, and those within twice the travel limit, that fail something.
    private static func nearby(
        _ candidate: CandidateProfile,
        _ places: PlaceColumns,
        today: CalendarDate
    ) -> [Failing] {
        let reachInHectometres = 20 * candidate.travelLimitInKilometres
        return places.places.compactMap { place -> Failing? in
            let distance = candidate.location.distanceInHectometres(to: place.location)
            guard place.kind == candidate.kind,
                place.regionCode == candidate.regionCode || distance <= reachInHectometres
            else { return nil }
            let failed = places.model.evaluate(candidate, place, today: today).failedLimits
            return failed.isEmpty ? nil : (place, distance, failed)
        }
        .sorted { left, right in
            let (leftAway, rightAway) = (
                left.place.regionCode != candidate.regionCode, right.place.regionCode != candidate.regionCode
            )
            if leftAway != rightAway { return rightAway }
            return (left.distance, left.place.id) < (right.distance, right.place.id)
        }
    }
}

extension RankPlacesForCase.Filter {
    fileprivate func passes(_ distanceInHectometres: Int) -> Bool {
        mostKilometres.map { distanceInHectometres <= 10 * $0 } ?? true
    }

    fileprivate func passes(_ region: RegionCode, own: RegionCode, reach: MatchStore.Reach) -> Bool {
        (regions.isEmpty || regions.contains(region))
            && (!onlyWilling || region == own || reach.willing.contains(region))
            && (!onlyConsented || region == own || reach.consented.contains(region))
    }

    /// Rankings come by fit already.
    fileprivate func ordered(_ ranked: [RankedPlace]) -> [RankedPlace] {
        guard sort == .distance else { return ranked }
        return ranked.sorted {
            ($0.fit.distanceInHectometres, -$0.fit.total, $0.place.id)
                < ($1.fit.distanceInHectometres, -$1.fit.total, $1.place.id)
        }
    }
}
