import Domain
import Foundation
import Matching

// Cases that went to other regions.
extension DemoCases {
    private enum Outcome { case open, accepted, declined, lapsed }

    private struct Leg {
        let to: RegionCode
        let outcome: Outcome
        let seat: DemoSeat
    }

    mutating func makeReferred(_ goal: DemoGoal, in region: DemoRegion) -> Bool {
        let outcomes: [Outcome] =
            switch goal {
            case .referring(let earlier): (0..<earlier).map { _ in setback(mayBeAccepted: true) } + [.open]
            case .arrived: [.accepted]
            default: (0..<4).map { _ in setback(mayBeAccepted: false) }
            }
        guard let (candidate, legs) = plan(outcomes, goal, from: region) else { return false }
        if goal == .watching(.chainExhausted), legs.count < 4 { return false }
        var states: [CaseState] = [.registered, .searching]
        for leg in legs { states += leg.outcome == .open ? [.referring] : [.referring, .searching] }
        let afterLegs = states.count
        states += goal == .watching(.chainExhausted) ? [.watching] : path(to: goal)
        let days = history.days(states, fixed: fixedDays(goal, states), &random)

        var demo = open(candidate, in: region, days, assessed: 90)
        var position = 2
        for leg in legs {
            refer(&demo, leg, on: days[position], isPresent: position == states.count - 1)
            guard leg.outcome != .open else { break }
            settle(&demo, leg, on: days[position + 1], isPresent: position + 1 == states.count - 1)
            position += 2
        }
        guard let last = legs.last else { return false }
        switch goal {
        case .watching(let reason):
            let at = enter(.watching, on: days[afterLegs], isPresent: true, &demo)
            demo.watchReason = reason
            demo.note(.watching, at: at, ["reason": reason.rawValue])
            finish(demo)
        case .arrived(let state) where state != .searching:
            demo.referrals[demo.referrals.count - 1].holds = false
            walk(&demo, last.seat, goal, states, days, from: afterLegs)
        default:
            if demo.referrals.last?.holds == true { seats.occupy(last.seat) }
            finish(demo)
        }
        return true
    }

    /// Whoever has just been taken over came in the last days, while the seat is still held for the proposal.
    private mutating func fixedDays(_ goal: DemoGoal, _ states: [CaseState]) -> [Int: CalendarDate] {
        guard goal == .arrived(.searching) else { return [:] }
        return [
            states.count - 1: clock.before(clock.today, workingDays: 1),
            states.count - 2: clock.before(clock.today, workingDays: random.int(2...4)),
        ]
    }

    private mutating func setback(mayBeAccepted: Bool) -> Outcome {
        random.weighted([(.declined, 55), (.lapsed, 20), (.accepted, mayBeAccepted ? 25 : 0)])
    }

    /// Regions and places for each leg, the last one first: that is the one the candidate fits for certain. A leg for
    /// which no fitting place is found is left out.
    private mutating func plan(
        _ outcomes: [Outcome],
        _ goal: DemoGoal,
        from origin: DemoRegion
    ) -> (DemoCandidate, [Leg])? {
        var visited: Set<RegionCode> = [origin.code]
        var route: [RegionCode] = []
        var current = origin.code
        for outcome in outcomes {
            guard let next = nextRegion(from: current, visited) else { return nil }
            visited.insert(next)
            route.append(next)
            if outcome == .accepted { current = next }
        }
        guard let target = route.last, let outcome = outcomes.last else { return nil }
        let holdsSeat = outcome == .open || outcome == .accepted
        let among = seats.indices(target, .coming)
        if holdsSeat, !spend(target) { return nil }
        let drawn =
            holdsSeat
            ? seats.free(among: among, needsRecognition: goal == .arrived(.placed), &random)
            : seats.any(among: among, &random)
        guard let seat = drawn else { return nil }
        let place = holdsSeat ? seats.places[seat.place].profile : seats.empty(seat.place)
        var candidate = candidates.fitting(
            place,
            startOn: seat.startOn,
            from: origin,
            registeredOn: clock.today - 60,
            &random
        )
        if outcomes.count > 1 { candidate.profile.travelLimitInKilometres += 60 }
        // Nobody is sent across the whole country.
        guard candidate.profile.travelLimitInKilometres <= 150, fit(candidate.profile, place) != nil else { return nil }
        var legs: [Leg] = []
        for (region, outcome) in zip(route, outcomes).dropLast() {
            if let seat = anyFitting(candidate.profile, in: region) {
                legs.append(Leg(to: region, outcome: outcome, seat: seat))
            }
        }
        return (candidate, legs + [Leg(to: target, outcome: outcome, seat: seat)])
    }

    /// A neighbour that was not visited yet, rather one with room; further away only when there is none.
    private mutating func nextRegion(from region: RegionCode, _ visited: Set<RegionCode>) -> RegionCode? {
        let unvisited = geography.regions.filter {
            !visited.contains($0.code) && !seats.indices($0.code, .coming).isEmpty
        }
        let neighbours = unvisited.filter { geography[region].neighbours.contains($0.code) }
        let open = neighbours.filter { $0.room != .full }
        let wide = open.filter { $0.room == .wide }
        let choice =
            !wide.isEmpty && random.chance(60)
            ? wide : !open.isEmpty ? open : !neighbours.isEmpty ? neighbours : unvisited
        return choice.isEmpty ? nil : random.pick(choice).code
    }

    private mutating func anyFitting(_ profile: CandidateProfile, in region: RegionCode) -> DemoSeat? {
        let among = seats.indices(region, .coming)
        for index in random.some(40, of: among) {
            if let fit = fit(profile, seats.empty(index)) {
                return DemoSeat(place: index, seat: 0, startOn: fit.startOn, endOn: fit.untilOn)
            }
        }
        return nil
    }

    private mutating func refer(_ demo: inout DemoCase, _ leg: Leg, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.referring, on: day, isPresent: isPresent, &demo)
        guard let fit = fit(demo.profile, seats.empty(leg.seat.place)) else { return }
        let consent = consent(to: leg.to, at: at - 900, &demo)
        let id = random.uuid(at: at)
        demo.referrals.append(
            DemoReferral(
                id: id,
                reference: nextReferralReference(),
                sender: demo.team,
                receivingRegion: leg.to,
                consent: consent,
                seat: leg.seat,
                fit: fit,
                motivation: words.sentence("referral_motivation", &random),
                openedAt: at,
                dueOn: clock.after(day, workingDays: geography.workingDays("referral"))
            )
        )
        demo.note(.referred, at: at, ["referralID": text(id), "regionCode": leg.to.rawValue])
    }

    /// Accepted there, or sent back; either way the case searches.
    private mutating func settle(_ demo: inout DemoCase, _ leg: Leg, on day: CalendarDate, isPresent: Bool) {
        let index = demo.referrals.count - 1
        let receiver = random.pick(teams[leg.to] ?? [])
        let answerer = random.pick(receiver.coordinators)
        if leg.outcome == .accepted {
            demo.team = receiver
            demo.coordinator = answerer
        }
        let at = enter(.searching, on: day, isPresent: isPresent, &demo)
        var facts = ["referralID": text(demo.referrals[index].id), "regionCode": leg.to.rawValue]
        demo.referrals[index].answeredAt = at
        demo.referrals[index].holds = leg.outcome == .accepted && isPresent
        switch leg.outcome {
        case .accepted:
            demo.referrals[index].state = .accepted
            demo.referrals[index].receiver = receiver
            demo.referrals[index].answeredBy = answerer
            demo.note(.referralAccepted, at: at, facts)
        case .declined:
            let reason = random.pick(ReferralDeclineReason.allCases)
            demo.referrals[index].state = .declined
            demo.referrals[index].answeredBy = answerer
            demo.referrals[index].declineReason = reason
            facts["reason"] = reason.rawValue
            demo.events.append(
                DemoCase.Event(at: at, kind: .referralDeclined, facts: facts, team: receiver, by: answerer)
            )
        case .lapsed, .open:
            demo.referrals[index].state = .lapsed
            demo.note(.referralLapsed, at: at, facts, byNobody: true)
        }
    }
}
