import Domain
import Foundation
import Matching

/// All places of the fictional country and what lies on their seats.
struct DemoSeats {
    private(set) var places: [DemoPlace] = []
    private var indices: [RegionCode: [DemoPlace.Season: [Int]]] = [:]
    private let clock: DemoClock

    init(clock: DemoClock) { self.clock = clock }

    mutating func add(_ place: DemoPlace) {
        if !place.isReservedForStory, place.season != .coming || place.state == .open {
            indices[place.profile.regionCode, default: [:]][place.season, default: []].append(places.count)
        }
        places.append(place)
    }

    /// Places of a region with learners of a season that history may use.
    func indices(_ region: RegionCode, _ season: DemoPlace.Season) -> [Int] {
        indices[region]?[season] ?? []
    }

    /// Some seat that is free for all it offers; nil when a few draws find none.
    func free(
        among candidates: [Int],
        needsRecognition: Bool,
        _ random: inout DemoRandom
    ) -> DemoSeat? {
        guard !candidates.isEmpty else { return nil }
        for _ in 0..<12 {
            let index = random.pick(candidates)
            if let seat = free(at: index, needsRecognition: needsRecognition, &random) { return seat }
        }
        return nil
    }

    /// A free seat at a place, from a day in its start window on.
    func free(at index: Int, needsRecognition: Bool, _ random: inout DemoRandom) -> DemoSeat? {
        let place = places[index]
        let start = self.start(of: place, &random)
        let end = start + 7 * place.profile.weeksOffered
        guard let seat = place.freeSeat(from: start, until: end), !needsRecognition || place.isRecognised(on: start)
        else { return nil }
        return DemoSeat(place: index, seat: seat, startOn: start, endOn: end)
    }

    /// A seat as it could have been asked for earlier, whether or not it is free now.
    func any(among candidates: [Int], _ random: inout DemoRandom) -> DemoSeat? {
        guard !candidates.isEmpty else { return nil }
        let index = random.pick(candidates)
        let start = start(of: places[index], &random)
        return DemoSeat(place: index, seat: 0, startOn: start, endOn: start + 7 * places[index].profile.weeksOffered)
    }

    mutating func occupy(_ seat: DemoSeat) {
        places[seat.place].profile.seats[seat.seat].occupations.append(
            OccupationProfile(
                weekdays: places[seat.place].profile.weekdays,
                fromOn: seat.startOn,
                untilOn: seat.endOn
            )
        )
    }

    /// The place as if nothing lay on its seats.
    func empty(_ index: Int) -> PlaceProfile {
        var profile = places[index].profile
        for seat in profile.seats.indices { profile.seats[seat].occupations = [] }
        return profile
    }

    private func start(of place: DemoPlace, _ random: inout DemoRandom) -> CalendarDate {
        let window = place.profile.latestStartOn - place.profile.earliestStartOn
        var start = place.profile.earliestStartOn + random.int(0...max(0, min(13, window)))
        // Whoever has begun did so some days ago.
        if place.season != .coming { start = max(place.profile.earliestStartOn, min(start, clock.today - 15)) }
        // Nobody begins in a weekend, and every window is longer than one.
        return start.weekdayIndex < 5 ? start : start + 2 <= place.profile.latestStartOn ? start + 2 : start - 2
    }
}
